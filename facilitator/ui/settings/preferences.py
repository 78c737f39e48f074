"""The settings of one person on one computer, in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from facilitator.language.direction import isolate
from facilitator.language.short_codes import read_short_codes
from facilitator.language.speech import LANGUAGE_NAMES, LANGUAGES, READY
from facilitator.ui.chime import CHIME, ON
from facilitator.ui.context import Attire, Desk
from facilitator.ui.keymap import read_keys
from facilitator.ui.notes.kind_keys import read_kind_keys
from facilitator.ui.notes.typing import KEYS, KIND_KEYS, SHORT_CODES
from facilitator.ui.roles import ROLE, ROLES
from facilitator.ui.room.control import SECOND, Memory
from facilitator.ui.settings.code_fields import CodeFields, codes_of_workshop, own_codes
from facilitator.ui.settings.key_fields import KeyFields, floor_keys, kind_keys
from facilitator.ui.settings.options import Choice, Offer, Option
from facilitator.ui.settings.sheet import Sheet
from facilitator.ui.settings.wishes import SECONDS, THRESHOLDS, key_of
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

DIGITS, EASTERN = "digits", "eastern"
THEME, SYSTEM = "theme", "system"


class Kept(Memory, Protocol):
    """The file that remembers."""

    @property
    def file(self) -> Path: ...


class Preferences(Sheet):
    """Every choice holds at once and from then on; `wear` is called when the window must look anew."""

    def __init__(
        self,
        attire: Attire,
        settings: Kept,
        wear: Callable[[], object],
        parent: QWidget,
        locked: str = "",
        desk: Desk | None = None,
    ) -> None:
        """`locked` says why the language cannot change now, while a panel is live.

        `desk` is that of a workshop whose own choices are seen as well.
        """
        super().__init__(attire, attire.language.say("Settings"), parent)
        self._settings, self._wear, self._locked, self._desk = settings, wear, locked, desk
        self.choices = list(self._make())
        for choice in self.choices:
            self.column.addWidget(choice)
        say = attire.language.say
        where = say("Kept for you on this computer in {file}.", file=isolate(str(settings.file)))
        self.column.addWidget(label(attire, where, attire.font(Role.SMALL), attire.tokens.text3))
        self.column.addStretch(1)

    def options(self) -> Iterator[Option]:
        """Yield all tiles, in the order of reading."""
        return (option for choice in self.choices for option in choice.options)

    def _make(self) -> Iterator[Choice | KeyFields | CodeFields]:
        say, code = self.attire.language.say, self.attire.language.code
        names = [Offer(each, LANGUAGE_NAMES[each]) for each in READY]
        spoken = self._choice(say("Language"), "language", code, names, self._locked)
        for option in spoken.options:
            option.setEnabled(not self._locked)
        yield spoken
        looks = [
            Offer(SYSTEM, say("As the computer")),
            Offer("light", say("Light colours")),
            Offer("dark", say("Dark colours")),
        ]
        yield self._choice(say("Colours"), THEME, SYSTEM, looks)
        strengths = [Offer(SYSTEM, say("As the computer")), Offer("strong", say("More contrast"))]
        yield self._choice(say("Contrast"), "contrast", SYSTEM, strengths)
        motions = [Offer(SYSTEM, say("As the computer")), Offer("still", say("Nothing moves"))]
        yield self._choice(say("Motion"), "motion", SYSTEM, motions)
        if code == "ar":
            digits = [Offer("western", "0123456789"), Offer(EASTERN, "٠١٢٣٤٥٦٧٨٩")]
            yield self._choice(say("Digits"), DIGITS, "western", digits)
        sounds = [Offer("off", say("No sound")), Offer(ON, say("A sound when time is up"))]
        yield self._choice(say("Sound"), CHIME, "off", sounds)
        yield self._room()
        yield self._thresholds()
        offers = [Offer(role, say(name)) for role, name in ROLES.items()]
        more = say("Only the desks of whoever sits here are shown; the live keys act where the floor is.")
        yield self._choice(say("This computer is for"), ROLE, "", offers, more)
        kept = self._settings.kept
        yield KeyFields(self.attire, floor_keys(), read_keys(kept(KEYS)), partial(self._keep, KEYS))
        kinds = read_kind_keys(kept(KIND_KEYS))
        yield KeyFields(self.attire, kind_keys(), kinds, partial(self._keep, KIND_KEYS))
        keep = partial(self._settings.keep, SHORT_CODES)
        yield own_codes(self.attire, read_short_codes(kept(SHORT_CODES)), keep)
        if self._desk is not None:
            yield codes_of_workshop(self.attire, self._desk)

    def _thresholds(self) -> Choice:
        say = self.attire.language.say
        timed = [
            Offer(key_of(amber, red), say("{amber} s and {red} s before the end", amber=amber, red=red))
            for amber, red in SECONDS
        ]
        offers = [Offer("", say("By the length of the limit")), *timed]
        more = say("For workshops made on this computer from now on; a category may have its own.")
        return self._choice(say("The clock turns amber and red"), THRESHOLDS, "", offers, more)

    def _keep(self, key: str, value: str) -> None:
        self._settings.keep(key, value)
        self._wear()

    def _room(self) -> Choice:
        say, code = self.attire.language.say, self.attire.language.code
        others = [Offer(each, LANGUAGE_NAMES[each]) for each in LANGUAGES if each != code]
        more = say("Which screen is the room’s is chosen in the panel’s menu, while the screen is connected.")
        offers = [Offer("", say("Names only")), *others]
        return self._choice(say("Second language of the room screen"), SECOND, "", offers, more)

    def _choice(self, name: str, key: str, usual: str, offers: list[Offer], more: str = "") -> Choice:
        def take(value: str) -> None:
            self._settings.keep(key, value)
            self._wear()

        kept = self._settings.kept(key) or usual
        known = kept if kept in {offer.key for offer in offers} else usual
        return Choice(self.attire, name, offers, known, take, more)
