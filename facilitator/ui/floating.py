"""What floats over the console: the sheet of keys, the messages, the palette, the small strip."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.ui.buttons import KeyButton
from facilitator.ui.compact import CompactStrip
from facilitator.ui.key_sheet import KeySheet
from facilitator.ui.landing import Landing
from facilitator.ui.palette import Palette, offered
from facilitator.ui.panel_menu import Acts, Owner, choices
from facilitator.ui.roles import FLOOR
from facilitator.ui.room.messages import MessageChooser
from facilitator.ui.settings import LAPTOPS
from facilitator.ui.tour import Tour

_PALETTE_WIDTH, _PALETTE_WIDE = 780, 1040  # the latter where letters are large


class Floating:
    """Each of them comes and goes by its key, and none is in the way of another key."""

    def __init__(self, owner: Owner, console: QWidget) -> None:
        self._owner, self._console, context = owner, console, owner.context
        self._keys: Mapping[str, KeyButton] = {}
        self.sheet = KeySheet(context, console, owner.shown)
        self.messages = MessageChooser(context, console, owner.control)
        self.palette = Palette(context, console)
        self.strip = CompactStrip(context, console)
        self.landing = Landing(console, lambda: owner.sheet_wanted.emit(LAPTOPS))
        self.tour: Tour | None = None
        self._list_menu: QMenu | None = None

    def follow(self, keys: Mapping[str, KeyButton]) -> None:
        """The strip's keys are the console's, and the messages stand over theirs."""
        self._keys = keys
        self.strip.follow(keys)

    def acts(self) -> Acts:
        return {"F1": lambda: self.sheet.toggle(self._owner.page()), "Shift F2": self.choose_message}

    def choose_message(self) -> None:
        """Shift F2: the messages stand over the key that shows them."""
        key, console = self._keys["F2"], self._console
        at = key.mapTo(console, QPoint(0, -8)) if key.isVisible() else QPoint(0, console.height())
        self.messages.toggle(at)

    def find_act(self) -> None:
        """Ctrl+K: every act by its name, under the strip with the clock."""
        if self.palette.isVisible():
            self.palette.leave()
            return
        width = _PALETTE_WIDE if self._owner.context.large else _PALETTE_WIDTH
        middle = (self._console.width() - width) // 2
        known = choices(self._owner)
        told = {choice.text for choice in known}
        listed = [choice for choice in offered(self._new_list_menu()) if choice.text not in told]
        at = QPoint(middle, self._below_clock())
        self.palette.open((*known, *listed), at, width)

    def _below_clock(self) -> int:
        """Return where the strip with the clock ends: nothing that floats covers it."""
        strip = self._owner.floor.strip
        foot = strip.mapTo(self._console, strip.rect().bottomLeft()).y()
        return foot + 8 if strip.isVisible() else 96

    def _new_list_menu(self) -> QMenu:
        """The list's menu as it is now lives as long as its acts may be chosen."""
        if self._list_menu is not None:
            self._list_menu.deleteLater()
        self._list_menu = self._owner.floor.list_menu()
        return self._list_menu

    def begin_tour(self, done: Callable[[], object]) -> None:
        """Somebody new is shown round the floor, where it is shown; `done` hears when that is over."""
        if FLOOR not in self._owner.shown:
            return
        floor, keys = self._owner.floor, self._keys
        parts = (
            lambda: floor.strip,
            lambda: floor.queue,
            lambda: floor.suggestion,
            lambda: keys["F9"],
        )
        self.tour = Tour(self._owner.context, self._console, parts, self._owner.tell, done)
        self.tour.begin()

    def close(self) -> None:
        self.strip.close()
