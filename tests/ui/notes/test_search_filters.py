"""The search box finds within a panel, a kind, a speaker's notes and a category."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.notes import NoteKind
from facilitator.language.direction import bare


@pytest.fixture
def box(console, desk, sitting):
    desk.do("give_floor")
    desk.do("write_note", text="Police reform is slow", kind=NoteKind.POINT)
    desk.do("write_note", text="Police trained by elders", kind=NoteKind.GOOD_PRACTICE)
    console.open_page(1)
    console.notes.tools.search.begin()
    return console.notes.tools.search


def found(box, typed):
    box.field.clear()
    box.field.insert(typed)
    return sorted(hit.found.text for hit in box.hits.hits if hit.found.of == "note")


def test_each_filter_narrows_what_is_found(box):
    both = ["Police reform is slow", "Police trained by elders"]

    assert {typed: found(box, typed) for typed in ("police", "panel:1 police", "kind:g police")} == {
        "police": both,
        "panel:1 police": both,
        "kind:g police": both[1:],
    }


@pytest.mark.parametrize(
    "typed", ["panel:9 police", "kind:zzz police", "category:zzz police", "speaker:zzz police"]
)
def test_value_that_means_nothing_finds_nothing_and_says_so(box, typed):
    assert (found(box, typed), bare(box.foot.text())) == (
        [],
        "Nothing is called “{}”.".format(typed[typed.index(":") + 1 : -7]),
    )


def told(box):
    return [bare(chip.text()) for chip in box.chips.chips.values()]


def presses(box, name):
    box.chips.chips[name].setFocus()
    QTest.keyClick(box.chips.chips[name], Qt.Key.Key_Return)


def notes(box):
    return sorted(hit.found.text for hit in box.hits.hits if hit.found.of == "note")


def test_tab_goes_to_the_filters_which_are_told_as_chips(box):
    box.field.setFocus()
    QTest.keyClick(box.field, Qt.Key.Key_Tab)

    assert told(box) == ["Panel", "Kind", "Speaker", "Category"]
    assert box.chips.chips["panel"].hasFocus()


@pytest.mark.parametrize(
    ("name", "typed", "chip", "left"),
    [
        ("panel", "remedies", "Panel: 1", 2),
        ("kind", "good", "Kind: Good practice", 1),
        ("speaker", "braz", "Speaker: Brazil", 2),
        ("category", "civil", "Category: Civil society", 0),
    ],
)
def test_a_filter_is_chosen_by_keys_seen_and_taken_off(box, name, typed, chip, left):
    box.field.insert("police")
    presses(box, name)
    box.field.insert(typed)
    QTest.keyClick(box.field, Qt.Key.Key_Return)
    narrowed = (chip in told(box), box.field.text(), len(notes(box)))
    presses(box, name)

    assert narrowed == (True, "police", left)
    assert (told(box), box.field.text(), len(notes(box))) == (
        ["Panel", "Kind", "Speaker", "Category"],
        "police",
        2,
    )


def test_backspace_in_an_empty_field_takes_the_last_filter_off(box):
    for name, typed in (("kind", "good"), ("category", "civil")):
        presses(box, name)
        box.field.insert(typed)
        QTest.keyClick(box.field, Qt.Key.Key_Return)
    seen = [told(box)]
    for _ in range(2):
        QTest.keyClick(box.field, Qt.Key.Key_Backspace)
        seen.append(told(box))

    assert seen == [
        ["Panel", "Kind: Good practice", "Speaker", "Category: Civil society"],
        ["Panel", "Kind: Good practice", "Speaker", "Category"],
        ["Panel", "Kind", "Speaker", "Category"],
    ]


def test_a_filter_that_is_typed_is_a_chip_too_and_goes_with_it(box):
    box.field.insert("panel:1 kind:g police")
    typed = told(box)
    presses(box, "kind")

    assert typed == ["Panel: 1", "Kind: Good practice", "Speaker", "Category"]
    assert (box.field.text(), len(notes(box))) == ('panel:"1" police', 2)


def test_escape_leaves_the_choice_before_the_search(box):
    box.field.insert("police")
    presses(box, "panel")
    QTest.keyClick(box.field, Qt.Key.Key_Escape)

    assert (box.isVisible(), box.field.text(), len(notes(box))) == (True, "police", 2)
