"""The two lists of the draft: the report's outline, and the notes and recommendations to put into it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.domain.outline import Row
from facilitator.domain.paragraphs import Progress
from facilitator.domain.symbols import unbroken
from facilitator.language.direction import isolate
from facilitator.language.speech import mark
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil
from facilitator.ui.type import Role

PROGRESS_WORDS = {
    Progress.DRAFT: mark("Draft"),
    Progress.REVIEWED: mark("Reviewed"),
    Progress.FINAL: mark("Final"),
}
_SHOWN = 150
_BAR = 3
_GAP = 1


def begun(text: str) -> str:
    """Return how a text begins, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"


class _ChosenLine(QStyledItemDelegate):
    """The chosen line has a bar at its beginning, as the rows of the other desks have."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The symbol of a document stands on one line, as it does in print."""
        super().initStyleOption(option, index)
        option.text = unbroken(option.text)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A line is as high as it needs between the gaps of the list, where it is painted."""
        inside = QStyleOptionViewItem(option)
        inside.rect = option.rect.adjusted(0, 0, -2 * _GAP, 0)
        return super().sizeHint(inside, index)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            pencil = Pencil(painter, QRectF(option.rect), rtl=self._context.rtl)
            pencil.fill(pencil.box(0, 0, _BAR, pencil.bounds.height()), self._context.tokens.accent)


class Lines(QListWidget):
    """Lines of which one is chosen; Enter asks for what is usual with it, Delete for its end."""

    entered = Signal()
    turned = Signal()  # Shift and Enter
    removed = Signal()

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName(name)
        self.setFont(context.font(Role.SMALL))
        self.setWordWrap(True)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Highlight, context.tokens.accent_soft)
        palette.setColor(palette.ColorRole.HighlightedText, context.tokens.text)
        self.setPalette(palette)
        self.setItemDelegate(_ChosenLine(context, self))
        self.setSpacing(_GAP)
        self.setDragEnabled(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda _: self.entered.emit())

    def put(self, texts: Sequence[str]) -> None:
        """These are the lines; the place in the list is kept, and the chosen one as long as it is there."""
        place, row = self.verticalScrollBar().value(), self.currentRow()
        chosen = [item.text() for item in self.selectedItems()]
        self.clear()
        self.addItems(list(texts))
        if 0 <= row < len(texts) and chosen == [texts[row]]:
            self.setCurrentRow(row)
        self.verticalScrollBar().setValue(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.turned if shift else self.entered).emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class OutlineList(Lines):
    """Headings and numbered paragraphs; what is dropped on one goes before it."""

    brought = Signal(object, int)  # the list something came from, and the row it was dropped on

    def __init__(self, context: Context) -> None:
        super().__init__(context, context.language.say("Outline of the report"))
        self.rows: tuple[Row, ...] = ()
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """The row that was chosen stays chosen, wherever it stands now."""
        chosen = self.row_chosen()
        self.rows = tuple(rows)
        blocked = self.blockSignals(True)
        self.put([self._line(row) for row in rows])
        for item, row in zip(map(self.item, range(self.count())), rows, strict=True):
            self._dress(item, row)
        self.setCurrentRow(self._again(chosen))
        self.blockSignals(blocked)

    def row_chosen(self) -> Row | None:
        place = self.currentRow()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def choose_number(self, number: int) -> None:
        """The paragraph with the number is chosen and in sight."""
        found = [place for place, row in enumerate(self.rows) if row.number == number and not row.title]
        if found:
            self.setCurrentRow(found[0])
            self.scrollToItem(self.item(found[0]))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if isinstance(event.source(), Lines):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if isinstance(event.source(), Lines):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)  # nothing is taken away by the list itself
        event.accept()
        place = self.indexAt(event.position().toPoint()).row()
        self.brought.emit(event.source(), place if place >= 0 else len(self.rows) - 1)

    def _again(self, chosen: Row | None) -> int:
        for place, row in enumerate(self.rows):
            if chosen is not None and same_row(row, chosen):
                return place
        return min(max(0, self.currentRow()), len(self.rows) - 1)

    def _line(self, row: Row) -> str:
        language = self._context.language
        if row.title:
            return row.title
        text = isolate(begun(row.text))
        number = language.say("{n}.", n=language.number(row.number)) if row.number else "–"
        if row.paragraph is None:
            return f"{number} {text}"
        return f"{number} [{language.say(PROGRESS_WORDS[row.paragraph.progress])}] {text}"

    def _dress(self, item: QListWidgetItem, row: Row) -> None:
        tokens = self._context.tokens
        item.setFont(self._context.font(Role.SMALL_STRONG if row.title else Role.SMALL))
        if row.title:
            item.setBackground(tokens.sunken)
        elif row.paragraph is None:
            item.setForeground(tokens.text2)
            item.setToolTip(self._context.language.say("As the workshop gives it; nobody has changed it."))


def same_row(one: Row, other: Row) -> bool:
    """Say whether two rows are one and the same, before and after a change."""
    if one.paragraph is not None and other.paragraph is not None:
        return one.paragraph.id == other.paragraph.id
    return (one.section, one.place, bool(one.title)) == (other.section, other.place, bool(other.title))
