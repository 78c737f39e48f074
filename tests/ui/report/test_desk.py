"""A document is chosen, seen as it will be, and handed over by a process of its own."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.acts.export import export
from facilitator.acts.output import part_of
from facilitator.acts.products import PRODUCTS
from facilitator.domain.attribution import Level
from facilitator.domain.notes import NoteKind
from facilitator.language.direction import bare
from facilitator.language.speech import LANGUAGE_NAMES
from facilitator.ui.report.wish import SUMMARY, Wish


def handed_over(report, wait):
    """The document is exported as chosen; returns its file."""
    report.export()
    wait(lambda: not report.exporting.at_work)
    return report.target


def remainders(folder):
    return sorted(path.name for path in folder.iterdir() if ".part" in path.name)


def test_preview_is_the_file_the_exporter_makes(report, desk, tmp_path):
    made = tmp_path / "by-the-exporter.pdf"

    export(desk, made, what=SUMMARY, panel=1, language="en", level="A1")

    assert report.preview.content == made.read_bytes()


def test_a_document_asked_for_while_the_process_of_the_one_before_ends_is_made(report, wait):
    first = handed_over(report, wait)
    report.choose(what="badges")
    second = handed_over(report, wait)

    assert [path.read_bytes()[:5] for path in (first, second)] == [b"%PDF-", b"%PDF-"]


def test_preview_follows_the_edits(report, desk, clock, wait):
    before = report.preview.content
    clock.pass_s(5)
    desk.do("write_note", text="A second point", kind=NoteKind.POINT)

    wait(lambda: report.preview.content != before)


def test_nothing_is_made_for_a_preview_nobody_sees(console, desk, noted):
    desk.do("write_note", text="A second point", kind=NoteKind.POINT)

    assert (console.report.previewing.at_work, console.report.preview.count) == (False, 0)


def test_every_product_panel_language_and_level_can_be_chosen(report):
    head, offered = report.head, {}
    for what in PRODUCTS:
        report.choose(what=what)
        offered[what] = (
            [bare(action.text()) for action in head.panel.menu().actions()],
            len(head.level.menu().actions()),
            [action.text().lower() for action in report.foot.format.menu().actions()],
        )

    assert offered == {
        what: (
            ([] if product.one_panel else ["All panels"]) + ["Panel 1 · Remedies"],
            len(product.levels),
            [suffix[1:] for suffix in product.formats],
        )
        for what, product in PRODUCTS.items()
    }
    assert [action.text() for action in head.language.menu().actions()] == list(LANGUAGE_NAMES.values())


def test_arrows_go_on_from_what_is_chosen_in_an_opened_menu(report):
    languages = list(LANGUAGE_NAMES)
    report.choose(language=languages[2])
    QTest.mouseClick(report.head.language, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    assert report.wish.language == languages[3]


def test_arrows_go_through_the_choices(report):
    report.head.what.setFocus()
    QTest.keyClick(report.head.what, Qt.Key.Key_Down)

    assert report.wish == Wish("report", "en", Level.QUANTITY, 1)

    QTest.keyClick(report.head.what, Qt.Key.Key_Up)
    QTest.keyClick(report.head.what, Qt.Key.Key_Up)

    assert report.wish == Wish(SUMMARY, "en", Level.BODY, 1)


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (Level.NAME, "This summary will name: Brazil."),
        (Level.BODY, "This summary will name nobody."),
        (Level.IMPERSONAL, "This summary will name nobody."),
    ],
)
def test_foot_says_whom_the_summary_will_name(report, level, words):
    report.choose(level=level)

    assert bare(report.foot.naming.accessibleName()) == words


@pytest.mark.parametrize("what", [SUMMARY, "record"])
def test_foot_says_by_which_rule_it_names_nobody(report, desk, what, wait):
    desk.do("set_rule", rule="chatham_house", value=True)
    report.choose(what=what, level=Level.NAME)

    told = "Chatham House Rule: documents name nobody."
    wait(lambda: told in bare(report.foot.naming.accessibleName()))


def test_file_lies_beside_the_workshop_under_a_name_of_its_own(report, desk):
    assert report.foot.field.text() == str(desk.path.with_name("w_panel-summary_panel-1_en_20191021.pdf"))

    report.choose(what="ledger", language="ar", panel=None)
    report.foot.format.chosen.emit(".xlsx")

    assert report.foot.field.text() == str(desk.path.with_name("w_ledger_ar_20191021.xlsx"))


def test_enter_in_the_field_exports_and_the_banner_offers_to_open(report, console, tmp_path, wait):
    opened = []
    report._show_file = lambda path: opened.append(path) or True
    target = tmp_path / "read-back.pdf"
    report.foot.field.selectAll()
    QTest.keyClicks(report.foot.field, str(target))
    QTest.keyClick(report.foot.field, Qt.Key.Key_Return)
    wait(lambda: not report.exporting.at_work)

    assert bare(console.banner.text()) == "read-back.pdf is made."
    assert target.read_bytes() == report.preview.content
    console.banner._offers[0].click()
    assert opened == [target]


def test_file_that_no_program_opens_is_named_with_its_folder(report, console, tmp_path, wait):
    report._show_file = lambda _path: False
    report.choose_path(tmp_path / "read-back.pdf")
    report.export()
    wait(lambda: not report.exporting.at_work)
    console.banner._offers[0].click()

    said = f"No program here opens such a file. It is {tmp_path / 'read-back.pdf'}."
    assert bare(console.banner.text()) == said


def test_progress_is_told_and_every_second_again(report, clock, tmp_path, wait):
    report.choose_path(tmp_path / "read-back.pdf")
    report.export()
    first = bare(report.foot.progress.accessibleName())
    report.tick(clock.pass_s(3))
    second = bare(report.foot.progress.accessibleName())
    wait(lambda: not report.exporting.at_work)

    assert (first, second) == ("read-back.pdf is being made, 0:00", "read-back.pdf is being made, 0:03")
    assert (report.foot.progress.isVisible(), report.foot.export.isVisible()) == (False, True)


@pytest.mark.parametrize("part", ["field", "format", "export"])
def test_the_keys_are_on_cancel_while_a_document_is_made_and_then_where_they_were(report, part):
    begun_by = getattr(report.foot, part)
    begun_by.setFocus()
    seen = []
    for words in ("0:00", "0:01", ""):
        report.foot.show_work(words)
        seen.append(report.window().focusWidget())

    assert seen == [report.foot.stop, report.foot.stop, begun_by]


def test_cancel_ends_the_process_and_leaves_no_half_file(report, console, qtbot, tmp_path, wait):
    target = tmp_path / "half.pdf"
    target.write_bytes(b"as it was")
    report.choose_path(target)
    process = report.exporting._process
    with qtbot.waitSignal(process.started, timeout=60_000):
        report.export()
    part_of(target).write_bytes(b"half")  # as far as a writer may have come
    number = process.processId()

    report.foot.stop.click()
    wait(lambda: not report.exporting.at_work)

    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    assert (target.read_bytes(), remainders(tmp_path)) == (b"as it was", [])
    assert bare(console.banner.text()) == "half.pdf was cancelled; nothing was written."


def test_refusal_is_one_sentence_in_the_banner(report, console, tmp_path, wait):
    report.choose_path(tmp_path / "nowhere" / "read-back.pdf")

    report.export()
    wait(lambda: not report.exporting.at_work)

    folder = tmp_path / "nowhere"
    assert bare(console.banner.text()).startswith("read-back.pdf")
    assert (str(folder) in console.banner.text(), "\n" in console.banner.text()) == (True, False)


def test_file_made_from_older_notes_is_told(report, desk, clock, wait):
    handed_over(report, wait)
    fresh = bare(report.foot.warning.accessibleName())
    for number in range(3):
        clock.pass_s(1)
        desk.do("write_note", text=f"Point {number}", kind=NoteKind.POINT)

    name = report.target.name
    assert (fresh, bare(report.foot.warning.accessibleName())) == ("", f"3 notes newer than {name}")


def test_file_made_before_something_happened_on_the_floor_is_told(report, desk, wait):
    handed_over(report, wait)
    desk.do("end_intervention")

    words = f"The workshop has changed since {report.target.name} was made"
    assert bare(report.foot.warning.accessibleName()) == words


def test_nothing_is_claimed_of_a_file_that_is_not_the_one_made(report, desk, wait):
    target = handed_over(report, wait)
    target.write_bytes(b"another program's")
    os.utime(target, ns=(1, 1))
    desk.do("write_note", text="A second point", kind=NoteKind.POINT)

    assert report.foot.warning.accessibleName() == ""


def test_no_window_of_the_system_comes_up_while_a_panel_is_live(report, desk):
    live = report.foot.choose.isEnabled()
    desk.do("close_panel")

    assert (live, report.foot.choose.isEnabled()) == (False, True)


def test_live_keys_act_while_a_document_is_made(report, console, desk, tmp_path, wait):
    report.choose_path(tmp_path / "read-back.pdf")
    report.export()
    QTest.keyClick(console.window().windowHandle(), Qt.Key.Key_F5)
    paused = desk.view().floor.speaking.clock.paused
    wait(lambda: not report.exporting.at_work)

    assert paused is True


def test_another_console_goes_on_with_the_export(report, console, make_context, tmp_path, wait, qtbot):
    from facilitator.ui.console import Console  # noqa: PLC0415 - beside the fixture that makes the first

    report.choose_path(tmp_path / "read-back.pdf")
    report.export()
    second = Console(make_context(), (1366, 768), None, console)
    qtbot.addWidget(second, before_close_func=lambda it: it.close_room())
    console.close_room()
    wait(lambda: not second.report.exporting.at_work)

    assert (bare(second.banner.text()), (tmp_path / "read-back.pdf").is_file()) == (
        "read-back.pdf is made.",
        True,
    )


def test_closing_leaves_no_process_and_no_file(report, console, tmp_path):
    report.choose_path(tmp_path / "read-back.pdf")
    report.export()
    folder, copy = Path(report._folder.name), Path(report.exporting._folder.name)

    console.close_room()

    assert (folder.exists(), copy.exists(), remainders(tmp_path)) == (False, False, [])
    assert report.exporting._process.state() is QProcess.ProcessState.NotRunning
    assert not (tmp_path / "read-back.pdf").exists()


def test_workshop_without_panels_says_so(qtbot, make_console, desk):
    desk.do("undo")
    console = make_console()
    console.open_page(2)

    qtbot.waitUntil(
        lambda: console.report.preview.accessibleDescription() == "There is no panel yet. Set one up first."
    )


def test_the_previews_are_made_by_one_process_that_stays(report, desk, wait):
    first = report.previewing._process.processId()
    before = report.preview.content
    desk.do("write_note", text="A second point", kind=NoteKind.POINT)
    wait(lambda: report.preview.content != before)

    assert report.previewing._process.processId() == first


def test_a_process_that_died_between_two_previews_is_started_anew(report, desk, wait):
    before = report.preview.content
    report.previewing._process.kill()
    wait(lambda: report.previewing._process.state() is QProcess.ProcessState.NotRunning)
    desk.do("write_note", text="A second point", kind=NoteKind.POINT)

    wait(lambda: report.preview.content != before)


def test_a_process_that_dies_at_work_is_told_and_its_file_is_not_there(
    report, console, qtbot, tmp_path, wait
):
    report.choose_path(tmp_path / "half.pdf")
    with qtbot.capture_exceptions() as bugs:
        report.export()
        report.exporting._process.waitForStarted()
        report.exporting._process.kill()
        wait(lambda: not report.exporting.at_work)

    assert bare(console.banner.text()) == (
        "half.pdf could not be made. Nothing was written; try again, or choose another kind of file."
    )
    assert ([kind.__name__ for kind, _, _ in bugs], (tmp_path / "half.pdf").exists()) == (
        ["WriterBroke"],
        False,
    )


def test_progress_of_a_table_tells_the_row(report, desk, tmp_path, wait):
    told = []
    report.choose(what="participants")
    report.choose_path(tmp_path / "list.xlsx")
    report.exporting.went_on.connect(lambda *_: told.append(bare(report.foot.progress.accessibleName())))
    report.export()
    wait(lambda: not report.exporting.at_work)

    rows = len(desk.view().people) + len(desk.view().categories)
    assert told[-1] == f"list.xlsx is being made: row {rows} of {rows}, 0:00"


def test_progress_tells_the_page(report, tmp_path, wait):
    told = []
    report.choose(what="report")
    report.choose_path(tmp_path / "report.pdf")
    report.exporting.went_on.connect(
        lambda page, of: told.append((page, of, bare(report.foot.progress.accessibleName())))
    )
    report.export()
    wait(lambda: not report.exporting.at_work)

    pages = [told_of for told_of in told if told_of[1]]
    last = pages[-1][1]
    assert [page for page, _, _ in pages] == list(range(1, last + 1))
    assert pages[-1][2] == f"report.pdf is being made: page {last} of {last}, 0:00"
    assert [words for page, of, words in told if (page, of) == (1, 0)] == [
        "report.pdf is being made: page 1, 0:00"
    ]
