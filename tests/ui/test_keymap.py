"""No two acts lie on one key, whatever was kept."""

import json

from hypothesis import given
from hypothesis import strategies as st

from facilitator.ui.commands import COMMANDS
from facilitator.ui.keymap import MOVABLE, KeyMap, read_keys

CHORDS = [f"{held}F{number}" for held in ("", "Shift ", "Ctrl ") for number in range(1, 13)]
SOME = st.sampled_from([*CHORDS, *MOVABLE, "Ctrl+K", "F13", "x", ""])


@given(st.dictionaries(SOME, SOME | st.integers() | st.none()))
def test_every_act_has_a_key_of_its_own(chosen):
    keys = read_keys(json.dumps(chosen))
    found = [keys.of(command.keys) for command in COMMANDS]

    assert len(set(found)) == len(found)
    assert [keys.of(fixed) for fixed in ("F1", "F6")] == ["F1", "F6"]
    assert [keys.holder(keys.of(usual)) for usual in MOVABLE] == [*MOVABLE]


@given(st.text())
def test_what_is_no_list_of_keys_is_nothing_chosen(text):
    assert read_keys(text).of("F9") in CHORDS


def test_moved_and_moved_back():
    keys = KeyMap().moved("F5", "F4")

    assert (keys.of("F5"), keys.holder("F4"), keys.holder("F5")) == ("F4", "F5", None)
    assert read_keys(keys.kept()).of("F5") == "F4"
    assert keys.moved("F5", "F5").kept() == "{}"


def test_sentences_name_the_keys_as_they_are():
    keys = KeyMap({"F9": "Ctrl F4", "Ctrl F5": "F10"})

    assert keys.told("F9 gives the floor; Ctrl+F5 takes this; Shift F9 ends.") == (
        "Ctrl+F4 gives the floor; F10 takes this; Shift F9 ends."
    )
    assert KeyMap().told("F9 gives the floor") == "F9 gives the floor"
