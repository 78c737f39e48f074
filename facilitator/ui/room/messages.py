"""Choosing what the room is told: a ready message, a sentence of one's own, or nothing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from facilitator.language.direction import isolate
from facilitator.language.room_words import Message, message
from facilitator.language.speech import LANGUAGES
from facilitator.ui.choices import Choice, Choices
from facilitator.ui.context import Context
from facilitator.ui.room.control import RoomControl
from facilitator.ui.type import load_cyrillic

_LONGEST = 120  # two lines on the room's screen


class MessageChooser(Choices):
    """Arrows and Enter choose a message; typed words are one of their own."""

    def __init__(self, context: Context, parent: QWidget, room: RoomControl) -> None:
        say = context.language.say
        super().__init__(
            context, parent, say("Message to the room"), say("Words of your own, or one of these")
        )
        self._room = room
        self.line.setMaxLength(_LONGEST)

    def toggle(self, at: QPoint) -> None:
        """Shift F2: the messages stand there, each in the language of the screen with the five others."""
        if self.isVisible():
            self.leave()
            return
        load_cyrillic()
        ready = [self._ready(which) for which in Message]
        none = Choice(self._context.language.say("No message"), partial(self._room.show_message, None))
        self.open([*ready, none] if self._room.message else ready, at, width=560, above=True)

    def take_text(self, typed: str) -> bool:
        if not typed:
            return False
        self.leave()
        self._room.show_message(typed)
        return True

    def _ready(self, which: Message) -> Choice:
        own = self._context.language.code
        others = (message(which, code) for code in LANGUAGES if code != own)
        keys = "F2" if which is Message.CONCLUDE else ""
        under = " · ".join(isolate(text) for text in others)
        return Choice(message(which, own), partial(self._room.show_message, which), keys, under)
