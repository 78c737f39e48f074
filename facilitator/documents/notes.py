"""Notes at the foot of the page: their marks, their numbers, and their text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from facilitator.documents.colours import INK
from facilitator.documents.flow import Item, Placed
from facilitator.documents.surface import Surface
from facilitator.documents.tree import Element

_FEWEST_LINES = 2
_SHORTEST_PARTED = 5
_RULE_PT, _ABOVE_PT = 85.0, 4.0
_TOLERANCE_PT = 0.01


@dataclass(frozen=True, slots=True)
class NoteAtFoot:
    """A note with its number; a long one may go on at the foot of the next page."""

    name: str
    text: Placed
    number: Placed | None
    drawn: list[Element] = field(default_factory=list, compare=False, repr=False)
    space: float = 0.0
    keeps_next: bool = False
    notes: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        return self.text.block.height_pt

    @property
    def least(self) -> float:
        if self.text.block.lines < _SHORTEST_PARTED:
            return self.height
        return _FEWEST_LINES * self.text.block.leading_pt

    def split(self, room: float) -> tuple[Item, Item | None]:
        block = self.text.block
        if self.height <= room + _TOLERANCE_PT or block.lines < _SHORTEST_PARTED:
            return self, None
        lines = int((room + _TOLERANCE_PT) / block.leading_pt)
        here, rest = block.split(max(_FEWEST_LINES, min(lines, block.lines - _FEWEST_LINES)))
        return (
            replace(self, text=replace(self.text, block=here)),
            replace(self, text=replace(self.text, block=rest), number=None),
        )

    def draw(self, surface: Surface, top: float) -> None:
        if not self.drawn:
            surface.place(self.name, top)
            note = surface.tags.owner_of_note(self.name).add("Note", name=self.name)
            if self.number is not None:
                self.number.draw(surface, top, note.add("Lbl"))
            self.drawn.append(self.text.element(note, "P"))
        self.text.draw(surface, top, self.drawn[0])


def draw_notes(surface: Surface, notes: list[Item], start: float, bottom: float) -> None:
    """Notes stand above `bottom`, under a short rule that begins at `start`."""
    top = bottom - sum(note.height for note in notes)
    with surface.tags.artifact():
        surface.rule(start, _RULE_PT, top - _ABOVE_PT, thickness=0.5, colour=INK)
    for note in notes:
        note.draw(surface, top)
        top += note.height
