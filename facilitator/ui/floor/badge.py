"""What the rapporteur has for the moderator: one quiet line over the foot of the list, gone by a key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.notes import MODERATOR, Note, NoteId
from facilitator.domain.running_record import KEPT_BACK
from facilitator.domain.view import View
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil, ground
from facilitator.ui.type import Role
from facilitator.ui.wrapping import shortened

_HEIGHT, _START = 36, 36


class Badge(QWidget):
    """The oldest note that waits for the moderator; nothing is there while none does, and nothing moves."""

    read = Signal(str)  # the note, which is put away

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._notes: tuple[Note, ...] = ()
        self.waiting: tuple[NoteId, ...] = ()
        self.words = ""
        self.setFixedHeight(_HEIGHT)
        ground(self, context.tokens.accent_soft)
        self.button = Button(context, context.language.say("Read"), Look.QUIET, key="Ctrl+J")
        self.button.clicked.connect(self.put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.button)
        row.addSpacing(8)
        self.hide()

    def show_view(self, view: View) -> None:
        """Notes that did not change are not looked through again."""
        if view.notes is self._notes:
            return
        self._notes = view.notes
        found = [note for note in view.notes if note.charge == MODERATOR and note.settled_at is None]
        found.sort(key=lambda note: (note.at, note.id))
        self.waiting = tuple(note.id for note in found)
        self.words = self._told(found[0], len(found)) if found else ""
        self.setAccessibleName(self.words)
        self.setVisible(bool(found))
        self.update()

    def put_away(self) -> None:
        """The note that is shown has been read."""
        if self.waiting:
            self.read.emit(self.waiting[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        context, tokens = self._context, self._context.tokens
        pencil, font = Pencil(painter, QRectF(self.rect()), rtl=context.rtl), context.font(Role.SMALL_STRONG)
        pencil.fill(pencil.box(0, 0, 3, _HEIGHT), tokens.accent)
        draw_icon(painter, "message-circle-question-mark", pencil.box(12, 10, 16, 16), tokens.accent)
        room = pencil.width - _START - self.button.width() - 16
        words = shortened(self.words, font, int(room), 1, rtl=context.rtl)
        pencil.text(pencil.box(_START, 0, room, _HEIGHT), words, font, tokens.text)
        self.setToolTip("" if words == self.words else self.words)
        painter.end()

    def _told(self, note: Note, many: int) -> str:
        """Return the note in one line; what a protection concern or a private memo says is not shown here."""
        language = self._context.language
        hidden = note.kind in KEPT_BACK
        text = language.say(NOTE_KINDS[note.kind]) if hidden else " ".join(note.text.split())
        if many == 1:
            return language.say("Rapporteur: {text}", text=text)
        return language.count("Rapporteur ({n}): {text}", "Rapporteur ({n}): {text}", many, text=text)
