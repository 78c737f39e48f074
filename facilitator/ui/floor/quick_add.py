"""Adding a speaker by typing a number, or a part of a name or of a delegation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from facilitator.domain.people import ParticipantId
from facilitator.domain.requests import Kind
from facilitator.domain.view import View
from facilitator.ui.context import Context
from facilitator.ui.field import Finder
from facilitator.ui.floor.ask_pane import AskPane
from facilitator.ui.floor.entries import Directory, Entry, entries
from facilitator.ui.floor.list_words import takes_names
from facilitator.ui.type import Role


class QuickAdd(Finder):
    """Enter adds the one chosen, or the first that fits; Esc leaves the field.

    What nobody is called is added only when its line is chosen: Enter alone goes there first.
    """

    asked = Signal(str, object)  # an act's name and a dict of its arguments
    left = Signal()  # by Esc: the keys are wanted elsewhere

    def __init__(self, context: Context, pane: AskPane) -> None:
        super().__init__(rtl=context.rtl)
        self._context, self._pane = context, pane
        self._view: View | None = None
        self._directory = Directory()
        self.setFont(context.font(Role.BODY))
        self.setFixedHeight(28)
        self.setPlaceholderText(context.language.say("Add a speaker (F3)"))
        self.setAccessibleName(context.language.say("Add a speaker"))
        self.textChanged.connect(self._list)
        pane.taken.connect(self._take)
        pane.left.connect(self._leave)

    def show_view(self, view: View) -> None:
        self._view = view
        self._pane.show_view(view)
        self.setEnabled(takes_names(view) and not view.floor_elsewhere)

    def typed(self) -> ParticipantId | None:
        """Return whom the text names, if it names anybody."""
        return self.person(self.text())

    def person(self, text: str) -> ParticipantId | None:
        """Return whom a text means, if anybody."""
        self._read()
        return self._directory.first(text)

    def ask_for(self, kind: Kind) -> None:
        """The field waits for somebody who asks with this kind."""
        self._pane.choose(kind)
        self.setFocus()
        self._list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pane.enter()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in steps and self._pane.isVisible():
            self._pane.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._list()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pane.settle(self)

    def _read(self) -> None:
        if self._view is not None:
            self._directory.read(self._view.people)

    def _list(self) -> None:
        if self._view is None or not self.isEnabled():
            return
        self._read()
        found = entries(self._directory, self.text(), self._view, self._context.language)
        self._pane.offer(found, self)

    def _take(self, entry: Entry) -> None:
        act, arguments = self._pane.act(entry)
        self.clear()
        self._pane.clear()
        self.setFocus()
        self._list()
        self.asked.emit(act, arguments)

    def _leave(self) -> None:
        self.clear()
        self._pane.clear()
        self._pane.hide()
        self.left.emit()
