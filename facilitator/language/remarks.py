"""What is to be looked at in a product that was made: its length, signs no font has, findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from facilitator.language.direction import bare
from facilitator.language.speech import Language

Made = Mapping[str, Any]


def unprintable(made: Made, language: Language) -> str:
    """Return which characters the pages show as lost, because no font has them; the empty text if none."""
    if not made["missing"]:
        return ""
    return bare(language.say("No font has these characters: {characters}.", characters=made["missing"]))


def length(made: Made, language: Language) -> str:
    """Return how long a report is beside its budget; the empty text of other products."""
    if made["words"] is None:
        return ""
    words, budget = language.number(made["words"]), language.number(made["budget"])
    return bare(language.say("{words} of {budget} words.", words=words, budget=budget))


def remarks(made: Made, language: Language) -> Iterator[str]:
    """Yield all there is to say of it, sentence by sentence."""
    if lost := unprintable(made, language):
        yield lost
    for finding in made["findings"]:
        yield finding["sentence"]
    if told := length(made, language):
        yield told
