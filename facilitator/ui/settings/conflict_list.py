"""All places that read differently on two laptops, a line each: what every side has, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.language.direction import isolate, ltr, whole
from facilitator.language.speech import Language, mark
from facilitator.ui.context import Attire
from facilitator.ui.painting import Pencil
from facilitator.ui.type import Role

Index = QModelIndex | QPersistentModelIndex
Conflict = Mapping[str, Any]
_ROW, _EDGE, _BETWEEN, _MOST_ROWS = 60, 12, 16, 5

_THINGS = {
    "note": mark("Note"),
    "recommendation": mark("Recommendation"),
    "participant": mark("Participant"),
    "panel": mark("Panel"),
    "question": mark("Question"),
    "paragraph": mark("Paragraph"),
}


def thing(conflict: Conflict, language: Language) -> str:
    """Return which thing reads differently: of what panel, by what number, and how it begins here."""
    place, kind = conflict["place"], conflict["kind"]
    parts = [language.say(_THINGS[kind])] if kind in _THINGS else []
    if place["number"]:
        parts.append(ltr(place["number"]))
    elif place["panel"] is not None:
        parts.append(language.say("Panel {number}", number=place["panel"]))
    if place["words"]:
        parts.append(isolate(place["words"]))
    return whole(" · ".join(parts), rtl=language.rtl)


def said(side: Mapping[str, Any], language: Language) -> str:
    """Return what one side makes of the place."""
    if side["removed"]:
        return language.say("Removed.")
    values = side["values"]
    if "text" in values:
        return str(values["text"])
    if "holder" in values:
        return language.say("{name} holds the floor.", name=values["holder"])
    return " · ".join(str(value) for value in values.values() if value not in (None, ""))


class ConflictModel(QAbstractListModel):
    """The conflicts as they were asked for."""

    def __init__(self, language: Language, conflicts: Sequence[Conflict]) -> None:
        super().__init__()
        self._language = language
        self.conflicts = list(conflicts)

    def show(self, conflicts: Sequence[Conflict]) -> None:
        self.beginResetModel()
        self.conflicts = list(conflicts)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.conflicts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        conflict, language = self.conflicts[index.row()], self._language
        sides = [f"{side['laptop']}: {said(side, language)}" for side in conflict["sides"]]
        return "\n".join([*filter(None, [thing(conflict, language)]), *sides])


class _Line(QStyledItemDelegate):
    def __init__(self, attire: Attire, of: ConflictList) -> None:
        super().__init__(of)
        self._attire, self._list = attire, of

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        attire, tokens = self._attire, self._attire.tokens
        pencil = Pencil(painter, QRectF(option.rect), rtl=attire.rtl)
        if index == self._list.currentIndex():
            pencil.fill(pencil.bounds, tokens.accent_soft)
            pencil.fill(pencil.box(0, 0, 3, _ROW), tokens.accent)
        pencil.fill(pencil.box(0, _ROW - 1, pencil.width, 1), tokens.line)
        conflict = self._list.model_.conflicts[index.row()]
        sides, over = conflict["sides"], pencil.box(_EDGE, 3, pencil.width - 2 * _EDGE, 16)
        pencil.text(over, thing(conflict, attire.language), attire.font(Role.SMALL_STRONG), tokens.text)
        width = (pencil.width - 2 * _EDGE - (len(sides) - 1) * _BETWEEN) / len(sides)
        for number, side in enumerate(sides):
            x = _EDGE + number * (width + _BETWEEN)
            text = " ".join(said(side, attire.language).split())
            pencil.text(pencil.box(x, 19, width, 16), side["laptop"], attire.font(Role.SMALL), tokens.text2)
            pencil.text(pencil.box(x, 35, width, 22), text, attire.font(Role.BODY), tokens.text)


class ConflictList(QListView):
    """`chosen` says which conflict is looked at."""

    chosen = Signal(int)

    def __init__(self, attire: Attire, conflicts: Sequence[Conflict]) -> None:
        super().__init__()
        self.model_ = ConflictModel(attire.language, conflicts)
        self.setAccessibleName(attire.language.say("Conflicts"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_Line(attire, self))
        self.setModel(self.model_)
        self.choose(0)
        self._fit()

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """What is settled is gone, and what comes next stands in its place."""
        row = self.currentIndex().row()
        self.model_.show(conflicts)
        self._fit()
        self.choose(min(max(row, 0), len(conflicts) - 1))

    def choose(self, row: int) -> None:
        self.setCurrentIndex(self.model_.index(row))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        if self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())

    def _fit(self) -> None:
        """A single conflict needs no list: it stands below with all its words."""
        many = len(self.model_.conflicts)
        self.setFixedHeight(min(many, _MOST_ROWS) * _ROW)
        self.setVisible(many > 1)
