"""The capture line: what is typed becomes a note that knows its moment, and is never lost."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.domain.floor import InterventionId
from facilitator.domain.notes import Note, NoteKind
from facilitator.domain.programme import QuestionId
from facilitator.domain.view import View
from facilitator.language.direction import first_strong_rtl, isolate
from facilitator.ui.context import Context
from facilitator.ui.icons import draw_icon
from facilitator.ui.notes.kinds import BY_NUMBER, WORDS
from facilitator.ui.painting import Pencil, Side, ground, width_of
from facilitator.ui.type import Role

DRAFT_MS = 400  # saved at the latest half a second after the first key that changed it


@dataclass(frozen=True, slots=True)
class Moment:
    """What was the case when the first letter was typed."""

    at: int
    intervention: InterventionId | None
    speaker: str


class CaptureField(QLineEdit):
    """One line with the focus; Enter, Esc and the arrows belong to the block around it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._rtl = context.rtl
        self.setFont(context.font(Role.CAPTURE))
        self.setFixedHeight(40)
        self.setPlaceholderText(context.language.say("Write what is said. Enter stores it."))
        self.setAccessibleName(context.language.say("New note"))
        self.textChanged.connect(self._run_as_typed)
        self._run_as_typed("")

    def _run_as_typed(self, text: str) -> None:
        rtl = first_strong_rtl(text, otherwise=self._rtl)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)


class _Line(QWidget):
    """One painted line of the block: the anchor above the field, the kinds below it."""

    def __init__(self, context: Context, height: int) -> None:
        super().__init__()
        self.context = context
        self.setFixedHeight(height)


class Anchor(_Line):
    """What the next note will be linked to."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, 30)
        self._words, self._end = "", ""

    def tell(self, words: str, end: str) -> None:
        self._words, self._end = words, end
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self.context.rtl)
        tokens, small = self.context.tokens, self.context.font(Role.SMALL)
        draw_icon(painter, "link", pencil.box(0, 7, 16, 16), tokens.text2, rtl=self.context.rtl)
        end = width_of(self._end, small) + 2
        pencil.text(
            pencil.box(24, 0, pencil.width - 40 - end, 30),
            self._words,
            self.context.font(Role.SMALL_STRONG),
            tokens.text,
        )
        pencil.text(pencil.box(pencil.width - end, 0, end, 30), self._end, small, tokens.text2, Side.END)
        painter.end()


class KindTag(QWidget):
    """The kind of the note being written, before the field."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._text = ""
        self.setFixedHeight(28)

    def tell(self, text: str) -> None:
        self._text = text
        self.setFixedWidth(round(width_of(text, self._context.font(Role.SMALL_STRONG))) + 18)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        tokens = self._context.tokens
        pencil.rounded(pencil.bounds, tokens.accent, 3)
        pencil.text(
            pencil.bounds, self._text, self._context.font(Role.SMALL_STRONG), tokens.accent_ink, Side.MIDDLE
        )
        painter.end()


class KindsLine(_Line):
    """The nine kinds of Ctrl+1 to Ctrl+9."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, 28)
        self._kind = NoteKind.POINT

    def tell(self, kind: NoteKind) -> None:
        self._kind = kind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self.context.rtl)
        tokens, say = self.context.tokens, self.context.language.say
        strong, font = self.context.font(Role.CAPTION_STRONG), self.context.font(Role.CAPTION)
        pencil.text(pencil.box(0, 2, 44, 24), "Ctrl +", strong, tokens.text)
        x = 46.0
        entries = [(str(n), say(WORDS[kind]), kind) for n, kind in enumerate(BY_NUMBER, 1)]
        for key, word, kind in [*entries, ("K", say("more"), None)]:
            width = width_of(key, strong) + width_of(word, font) + 20
            if x + width > pencil.width:
                break
            box = pencil.box(x, 2, width, 24)
            on = kind is self._kind
            pencil.frame(box, tokens.accent if on else tokens.line, 1, 3)
            if on:
                pencil.fill(pencil.box(x, 23, width, 3), tokens.accent)
            pencil.text(pencil.box(x + 7, 2, 16, 24), key, strong, tokens.text)
            pencil.text(
                pencil.box(x + 12 + width_of(key, strong), 2, width, 24),
                word,
                font,
                tokens.accent if on else tokens.text2,
            )
            x += width + 5
        painter.end()


class KindList(QListWidget):
    """All kinds by their key, inside the window; a typed key chooses, Esc leaves."""

    chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(context.font(Role.BODY))
        self.setAccessibleName(context.language.say("Kinds of note"))
        for kind in NoteKind:
            item = QListWidgetItem(f"{kind.value}   {context.language.say(WORDS[kind])}")
            item.setData(Qt.ItemDataRole.UserRole, kind.value)
            self.addItem(item)
        self.itemClicked.connect(self._take)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = [kind.value for kind in NoteKind]
        if event.key() == Qt.Key.Key_Escape:
            self.chosen.emit(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._take(self.currentItem())
        elif event.text() in keys:
            self.chosen.emit(NoteKind(event.text()))
        else:
            super().keyPressEvent(event)

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(NoteKind(item.data(Qt.ItemDataRole.UserRole)))


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
        self._save_draft()
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
        self._save_draft()
        if self.editing is not None:
            self.revised.emit(text, self.kind, self.editing)
            return
        self._begin()
        self.stored.emit(text, self.kind, self.question, self.moment)

    def _save_draft(self) -> None:
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
        self.anchor.tell(" · ".join(self._anchor_words()), language.say("Ctrl+↑↓ question"))

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
