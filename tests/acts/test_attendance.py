"""Who is at a panel, from afar or not: the list, the balance and the next panel know it."""

import pytest

from facilitator.domain.people import Attendance
from facilitator.domain.refusals import NoPanelOpen, NotPresent, NotUnderstood
from tests.books import folded, tables_of


@pytest.fixture
def sits(desk, people):
    desk.do("open_panel", panel=1)
    return desk


def _present(desk, panel=None):
    return {who.name for who in desk.view(panel).people.values() if who.present}


def test_whoever_is_absent_from_a_panel_cannot_ask_there_and_whoever_is_remote_can(sits, people):
    sits.do("set_attendance", participants=(people["Kenya"],), attendance=Attendance.ABSENT)
    sits.do("set_attendance", participants=(people["Norway"],), attendance=Attendance.REMOTE)

    with pytest.raises(NotPresent):
        sits.do("request_floor", participant=people["Kenya"])
    sits.do("request_floor", participant=people["Norway"])
    assert sits.view().attendance == {
        people["Kenya"]: Attendance.ABSENT,
        people["Norway"]: Attendance.REMOTE,
    }


def test_whoever_came_to_one_panel_only_can_ask_there(sits, people):
    sits.do("set_present", participant=people["Kenya"], present=False)
    sits.do("set_attendance", participants=(people["Kenya"],), attendance=Attendance.PRESENT, panel=1)

    sits.do("request_floor", participant=people["Kenya"])

    assert "Kenya" in _present(sits)
    other = sits.view().panels[1].id if len(sits.view().panels) > 1 else None
    if other is not None:
        assert "Kenya" not in _present(sits, other)


def test_the_balance_counts_who_is_at_the_panel(sits, people):
    before = {share.key: share.present for share in sits.view().balance(sits.now())}
    everybody = tuple(people.values())
    sits.do("set_attendance", participants=everybody, attendance=Attendance.ABSENT)

    assert sum(before.values()) > 0
    assert sum(share.present for share in sits.view().balance(sits.now())) == 0


def test_attendance_is_told_anew_and_undone_as_one(sits, people):
    both = (people["Kenya"], people["Norway"])
    sits.do("set_attendance", participants=both, attendance=Attendance.REMOTE)
    sits.do("set_attendance", participants=(*both, people["Brazil"]), attendance=Attendance.ABSENT)

    assert set(sits.view().attendance.values()) == {Attendance.ABSENT}
    sits.do("undo", desk="secretariat")
    assert sits.view().attendance == dict.fromkeys(both, Attendance.REMOTE)
    sits.do("undo", desk="secretariat")
    assert sits.view().attendance == {}
    assert folded(sits) == tables_of(sits)


def test_without_an_open_panel_one_must_be_named(desk, people):
    with pytest.raises(NoPanelOpen):
        desk.do("set_attendance", participants=(people["Kenya"],), attendance=Attendance.ABSENT)
    with pytest.raises(NotUnderstood):
        desk.do("set_attendance", participants=(), attendance=Attendance.ABSENT, panel=1)


def test_who_is_put_together_has_been_where_either_was(sits, people):
    sits.do("set_attendance", participants=(people["Kenya"],), attendance=Attendance.REMOTE)
    sits.do("merge_participants", keep=people["Norway"], other=people["Kenya"])

    assert sits.view().attendance == {people["Norway"]: Attendance.REMOTE}
    assert folded(sits) == tables_of(sits)
    sits.do("undo", desk="secretariat")
    assert sits.view().attendance == {people["Kenya"]: Attendance.REMOTE}


def test_whoever_is_removed_is_told_of_no_more_and_comes_back_whole(sits, people):
    sits.do("set_attendance", participants=(people["Kenya"],), attendance=Attendance.REMOTE)
    sits.do("remove_participants", participants=(people["Kenya"],))
    assert "attendance" not in tables_of(sits)

    sits.do("undo", desk="secretariat")

    assert sits.view().attendance == {people["Kenya"]: Attendance.REMOTE}


def test_how_a_name_is_pronounced_is_kept(desk, people):
    desk.do("edit_participant", participant=people["Kenya"], pronounced=" KEN-ya ")

    assert desk.view().people[people["Kenya"]].pronounced == "KEN-ya"
