"""Between laptops, at the window: packed, taken in, told, and settled by one key."""

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import pack
from facilitator.acts.importing.order import ImportStopped
from facilitator.acts.settling import conflicts_now
from facilitator.domain.notes import NoteKind
from facilitator.domain.recommendation import Told
from facilitator.exchange.merging import merge, new_replica
from facilitator.exchange.packing import packed
from facilitator.language.direction import bare, isolate, whole
from facilitator.language.exchanging import TRAVELS, staying
from facilitator.language.refusals import sentence
from facilitator.language.speech import Language
from facilitator.ui.main_window import MainWindow
from facilitator.ui.settings import LAPTOPS, SETTINGS
from facilitator.ui.settings.conflict_list import thing
from facilitator.ui.settings.laptops import Laptops
from facilitator.ui.start.recents import Settings
from facilitator.ui.stick import Stick
from tests.benchmarks.twenty import Laptops as ManyLaptops
from tests.books import tables_of
from tests.exchange.test_settling import THEIRS, torn  # noqa: F401 - a fixture
from tests.exchange.test_union import laptops, merge_both  # noqa: F401 - a fixture


@pytest.fixture(params=["en", "ar"])
def window(request, qtbot, make_context, torn, tmp_path, clock):  # noqa: F811 - the fixture above
    """The laptop that made the workshop, at whose window a note reads differently on two laptops."""
    make_context(Language(request.param))  # dresses the application
    a, b, note = torn
    b.do("write_note", text="On a stick", panel=1)
    pack(b, tmp_path / "b.package")
    a.close()
    window = MainWindow(Settings(tmp_path / "settings.json"), Language(request.param), clock)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.open(a.path, clock)
    with qtbot.waitExposed(window):
        window.show()
    window.open_sheet(LAPTOPS)
    yield window, note, tmp_path / "b.package"
    window.close()


def test_a_key_keeps_one_side_and_the_sheet_tells_so(window, tmp_path):
    window, note, _ = window
    assert window.console.top.conflicts.isVisible()
    window.grab().save(str(tmp_path / f"laptops-{window.language.code}.png"))
    QTest.keyClick(window._sheets.sheet, Qt.Key.Key_2)

    assert window.console.desk.reading.note(note).text == THEIRS
    assert not window.console.top.conflicts.isVisible()
    assert window._sheets.sheet.told.isVisible()
    assert Stick(window.console.desk, window.language).conflicts() == []


def test_it_is_told_which_note_reads_differently(window):
    window, note, _ = window
    say, text = window.language.say, window.console.desk.reading.note(note).text
    parts = [say("Note"), say("Panel {number}", number=1), isolate(text)]
    told = window._sheets.sheet.sides.findChildren(QLabel)[0].text()

    assert told == whole(" · ".join(parts), rtl=window.language.rtl)
    assert window._sheets.sheet.list.model_.index(0).data().splitlines()[0] == told


def test_a_recommendation_that_reads_differently_is_called_by_its_number(laptops, clock):  # noqa: F811
    a, b = laptops
    one = a.do("write_note", text="To be done", kind=NoteKind.RECOMMENDATION, panel=1)
    (held,) = a.view(a.reading.panels()[0].id).recommendations
    assert one.id in held.notes
    merge_both(a, b, clock)
    for desk, until in ((a, "By 2021"), (b, "By 2022")):
        clock.pass_s(60)
        desk.do("edit_recommendation", recommendation=held.id, fields={Told.TIMELINE: until})
    merge_both(a, b, clock)
    (found,) = conflicts_now(a)["conflicts"]

    assert bare(thing(found, Language("en"))) == "Recommendation · R-P1-01 · To be done"
    nothing = {"panel": None, "number": "", "words": ""}
    assert thing({"kind": "duty", "place": nothing}, Language("en")) == ""


def test_whose_a_side_is_runs_as_the_page_does_whatever_the_laptops_name(window):
    window, *_ = window
    sides = Stick(window.console.desk, window.language).conflicts()[0]["sides"]
    heads = [label.text() for label in window._sheets.sheet.sides.findChildren(QLabel)[1::2]]

    whens = [head.partition(" · ")[2].removesuffix("\u2069") for head in heads]
    assert heads == [
        whole(f"{isolate(side['laptop'])} · {when}", rtl=window.language.rtl)
        for side, when in zip(sides, whens, strict=True)
    ]


def test_a_third_text_is_kept_by_ctrl_enter(window, tmp_path):
    window, note, _ = window
    field = window._sheets.sheet.sides.third
    field.setPlainText("As both have it, 1 and 2")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert window.console.desk.reading.note(note).text == "As both have it, 1 and 2"
    assert Stick(window.console.desk, window.language).conflicts() == []


