"""What is said where a closed list has not what was asked for: the list by its name, not by its key."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.domain.refusals import Explained
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.groups import VOCABULARIES
from facilitator.language.speech import Language, mark
from facilitator.language.vocabularies import label_of

_LISTS: Mapping[str, str] = {
    **{key.value: words for key, words in VOCABULARIES.items()},
    "code": mark("Code"),
    "levels": mark("Level"),
    "persons": mark("Persons affected"),
    "objectives": mark("Objectives"),
    "verb": mark("Operative verb"),
    "voice": mark("Who recommends"),
    "agreement": mark("Agreement"),
    "attribution": mark("Attribution"),
    "sensitivity": mark("Sensitivity"),
    "language": mark("Language"),
    "translation": mark("Translation"),
}


def no_such_entry(language: Language, told: Explained) -> str | None:
    """Return the sentence about a list that has no such entry; None for what is in no list."""
    kind = str(told.details.get("kind"))
    if told.code != "unknown_reference" or kind not in _LISTS:
        return None
    say = language.say
    return say(
        "The list “{list}” has no entry {id}. Choose one that it has.",
        list=say(_LISTS[kind]),
        id=told.details.get("id"),
    )


def status_told(language: Language, told: Explained) -> Mapping[str, object]:
    """Return the details of a refusal, a status called as people call it."""
    if told.code != "already_gone":
        return told.details
    status = str(told.details.get("status"))
    return {**told.details, "status": label_of(VocabularyKey.STATUSES, status, language.code)}
