"""The search box finds within a panel, a kind, a speaker's notes and a category."""

import pytest

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
