"""The parts of the capture block: the field, what it is linked to, and the kinds of note."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from facilitator.domain.notes import NoteKind
from facilitator.language.direction import first_strong_rtl, ltr
from facilitator.ui.context import Context
from facilitator.ui.icons import draw_icon
from facilitator.ui.notes.kinds import BY_NUMBER, WORDS
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.type import Role


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
        pencil.text(pencil.box(0, 2, 44, 24), ltr("Ctrl +"), strong, tokens.text)
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
