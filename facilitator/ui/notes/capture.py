"""The capture line: what is typed becomes a note that knows its moment, and is never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.notes import Note, NoteKind
from facilitator.domain.programme import Panel, QuestionId
from facilitator.domain.view import View
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.language.vocabularies import code_label
from facilitator.ui.context import Context
from facilitator.ui.notes.anchor import Anchor, anchored
from facilitator.ui.notes.capture_parts import CaptureFrame, KindsLine
from facilitator.ui.notes.gestures import OF_AN_EDITED_NOTE, Ask, gesture
from facilitator.ui.notes.kinds import BY_NUMBER, kind_of
from facilitator.ui.notes.moment import Moment, Whose, id_of, moment_of, still
from facilitator.ui.notes.turning import numbered, turned
from facilitator.ui.notes.unfinished import Unfinished, unfinished
from facilitator.ui.painting import ground

DRAFT_MS = 400  # saved at the latest half a second after the first key that changed it
_BESIDE = 84  # the height of all but the field


class Capture(QWidget):
    """The block under the timeline. `stored` and `revised` ask for acts; the line is cleared by `done`."""

    stored = Signal(str, object, object, object)  # text, kind, question, moment
    revised = Signal(str, object, object, object)  # text, kind, question, the note as it was seen
    undone = Signal(bool)  # True brings back
    last_wanted = Signal()
    kinds_wanted = Signal()
    paged = Signal(int)
    drafted = Signal(str)
    left = Signal()
    asked = Signal(object)  # what is done elsewhere on the desk

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.kind, self.whose = NoteKind.POINT, Whose.SPEAKER
        self.question: QuestionId | None = None
        self.editing: Note | None = None
        self.moment: Moment | None = None
        self.tags: tuple[str, ...] = ()
        self._beneath: Unfinished | None = None  # the line begun before a note was taken up
        self._restored: Unfinished | None = None  # waits for the first view
        self._key_taken: tuple[str, NoteKind] | None = None  # what a key at the start replaced
        self._view: View | None = None
        self._now = 0
        ground(self, context.tokens.surface)
        self.anchor, self.frame, self.kinds = Anchor(context), CaptureFrame(context), KindsLine(context)
        self.field = self.frame.field
        self._draft = QTimer(self, singleShot=True, interval=DRAFT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._asked = self._answers()
        self._arrange()
        self.setFixedHeight(_BESIDE + self.field.height())
        self._tell()

    def show_view(self, view: View, now: int) -> None:
        """The anchor names what a note begun now would be linked to."""
        before, self._view, self._now = self._view, view, now
        if self._restored is not None:
            self._put(self._restored)
        if before is not None and id_of(before) != id_of(view) and not self.field.text():
            self.question = None
        if self.moment is not None:
            self.moment = still(self.moment, view)
        self._tell()

    def tick(self, now: int) -> None:
        """A second has passed; nothing else has changed."""
        self._now = now
        self._tell()

    def choose_kind(self, kind: NoteKind) -> None:
        self.kind, self._key_taken = kind, None
        self._changed()

    def restore(self, written: str) -> None:
        """An unfinished line is there again, with the link it had."""
        line = unfinished(written)
        if written and not self.field.text():
            self.field.setText(line.text)
            self._restored = line

    def edit(self, note: Note) -> None:
        """The field holds a note's text; Enter will store it as a new version."""
        if self.editing is None:
            self._beneath = self._line()
        self._put(
            Unfinished(note.text, note.kind, note.question, None, note.id, note.revision, self._beneath)
        )
        self.field.setFocus()

    def overtaken(self, note: Note) -> None:
        """The note was changed or moved: what stands there now has been seen, and Enter may replace it."""
        self.editing = note
        self._tell()

    def done(self) -> None:
        """What was typed is on the disk: the line is as it was before, empty or begun; the question stays."""
        self._put(self._beneath or Unfinished(question=self.question))
        self.keep_draft()

    def keep_draft(self) -> None:
        """What is typed is saved now, not only after the pause."""
        self._draft.stop()
        self.drafted.emit(self._line().written())

    def hideEvent(self, event: QHideEvent) -> None:
        if self._draft.isActive():
            self.keep_draft()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyPress and self._put_back(event):
            return True
        asked = gesture(event, empty=not self.field.text())
        if asked is None or (asked[0] in OF_AN_EDITED_NOTE and self.editing is None):
            return False
        if event.type() == QEvent.Type.KeyPress:
            if asked[0] in self._asked:
                self._asked[asked[0]](asked[1])
            else:
                self.asked.emit(asked[0])
        event.accept()  # no shortcut and no editing key of the line's own takes it
        return True

    # what the keys do

    def _answers(self) -> dict[Ask, Callable[[int], object]]:
        return {
            Ask.STORE: lambda _: self._store(),
            Ask.LEAVE: lambda _: self._leave(),
            Ask.EARLIER: lambda _: self.last_wanted.emit(),
            Ask.KIND: self._numbered_kind,
            Ask.ALL_KINDS: lambda _: self.kinds_wanted.emit(),
            Ask.QUESTION: self._numbered_question,
            Ask.NEXT_QUESTION: lambda _: self._turn_question(1),
            Ask.LAST_QUESTION: lambda _: self._turn_question(-1),
            Ask.UNDO: lambda _: self.undone.emit(False),
            Ask.REDO: lambda _: self.undone.emit(True),
            Ask.WHOSE: lambda _: self._turn_whose(),
            Ask.PAGE_UP: lambda _: self.paged.emit(-1),
            Ask.PAGE_DOWN: lambda _: self.paged.emit(1),
        }

    def _turn_whose(self) -> None:
        """The note is for whoever spoke before, for the panel, for nobody, and for the speaker again."""
        if self.editing is not None or self._view is None:
            self.asked.emit(Ask.WHOSE)
            return
        self.whose = self.whose.next
        if self.moment is not None:
            self.moment = moment_of(self._view, self.moment.at, self.whose)
        self._changed()

    def tag(self, code: str) -> None:
        """The note will be tagged with the code, or no more."""
        kept = tuple(tag for tag in self.tags if tag != code)
        self.tags = kept if code in self.tags else (*kept, code)
        self._changed()

    def _store(self) -> None:
        text = self.field.text().strip()
        if not text:
            return
        self.keep_draft()
        if self.editing is not None:
            self.revised.emit(text, self.kind, self.question, self.editing)
            return
        self._begin()
        self.stored.emit(text, self.kind, self.question, self.moment)

    def _leave(self) -> None:
        self.done()
        self.left.emit()

    def _numbered_kind(self, number: int) -> None:
        if 1 <= number <= len(BY_NUMBER):
            self.choose_kind(BY_NUMBER[number - 1])

    def _numbered_question(self, number: int) -> None:
        self.question = numbered(self._panel(), number, self.question)
        self._changed()

    def _turn_question(self, by: int) -> None:
        self.question = turned(self._panel(), by, self.question)
        self._changed()

    def _put_back(self, event: QKeyEvent) -> bool:
        """Backspace after a key that was meant as a word: the letter is text again."""
        if event.key() != Qt.Key.Key_Backspace or self._key_taken is None or self.field.text():
            return False
        text, kind = self._key_taken
        self.kind, self._key_taken = kind, None
        self.field.setText(text)
        self._changed()
        return True

    # what is typed

    def _typed(self, text: str) -> None:
        self._begin()
        if not text:
            self.moment = None
        self._key_taken = None if text else self._key_taken
        chosen = kind_of(text[0]) if len(text) == len("g ") and text[1] == " " else None
        if chosen is not None and self.editing is None:
            self._key_taken, self.kind = (text, self.kind), chosen
            self.field.clear()
        self._changed()

    def _begin(self) -> None:
        if self.moment is None and self._view is not None:
            self.moment = moment_of(self._view, self._context.desk.now(), self.whose)

    def _changed(self) -> None:
        if not self._draft.isActive():
            self._draft.start()
        self._tell()

    def _line(self) -> Unfinished:
        note = self.editing
        return Unfinished(
            self.field.text(),
            self.kind,
            self.question,
            self.moment,
            None if note is None else note.id,
            None if note is None else note.revision,
            self._beneath,
            self.tags,
        )

    def _put(self, line: Unfinished) -> None:
        """The line stands there as it was; a note that is gone leaves its text as a new one."""
        self.kind, self.question, self._beneath = line.kind, line.question, line.beneath
        self._restored, self._key_taken = None, None
        self.tags, self.whose = line.tags, Whose.SPEAKER
        self.moment = line.moment and (still(line.moment, self._view) if self._view else line.moment)
        notes = () if self._view is None else self._view.notes
        note = next((note for note in notes if note.id == line.note), None)
        self.editing = None if note is None else replace(note, revision=line.base or note.revision)
        self.field.setText(line.text)
        if line.text and self.editing is None:
            self._begin()
        self._tell()

    # how it is put together

    def _panel(self) -> Panel | None:
        """Return the panel that the line belongs to: the one it was begun in, else the one shown."""
        view = self._view
        if view is None or self.moment is None:
            return None if view is None else view.panel
        return next((panel for panel in view.panels if panel.id == self.moment.panel), view.panel)

    def _arrange(self) -> None:
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._typed)
        self.field.grown.connect(lambda height: self.setFixedHeight(_BESIDE + height))
        self._draft.timeout.connect(self.keep_draft)
        self.kinds.chosen.connect(self.choose_kind)
        self.kinds.all_wanted.connect(self.kinds_wanted)
        self.anchor.pressed.connect(partial(self._turn_question, 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 9, 16, 8)
        column.setSpacing(0)
        column.addWidget(self.anchor)
        column.addWidget(self.frame)
        column.addStretch(1)
        column.addWidget(self.kinds)

    def _tell(self) -> None:
        self.frame.tell(self._context.language.say(NOTE_KINDS[self.kind]))
        self.kinds.tell(self.kind)
        self.anchor.tell(
            anchored(
                self._context,
                self._view,
                self._now,
                panel=self._panel(),
                question=self.question,
                moment=self.moment,
                note=self.editing,
                tags=tuple(code_label(tag, self._context.language.code) for tag in self.tags),
                whose=self.whose,
            )
        )
