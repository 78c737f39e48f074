"""Adding a speaker by typing a part of a name or of a delegation."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from facilitator.domain.people import ParticipantId
from facilitator.domain.view import View
from facilitator.ui.context import Context
from facilitator.ui.type import Role

_Index = QModelIndex | QPersistentModelIndex


class _PeopleModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.people: list[tuple[str, ParticipantId]] = []

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text, id_ = self.people[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        return id_ if role == Qt.ItemDataRole.UserRole else None

    def show(self, view: View) -> None:
        self.beginResetModel()
        self.people = sorted(
            (_shown(who.name, who.delegation), id_) for id_, who in view.people.items() if who.present
        )
        self.endResetModel()


def _shown(name: str, delegation: str) -> str:
    return name if not delegation or delegation == name else f"{name} · {delegation}"


class QuickAdd(QLineEdit):
    """Enter adds the one chosen, or the first that fits; Esc leaves the field."""

    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._people = _PeopleModel()
        self._known: object = None
        self.setFont(context.font(Role.BODY))
        self.setFixedHeight(28)
        self.setPlaceholderText(context.language.say("Add a speaker (F3)"))
        self.setAccessibleName(context.language.say("Add a speaker"))
        completer = QCompleter(self._people, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(8)
        completer.activated[QModelIndex].connect(self._activated)
        completer.popup().setFont(context.font(Role.BODY))
        self.setCompleter(completer)

    def show_view(self, view: View) -> None:
        if view.people is not self._known:
            self._known = view.people
            self._people.show(view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_first()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def _take_first(self) -> None:
        wanted = self.text().strip().casefold()
        if not wanted:
            return
        found = [id_ for text, id_ in self._people.people if wanted in text.casefold()]
        exact = [id_ for text, id_ in self._people.people if wanted == text.casefold()]
        if found:
            self._take((exact or found)[0])

    def _activated(self, index: QModelIndex) -> None:
        self._take(str(index.data(Qt.ItemDataRole.UserRole)))

    def _take(self, participant: str) -> None:
        self.chosen.emit(participant)
        self.completer().popup().hide()
        self.clear()