def test_a_package_is_told_of_and_a_damaged_one_does_not_keep_it_out(window, tmp_path):
    window, _, package = window
    bad = tmp_path / "bad.package"
    bad.write_bytes(package.read_bytes()[:-1])
    stick = Stick(window.console.desk, Language("en"))
    told = bare(stick.take_in([bad, package])).splitlines()

    assert len(told) == 2
    assert told[1] == "From Laptop 7: 2 new acts."
    assert "On a stick" in {
        note.text for note in window.console.desk.view(window.console.view.panels[0].id).notes
    }


def test_what_is_packed_is_at_its_place(window, tmp_path):
    window, _, _ = window
    stick = Stick(window.console.desk, Language("en"))
    told = stick.pack(tmp_path / "a.package", for_secretariat=True)

    assert bare(told) == "a.package holds all this laptop knows and may tell."
    assert (tmp_path / "a.package").read_bytes().startswith(b"age-encryption.org/")


@pytest.mark.parametrize(("button", "closed"), [("pack", ""), ("pack_closed", "_secretariat")])
def test_a_package_has_a_name_of_its_own_unless_another_is_chosen(window, monkeypatch, button, closed):
    """The window of the system is the one thing here that no test can press."""
    window, *_ = window
    desk, sheet, offered = window.console.desk, window._sheets.sheet, []
    day = datetime.fromtimestamp(desk.now() / 1_000, ZoneInfo("Europe/Zurich"))
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        lambda _parent, _title, usual, _kinds: offered.append(usual) or (usual, ""),
    )
    QTest.mouseClick(getattr(sheet, button), Qt.MouseButton.LeftButton)
    whole_name = desk.path.with_name(f"{desk.path.stem}_console_{day:%Y%m%d}{closed}.package")

    assert offered == [str(whole_name)]
    assert whole_name.exists()


def test_a_name_is_written_as_every_disk_takes_it(laptops, tmp_path, clock):  # noqa: F811 - the fixture above
    content, path = packed(laptops[0].file, clock()), tmp_path / "Room: 1.facilitator"
    new_replica(path, content, clock(), name="a", laptop="../ لوحة 7?")
    desk = open_desk(path, clock)
    found = Stick(desk, Language("ar")).usual(for_secretariat=False)
    day = datetime.fromtimestamp(clock() / 1_000, ZoneInfo("Europe/Zurich"))
    desk.close()

    assert found == tmp_path / f"room-1_لوحة-7_{day:%Y%m%d}.package"


def open_and_closed(laptop, folder, at):
    """Packages of a laptop that has a protection concern: one tells of it in part, the other wholly."""
    laptop.do("write_note", text="Threatened", kind=NoteKind.PROTECTION, panel=1)
    places = folder / "open.package", folder / "closed.package"
    for place, for_secretariat in zip(places, (False, True), strict=True):
        place.write_bytes(packed(laptop.file, at, for_secretariat=for_secretariat))
    return places


def test_what_was_here_in_part_is_told_of_when_it_comes_whole(window, laptops, tmp_path, clock):  # noqa: F811 - the fixture above
    window, *_ = window
    open_, closed = open_and_closed(laptops[1], tmp_path, clock())
    stick = Stick(window.console.desk, window.language)
    stick.take_in([open_])
    told = [bare(stick.take_in([closed])) for _ in range(2)]

    assert (
        told
        == {
            "en": [
                "From Laptop 7: 1 act that was here in part is here whole.",
                "From Laptop 7: nothing new.",
            ],
            "ar": ["من Laptop 7: إجراء واحد كان هنا ناقصا فاكتمل (1).", "من Laptop 7: لا جديد."],
        }[window.language.code]
    )


def test_what_one_drop_brings_in_part_and_then_whole_is_told_with_each_of_its_packages(
    window,
    laptops,  # noqa: F811 - the fixture above
    tmp_path,
    clock,
):
    window, *_ = window
    open_, closed = open_and_closed(laptops[1], tmp_path, clock())
    told = bare(Stick(window.console.desk, window.language).take_in([open_, closed])).splitlines()

    wanted = {
        "en": [
            "From Laptop 7: 3 new acts.",
            "From Laptop 7: 1 act that was here in part is here whole.",
        ],
        "ar": [
            "من Laptop 7: 3 إجراءات جديدة.",
            "من Laptop 7: إجراء واحد كان هنا ناقصا فاكتمل (1).",
        ],
    }
    assert told == wanted[window.language.code]
    assert [note.text for note in window.console.desk.view().notes if note.kind is NoteKind.PROTECTION] == [
        "Threatened"
    ]


