"""The room's window cannot show what it must not: it does not hold it, and its modules do not know it."""

import ast
import dataclasses
from pathlib import Path

import pytest

import facilitator.ui.room
from facilitator.domain.notes import Note, NoteKind
from facilitator.domain.recommendation import Recommendation
from facilitator.domain.view import Done, View
from facilitator.ui.context import Context
from facilitator.ui.room.display import RoomDisplay

PAINTED = ("display", "card", "glimpse", "messages", "screens")
FORBIDDEN = ("notes", "balance", "recommendation", "acts", "store", "desk", "report", "ledger")


def reached(thing, seen):
    """Yield everything that can be come to from a thing by its attributes and what it holds."""
    if id(thing) in seen or isinstance(thing, str | bytes | int | float | type | None):
        return
    seen[id(thing)] = thing
    yield thing
    parts = []
    if isinstance(thing, dict):
        parts = [*thing.keys(), *thing.values()]
    elif isinstance(thing, tuple | list | set | frozenset):
        parts = [*thing]
    elif dataclasses.is_dataclass(thing):
        parts = [getattr(thing, field.name) for field in dataclasses.fields(thing)]
    elif hasattr(thing, "__dict__"):
        parts = [*vars(thing).values()]
    for part in parts:
        yield from reached(part, seen)


@pytest.mark.parametrize("module", PAINTED)
def test_modules_of_the_room_know_neither_notes_nor_balance_nor_the_file(module):
    source = Path(facilitator.ui.room.__file__).with_name(f"{module}.py").read_text(encoding="utf-8")
    names = [
        node.module or "" if isinstance(node, ast.ImportFrom) else ", ".join(each.name for each in node.names)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert [name for name in names for word in FORBIDDEN if word in name.split(".")] == []


def test_from_the_display_no_note_no_balance_and_no_desk_is_reached(qtbot, context, desk, sitting):
    desk.do("give_floor", request=sitting["Brazil"])
    desk.do("write_note", kind=NoteKind.PROTECTION, text="Not to be told.")
    desk.do("end_intervention")
    desk.do("give_floor", request=sitting["Kenya"])
    view, now = desk.view(), desk.now()
    display = RoomDisplay(context)
    qtbot.addWidget(display)
    display.show_view(view, now)
    held = list(reached(vars(display), {}))
    views = [thing for thing in held if isinstance(thing, View)]

    assert [type(thing) for thing in held if isinstance(thing, Note | Recommendation | Done | Context)] == []
    assert not any(thing is desk for thing in held)
    assert (len(view.notes), len(view.floor.spoken)) == (1, 1)
    assert [(seen.notes, seen.last_acts, seen.floor.spoken) for seen in views] == [((), (), ())]
