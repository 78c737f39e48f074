"""A list of objects, as programs hand it over in JSON, as rows of text: a column for each name."""

from __future__ import annotations

import json
from collections.abc import Mapping

_BETWEEN = "; "
_OPENING = ("[", "{")


def object_rows(text: str) -> list[list[str]] | None:
    """Return a header and a row for each object, or None for what is no list of objects.

    The list may stand alone or be the only one in an object. What is a list within is told part by part, what
    is an object within is left out.
    """
    if not text.lstrip().startswith(_OPENING):
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):  # nested without end, too
        return None
    listed = _listed(found)
    if listed is None:
        return None
    names = list(dict.fromkeys(name for each in listed for name in each))
    return [names, *([_cell(each.get(name)) for name in names] for each in listed)]


def _listed(found: object) -> list[Mapping[str, object]] | None:
    """Return the objects of the one list there is."""
    if isinstance(found, Mapping):
        lists = [value for value in found.values() if isinstance(value, list)]
        return _listed(lists[0]) if len(lists) == 1 else None
    if isinstance(found, list) and found and all(isinstance(each, Mapping) for each in found):
        return found
    return None


def _cell(value: object) -> str:
    match value:
        case None | Mapping():
            return ""
        case list():
            return _BETWEEN.join(filter(None, map(_cell, value)))
        case bool():
            return str(value).lower()
        case _:
            return str(value)
