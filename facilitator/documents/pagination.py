"""Where pages end: items as far as they fit, and at the foot the notes whose marks stand on the page."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from facilitator.documents.flow import Item

_TOLERANCE_PT = 0.01
NOTES_ABOVE_PT = 13.0
"""From the text to the first note, the short rule included."""
_MOST_CARRIED = 2 / 3
_NONE: Mapping[str, Item] = MappingProxyType({})


@dataclass(slots=True)
class Page:
    """Items with the distance of each from the top of the page's text, and notes at its foot."""

    room: float
    items: list[tuple[Item, float]] = field(default_factory=list)
    notes: list[Item] = field(default_factory=list)
    used: float = 0.0
    foot: float = 0.0

    @property
    def left(self) -> float:
        """The height that is still free."""
        return self.room - self.used - self.foot

    def space_of(self, item: Item) -> float:
        return item.space if self.items else 0.0

    def put(self, item: Item) -> None:
        top = self.used + self.space_of(item)
        self.items.append((item, top))
        self.used = top + item.height

    def put_note(self, note: Item) -> None:
        self.foot += note.height + self._above_note
        self.notes.append(note)

    @property
    def _above_note(self) -> float:
        return 0.0 if self.notes else NOTES_ABOVE_PT

    def height_of(self, notes: Sequence[Item]) -> float:
        """The least height that new notes take: the last of them may go on over the page."""
        if not notes:
            return 0.0
        return self._above_note + sum(note.height for note in notes[:-1]) + notes[-1].least


class PageBreak:
    """What follows begins a page."""

    space = height = least = 0.0
    keeps_next = False
    notes: tuple[str, ...] = ()

    def split(self, room: float) -> tuple[Item, Item | None]:  # noqa: ARG002 - there is nothing to part
        return self, None

    def draw(self, surface: object, top: float) -> None:
        """Nothing is drawn."""


def paginate(items: Iterable[Item], room: float, notes: Mapping[str, Item] = _NONE) -> list[Page]:
    """Return the pages that hold the items, each `room` points high; `notes` are those that items name."""
    paginator = _Paginator(room, notes)
    waiting = deque(items)
    while waiting:
        if isinstance(waiting[0], PageBreak):
            waiting.popleft()
            paginator.turn_if_begun()
            continue
        if rest := paginator.place(waiting):
            waiting.appendleft(rest)
            paginator.turn()
    while paginator.carried:
        paginator.turn()
    return paginator.pages


class _Paginator:
    """Fills page after page; `carried` are notes that go on over the page."""

    def __init__(self, room: float, notes: Mapping[str, Item]) -> None:
        self._room = room
        self._notes = notes
        self.pages = [Page(room)]
        self.carried: deque[Item] = deque()

    @property
    def _page(self) -> Page:
        return self.pages[-1]

    def turn_if_begun(self) -> None:
        if self._page.items:
            self.turn()

    def turn(self) -> None:
        """A new page begins, with what is left of the notes of the last one at its foot."""
        self.pages.append(Page(self._room))
        waiting, self.carried = self.carried, deque()
        self._put_notes(waiting, self._room * _MOST_CARRIED)

    def place(self, waiting: deque[Item]) -> Item | None:
        """The next item stands on this page or a new one; return what is left of it."""
        if self._stands_whole(waiting[0]):
            self._page.put(waiting.popleft())
            return None
        if self._page.items and self._least_of(waiting) > self._page.left + _TOLERANCE_PT:
            self.turn()
        item = waiting.popleft()
        parts = self._fitting(item)
        if parts is None and self._page.items:
            self.turn()
            parts = self._fitting(item)
        here, rest = parts or item.split(self._page.left - self._page.space_of(item))
        self._page.put(here)
        self._put_notes(deque(self._of(here)), self._page.left)
        return rest

    def _stands_whole(self, item: Item) -> bool:
        """Return whether all of an item fits, and nothing has to be on the page with it: the usual case."""
        if item.keeps_next or item.notes:
            return False
        page = self.pages[-1]
        return item.height <= page.left - page.space_of(item)

    def _fitting(self, item: Item) -> tuple[Item, Item | None] | None:
        """The item in two, so that the first part fits together with its notes; None if none does."""
        limit = room = self._page.left - self._page.space_of(item)
        while room >= item.least - _TOLERANCE_PT:
            here, rest = item.split(room)
            needed = self._page.height_of(self._of(here))
            if here.height + needed <= limit + _TOLERANCE_PT:
                return here, rest
            room = min(room, here.height) - 1
        return None

    def _put_notes(self, notes: deque[Item], room: float) -> None:
        """Notes stand at the foot as far as there is room; the first that does not fit is parted."""
        while notes:
            note = notes.popleft()
            left = room - self._page.height_of([note]) + note.least
            if self.carried or left < note.least - _TOLERANCE_PT:
                self.carried.append(note)
                continue
            here, rest = note.split(left)
            before = self._page.foot
            self._page.put_note(here)
            room -= self._page.foot - before
            if rest is not None:
                self.carried.append(rest)

    def _of(self, item: Item) -> list[Item]:
        return [self._notes[name] for name in item.notes]

    def _least_of(self, waiting: Sequence[Item]) -> float:
        """The height that the next item needs together with all that it keeps with it."""
        needed = 0.0
        for item in waiting:
            needed += self._page.space_of(item) or (item.space if needed else 0.0)
            needed += item.height if item.keeps_next else item.least
            if item.keeps_next:
                needed += self._page.height_of(self._of(item))
            else:
                break
        return needed
