"""Spans coded in a note: they stay on their words while the text is edited, and are not lost if those go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from facilitator.domain.notes import Coding, NoteId


def followed(coding: Coding, before: str, after: str) -> Coding:
    """Return a coding of a text as it stands in the edited one; orphaned if its words are gone.

    Offsets count code points. An orphan whose words are there again is none any more.
    """
    if coding.begin is None or coding.end is None:
        return coding
    if coding.orphaned:
        return _found_again(coding, after)
    head = _alike(before, after)
    tail = min(_alike(before[::-1], after[::-1]), len(before) - head, len(after) - head)
    ends, longer = len(before) - tail, len(after) - len(before)
    if coding.end <= head:
        return coding
    if coding.begin >= ends:
        return replace(coding, begin=coding.begin + longer, end=coding.end + longer)
    if coding.begin <= head and coding.end >= ends and after[coding.begin : coding.end + longer].strip():
        end = coding.end + longer
        return replace(coding, end=end, quote=after[coding.begin : end])
    return _found_again(coding, after)


def split_coding(coding: Coding, text: str, ends: int, begins: int) -> tuple[Coding | None, Coding | None]:
    """Return what of a coding stays where its text now ends, and what goes into the part that begins later.

    A code of the whole note is one of both parts; a span over the cut becomes two.
    """
    begin, end = coding.begin, coding.end
    if begin is None or end is None:
        return coding, coding
    if coding.orphaned:
        return coding, None
    stays, goes = text[begin : min(end, ends)], text[max(begin, begins) : end]
    at = max(begin, begins) - begins
    return (
        replace(coding, end=begin + len(stays), quote=stays) if stays else None,
        replace(coding, begin=at, end=at + len(goes), quote=goes) if goes else None,
    )


def shifted(codings: Iterable[Coding], note: NoteId, by: int) -> Iterator[Coding]:
    """Yield codings as those of another note, in whose text their own begins at `by`."""
    for coding in codings:
        if coding.begin is None or coding.end is None or coding.orphaned:
            yield replace(coding, note=note)
        else:
            yield replace(coding, note=note, begin=coding.begin + by, end=coding.end + by)


def _found_again(coding: Coding, text: str) -> Coding:
    """Return the coding on the place of its words that lies nearest to where it was."""
    near = coding.begin or 0
    before = text.rfind(coding.quote, 0, near + len(coding.quote))
    after = text.find(coding.quote, near)
    places = [place for place in (before, after) if place >= 0]
    if not places or not coding.quote:
        return replace(coding, orphaned=True)
    begin = min(places, key=lambda place: abs(place - near))
    return replace(coding, begin=begin, end=begin + len(coding.quote), orphaned=False)


def _alike(one: str, other: str) -> int:
    """Return with how many signs both begin, found by halving: a note may have a million."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low
