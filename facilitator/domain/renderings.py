"""One text in several languages: how it reads in each, and which of them is older than the original."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rendering:
    """A text in one language; `of` is the revision of the original it was translated from."""

    text: str
    revision: str = ""
    of: str = ""


def is_behind(texts: Mapping[str, Rendering], original: str, language: str) -> bool:
    """Say whether the original has been changed since it was translated into the language."""
    first, there = texts.get(original), texts.get(language)
    if first is None or there is None or language == original:
        return False
    return there.of != first.revision


@dataclass(frozen=True, slots=True)
class InLanguages:
    """`original` is the language in which it was first written."""

    original: str = ""
    texts: Mapping[str, Rendering] = field(default_factory=dict)

    def text_in(self, language: str) -> str:
        """Return how it reads in a language, or in its own where nobody put it into that one."""
        found = self.texts.get(language) or self.texts.get(self.original)
        return "" if found is None else found.text

    @property
    def first(self) -> str:
        return self.text_in(self.original)

    def behind(self, language: str) -> bool:
        return is_behind(self.texts, self.original, language)

    def all_behind(self) -> frozenset[str]:
        """Return the languages in which it is older than the original."""
        return frozenset(filter(self.behind, self.texts))
