"""Who looks for something while what came in is not found yet waits, and the window does not."""

import pytest

from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list
from facilitator.language.direction import bare


@pytest.fixture
def box(console, desk, sitting, tmp_path):
    source = tmp_path / "people.csv"
    source.write_text("Name,Delegation\n" + "".join(f"Person {n},Body {n}\n" for n in range(2_500)))
    import_list(desk, Kind.PARTICIPANTS, Order(source))
    console.open_page(1)
    console.notes.tools.search.begin()
    return console.notes.tools.search


def names(box):
    return [hit.found.text.split("\n")[0] for hit in box.hits.hits]


def test_what_is_not_read_yet_is_told_and_found_a_moment_later(box, qtbot):
    box.field.insert("person 2499")
    told, found = bare(box.foot.text()), names(box)
    qtbot.waitUntil(lambda: bool(box.hits.hits))

    assert (told, found) == ("What came in is being read; it is found in a moment.", [])
    assert (names(box), bare(box.foot.text())) == (["Person 2499"], "1 hit")


def test_nothing_is_read_for_a_box_that_was_left(box, desk, qtbot):
    box.field.insert("person 2499")
    box.hide()
    qtbot.wait(1)

    assert (names(box), desk.file.index_more(1)) == ([], True)


def test_what_came_in_little_is_found_at_once(console, desk, sitting):
    desk.do("give_floor")
    desk.do("write_note", text="Police reform is slow")
    console.open_page(1)
    box = console.notes.tools.search
    box.begin()
    box.field.insert("police")

    assert names(box) == ["Police reform is slow"]
