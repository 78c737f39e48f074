"""The acts that have a key: what they are called, on which key they lie, and when they can be done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import Enum

from facilitator.domain.view import View
from facilitator.language.speech import Language, mark
from facilitator.ui.roles import HALL

Gesture = Callable[[], object]


class Need(Enum):
    """What must be the case."""

    NOTHING = 0
    LIVE = 1
    SPEAKER = 2
    MAIN = 3
    UNDO = 4
    REDO = 5


@dataclass(frozen=True, slots=True)
class Command:
    """An act by its key; the floor's and the room's acts are found by it."""

    keys: str
    name: str
    need: Need = Need.NOTHING


COMMANDS = (
    Command("F9", mark("Open the panel; give the floor to the one selected, or to the next"), Need.MAIN),
    Command("Shift F9", mark("End the intervention; the floor is empty"), Need.SPEAKER),
    Command("Ctrl F9", mark("Point of order: the speaker’s clock stands, a second one runs"), Need.LIVE),
    Command("F5", mark("Stop the speaker’s clock, and let it run again"), Need.SPEAKER),
    Command("Shift F5", mark("The speaker began 30 seconds earlier"), Need.SPEAKER),
    Command("F7", mark("Take 15 seconds from the speaker"), Need.SPEAKER),
    Command("F8", mark("Give the speaker 15 seconds more"), Need.SPEAKER),
    Command("Shift F7", mark("Take 60 seconds from the speaker"), Need.SPEAKER),
    Command("Shift F8", mark("Give the speaker 60 seconds more"), Need.SPEAKER),
    Command("Ctrl F5", mark("Take the proposed limits, so that everybody is heard"), Need.LIVE),
    Command("Ctrl F6", mark("To the next phase of the panel"), Need.LIVE),
    Command("Ctrl F7", mark("Start the small clock, and stop it"), Need.LIVE),
    Command("Ctrl F8", mark("Set the small clock, or set it back"), Need.LIVE),
    Command("F3", mark("Add a speaker"), Need.LIVE),
    Command("Shift F3", mark("Order and rules of the list, limits, budgets, break"), Need.LIVE),
    Command("Ctrl+Return", mark("Move up whom the desk suggests"), Need.LIVE),
    Command("Ctrl+M", mark("Say why another than the suggested one has the floor"), Need.SPEAKER),
    Command("Ctrl+J", mark("Read the rapporteur’s note for you, and put it away")),
    Command("Ctrl+Z", mark("Take back the last act"), Need.UNDO),
    Command("Ctrl+Y", mark("Bring back what was taken back"), Need.REDO),
    Command("F2", mark("“Please conclude” on the room screen")),
    Command("Shift F2", mark("Another message on the room screen")),
    Command("F11", mark("Show the room screen, and put it away")),
    Command("F12", mark("Make the room screen black, and bring it back")),
    Command("Ctrl+Shift+C", mark("A small strip with the clock that stays on top")),
    Command("Ctrl+L", mark("Lift the live lock, and set it again"), Need.LIVE),
    Command("Ctrl+K", mark("Find any act by its name (on the notes: Ctrl+Shift+K)")),
    Command("Ctrl+Shift+F", mark("To the floor")),
    Command("Ctrl+Shift+N", mark("To the notes")),
    Command("Ctrl+Shift+R", mark("To the report; there, from the document to its draft and back")),
    Command("Ctrl+Shift+S", mark("To the setup")),
    Command("Ctrl+Shift+E", mark("To the ledger of recommendations")),
    Command("F6", mark("To the next part of the window")),
    Command("Ctrl+Shift+H", mark("Hand the floor over to another laptop, or take it over; packages")),
    Command("Ctrl+,", mark("Settings")),
    Command("F1", mark("All keys")),
)

GESTURES = (
    ("Ctrl+F", mark("Add a speaker")),
    ("Space", mark("Stop the speaker’s clock, and let it run again")),
    ("Alt ↑ ↓", mark("Move the selected speaker")),
    ("Ctrl+Home", mark("Back to the live row")),
    ("Delete", mark("Withdraw the selected speaker; with Shift: not in the room")),
)
"""Keys that mean something on the floor's desk only, most of them in its list."""

