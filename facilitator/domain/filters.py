"""Filters typed among the words of a search, such as `panel:2` or `speaker:"Ana Lima"`."""

from __future__ import annotations

import re
from collections.abc import Mapping

_FILTER = re.compile(r'(?<!\S)([^\W\d_]+):(?:"([^"]*)"?|(\S*))')


def parted(typed: str, names: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """Return the filters that are typed, by what their names mean, and the other words.

    A name that is not known is a word like any other; of two with one name the last is meant.
    """
    found: dict[str, str] = {}

    def take(match: re.Match[str]) -> str:
        meaning = names.get(match[1].casefold())
        if meaning is None:
            return match[0]
        found[meaning] = match[2] if match[2] is not None else match[3]
        return ""

    words = _FILTER.sub(take, typed).strip()
    return {name: value for name, value in found.items() if value}, words
