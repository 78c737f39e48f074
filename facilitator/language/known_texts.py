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


def in_every_language(text: str) -> Iterable[str]:
    """Return how a text of a template reads in the six languages; of any other text nothing is known."""
    return _known().get(text, {}).values()


def is_known_in(text: str, language: str) -> bool:
    """Say whether a text is one of a template's that can be read in the language."""
    return language in _known().get(text, ())


def running(text: str, language: Language) -> str:
    """Return a text that runs as the language does if a template gave it, and as its own letters if not."""
    return whole(text, rtl=language.rtl) if is_known_in(text, language.code) else isolate(text)


@lru_cache(maxsize=1)
def _known() -> Mapping[str, Mapping[str, str]]:
    """Return for each text what it is in every language; what is told in full goes first."""
    found: dict[str, Mapping[str, str]] = {}
    templates = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(resource("templates").glob("*.toml"))
    ]
    for texts in (*_texts(templates, left_out=_SHORT), *_texts(templates)):
        for text in texts.values():
            found.setdefault(text, texts)
    return found


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
