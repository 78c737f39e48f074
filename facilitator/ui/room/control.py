"""What the moderator does to the room's screen: a message, black, where it stands, what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from facilitator.domain.view import View
from facilitator.language.room_words import Message, message, room_language
from facilitator.language.speech import LANGUAGES
from facilitator.ui.context import Context
from facilitator.ui.room.card import Wish
from facilitator.ui.room.display import RoomDisplay
from facilitator.ui.room.readout import Readout
from facilitator.ui.room.screens import key_of, unpacked
from facilitator.ui.room.window import RoomWindow
from facilitator.ui.type import load_faces

SECOND = "room_second_language"
"""How the room's second language is kept."""
_SCREEN, _NEXT, _ZERO = "room_screen", "room_next", "room_zero"


class Memory(Protocol):
    """What this computer remembers from one start to the next."""

    def kept(self, key: str) -> str | None: ...

    def keep(self, key: str, value: str) -> None: ...


class ShortMemory:
    """Remembers until the application ends."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def kept(self, key: str) -> str | None:
        return self._kept.get(key)

    def keep(self, key: str, value: str) -> None:
        self._kept[key] = value


class RoomControl(QObject):
    """The room's window and the console's mirror of it, which always show the same."""

    changed = Signal()
    told = Signal(str)  # what the room reads from now on, in words
    lost = Signal()
    returned = Signal()

    def __init__(
        self, context: Context, mirror: RoomDisplay, memory: Memory, window: RoomWindow, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._memory = context, memory
        self.window, self._mirror = window, mirror
        self.message: Message | str | None = None
        self.black = self.released = False
        load_faces(self.second)
        window.lost.connect(self.lost)
        window.returned.connect(self.returned)
        window.closed.connect(self.changed)
        self._wish()

    # what it shows

    def show_view(self, view: View, now: int) -> None:
        self.window.display.show_view(view, now)

    def tick(self, now: int) -> None:
        self.window.keep_clear()
        self.window.display.tick(now)

    def show_message(self, told: Message | str | None) -> None:
        """The room reads a message, ready or free; None takes it away."""
        self.message = told or None
        self._wish()
        language = self._context.language
        if self.message is None:
            self.told.emit(language.say("The message is off the room screen"))
        else:
            text = self._text(language.code)
            self.told.emit(language.say("On the room screen: {message}", message=text))

    def show_readout(self, told: Readout | None) -> None:
        """The room reads what is read back to it, also in its second language if it is there."""
        shown = None if told is None else replace(told, second=told.others.get(self.second, ""))
        for display in (self.window.display, self._mirror):
            display.show_readout(shown)

    def toggle_message(self) -> None:
        """F2: please conclude, and no message at all."""
        self.show_message(Message.CONCLUDE if self.message is None else None)

    def toggle_black(self) -> None:
        self.black = not self.black
        self._wish()
        say = self._context.language.say
        self.told.emit(say("The room screen is black") if self.black else say("The room screen is back"))

    @property
    def second(self) -> str:
        """The code of the second language; without one only names are shown in another."""
        code = self._memory.kept(SECOND)
        return code if code in LANGUAGES and code != self._context.language.code else ""

    def choose_second(self, code: str) -> None:
        self._memory.keep(SECOND, code)
        load_faces(code)
        self._wish()

    @property
    def hides_next(self) -> bool:
        return self._memory.kept(_NEXT) == "hidden"

    def toggle_next(self) -> None:
        self._memory.keep(_NEXT, "shown" if self.hides_next else "hidden")
        self._wish()

    @property
    def stands_at_zero(self) -> bool:
        return self._memory.kept(_ZERO) == "stands"

    def toggle_zero(self) -> None:
        """The room's digits stay at 0:00 when time is up, or count on below it."""
        self._memory.keep(_ZERO, "counts" if self.stands_at_zero else "stands")
        self._wish()

    # where it stands

    def toggle(self) -> None:
        """F11: the room's window comes and goes."""
        if self.window.isVisible():
            self.window.close()
        else:
            self.window.place(unpacked(self._memory.kept(_SCREEN)))
            self.changed.emit()

    def choose_screen(self, screen: QScreen) -> None:
        """The room is shown on this screen, now and at the next start."""
        self._memory.keep(_SCREEN, key_of(screen).packed())
        self.window.place(key_of(screen))
        self.changed.emit()

    def where(self) -> str:
        """Return in words where the room can see its screen."""
        say, window = self._context.language.say, self.window
        if not window.isVisible():
            return say("F11 shows it")
        if not window.isFullScreen():
            return say("in a window")
        return say("shown on {screen}", screen=window.screen().name())

    def take_over(self, before: RoomControl) -> None:
        """What stood on the room's screen still stands there."""
        self.message, self.black = before.message, before.black
        self._wish()

    def release(self, context: Context, console: QWidget) -> RoomWindow:
        """The window serves another console from now on."""
        self.released = True
        for signal in (self.window.lost, self.window.returned, self.window.closed):
            signal.disconnect()
        self.window.serve(context, console)
        return self.window

    def _wish(self) -> None:
        second = room_language(self.second, self._context.language.zone) if self.second else None
        wish = Wish(
            second,
            hides_next=self.hides_next,
            stands_at_zero=self.stands_at_zero,
            message=self._text(self._context.language.code),
            second_message=self._text(self.second) if isinstance(self.message, Message) else "",
        )
        for display in (self.window.display, self._mirror):
            display.show_wish(wish)
            display.go_black(black=self.black)
        self.changed.emit()

    def _text(self, code: str) -> str:
        if isinstance(self.message, Message):
            return message(self.message, code) if code else ""
        return self.message or ""
