"""Where pages end: nothing lost, nothing too high, what belongs together on one page."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.documents.pagination import NOTES_ABOVE_PT, PageBreak, paginate

ROOM = 200.0


@dataclass(frozen=True)
class Lines:
    """Lines of 10 pt; the notes of each line are named by its number."""

    first: int
    last: int
    marks: tuple[tuple[int, str], ...] = ()
    keeps_next: bool = False
    space: float = 5.0

    @property
    def height(self):
        return 10.0 * (self.last - self.first)

    @property
    def least(self):
        return 20.0 if self.last - self.first > 3 else self.height

    @property
    def notes(self):
        return tuple(name for line, name in self.marks if self.first <= line < self.last)

    def split(self, room):
        lines = max(2, int(room / 10 + 1e-6))
        if lines >= self.last - self.first or self.last - self.first <= 3:
            return self, None
        lines = min(lines, self.last - self.first - 2)
        return replace(self, last=self.first + lines), replace(self, first=self.first + lines)

    def draw(self, surface, top):
        """Nothing is drawn here."""


def lines_of(page):
    return sum(int(item.height / 10) for item, _ in page.items)


def note_lines_of(page):
    return sum(int(note.height / 10) for note in page.notes)


@st.composite
def documents(draw):
    items, notes = [], {}
    for number in range(draw(st.integers(1, 12))):
        length = draw(st.integers(1, 40))
        marks = []
        for line in draw(st.lists(st.integers(0, length - 1), max_size=3, unique=True)):
            name = f"n{len(notes)}"
            notes[name] = Lines(0, draw(st.integers(1, 30)), space=0.0)
            marks.append((line, name))
        keeps = number % 3 == 1 and length < 4
        items.append(Lines(0, length, tuple(sorted(marks)), keeps))
    return items, notes


@given(documents())
def test_pages_hold_every_line_and_every_note_and_none_is_too_high(document):
    items, notes = document
    pages = paginate(items, ROOM, notes)

    assert sum(map(lines_of, pages)) == sum(item.last for item in items)
    assert sum(note_lines_of(page) for page in pages) == sum(note.last for note in notes.values())
    assert [page for page in pages if page.used + page.foot > ROOM + 20.01] == []


@given(documents())
def test_a_note_begins_on_the_page_of_its_mark_as_far_as_there_is_room(document):
    items, notes = document
    waiting = []
    for page in paginate(items, ROOM, notes):
        waiting += [notes[name] for item, _ in page.items for name in item.notes]
        begun = [note for note in page.notes if note.first == 0]
        assert begun == [replace(note, last=here.last) for note, here in zip(waiting, begun, strict=False)]
        waiting = waiting[len(begun) :]
    assert waiting == []


def test_a_heading_goes_over_with_what_follows_it():
    pages = paginate([Lines(0, 17), Lines(0, 1, keeps_next=True), Lines(0, 8)], ROOM)

    assert [[int(item.height / 10) for item, _ in page.items] for page in pages] == [[17], [1, 8]]


def test_a_page_ends_where_it_is_told_to_and_none_is_empty():
    pages = paginate([PageBreak(), Lines(0, 3), PageBreak(), PageBreak(), Lines(0, 2)], ROOM)

    assert list(map(lines_of, pages)) == [3, 2]


@pytest.mark.parametrize(("length", "lines"), [(4, [4]), (5, [3, 2]), (7, [5, 2])])
def test_a_line_whose_note_does_not_fit_goes_over_with_it(length, lines):
    room = 40 + 30 + NOTES_ABOVE_PT
    pages = paginate([Lines(0, length, ((length - 1, "n"),))], room, {"n": Lines(0, 3, space=0.0)})

    assert list(map(lines_of, pages)) == lines
    assert [note_lines_of(page) for page in pages] == [0] * (len(lines) - 1) + [3]