def test_the_sheet_says_what_stays_before_anything_is_packed(window, tmp_path):
    window, _, _ = window
    assert window.language.say(TRAVELS) in shown_on(window)

    for number in range(3):
        text, kind = f"Threatened {number}", NoteKind.PROTECTION
        gone = window.console.desk.do("write_note", text=text, kind=kind, panel=1).id
    window.console.desk.do("remove_note", note=gone)
    window.open_sheet(LAPTOPS)
    window.grab().save(str(tmp_path / f"staying-{window.language.code}.png"))

    told = staying(2, window.language)
    assert told != window.language.say(TRAVELS)
    assert told in shown_on(window)


def shown_on(window):
    return [label.text() for label in window._sheets.sheet.findChildren(QLabel) if label.isVisible()]


def dropped(widget, files):
    """Drops files on a widget, as the system does it; says whether it was to be dropped there.

    The system would move them, if whoever takes them said so: they would be gone from the stick.
    """
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    either = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    left, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    enter = QDragEnterEvent(QPoint(5, 5), either, mime, left, held)
    assert enter.proposedAction() is Qt.DropAction.MoveAction
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        drop = QDropEvent(QPointF(5, 5), either, mime, left, held)
        QApplication.sendEvent(widget, drop)
        assert [each.dropAction() for each in (enter, drop)] == [Qt.DropAction.CopyAction] * 2
    return enter.isAccepted()


def test_the_report_says_what_came_from_whom_what_is_missing_and_what_is_to_be_settled(
    window,
    laptops,  # noqa: F811 - the fixture above
    clock,
    tmp_path,
):
    """One package leaves acts out, and one is no package at all: both are told beside what came."""
    window, _, package = window
    _, other = laptops
    had = other.file._end.seq
    for text in ("one", "two", "three"):
        clock.pass_s(60)
        other.do("write_note", text=text, panel=1)
    late, none = tmp_path / "late.package", tmp_path / "none.package"
    late.write_bytes(packed(other.file, clock(), known={other.file.replica: had + 2}))
    none.write_bytes(b"no package")
    window._sheets.sheet.take_in([package, late, none])
    window.grab().save(str(tmp_path / f"report-{window.language.code}.png"))

    side = {"en": "\u200e", "ar": "\u200f"}[window.language.code]
    told = bare(window._sheets.sheet.told.text()).splitlines()
    gap = f"{had + 1}–{had + 2}"
    wanted = {
        "en": [
            "From Laptop 7: 2 new acts.",
            "From Laptop 7: nothing new.",
            "none.package is not a package of Facilitator. Nothing was taken from it.",
            f"Laptop 7: acts {gap} are missing, and what follows waits. Ask for a full package.",
        ],
        "ar": [
            "من Laptop 7: إجراءان جديدان (2).",
            "من Laptop 7: لا جديد.",
            "الملف none.package ليس حزمة من حزم Facilitator. لم يُؤخذ منه شيء.",
            f"Laptop 7: الإجراءات {gap} ناقصة، وما بعدها ينتظرها؛ اطلب حزمة كاملة.",
        ],
    }
    assert told == [side + line for line in wanted[window.language.code]]


def test_what_had_to_wait_for_the_package_of_another_laptop_is_told_of_the_one_it_is_from(tmp_path, clock):
    """Each changed notes of the others: what it did with them can come in only after they are in."""
    made = ManyLaptops(tmp_path, many=3, notes=400, edits=700)
    names = [tmp_path / f"{number}.package" for number in range(3)]
    for name, content in zip(names, made.packages, strict=True):
        name.write_bytes(content)
    desk = open_desk(made.path, clock)
    told = bare(Stick(desk, Language("en")).take_in(names)).splitlines()
    desk.close()

    assert told[:6] == [
        line
        for number in range(3)
        for line in (f"From Laptop {number}: 1,102 new acts.", f"Not seen here before: Laptop {number}.")
    ]


@pytest.mark.parametrize("how", ["escape", "button"])
def test_while_packages_come_in_one_button_stops_it_and_nothing_has_come(window, how):
    window, _, package = window
    sheet, desk = window._sheets.sheet, window.console.desk
    before, seen = tables_of(desk), []
    press = partial(QTest.keyClick, sheet.stop, Qt.Key.Key_Escape)
    QTimer.singleShot(0, sheet, press if how == "escape" else sheet.stop.click)
    QTimer.singleShot(0, lambda: seen.append((sheet.stop.isVisible(), sheet.close_button.isVisible())))
    sheet.take_in([package])
    after = window._sheets.sheet

    assert seen == [(True, False)]
    assert after.told.text()[1:] == sentence(window.language, ImportStopped())
    assert (after.stop.isVisible(), after.close_button.isVisible()) == (False, True)
    assert tables_of(desk) == before

    after.take_in([package])
    assert "On a stick" in {note.text for note in desk.view(window.console.view.panels[0].id).notes}


