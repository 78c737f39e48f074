"""In which order words stand: that of the language of the window, whatever their scripts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cmp_to_key
from typing import Any

from PySide6.QtCore import QCollator, QLocale


def order_of(words: Iterable[str], language: str) -> Mapping[str, Any]:
    """Return by what each word is to be sorted; of thousands many are alike and are looked at once."""
    key = cmp_to_key(QCollator(QLocale(language)).compare)
    return {word: key(word) for word in set(words)}
