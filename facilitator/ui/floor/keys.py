"""The strip of live keys, as they lie on the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.intervention import Intervention
from facilitator.domain.requests import Kind
from facilitator.domain.view import View
from facilitator.language.direction import ltr
from facilitator.ui.buttons import KeyButton
from facilitator.ui.context import Context
from facilitator.ui.floor.list_words import takes_names
from facilitator.ui.painting import ground

_NARROW, _MIDDLE = 1100, 1340
_ORDER = ("F1", "F2", "F3", "", "F5", "F7", "F8", "", "F9", "Shift F9", "Ctrl F9", "", "F12")
_OF_THE_HOLDER = ("F3", "F5", "F7", "F8", "F9", "Shift F9", "Ctrl F9")


class KeyStrip(QWidget):
    """A picture of the keyboard: F1 left and F12 right in every language. A press is the key's own act."""

    def __init__(self, context: Context, acts: Mapping[str, Callable[[], object]], height: int = 52) -> None:
        super().__init__()
        self._context = context
        self._shown: Callable[[], None] | None = None
        self.setFixedHeight(height)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        ground(self, context.tokens.bg)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(4)
        self.keys: dict[str, KeyButton] = {}
        for name in _ORDER:
            if not name:
                row.addSpacing(12)
                continue
            key = KeyButton(context, name, filled=name == "F9", height=height - 12)
            key.clicked.connect(acts[name])
            row.addWidget(key, 1 if name == "F9" else 0)
            self.keys[name] = key

    def show_view(self, view: View, chosen: str, *, message: bool, black: bool) -> None:
        """Each key says what it would do now; `chosen` is the name of whom F9 would call."""
        self._shown = partial(self.show_view, view, chosen, message=message, black=black)
        say, floor = self._context.language.say, view.floor
        speaker = None if floor is None else floor.speaking
        low = self._low()
        self.keys["F1"].say(say("Keys"))
        self.keys["F2"].say(say("Conclude") if low else say("Please conclude"), on=message)
        takes = takes_names(view)
        reason = "" if takes else say("The panel is closed: nobody can be added.")
        self.keys["F3"].say(say("Add speaker"), enabled=takes, reason=reason)
        self._show_clock_keys(speaker, low=low)
        self.keys["F12"].say(say("Black") if low else say("Room black"), on=black)
        opens = view.panel is not None and not view.live
        self._show_point_of_order(view)
        ends = floor is not None and floor.rules.two_step and speaker is not None
        self.keys["F9"].say(self._main(view, chosen, ends=ends), enabled=bool(chosen) or opens or ends)
        if view.floor_elsewhere:
            self._rest(say("{name} holds the floor.", name=view.floor_elsewhere))

    def _rest(self, reason: str) -> None:
        """What only the laptop that holds the floor can do is not done by any key here."""
        for name in _OF_THE_HOLDER:
            self.keys[name].say(self.keys[name].text(), enabled=False, reason=reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window shows the live keys only, and by shorter names."""
        self.keys["F1"].setVisible(not self._low())
        self.keys["F3"].setVisible(event.size().width() >= _MIDDLE)
        self.keys["Ctrl F9"].setVisible(not self._low())
        super().resizeEvent(event)
        if self._shown is not None:
            self._shown()

    def _low(self) -> bool:
        return self.width() < _NARROW

    def _show_clock_keys(self, speaker: Intervention | None, *, low: bool) -> None:
        say, keys, speaks = self._context.language.say, self.keys, speaker is not None
        reason = "" if speaks else say("Nobody has the floor.")
        paused = speaker is not None and speaker.clock.paused
        keys["F5"].say(say("Resume") if paused else say("Pause"), enabled=speaks, reason=reason, on=paused)
        for name, seconds in (("F7", "−15"), ("F8", "+15")):
            words = ltr(seconds) if low else say("{seconds} s", seconds=ltr(seconds))
            keys[name].say(words, enabled=speaks, reason=reason)
        keys["Shift F9"].say(say("End") if low else say("End, floor empty"), enabled=speaks, reason=reason)

    def _show_point_of_order(self, view: View) -> None:
        """Lit while one waits to be heard."""
        say, floor = self._context.language.say, view.floor
        raised = floor is not None and any(r.kind is Kind.POINT_OF_ORDER for r in floor.waiting)
        reason = "" if view.live else say("No panel is open.")
        self.keys["Ctrl F9"].say(say("Point of order"), enabled=view.live, reason=reason, on=raised)

    def _main(self, view: View, chosen: str, *, ends: bool) -> str:
        say = self._context.language.say
        if view.panel is not None and not view.live:
            return say("Open panel {number}", number=view.panel.number)
        if ends:
            return say("End; then {name}", name=chosen) if chosen else say("End, floor empty")
        return say("Give the floor to {name}", name=chosen) if chosen else say("Nobody is waiting")
