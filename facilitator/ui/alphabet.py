"""In which order words stand: that of the language of the window, whatever their scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cmp_to_key

from PySide6.QtCore import QCollator, QLocale


class Alphabet:
    """The places of words in the order of a language; only words that were never seen are sorted anew."""

    def __init__(self, language: str) -> None:
        self._key = cmp_to_key(QCollator(QLocale(language)).compare)
        self._places: Mapping[str, int] = {}

    def places(self, words: Iterable[str]) -> Mapping[str, int]:
        """Return the place of each word, and perhaps of others."""
        new = set(words) - self._places.keys()
        if new:
            ordered = sorted({*self._places, *new}, key=self._key)
            self._places = {word: place for place, word in enumerate(ordered)}
        return self._places
