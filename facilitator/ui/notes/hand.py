"""The note that is in the line, and all by which something is done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facilitator.domain.notes import Note, NoteId
from facilitator.domain.view import View
from facilitator.ui.context import Context
from facilitator.ui.notes.capture import Capture
from facilitator.ui.notes.picks import Doing


@dataclass(frozen=True, slots=True)
class Hand:
    """The note, the look at its panel, and ways to act on it."""

    context: Context
    capture: Capture
    do: Doing
    note: Note
    go: Callable[[NoteId], object]

    @property
    def view(self) -> View:
        return self.context.desk.view(self.note.panel)

    def again(self) -> None:
        """The note stays in the line, as it stands by now."""
        notes = self.context.desk.view(self.note.panel).notes
        self.capture.overtaken(next((note for note in notes if note.id == self.note.id), self.note))
