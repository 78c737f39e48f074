"""Invited, registered, at the panel, heard: four different things to know of somebody."""

from facilitator.domain.people import Attendance
from facilitator.domain.turnout import Turnout, turnout


def test_each_stage_is_counted_for_itself_at_a_panel_and_in_the_whole(desk, people):
    desk.do("open_panel", panel=1)
    desk.do("request_floor", participant=people["Kenya"])
    desk.do("give_floor")
    desk.do("edit_participants", participants=(people["Brazil"],), registered=False, present=False)
    panel = desk.view().panels[0].id
    desk.do("set_attendance", participants=(people["Norway"],), attendance=Attendance.REMOTE, panel=panel)
    desk.do("set_attendance", participants=(people["Kenya"],), attendance=Attendance.ABSENT, panel=panel)
    all_ = len(people)

    assert turnout(desk.view(panel), panel) == Turnout(all_, all_ - 1, all_ - 3, 1, 1)
    assert turnout(desk.view(), None) == Turnout(all_, all_ - 1, all_ - 1, 0, 1)
