"""The capture line: what is typed becomes a note that knows its moment, and is never lost."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.floor import InterventionId
from facilitator.domain.notes import Note, NoteKind
from facilitator.domain.programme import QuestionId
from facilitator.domain.view import View
from facilitator.language.direction import isolate
from facilitator.ui.context import Context
from facilitator.ui.notes.capture_parts import Anchor, CaptureField, KindsLine, KindTag
from facilitator.ui.notes.kinds import BY_NUMBER, WORDS
from facilitator.ui.painting import ground

DRAFT_MS = 400  # saved at the latest half a second after the first key that changed it


@dataclass(frozen=True, slots=True)
class Moment:
    """What was the case when the first letter was typed."""

    at: int
    intervention: InterventionId | None
    speaker: str


class Capture(QWidget):
    """The block under the timeline. `stored` and `revised` ask for acts; the line is cleared by `done`."""

    stored = Signal(str, object, object, object)  # text, kind, question, moment
    revised = Signal(str, object, object)  # text, kind, the note as it was seen
    undone = Signal(bool)  # True brings back
    last_wanted = Signal()
    drafted = Signal(str)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.kind = NoteKind.POINT
        self.question: QuestionId | None = None
        self.editing: Note | None = None
        self.moment: Moment | None = None
        self._view: View | None = None
        self._now = 0
        self.setFixedHeight(116)
        ground(self, context.tokens.bg)
        self.anchor, self.tag, self.kinds = Anchor(context), KindTag(context), KindsLine(context)
        self.field = CaptureField(context)
        self.field.installEventFilter(self)
        self._draft = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._draft.timeout.connect(lambda: self.drafted.emit(self.field.text()))
        self.field.textEdited.connect(self._typed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.tag)
        row.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 6)
        column.setSpacing(2)
        column.addWidget(self.anchor)
        column.addLayout(row)
        column.addWidget(self.kinds)
        self._tell()

    def show_view(self, view: View, now: int) -> None:
        """The anchor names what a note begun now would be linked to."""
        before = None if self._view is None or self._view.panel is None else self._view.panel.id
        self._view, self._now = view, now
        if view.panel is not None and view.panel.id != before:
            self.question = None
        self._tell()

    def choose_kind(self, kind: NoteKind) -> None:
        self.kind = kind
        self._tell()

    def restore(self, text: str) -> None:
        """An unfinished line is there again."""
        if text and not self.field.text():
            self.field.setText(text)
            self._begin()

    def edit(self, note: Note) -> None:
        """The field holds a note's text; Enter will store it as a new version."""
        self.editing, self.kind = note, note.kind
        self.field.setText(note.text)
        self.field.setFocus()
        self._tell()

    def done(self) -> None:
        """What was typed is on the disk: the line is empty, the question stays."""
        self.editing, self.moment, self.kind = None, None, NoteKind.POINT
        self.field.clear()
        self.keep_draft()
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            return self._control_key(key)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._store()
        elif key == Qt.Key.Key_Escape and self.editing is not None:
            self.done()
            self.left.emit()
        elif key == Qt.Key.Key_Up and not self.field.text():
            self.last_wanted.emit()
        else:
            return False
        return True

    def _control_key(self, key: int) -> bool:
        number = key - Qt.Key.Key_1
        if 0 <= number < len(BY_NUMBER):
            self.choose_kind(BY_NUMBER[number])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._turn_question(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Z, Qt.Key.Key_Y) and not self.field.text():
            self.undone.emit(key == Qt.Key.Key_Y)
        else:
            return False
        return True

    def _typed(self, text: str) -> None:
        self._begin()
        if (
            self.editing is None
            and len(text) == 2
            and text[1] == " "
            and text[0] in {k.value for k in NoteKind}
        ):
            self.kind = NoteKind(text[0])
            self.field.clear()
        if not text:
            self.moment = None
        if not self._draft.isActive():
            self._draft.start()
        self._tell()

    def _begin(self) -> None:
        if self.moment is None and self._view is not None:
            floor = self._view.floor
            speaker = None if floor is None else floor.speaking
            name = "" if speaker is None else self._view.people[speaker.participant].name
            self.moment = Moment(self._context.desk.now(), None if speaker is None else speaker.id, name)

    def _store(self) -> None:
        text = self.field.text().strip()
        if not text:
            return
        self.keep_draft()
        if self.editing is not None:
            self.revised.emit(text, self.kind, self.editing)
            return
        self._begin()
        self.stored.emit(text, self.kind, self.question, self.moment)

    def keep_draft(self) -> None:
        """What is typed is saved now, not only after the pause."""
        self._draft.stop()
        self.drafted.emit(self.field.text())

    def _turn_question(self, by: int) -> None:
        panel = None if self._view is None else self._view.panel
        choices: list[QuestionId | None] = [None, *(q.id for q in (panel.questions if panel else ()))]
        self.question = choices[(choices.index(self.question) + by) % len(choices)]
        self._tell()

    def _tell(self) -> None:
        say, language = self._context.language.say, self._context.language
        self.tag.tell(say(WORDS[self.kind]))
        self.kinds.tell(self.kind)
        if self.editing is not None:
            self.anchor.tell(say("Editing. Enter stores a new version, Esc leaves it."), "")
            return
        self.anchor.tell(" · ".join(self._anchor_words()), language.say("{keys} question", keys="Ctrl+↑↓"))

    def _anchor_words(self) -> list[str]:
        say, view = self._context.language.say, self._view
        floor = None if view is None else view.floor
        speaker = None if floor is None else floor.speaking
        words = []
        if self.moment is not None:
            words.append(isolate(self.moment.speaker) if self.moment.speaker else say("for the panel"))
        elif speaker is None or view is None:
            words.append(say("for the panel"))
        else:
            words.append(isolate(view.people[speaker.participant].name))
            words.append(self._context.language.duration(speaker.clock.elapsed(self._now), down=False))
        panel = None if view is None else view.panel
        question = next((q for q in (panel.questions if panel else ()) if q.id == self.question), None)
        words.append(
            say("no question")
            if question is None or panel is None
            else isolate(f"{panel.number}.{question.number} {question.brief}")
        )
        return words