NOTE_KEYS = (
    ("Ctrl+F", mark("Notes: search in all that was said")),
    ("Ctrl+K", mark("Notes: all kinds")),
    ("Ctrl+O", mark("Notes: all that can be done, by its words")),
    ("↑ ↓", mark("Notes: the note before or after, to edit it")),
    ("Ctrl+T", mark("Notes: tags, of the note or of the selected words")),
    ("Ctrl+B", mark("Notes: for the speaker, the one before, the panel, nobody")),
    ("Ctrl+D", mark("Notes: a sign for the moderator")),
    ("Ctrl+I", mark("Notes: the language heard, and through interpretation")),
    ("Ctrl+E", mark("Notes: all short codes, which a semicolon begins")),
    ("Ctrl+G", mark("Notes: what is missing; tell the moderator")),
    ("Ctrl+J", mark("Notes: what is to be followed up")),
    ("Ctrl+H", mark("Notes: earlier versions of the note that is edited")),
    ("Ctrl+L", mark("Notes: link the note that is edited to another")),
    ("Ctrl+Enter", mark("Notes: split the note that is edited")),
    ("Ctrl+M", mark("Notes: put it into the one before")),
    ("Ctrl+Delete", mark("Notes: remove the note that is edited")),
)
"""Keys of the line in which notes are written."""


_TO_DESKS = ("Ctrl+Shift+F", "Ctrl+Shift+N", "Ctrl+Shift+R", "Ctrl+Shift+S", "Ctrl+Shift+E")
OF_THE_HALL = ("F1", "F6", "F2", "Shift F2", "F11", "F12", "Ctrl+,", "Ctrl+Shift+L")
"""On the computer that only serves the room: its screen, the settings, and locking."""
_EVERYWHERE = ("F1", "Shift F2", "F6")
_OF_THE_ROOM = ("F2", "Shift F2", "F11", "F12")
_OF_THE_MODERATOR = ("Ctrl+J", "Ctrl+Shift+C")


def offered(shown: Collection[int]) -> tuple[Command, ...]:
    """Return the acts of a computer that shows these desks: those of floor and room only with the floor's."""
    if HALL in shown:
        return tuple(command for command in COMMANDS if command.keys in OF_THE_HALL)
    away = {keys for number, keys in enumerate(_TO_DESKS) if number not in shown}
    if 0 not in shown:
        away |= {command.keys for command in COMMANDS if command.need is not Need.NOTHING}
        away.update(_OF_THE_ROOM, _OF_THE_MODERATOR)
    return tuple(command for command in COMMANDS if command.keys not in away)


def heard(acts: Mapping[str, Gesture], shown: Collection[int]) -> dict[str, Gesture]:
    """Return those of the acts that keys do on a computer that shows these desks."""
    if HALL in shown:
        return {keys: act for keys, act in acts.items() if keys in OF_THE_HALL}
    return {keys: act for keys, act in acts.items() if 0 in shown or "+" in keys or keys in _EVERYWHERE}


def reason(command: Command, view: View, language: Language) -> str:
    """Return why an act cannot be done now, the empty text if it can."""
    floor = view.floor
    speaks, waits = floor is not None and floor.speaking, floor is not None and floor.waiting
    ends = floor is not None and floor.speaking is not None and floor.rules.two_step
    can = {
        Need.NOTHING: True,
        Need.LIVE: view.live,
        Need.SPEAKER: bool(speaks),
        Need.MAIN: bool(waits) or ends if view.live else view.panel is not None,
        Need.UNDO: view.undo is not None,
        Need.REDO: view.redo is not None,
    }
    if view.floor_elsewhere and command.need in _OF_THE_HOLDER:
        return language.say("{name} holds the floor.", name=view.floor_elsewhere)
    return "" if can[command.need] else language.say(_REASONS[command.need])


_OF_THE_HOLDER = (Need.LIVE, Need.SPEAKER, Need.MAIN)
_REASONS = {
    Need.LIVE: mark("No panel is open."),
    Need.SPEAKER: mark("Nobody has the floor."),
    Need.MAIN: mark("Nobody is waiting"),
    Need.UNDO: mark("There is nothing to take back."),
    Need.REDO: mark("There is nothing to bring back."),
}
