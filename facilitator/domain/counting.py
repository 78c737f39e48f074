"""The numbers of a report: paragraphs through all of it, headings anew in each chapter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from facilitator.domain.paragraphs import SUMMARY
from facilitator.domain.report import Head, Report, Section, Stated, Title

_CHAPTER = 1


def counted(sections: Sequence[Section]) -> tuple[tuple[Head | Stated, ...], tuple[Section, ...]]:
    """Return headings and paragraphs in their order, and the sections with the numbers they got.

    The numbers come of the structure alone, so they are the same in every language. A chapter always has
    its heading; below it one that would stand alone is left away, for an A needs a B.
    """
    counting = _Counting()
    for first, rest in _by_chapter([section for section in sections if section.key != SUMMARY]):
        counting.head(_CHAPTER, first)
        counting.state(first)
        if first.title is Title.OUTCOME:
            _count_outcome(counting, rest)
        else:
            _count_rest(counting, _CHAPTER + 1, rest)
    return tuple(counting.items), tuple(counting.numbered.get(id(s), s) for s in sections)


def final_numbers(report: Report) -> dict[str, int]:
    """Return the paragraph in which each recommendation stands, by its id."""
    stated = (item for item in report.items if isinstance(item, Stated))
    return {item.recommendation.id: item.number for item in stated if item.recommendation is not None}


def _by_chapter(sections: Sequence[Section]) -> Iterator[tuple[Section, list[Section]]]:
    """Yield each chapter's own section with those below it."""
    starts = [place for place, section in enumerate(sections) if section.level == _CHAPTER]
    for start, end in pairwise([*starts, len(sections)]):
        yield sections[start], list(sections[start + 1 : end])


def _count_rest(counting: _Counting, level: int, sections: Sequence[Section]) -> None:
    filled = [section for section in sections if section.stated]
    for section in filled:
        if len(filled) > 1:
            counting.head(level, section)
        counting.state(section)


def _count_outcome(counting: _Counting, sections: Sequence[Section]) -> None:
    conclusions, *groups = sections
    level = _CHAPTER + 1
    if conclusions.stated:
        counting.head(level, conclusions)
        counting.state(conclusions)
        if any(group.stated for group in groups):
            counting.head(level, replace(conclusions, title=Title.RECOMMENDATIONS))
        level += 1
    _count_rest(counting, level, groups)


class _Counting:
    def __init__(self) -> None:
        self.items: list[Head | Stated] = []
        self.numbered: dict[int, Section] = {}
        self._number = 0
        self._heads = [0, 0, 0]

    def head(self, level: int, section: Section) -> None:
        self._heads[level - 1 :] = [self._heads[level - 1] + 1, *[0] * (3 - level)]
        self.items.append(Head(level, self._heads[level - 1], section.title))

    def state(self, section: Section) -> None:
        stated = tuple(self._next(item) for item in section.stated)
        self.items += stated
        self.numbered[id(section)] = replace(section, stated=stated)

    def _next(self, item: Stated) -> Stated:
        self._number += 1
        return replace(item, number=self._number)
