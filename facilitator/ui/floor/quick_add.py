"""Adding a speaker by typing a part of a name or of a delegation."""

from __future__ import annotations

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from facilitator.domain.people import Participant, ParticipantId
from facilitator.domain.view import View
from facilitator.ui.context import Context
from facilitator.ui.type import Role


def _shown(who: Participant) -> str:
    other = who.delegation and who.delegation != who.name
    return f"{who.name} · {who.delegation}" if other else who.name


class QuickAdd(QLineEdit):
    """Enter adds the one chosen, or the first that fits; Esc leaves the field.

    The list is made when somebody begins to type: many thousand people take some hundredths of a second.
    """

    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._view: View | None = None
        self._listed: object = None
        self._ids: list[ParticipantId] = []
        self._texts: list[str] = []
        self._model = QStringListModel(self)
        self.setFont(context.font(Role.BODY))
        self.setFixedHeight(28)
        self.setPlaceholderText(context.language.say("Add a speaker (F3)"))
        self.setAccessibleName(context.language.say("Add a speaker"))
        self.textEdited.connect(self._list)
        self._set_completer(context)

    def _set_completer(self, context: Context) -> None:
        completer = QCompleter(self._model, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(8)
        by_index = completer.activated[QModelIndex]  # type: ignore[index] # the stubs know one of the two signals
        by_index.connect(self._activated)
        popup = completer.popup()
        if popup is not None:
            popup.setFont(context.font(Role.BODY))
            popup.setMinimumWidth(360)
        self._completer = completer
        self.setCompleter(completer)

    def show_view(self, view: View) -> None:
        self._view = view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_first()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.clearFocus()
        else:
            self._list()
            super().keyPressEvent(event)

    def _list(self) -> None:
        people = None if self._view is None else self._view.people
        if people is None or people is self._listed:
            return
        self._listed = people
        rows = sorted((_shown(who), id_) for id_, who in people.items() if who.present)
        self._texts, self._ids = [text for text, _ in rows], [id_ for _, id_ in rows]
        self._model.setStringList(self._texts)

    def _take_first(self) -> None:
        self._list()
        wanted = self.text().strip().casefold()
        if not wanted:
            return
        folded = [text.casefold() for text in self._texts]
        exact = [place for place, text in enumerate(folded) if text == wanted]
        begins = [place for place, text in enumerate(folded) if text.startswith(wanted)]
        holds = [place for place, text in enumerate(folded) if wanted in text]
        for place in (*exact, *begins, *holds):
            self._take(self._ids[place])
            return

    def _activated(self, index: QModelIndex) -> None:
        proxy = self._completer.completionModel()
        if isinstance(proxy, QAbstractProxyModel):
            self._take(self._ids[proxy.mapToSource(index).row()])

    def _take(self, participant: ParticipantId) -> None:
        self.chosen.emit(participant)
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()
        QTimer.singleShot(0, self.clear)  # only then has the completer written what it completed
