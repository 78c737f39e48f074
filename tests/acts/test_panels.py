"""What is kept of a panel's course."""

from facilitator.domain.choreography import sat_ms


def test_a_break_is_kept_out_of_what_the_panel_sat_and_comes_back_with_undo(desk, sitting, clock):
    clock.pass_s(600)
    desk.do("suspend_panel")
    clock.pass_s(900)
    desk.do("open_panel", panel=1)
    clock.pass_s(60)
    sat = sat_ms(desk.view().floor, clock.now)
    desk.do("undo")

    assert (sat, sat_ms(desk.view().floor, clock.now)) == (660_000, 600_000)
