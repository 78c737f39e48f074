"""The desks out of sight are made when somebody turns to them, and stand as they were left."""

from facilitator.ui.console import Console
from facilitator.ui.report.making import Making


def made(console):
    """Return the desks there are by now."""
    return [type(console._pages.widget(number)).__name__ for number in range(console._pages.count())]


def test_only_the_desks_that_work_out_of_sight_are_made_at_once(console):
    assert made(console) == ["FloorDesk", "QWidget", "QWidget", "QWidget", "QWidget"]


def test_a_desk_is_made_once_and_keeps_its_place(console):
    for number in (4, 2, 1, 3, 2, 4, 0):
        console.open_page(number)

    assert made(console) == ["FloorDesk", "NotesDesk", "ReportDesk", "SetupDesk", "LedgerDesk"]
    assert console._pages.report is console._pages.widget(2)
    assert console.page() == 0


def test_what_was_chosen_at_the_report_desk_outlives_a_console_at_which_nobody_looked_at_it(console, qtbot):
    console.open_page(2)
    console.report.choose(language="ru")
    console.report.show_draft(wanted=True)
    after, last = console, console
    for _ in range(2):
        last = Console(console.context, (1366, 768), None, after)
        qtbot.addWidget(last, before_close_func=lambda it: it.close_room())
        after = last if after is console else after

    assert made(after)[2] == "QWidget"
    assert (last.report.wish.language, last.report.segments.now()) == ("ru", 1)


def test_a_window_closed_right_after_the_report_desk_is_opened_leaves_no_process(
    make_console, sitting, qtlog
):
    console = make_console(kept=False)
    console.open_page(2)
    process = console.report.previewing._process
    console.close_room()
    console.report.previewing.warm_up()  # as by a desk that is shown once more while it goes
    gone = process.state() is process.ProcessState.NotRunning
    console.deleteLater()

    assert gone
    assert [told.message for told in qtlog.records if "QProcess" in told.message] == []


def test_nothing_that_has_ended_starts_a_process_again(desk, console, qapp):
    making = Making(desk, console.context.language, console)
    making.end()
    making.warm_up()

    assert making._process.state() is making._process.ProcessState.NotRunning


def test_what_advises_rests_out_of_sight_and_is_whole_for_whoever_turns_to_it(console, desk, sitting, clock):
    def seen():
        return console.floor.forecast.grab().toImage()

    console.open_page(1)
    before = seen()
    desk.do("give_floor")
    clock.pass_s(100)
    console.heart.tick()
    rested = seen()
    console.open_page(0)
    shown = seen()
    console.floor.advising.tick(clock.now)

    assert (rested == before, shown == before, seen() == shown) == (True, False, True)