@pytest.mark.parametrize("where", ["console", "floor", "capture", "quick add", "settings"])
def test_a_package_dropped_anywhere_on_the_window_is_taken_in(window, where, tmp_path):
    window, _, package = window
    window._sheets.sheet.leave()
    console = window.console
    if where == "settings":
        window.open_sheet(SETTINGS)
    places = {"console": console, "floor": console.floor, "capture": console.notes.capture.field.viewport()}
    places |= {"quick add": console.floor.quick_add, "settings": window._sheets.sheet}

    assert dropped(places[where], [package])
    assert isinstance(window._sheets.sheet, Laptops)
    assert window._sheets.sheet.told.isVisible()
    assert "On a stick" in {note.text for note in console.desk.view(console.view.panels[0].id).notes}
    assert not dropped(console, [tmp_path / "other.txt"])


def test_while_a_panel_is_live_a_dropped_package_waits_and_the_sheet_says_so(window):
    window, _, package = window
    window._sheets.sheet.leave()
    window.console.desk.do("open_panel", panel=1)

    assert dropped(window.console, [package])
    assert window._sheets.sheet.told.text()[1:] == window.console.lock.reason(window.language)
    assert "On a stick" not in {note.text for note in window.console.view.notes}


def test_when_packages_came_in_the_focus_goes_back_to_the_line_it_was_in(window, qapp):
    window, _, package = window
    window._sheets.sheet.leave()
    window.console.open_page(1)
    window.console.notes.take_focus()
    window.open_sheet(LAPTOPS)
    window._sheets.sheet.take.setFocus()
    window._sheets.sheet.take_in([package])
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    sheet = window._sheets.sheet
    sheet.close_button.click()

    assert not sheet.isVisible()
    assert qapp.focusWidget() is window.console.notes.capture.field


def test_when_the_lock_is_lifted_on_the_sheet_packages_may_come_in(window):
    window, _, _ = window
    window.console.desk.do("open_panel", panel=1)
    window._sheets.sheet.leave()
    window.open_sheet(LAPTOPS)
    seen = []
    for _ in range(2):
        seen.append((window._sheets.sheet.take.isEnabled(), window._sheets.sheet.isVisible()))
        window.console.toggle_lock()

    assert seen == [(False, True), (True, True)]
    assert not window._sheets.sheet.take.isEnabled()


@pytest.fixture
def many(qtbot, make_context, laptops, tmp_path, clock):  # noqa: F811 - the fixture above
    """A sheet over thirty notes that read differently on two laptops."""
    a, b = laptops
    notes = [a.do("write_note", text=f"Note {n}", panel=1).id for n in range(30)]
    merge(b.file, packed(a.file, clock()), clock(), "a")
    for number, note in enumerate(notes):
        base = a.reading.note(note).revision
        for desk, who in ((a, "one"), (b, "the other")):
            clock.pass_s(1)
            desk.do("revise_note", note=note, text=f"Note {number} as {who} has it", base=base)
    merge(a.file, packed(b.file, clock()), clock(), "b")
    context = make_context()
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    stick = Stick(a, context.language)
    sheet = Laptops(context, stick, page, "", lambda _: None)
    sheet.open()
    yield sheet, stick
    page.close()


def test_all_conflicts_are_in_the_list_and_one_after_the_other_is_settled_by_keys(many, tmp_path):
    sheet, stick = many
    sheet.grab().save(str(tmp_path / "many.png"))
    assert (sheet.list.model().rowCount(), len(stick.conflicts())) == (30, 30)

    sheet.list.choose(25)
    looked_at = sheet.list.model_.conflicts[25:27]
    QTest.keyClick(sheet, Qt.Key.Key_1)
    kept = stick.conflicts()
    assert looked_at[0]["conflict"] not in {each["conflict"] for each in kept}
    assert sheet.list.currentIndex().row() == 25
    assert sheet.list.model_.conflicts[25] == looked_at[1]

    for _ in range(28):
        QTest.keyClick(sheet, Qt.Key.Key_2)
    assert (len(stick.conflicts()), sheet.list.isVisible()) == (1, False)
    QTest.keyClick(sheet, Qt.Key.Key_2)
    assert stick.conflicts() == []
