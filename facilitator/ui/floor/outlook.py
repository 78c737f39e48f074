"""By what the balance is looked at: the dimension, how much of the workshop, podium or floor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from facilitator.domain.rules import DIMENSIONS
from facilitator.domain.tally import CATEGORY, Side
from facilitator.domain.view import Scope, View
from facilitator.language.floor_rules import DIMENSION_WORDS
from facilitator.language.speech import mark
from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context
from facilitator.ui.dropping import drop
from facilitator.ui.type import Role

_SCOPES = {
    Scope.PANEL: mark("This panel"),
    Scope.DAY: mark("This day"),
    Scope.WORKSHOP: mark("The whole workshop"),
}
_SIDES = {
    None: mark("Podium and floor"),
    Side.PODIUM: mark("Podium only"),
    Side.FLOOR: mark("From the floor only"),
}


@dataclass(frozen=True, slots=True)
class Outlook:
    """What of the balance is looked at; `side` None stands for podium and floor together."""

    by: str = CATEGORY
    scope: Scope = Scope.PANEL
    side: Side | None = None


class OutlookButton(Button):
    """Opens the choices and tells what is chosen; what may be hidden for good leaves through `hide`."""

    def __init__(self, context: Context, changed: Callable[[], None], hide: Callable[[str], None]) -> None:
        super().__init__(
            context, context.language.say(DIMENSION_WORDS[CATEGORY]), Look.QUIET, icon="chevron-down"
        )
        self._surroundings, self._changed, self._hide = context, changed, hide
        self._hidden: tuple[str, ...] = ()
        self.outlook = Outlook()
        self.clicked.connect(self._open)

    def show_view(self, view: View) -> None:
        """A dimension that is hidden is not looked at any more."""
        self._hidden = () if view.floor is None else view.floor.rules.hidden
        if self.outlook.by in self._hidden:
            self.outlook = replace(self.outlook, by=next(iter(self._shown()), CATEGORY))
        self._name()

    def choices(self) -> QMenu:
        """Return what can be chosen: dimension, scope, side; and what may be hidden."""
        menu, say, now = QMenu(self), self._surroundings.language.say, self.outlook
        menu.setFont(self._surroundings.font(Role.BODY))
        for key in self._shown():
            self._offer(menu, say(DIMENSION_WORDS[key]), replace(now, by=key))
        menu.addSeparator()
        for scope, words in _SCOPES.items():
            self._offer(menu, say(words), replace(now, scope=scope))
        menu.addSeparator()
        for side, words in _SIDES.items():
            self._offer(menu, say(words), replace(now, side=side))
        menu.addSeparator()
        hides = menu.addMenu(say("Hide for good"))
        hides.setFont(menu.font())
        for key in self._shown():
            action = hides.addAction(say(DIMENSION_WORDS[key]))
            action.triggered.connect(lambda _=False, key=key: self._hide(key))
        return menu

    def _shown(self) -> list[str]:
        return [key for key in DIMENSIONS if key not in self._hidden]

    def _offer(self, menu: QMenu, words: str, outlook: Outlook) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(outlook == self.outlook)
        action.triggered.connect(lambda _=False: self._choose(outlook))
        return action

    def _choose(self, outlook: Outlook) -> None:
        self.outlook = outlook
        self._name()
        self._changed()

    def _open(self) -> None:
        menu = self.choices()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        drop(menu, self, rtl=self._surroundings.rtl)

    def _name(self) -> None:
        say, seen = self._surroundings.language.say, self.outlook
        parts = [say(DIMENSION_WORDS[seen.by])]
        parts += [say(_SCOPES[seen.scope])] if seen.scope is not Scope.PANEL else []
        parts += [say(_SIDES[seen.side])] if seen.side is not None else []
        text = " · ".join(parts)
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()
