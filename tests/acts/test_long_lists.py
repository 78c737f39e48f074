"""Whoever came with a long list is found as soon as it is in, whatever of its index is made by then."""

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list
from facilitator.domain.hits import Wanted

MANY = 2_100


@pytest.fixture
def ids(desk, tmp_path):
    """Those of a list that has just come in, by name; the words of none of them are in the index."""
    path = tmp_path / "list.csv"
    rows = [f"Name{number} Mbeki,GOV,Togo\n" for number in range(MANY)]
    path.write_text("name,category,delegation\n" + "".join(rows), encoding="utf-8")
    import_list(desk, Kind.PARTICIPANTS, Order(path))
    assert desk.file.index_more(0)
    return {who.name: who.id for who in desk.reading.people().values()}


def found(desk, words, most=5_000):
    hits = desk.search(Wanted(words, most=most))
    assert len({hit.found.id for hit in hits.hits}) == len(hits.hits) == hits.total
    return {hit.found.id for hit in hits.hits}


@pytest.mark.parametrize("slices", [0, 1, 3, 5])
def test_all_are_found_however_much_of_the_index_was_made(desk, ids, slices):
    for _ in range(slices):
        desk.file.index_more(500)

    assert found(desk, "mbeki") == set(ids.values())
    assert found(desk, "name7 togo") == {ids["Name7 Mbeki"]}
    assert not desk.file.index_more(1)


def test_who_was_changed_or_taken_out_meanwhile_is_found_as_they_are_now(desk, ids):
    desk.file.index_more(500)
    changed, gone = ids["Name2000 Mbeki"], ids["Name2001 Mbeki"]
    desk.do("edit_participant", participant=changed, name="Ana Sow")
    desk.do("remove_participants", participants=[gone])

    assert found(desk, "sow") == {changed}
    assert found(desk, "mbeki") == set(ids.values()) - {changed, gone}


def test_nobody_of_a_list_that_was_taken_back_is_found_and_everybody_if_it_came_again(desk, ids):
    desk.file.index_more(500)
    desk.do("undo")
    assert found(desk, "mbeki") == set()

    desk.do("redo")
    assert found(desk, "mbeki") == set(ids.values())


def test_a_copy_that_is_opened_elsewhere_goes_on_with_the_index(desk, ids, clock):
    copy = desk.path.with_name("copy.facilitator")
    desk.file.index_more(500)
    desk.file.copy_to(copy)
    other = open_desk(copy, clock)

    assert other.file.index_more(500)
    assert found(other, "mbeki") == set(ids.values())
    other.close()
