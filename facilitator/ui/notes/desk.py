"""The rapporteur's desk: the clock, the panel as noted, what is missing, and the line to write in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from facilitator.domain.notes import Note, NoteKind
from facilitator.domain.programme import QuestionId
from facilitator.domain.refusals import Explained
from facilitator.domain.view import View
from facilitator.language.refusals import sentence
from facilitator.ui.context import Context
from facilitator.ui.notes.capture import Capture, Moment
from facilitator.ui.notes.capture_parts import KindList
from facilitator.ui.notes.clock_bar import ClockBar
from facilitator.ui.notes.coverage import Coverage
from facilitator.ui.notes.timeline import Timeline, TimelineModel
from facilitator.ui.painting import ground
from facilitator.ui.pane import rule
from facilitator.ui.type import Role

_NARROW = 1100


class NotesDesk(QWidget):
    """Never loses a keystroke: what cannot be stored stays in the line, and `told` says why."""

    told = Signal(str)

    def __init__(self, context: Context, size: tuple[int, int]) -> None:
        super().__init__()
        self.context, self.desk = context, context.desk
        self._view: View | None = None
        ground(self, context.tokens.surface)
        self.clock = ClockBar(context)
        self.model = TimelineModel(context)
        self.timeline = Timeline(context, self.model)
        self.coverage = Coverage(context)
        self.coverage.setFixedWidth(416)
        self.coverage.setVisible(size[0] >= _NARROW)
        self.capture = Capture(context)
        self.kinds = KindList(context, self)
        self._empty = QLabel(
            context.language.say(
                "No notes yet. Write below; Enter stores the note with its speaker and clock."
            )
        )
        self._arrange()
        self._connect()
        self.capture.restore(self.desk.draft())

    def take_focus(self) -> None:
        self.capture.field.setFocus()

    def show_view(self, view: View, now: int) -> None:
        self._view = view
        self.clock.show_view(view, now)
        self.coverage.show_view(view)
        self.capture.show_view(view, now)
        if self.model.show_view(view, now):
            self.timeline.follow()
        self._empty.setVisible(not self.model.lines)

    def tick(self, now: int) -> None:
        if self._view is not None:
            self.show_view(self._view, now)

    def _arrange(self) -> None:
        self._empty.setFont(self.context.font(Role.BODY))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._empty.setMinimumHeight(80)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._empty)
        left.addWidget(self.timeline, 1)
        left.addWidget(rule(self.context))
        left.addWidget(self.capture)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(rule(self.context, upright=True))
        row.addWidget(self.coverage)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.clock)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        capture = self.capture
        capture.stored.connect(self._store)
        capture.revised.connect(self._revise)
        capture.drafted.connect(self._keep_draft)
        capture.undone.connect(lambda back: self._do("redo" if back else "undo", desk="notes"))
        capture.last_wanted.connect(self._edit_last)
        capture.left.connect(self._stop_editing)
        self.timeline.edit_wanted.connect(self._edit)
        self.kinds.chosen.connect(self._kind_chosen)
        QShortcut(
            QKeySequence("Ctrl+K"),
            self,
            self._open_kinds,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    def _store(self, text: str, kind: NoteKind, question: QuestionId | None, moment: Moment) -> None:
        done = self._do(
            "write_note",
            text=text,
            kind=kind,
            question=question,
            intervention=moment.intervention,
            begun=moment.at,
            **self._panel(),
        )
        if done:
            self.timeline.follows = True
            self.capture.done()
            self.timeline.follow()

    def _panel(self) -> dict[str, object]:
        """A note belongs to the panel that is shown, be it live or not."""
        return {} if self._view is None or self._view.panel is None else {"panel": self._view.panel.id}

    def _revise(self, text: str, kind: NoteKind, seen: Note) -> None:
        if self._do("revise_note", note=seen.id, text=text, base=seen.revision, kind=kind):
            self._stop_editing()
            self.capture.done()

    def _do(self, act: str, **arguments: object) -> bool:
        """Say whether an act was done; if not, the reason is told and the line keeps its text."""
        try:
            self.desk.do(act, **arguments)
        except Explained as told:
            self.told.emit(sentence(self.context.language, told))
            return False
        return True

    def _keep_draft(self, text: str) -> None:
        try:
            self.desk.keep_draft(text)
        except Explained as told:
            self.told.emit(sentence(self.context.language, told))

    def _edit_last(self) -> None:
        notes = () if self._view is None else self._view.notes
        if notes:
            self._edit(notes[-1].id)

    def _edit(self, note: str) -> None:
        found = next((n for n in (self._view.notes if self._view else ()) if n.id == note), None)
        if found is not None:
            self.timeline.painter.editing = found.id
            self.capture.edit(found)
            self.timeline.viewport().update()

    def _stop_editing(self) -> None:
        self.timeline.painter.editing = None
        self.timeline.viewport().update()

    def _open_kinds(self) -> None:
        width, height = 260, min(560, self.height() - 140)
        self.kinds.setGeometry(
            0 if not self.context.rtl else self.width() - width, self.height() - 116 - height, width, height
        )
        self.kinds.setCurrentRow(0)
        self.kinds.raise_()
        self.kinds.show()
        self.kinds.setFocus()

    def _kind_chosen(self, kind: NoteKind | None) -> None:
        self.kinds.hide()
        if kind is not None:
            self.capture.choose_kind(kind)
        self.take_focus()
