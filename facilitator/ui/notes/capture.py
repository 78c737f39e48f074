"""The capture line: what is typed becomes a note that knows its moment, and is never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent

from facilitator.domain.notes import Note, NoteKind
from facilitator.domain.view import View
from facilitator.language.short_codes import language_written
from facilitator.ui.context import Context
from facilitator.ui.notes.capture_block import CaptureBlock
from facilitator.ui.notes.capture_field import LONGEST_LINE
from facilitator.ui.notes.gestures import OF_AN_EDITED_NOTE, Ask, gesture
from facilitator.ui.notes.kinds import BY_NUMBER
from facilitator.ui.notes.moment import Whose, id_of, moment_of, still
from facilitator.ui.notes.turning import numbered, turned
from facilitator.ui.notes.unfinished import Unfinished, Voice, unfinished

_WALKS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Capture(CaptureBlock):
    """The block under the timeline. `stored` and `revised` ask for acts; the line is cleared by `done`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._restored: Unfinished | None = None  # waits for the first view
        self._key_taken: tuple[str, NoteKind] | None = None  # what a key at the start replaced
        self._message = False  # the kind is the one of a message, nobody chose it
        self._asked = self._answers()
        self._connect()

    def show_view(self, view: View, now: int) -> None:
        """The anchor names what a note begun now would be linked to."""
        before, self._view, self._now = self._view, view, now
        if self._restored is not None:
            self._put(self._restored)
        if before is not None and id_of(before) != id_of(view) and not self.field.text():
            self.question = None
        if self.moment is not None:
            self.moment = still(self.moment, view)
        if before is not view and self.editing is not None:
            self._follow(self.editing, view)
        self._tell()

    def _follow(self, edited: Note, view: View) -> None:
        """What was changed in the note other than its words is so in the line, too."""
        stands = next((note for note in view.notes if note.id == edited.id), edited)
        if stands.revision == edited.revision:
            self.overtaken(stands)

    def choose_kind(self, kind: NoteKind) -> None:
        self.kind, self._key_taken, self._message = kind, None, False
        self._changed()

    def restore(self, written: str) -> None:
        """An unfinished line is there again, with the link it had."""
        line = unfinished(written)
        if written and not self.field.text():
            self.field.setText(line.text)
            self._restored = line

    def edit(self, note: Note) -> bool:
        """The field holds a note's text, if it can; Enter will store it as a new version."""
        if len(note.text) > LONGEST_LINE:
            self.field.refused.emit(self.field.too_long())
            return False
        if self.editing is None:
            self._beneath = self.line()
        line = Unfinished(note.text, note.kind, note.question, None, note.id, note.revision, self._beneath)
        self._put(line, note)
        self.field.setFocus()
        return True

    def overtaken(self, note: Note) -> None:
        """The note was changed or moved: what stands there now has been seen, and Enter may replace it.

        Its kind and question go along, unless others were chosen in the line.
        """
        if self.editing is not None:
            self.kind = note.kind if self.kind is self.editing.kind else self.kind
            self.question = note.question if self.question == self.editing.question else self.question
        self.editing = note
        self._tell()

    def beneath(self) -> Unfinished:
        """Return the line as it is once what is typed was stored: empty or begun; the question stays."""
        return self._beneath or Unfinished(question=self.question)

    def done(self) -> None:
        """What was typed is on the disk, and so is what stands in the line from now on."""
        self._put(self.beneath())
        self._draft.stop()

    def leave(self) -> None:
        """What was typed is given up, on the disk too."""
        self.done()
        self.keep_draft()

    def put_away(self) -> None:
        """What was typed is given up, and no note is pointed at any more."""
        self.leave()
        self.left.emit()

    def keep_draft(self) -> None:
        """What is typed is saved now, not only after the pause."""
        self._draft.stop()
        self.drafted.emit(self.line().written())

    def hideEvent(self, event: QHideEvent) -> None:
        if self._draft.isActive():
            self.keep_draft()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyPress and (self._put_back(event) or self._walk(event)):
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
            Ask.LEAVE: lambda _: self.put_away(),
            Ask.EARLIER: lambda _: self.last_wanted.emit(),
            Ask.KIND: self._numbered_kind,
            Ask.ALL_KINDS: lambda _: self.kinds_wanted.emit(),
            Ask.QUESTION: self._numbered_question,
            Ask.NEXT_QUESTION: lambda _: self._turn_question(1),
            Ask.LAST_QUESTION: lambda _: self._turn_question(-1),
            Ask.UNDO: lambda _: self.undone.emit(False),
            Ask.REDO: lambda _: self.undone.emit(True),
            Ask.WHOSE: lambda _: self._turn_whose(),
            Ask.MODERATOR: lambda _: self._turn_moderator(),
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

    def hear(self, voice: Voice) -> None:
        """The line quotes what came from the floor in this language, perhaps through interpretation."""
        self.voice = voice
        if voice.quoted:
            self.kind = NoteKind.QUOTATION
        self._changed()

    def _turn_moderator(self) -> None:
        """The note is a sign for the moderator, or no more; one that is edited is so at once.

        What is begun as one and has no other kind is a message, no speaker's statement: no document tells it.
        """
        if self.editing is not None:
            self.asked.emit(Ask.MODERATOR)
            return
        self.for_moderator = not self.for_moderator
        if self.for_moderator and self.kind is NoteKind.POINT:
            self.kind, self._message = NoteKind.FOLLOW_UP, True
        elif self._message and self.kind is NoteKind.FOLLOW_UP:
            self.kind, self._message = NoteKind.POINT, False
        self._changed()

    def _phrase(self, code: str, before: str) -> str | None:
        """Return what a short code stands for, in the language that is written before it."""
        language = language_written(before, self._context.language.code)
        workshop = {} if self._view is None else self._view.short_codes
        return self._context.typing.codes().within(workshop).phrase(code, language)

    def _store(self) -> None:
        self.field.expand()
        text = self.field.text().strip()
        if not text:
            return
        if self.editing is not None:
            self.revised.emit(text, self.kind, self.question, self.editing)
            return
        self._begin()
        self.stored.emit(text, self.kind, self.question, self.moment)

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

    def _walk(self, event: QKeyEvent) -> bool:
        """Up from the first line of a note that was taken up, and down from its last, go to the next note."""
        by = _WALKS.get(Qt.Key(event.key()), 0)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        note = self.editing
        if held or not by or note is None or self.field.text() != note.text:
            return False
        if not self.field.at_edge(up=by < 0):
            return False
        self.walked.emit(by)
        return True

    # what is typed

    def _typed(self, text: str) -> None:
        self._begin()
        if not text:
            self.moment = None
        self._key_taken = None if text else self._key_taken
        chosen = (
            self._context.typing.kinds.kind_of(text[0]) if len(text) == len("g ") and text[1] == " " else None
        )
        if chosen is not None and self.editing is None:
            self._key_taken, self.kind, self._message = (text, self.kind), chosen, False
            self.field.clear()
        self._changed()

    def _begin(self) -> None:
        if self.moment is None and self._view is not None:
            self.moment = moment_of(self._view, self._context.desk.now(), self.whose)

    def _changed(self) -> None:
        if not self._draft.isActive():
            self._draft.start()
        self._tell()

    def _put(self, line: Unfinished, note: Note | None = None) -> None:
        """The line stands there as it was; a note that is gone leaves its text as a new one."""
        self.kind, self.question, self._beneath = line.kind, line.question, line.beneath
        self._restored, self._key_taken, self._message = None, None, False
        self.tags, self.whose = line.tags, Whose.SPEAKER
        self.voice, self.for_moderator = line.voice, line.for_moderator
        self.moment = line.moment and (still(line.moment, self._view) if self._view else line.moment)
        notes = () if self._view is None or line.note is None else self._view.notes
        note = note or next((note for note in notes if note.id == line.note), None)
        self.editing = None if note is None else replace(note, revision=line.base or note.revision)
        self.field.setText(line.text)
        if line.text and self.editing is None:
            self._begin()
        self._tell()

    def _connect(self) -> None:
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._typed)
        self.field.codes = self._phrase
        self._draft.timeout.connect(self.keep_draft)
        self.kinds.chosen.connect(self.choose_kind)
        self.kinds.all_wanted.connect(self.kinds_wanted)
        self.anchor.pressed.connect(partial(self._turn_question, 1))
