"""The strip of live keys, as they lie on the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.view import View
from facilitator.ui.buttons import KeyButton
from facilitator.ui.context import Context
from facilitator.ui.pane import ground

_ORDER = ("F1", "F2", "F3", "", "F5", "F7", "F8", "", "F9", "Shift F9", "", "F12")


class KeyStrip(QWidget):
    """A picture of the keyboard: F1 left and F12 right in every language. A press is the key's own act."""

    def __init__(self, context: Context, acts: Mapping[str, Callable[[], object]], height: int = 52) -> None:
        super().__init__()
        self._context = context
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
        say, keys = self._context.language.say, self.keys
        floor = view.floor
        speaker = None if floor is None else floor.speaking
        nobody = say("Nobody has the floor.")
        keys["F1"].say(say("Keys"))
        keys["F2"].say(say("Please conclude"), on=message)
        keys["F3"].say(
            say("Add speaker"), enabled=view.live, reason="" if view.live else say("No panel is open.")
        )
        paused = speaker is not None and speaker.clock.paused
        keys["F5"].say(
            say("Resume") if paused else say("Pause"),
            enabled=speaker is not None,
            reason=nobody if speaker is None else "",
            on=paused,
        )
        for name, words in (
            ("F7", say("{seconds} s", seconds="−15")),
            ("F8", say("{seconds} s", seconds="+15")),
        ):
            keys[name].say(words, enabled=speaker is not None, reason=nobody if speaker is None else "")
        keys["F9"].say(*self._main(view, chosen))
        keys["Shift F9"].say(
            say("End, floor empty"), enabled=speaker is not None, reason=nobody if speaker is None else ""
        )
        keys["F12"].say(say("Room black"), on=black)
        keys["F9"].setEnabled(bool(chosen) or (view.panel is not None and not view.live))

    def _main(self, view: View, chosen: str) -> tuple[str]:
        say = self._context.language.say
        if view.panel is not None and not view.live:
            return (say("Open panel {number}", number=view.panel.number),)
        return (say("Give the floor to {name}", name=chosen) if chosen else say("Nobody is waiting"),)
