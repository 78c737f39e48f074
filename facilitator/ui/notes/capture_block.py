"""The capture block as it stands under the timeline: the anchor, the field, and the line of kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.notes import MODERATOR, Note, NoteKind
from facilitator.domain.programme import Panel, QuestionId
from facilitator.domain.view import View
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.language.vocabularies import code_label
from facilitator.ui.context import Context
from facilitator.ui.notes.anchor import Anchor, anchored
from facilitator.ui.notes.capture_parts import CaptureFrame, KindsLine
from facilitator.ui.notes.lines import voice_words
from facilitator.ui.notes.moment import Moment, Whose
from facilitator.ui.notes.unfinished import Unfinished, Voice
from facilitator.ui.painting import ground

DRAFT_MS = 400  # saved at the latest half a second after the first key that changed it
_BESIDE = 84  # the height of all but the field


class CaptureBlock(QWidget):
    """What is written there and what it will be linked to, as it is seen."""

    stored = Signal(str, object, object, object)  # text, kind, question, moment
    revised = Signal(str, object, object, object)  # text, kind, question, the note as it was seen
    undone = Signal(bool)  # True brings back
    last_wanted = Signal()
    walked = Signal(int)  # from a note that was taken up to the one before or after it
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
        self.voice, self.for_moderator = Voice(), False
        self._beneath: Unfinished | None = None  # the line begun before a note was taken up
        self._view: View | None = None
        self._now = 0
        ground(self, context.tokens.surface)
        self.anchor, self.frame, self.kinds = Anchor(context), CaptureFrame(context), KindsLine(context)
        self.field = self.frame.field
        self._draft = QTimer(self, singleShot=True, interval=DRAFT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._arrange()
        self.setFixedHeight(_BESIDE + self.field.height())
        self._tell()

    def line(self) -> Unfinished:
        """Return what stands there and is not stored yet."""
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
            self.voice,
            self.for_moderator,
        )

    def marks(self, kind: NoteKind) -> Mapping[str, object]:
        """Return what a new note is marked with, as the act takes it; only a quotation was heard."""
        voice = self.voice if kind is NoteKind.QUOTATION else Voice()
        charge = MODERATOR if self.for_moderator else ""
        return {"heard": voice.heard, "interpreted": voice.interpreted, "charge": charge}

    def tick(self, now: int) -> None:
        """A second has passed; nothing else has changed."""
        self._now = now
        self._tell()

    def _panel(self) -> Panel | None:
        """Return the panel that the line belongs to: the one it was begun in, else the one shown."""
        view = self._view
        if view is None or self.moment is None:
            return None if view is None else view.panel
        return next((panel for panel in view.panels if panel.id == self.moment.panel), view.panel)

    def _arrange(self) -> None:
        self.field.grown.connect(lambda height: self.setFixedHeight(_BESIDE + height))
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
                tags=tuple(self._marks()),
                whose=self.whose,
            )
        )

    def _marks(self) -> Iterator[str]:
        """Yield what a new note will be marked with: its tags, how it was heard, for whom it is a sign."""
        language = self._context.language
        yield from (code_label(tag, language.code) for tag in self.tags)
        yield from voice_words(self.voice, language)
        if self.for_moderator:
            yield language.say("for the moderator")
