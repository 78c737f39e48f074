"""The room's screen is known again, and is never the console's."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from facilitator.ui.room.screens import ScreenKey, key_of, known, pick, unpacked


@dataclass(frozen=True)
class Screen:
    label: str
    serial: str = ""
    place: tuple = (0, 0, 1920, 1080)
    _: object = field(default=None, repr=False)

    def name(self):
        return self.label

    def serialNumber(self):
        return self.serial

    def geometry(self):
        return QRect(*self.place)


OWN = Screen("eDP-1", "L1", (0, 0, 1366, 768))
LEFT = Screen("HDMI-1", "P7", (1366, 0, 1920, 1080))
RIGHT = Screen("HDMI-2", "P9", (3286, 0, 1920, 1080))
TWIN = Screen("HDMI-1", "P7", (3286, 0, 1920, 1080))


@pytest.mark.parametrize(
    ("screens", "wanted", "picked"),
    [
        ([OWN], None, None),
        ([OWN], RIGHT, None),
        ([OWN, LEFT], None, LEFT),
        ([LEFT, OWN], None, LEFT),
        ([OWN, LEFT, RIGHT], None, LEFT),
        ([OWN, LEFT, RIGHT], RIGHT, RIGHT),
        ([OWN, LEFT], RIGHT, LEFT),
        ([OWN, LEFT], OWN, LEFT),
        ([OWN, LEFT, TWIN], TWIN, TWIN),
        ([OWN, LEFT], TWIN, LEFT),
    ],
    ids=[
        "one screen: none is left for the room",
        "one screen, the remembered one is away",
        "the other one",
        "the other one, even if it comes first",
        "the first of two",
        "the one remembered",
        "another one if the remembered one is away",
        "never the console's own, though remembered",
        "of two alike the one at its place",
        "the same one at another place",
    ],
)
def test_room_gets_the_screen_that_is_meant(screens, wanted, picked):
    assert pick(screens, OWN, None if wanted is None else key_of(wanted)) == picked


def test_nothing_is_known_again_where_nothing_is_remembered():
    assert known([OWN, LEFT], None) is None


@given(st.text(), st.text(), st.tuples(*[st.integers(-10_000, 100_000)] * 4))
def test_what_is_remembered_of_a_screen_is_read_back(name, serial, place):
    key = ScreenKey(name, serial, place)

    assert unpacked(key.packed()) == key


@pytest.mark.parametrize(
    "spoilt", [None, "", "{", "[]", "7", '["a"]', '["a","b",0,0,1,"x"]', '[1,"b",0,0,1,1]', '{"name": 1}']
)
def test_a_spoilt_memory_of_a_screen_is_none(spoilt):
    assert unpacked(spoilt) is None
