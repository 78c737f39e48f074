"""Texts of the program's own templates: they say the same in six languages, wherever one of them stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from facilitator.language.direction import isolate, whole
from facilitator.language.places import resource
from facilitator.language.speech import LANGUAGES, Language


def rendered(text: str, language: str) -> str:
    """Return how a text of a template reads in a language; any other text stays as it is."""
    return _known().get(text, {}).get(language, text)


def is_told_in_full(text: str) -> bool:
    """Say whether a template has the text as more than a short word for another."""
    return text in _in_full()


def in_every_language(text: str) -> Iterable[str]:
    """Return how a text of a template reads in the six languages; of any other text nothing is known."""
    return _known().get(text, {}).values()


def asked() -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the code of each whom templates ask to do something, and what that is called in the languages."""
    for template in _templates():
        for row in template.get("addressees", ()):
            yield row["key"], row["label"].values()


def is_known_in(text: str, language: str) -> bool:
    """Say whether a text is one of a template's that can be read in the language."""
    return language in _known().get(text, ())


def running(text: str, language: Language) -> str:
    """Return a text that runs as the language does if a template gave it, and as its own letters if not."""
    return whole(text, rtl=language.rtl) if is_known_in(text, language.code) else isolate(text)


@lru_cache(maxsize=1)
def _known() -> Mapping[str, Mapping[str, str]]:
    """Return for each text what it is in every language; what is told in full goes first."""
    return {**dict(_pairs(_texts(_templates()))), **_in_full()}


@lru_cache(maxsize=1)
def _in_full() -> Mapping[str, Mapping[str, str]]:
    return dict(_pairs(_texts(_templates(), left_out=_SHORT)))


@lru_cache(maxsize=1)
def _templates() -> list[dict[str, Any]]:
    files = sorted(resource("templates").glob("*.toml"))
    return [tomllib.loads(path.read_text(encoding="utf-8")) for path in files]


def _pairs(told: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield each text with what it is in every language, the one that goes first at the end."""
    for texts in reversed(list(told)):
        for text in texts.values():
            yield text, texts


_SHORT = frozenset({"short", "one", "tiny"})
"""Fields of what is told for short, often with the word that others have in full."""


def _texts(
    value: Any,  # noqa: ANN401 - whatever stands in a data file
    *,
    left_out: frozenset[str] = frozenset(),
) -> Iterator[Mapping[str, str]]:
    if isinstance(value, list):
        for item in value:
            yield from _texts(item, left_out=left_out)
    elif isinstance(value, dict):
        if value and value.keys() <= set(LANGUAGES):
            yield value
        else:
            for name, item in value.items():
                if name not in left_out:
                    yield from _texts(item, left_out=left_out)
