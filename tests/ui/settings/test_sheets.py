"""Settings hold at once, are kept, and stop nothing; the other sheet says what the program is made of."""

import json
from importlib.metadata import version

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from facilitator.acts.sample import build
from facilitator.domain.notes import NoteKind
from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.store.snapshots import Why
from facilitator.ui.commands import COMMANDS, OF_THE_HALL, Need
from facilitator.ui.commands import offered as heard_here
from facilitator.ui.console import Console
from facilitator.ui.floor.desk import FloorDesk
from facilitator.ui.keymap import MOVABLE
from facilitator.ui.main_window import MainWindow
from facilitator.ui.notes.desk import NotesDesk
from facilitator.ui.panel_menu import choices, groups
from facilitator.ui.roles import HALL
from facilitator.ui.settings import ABOUT, LAPTOPS, PEOPLE, PROGRAMME, READINESS, SAFETY, SETTINGS
from facilitator.ui.settings.about import About
from facilitator.ui.settings.code_fields import CodeFields
from facilitator.ui.settings.options import Choice
from facilitator.ui.settings.preferences import Preferences
from facilitator.ui.settings.wishes import SECONDS
from facilitator.ui.start.recents import Settings


@pytest.fixture
def make_window(qtbot, make_context, tmp_path, clock):
    def make(code="en", *, sample=False):
        make_context(Language(code))  # dresses the application
        settings = Settings(tmp_path / "settings.json")
        if sample:
            settings.keep("tour", "seen")
        window = MainWindow(settings, Language(code), clock)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        if sample:
            path = tmp_path / "sample.facilitator"
            clock.now = build(path, code)
            window.open(path)
        else:
            window.show_start()
        return window

    return make


@pytest.fixture
def kept(tmp_path):
    return lambda: json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))


def sheet(window):
    return window._sheets.sheet


def offered(window):
    return {
        bare(choice.name): [option.text() for option in choice.options] for choice in sheet(window).choices
    }


def take(window, text, within=""):
    """Press the tile with this text, in the choice of this name if that is told."""
    choices = [choice for choice in sheet(window).choices if choice.name == within or not within]
    tile = next(option for choice in choices for option in choice.options if option.text() == text)
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)


def test_everything_of_a_person_is_in_one_place(make_window):
    window = make_window("ar")
    window.open_sheet(SETTINGS)

    shown = offered(window)
    assert len(shown.pop("مفاتيح الكلمة")) == len(MOVABLE) + 1
    assert len(shown.pop("مفاتيح أنواع الملاحظات")) == len(NoteKind) + 1
    assert shown == {
        "اللغة": ["العربية", "English", "Español", "Français", "Русский", "中文"],
        "الألوان": ["كما في الحاسوب", "ألوان فاتحة", "ألوان داكنة"],
        "التباين": ["كما في الحاسوب", "تباين أقوى"],
        "الحركة": ["كما في الحاسوب", "لا شيء يتحرك"],
        "الأرقام": ["0123456789", "٠١٢٣٤٥٦٧٨٩"],
        "الصوت": ["بلا صوت", "صوت عند انتهاء الوقت"],
        "اللغة الثانية لشاشة القاعة": ["الأسماء فقط", "English", "Español", "Français", "Русский", "中文"],
        "تحول الساعة إلى الأصفر والأحمر": [
            "بحسب طول المدة",
            *(f"قبل النهاية بـ {amber} ثانية و{red} ثانية" for amber, red in SECONDS),
        ],
        "رموز مختصرة": [],
        "هذا الحاسوب مخصص لـ": ["الجميع", "المسيّر", "المقرر", "الأمانة", "القاعة"],
    }


def test_the_codes_of_a_workshop_are_seen_and_kept_in_it_and_undone_one_by_one(make_window, kept):
    window = make_window(sample=True)
    desk = window.console.desk
    desk.do("set_short_code", code="gp", phrase="good practice")
    window.open_sheet(SETTINGS)
    field = next(c for c in sheet(window).choices if bare(c.name) == "Short codes of this workshop")
    before = field.lines.toPlainText()
    field.lines.setPlainText("gp = practice that is good\nddpa = the Programme")
    sheet(window).leave()
    typed = dict(desk.view().short_codes)
    window.open_sheet(SETTINGS)
    field = next(c for c in sheet(window).choices if bare(c.name) == "Short codes of this workshop")
    field.lines.setPlainText("ddpa = " + 501 * "a")
    sheet(window).leave()
    refused = bare(field.told.text())
    kept_then = dict(desk.view().short_codes)
    desk.do("undo", desk="secretariat")

    assert (before, typed) == (
        "gp = good practice",
        {"gp": "practice that is good", "ddpa": "the Programme"},
    )
    assert refused == "This is too long: phrase. Shorten it to 500 characters."
    assert kept_then == typed
    assert desk.view().short_codes == {"gp": "practice that is good"}
    assert "short_codes" not in kept()


def test_kinds_move_to_other_keys_and_short_codes_are_kept_when_the_field_is_left(make_window, kept):
    window = make_window(sample=True)
    window.open_sheet(SETTINGS)
    QTest.mouseClick(field(window, "g"), Qt.MouseButton.LeftButton)
    QTest.keyClick(field(window, "g"), Qt.Key.Key_B)
    QTest.mouseClick(field(window, "c"), Qt.MouseButton.LeftButton)
    QTest.keyClick(field(window, "c"), Qt.Key.Key_B)
    told = next(choice.told for choice in sheet(window).choices if getattr(choice, "told", None))
    refused = [c.told.text() for c in sheet(window).choices if hasattr(c, "told") and c.told.isVisible()]
    codes = next(choice for choice in sheet(window).choices if isinstance(choice, CodeFields))
    codes.lines.setPlainText("gp = good practice\nno sign")
    codes.lines.setFocus()
    told.setFocus()
    codes.lines.clearFocus()
    faulty = (bare(codes.told.text()), json.loads(kept()["short_codes"]))
    codes.lines.setPlainText("gp = good practice in a town")
    sheet(window).leave()
    typing = window.console.context.typing

    assert json.loads(kept()["kind_keys"]) == {"g": "b"}
    assert [bare(words) for words in refused] == ["b is the key of “Good practice”."]
    assert faulty == ("Line 2 is not kept: write a new code, “=”, and its phrase.", {"gp": "good practice"})
    assert json.loads(kept()["short_codes"]) == {"gp": "good practice in a town"}
    assert (typing.kinds.of("g"), typing.codes().phrase("gp", "en")) == ("b", "good practice in a town")


def test_line_that_is_no_code_takes_no_other_one_along_and_no_code_that_was_kept(make_window, kept):
    window = make_window(sample=True)
    window.open_sheet(SETTINGS)
    field = next(choice for choice in sheet(window).choices if isinstance(choice, CodeFields))
    read = []
    for text in ("gp = good\ncso = they", "gp\nhrd = defender", "", "a = one\na = two"):
        field.lines.setPlainText(text)
        field.lines.setFocus()
        sheet(window).close_button.setFocus()
        read.append((field.told.isVisible(), json.loads(kept()["short_codes"])))

    first = {"gp": "good", "cso": "they"}
    assert read == [(False, first), (True, {**first, "hrd": "defender"}), (False, {}), (True, {"a": "one"})]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_sentence_names_a_moved_key_as_it_is(make_window, kept, language):
    window = make_window(language, sample=True)
    window._settings.keep("keys", json.dumps({"F5": "F4", "F3": "Ctrl F3", "F9": "F10"}))
    window._settings_changed()
    spoken = window.console.context.language
    moved = ("The clock stands still already. Press F5 to let it run.", "F9 ends first, then gives the floor")
    told = [spoken.say(text) for text in moved]

    assert [("F4" in told[0], "F5" in told[0]), ("F10" in told[1], "F9" in told[1])] == [(True, False)] * 2
    assert "Ctrl+F3" in window.console.floor.quick_add.placeholderText()


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Dark colours", "theme", "dark"),
        ("Light colours", "theme", "light"),
        ("As the computer", "theme", "system"),
        ("More contrast", "contrast", "strong"),
        ("Nothing moves", "motion", "still"),
        ("A sound when time is up", "chime", "on"),
        ("Français", "room_second_language", "fr"),
        ("العربية", "language", "ar"),
        ("60 s and 15 s before the end", "thresholds", "60 15"),
        ("The rapporteur", "role", "rapporteur"),
    ],
)
def test_what_is_taken_is_kept_and_marked(make_window, kept, text, key, value):
    window = make_window()
    window.open_sheet(SETTINGS)
    take(window, text, "Second language of the room screen" if key == "room_second_language" else "")

    assert kept()[key] == value
    marked = [
        [each.text() for each in choice.options if each.isChecked()]
        for choice in sheet(window).choices
        if isinstance(choice, Choice)
    ]
    assert [len(tiles) for tiles in marked] == [1] * len(marked)
    assert [text] in marked
    assert sheet(window).isVisible()


def test_colours_of_the_computer_come_back(make_window, tmp_path):
    window = make_window()
    window.open_sheet(SETTINGS)
    take(window, "Dark colours")
    dark = Settings(tmp_path / "settings.json").theme
    take(window, "As the computer")

    assert (dark, Settings(tmp_path / "settings.json").theme) == ("dark", None)


def test_own_digits_of_arabic_are_on_the_whole_console(make_window):
    window = make_window("ar", sample=True)
    before = window.console.floor.strip.reading().digits
    window.open_sheet(SETTINGS)
    take(window, "٠١٢٣٤٥٦٧٨٩")

    assert (before, window.console.floor.strip.reading().digits) == ("0:34", "٠:٣٤")
    assert bare(window.language.time_range(0, 3_600_000)) == "٠١:٠٠–٠٢:٠٠"


def test_language_waits_while_a_panel_is_live(make_window):
    window = make_window(sample=True)
    window.open_sheet(SETTINGS)
    locked = [option.isEnabled() for option in sheet(window).choices[0].options]
    window.console.toggle_lock()

    assert (locked, sheet(window).choices[0].options[0].isEnabled()) == ([False] * 6, True)


def test_floor_goes_on_under_the_sheet(make_window):
    window = make_window(sample=True)
    window.open_sheet(SETTINGS)
    clock = window.console.floor.strip
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F5)

    assert window.console.floor.strip.reading().mode == "paused"
    assert sheet(window).geometry().top() >= clock.mapTo(window, clock.rect().bottomLeft()).y()


def test_escape_gives_the_focus_back(make_window):
    window = make_window(sample=True)
    window.console.floor.queue.setFocus()
    window.open_sheet(SETTINGS)
    inside = sheet(window).isAncestorOf(window.focusWidget())
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)

    assert (inside, sheet(window).isVisible()) == (True, False)
    assert window.focusWidget() is window.console.floor.queue


def test_keys_alone_choose(make_window, kept):
    window = make_window()
    window.open_sheet(SETTINGS)
    tile = next(option for option in sheet(window).options() if option.text() == "Dark colours")
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Return)

    assert kept()["theme"] == "dark"
    assert window.focusWidget().text() == "Dark colours"


@pytest.mark.parametrize("sample", [False, True])
def test_both_sheets_open_from_where_one_is(make_window, sample):
    window = make_window(sample=sample)
    page = window._page
    opened = []
    for which in (SETTINGS, ABOUT):
        page.sheet_wanted.emit(which)
        opened.append(type(sheet(window)))

    assert opened == [Preferences, About]
    assert isinstance(page, Console) is sample


def test_parts_are_told_with_versions_and_licences(make_window):
    window = make_window()
    window.open_sheet(ABOUT)
    told = [bare(cell.text()) for cell in sheet(window).findChildren(QLabel)]
    after = {name: told[place + 1] for place, name in enumerate(told[:-1])}

    assert after["Facilitator"] == version("facilitator")
    assert after[f"sqlalchemy {version('sqlalchemy')}".replace("sqlalchemy", "SQLAlchemy")] == "MIT"
    assert after[f"reportlab {version('reportlab')}"] != ""


@pytest.mark.parametrize("spoilt", ["", "{", "[1, 2]", "\x00", '{"a": ' * 2000, "null"])
def test_damaged_settings_are_set_aside_and_named(make_window, tmp_path, spoilt):
    (tmp_path / "settings.json").write_text(spoilt, encoding="utf-8")
    window = make_window()
    aside = tmp_path / "settings-damaged.json"

    assert aside.read_text(encoding="utf-8") == spoilt
    assert bare(window._page.fault.text) == (
        f"The settings were damaged; the usual ones hold. The file is kept as {aside}."
    )


def test_damaged_settings_are_named_where_a_workshop_is_opened_at_once(qtbot, qapp, tmp_path, clock):
    path, aside = tmp_path / "sample.facilitator", tmp_path / "settings-damaged.json"
    clock.now = build(path, "en")
    (tmp_path / "settings.json").write_text("{broken", encoding="utf-8")
    window = MainWindow(Settings(tmp_path / "settings.json"), Language("en"), clock)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.open(path)

    assert bare(window.console.banner.text()) == (
        f"The settings were damaged; the usual ones hold. The file is kept as {aside}."
    )


def test_what_runs_on_while_somebody_watches_is_no_absence_after_a_change_of_language(make_window, clock):
    window = make_window(sample=True)
    clock.pass_s(28)
    window._language_chosen("ru")
    speaking = window.console.view.floor.speaking

    assert (window.console.banner.text(), speaking is None) == ("", False)


def test_settings_of_an_older_program_are_taken_over(make_window, kept, tmp_path):
    (tmp_path / "settings.json").write_text('{"language": "en", "gone": [1], "theme": 7, "recents": 3}')
    window = make_window()
    window.open_sheet(SETTINGS)
    take(window, "Dark colours")

    assert kept() == {"language": "en", "gone": [1], "theme": "dark", "recents": 3}


def field(window, usual):
    return next(option for option in sheet(window).options() if option.offer.key == usual)


def test_a_key_is_moved_told_and_acts_from_then_on(make_window, kept, qapp):
    window = make_window(sample=True)
    window.open_sheet(SETTINGS)
    QTest.mouseClick(field(window, "F5"), Qt.MouseButton.LeftButton)
    QTest.keyClick(field(window, "F5"), Qt.Key.Key_F4)
    sheet(window).leave()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the console before is gone
    console = window.console
    rows = dict(console.over.sheet.rows)
    paused = console.view.floor.speaking.clock.paused
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F4)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F5)

    assert json.loads(kept()["keys"]) == {"F5": "F4"}
    assert ("F4" in rows, "F5" in rows, console.keys.keys["F5"].accessibleName()[:3]) == (True, False, "F4:")
    assert (paused, console.view.floor.speaking.clock.paused) == (False, True)


def test_a_letter_that_is_taken_is_refused_in_sight_and_another_one_is_waited_for(make_window, kept):
    window = make_window(sample=True)
    window.console.open_page(2)
    window.open_sheet(SETTINGS)
    last = field(window, "m")
    sheet(window).focus(last)
    QTest.keyClick(last, Qt.Key.Key_Return)
    QTest.keyClick(last, Qt.Key.Key_G)
    QApplication.processEvents()
    refused = next(c.told for c in sheet(window).choices if hasattr(c, "told") and c.told.isVisible())
    seen = refused.visibleRegion().boundingRect() == refused.rect()
    waits = last.text()
    QTest.keyClick(last, Qt.Key.Key_Z)

    assert (bare(refused.text()), seen, waits) == (
        "g is the key of “Good practice”.",
        True,
        "Press the new key. Esc leaves it.",
    )
    assert json.loads(kept()["kind_keys"]) == {"m": "z"}
    assert window.console._pages.notes.capture.field.text() == ""


def test_a_key_that_has_an_act_is_refused_in_one_sentence(make_window, kept):
    window = make_window(sample=True)
    window.open_sheet(SETTINGS)
    before = window.console.view.floor.spoken
    QTest.mouseClick(field(window, "F5"), Qt.MouseButton.LeftButton)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9)  # every key is the field's while it waits
    told = next(choice for choice in sheet(window).choices if hasattr(choice, "told")).told

    assert bare(told.text()) == (
        "F9 is the key of “Open the panel; give the floor to the one selected, or to the next”."
    )
    assert ("keys" in kept(), window.console.view.floor.spoken) == (False, before)


def test_esc_leaves_a_key_where_it_is(make_window, kept):
    window = make_window(sample=True)
    window.open_sheet(SETTINGS)
    QTest.mouseClick(field(window, "F5"), Qt.MouseButton.LeftButton)
    QTest.keyClick(field(window, "F5"), Qt.Key.Key_Escape)

    assert (sheet(window).isVisible(), "keys" in kept()) == (True, False)


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        (None, [0, 1, 2, 3, 4]),
        ("moderator", [0]),
        ("rapporteur", [1, 2, 4]),
        ("secretariat", [2, 3, 4]),
        ("room", []),
    ],
)
def test_a_computer_shows_the_desks_of_its_role(make_window, qtbot, role, shown):
    window = make_window(sample=True)
    window._settings.keep("role", role or "")
    window.show_console()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the console before is gone
    QApplication.processEvents()  # in its next turn the new one hears every window's keys
    console = window.console
    seen = [number for number, tab in enumerate(console.top.tabs) if tab.isVisible()]
    spoken = len(console.view.floor.spoken)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9)
    reached = set()
    for number in (0, 1, 3, 4):  # the report begins a process of its own, which has its own tests
        console.open_page(number)
        reached.add(console.page())

    there = [HALL] if role == "room" else [number for number in shown if number != 2]
    assert (seen, sorted(reached)) == (shown, there)
    assert (len(console.view.floor.spoken) > spoken) is (0 in shown)
    listed = {choice.text for choice in choices(console)}
    say = console.context.language.say
    leads = {say(command.name) for command in COMMANDS if command.need is not Need.NOTHING}
    assert listed & leads == (leads if 0 in shown else set())
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F1)
    every = {(command.keys, say(command.name)) for command in COMMANDS}
    known = {(command.keys, say(command.name)) for command in heard_here(shown or [HALL])}
    assert (console.over.sheet.isVisible(), every & {*console.over.sheet.rows}) == (True, known)
    rooms = {say("Room screen"), say("Second language of the room screen")}
    titles = {group.title for group in groups(console, console.context.language)}
    assert titles & rooms == (rooms if 0 in shown or role == "room" else set())


def words_on(console):
    """Return all that the widgets in sight say, painted words by their accessible names."""
    seen = [each for each in console.findChildren(QWidget) if each.isVisibleTo(console)]
    return " ".join(f"{each.accessibleName()} {each.accessibleDescription()}" for each in seen)


def test_the_rooms_computer_never_reaches_notes_or_balance(make_window, qtbot):
    window = make_window(sample=True)
    window._settings.keep("role", "room")
    window.show_console()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    console = window.console
    whole = console.desk.view()
    assert whole.notes
    assert whole.floor.spoken

    kept = [each for each in console.findChildren(QWidget) if each.isVisibleTo(console)]
    assert not [each for each in kept if isinstance(each, FloorDesk | NotesDesk)]
    views = [console.view, console.floor._view, console.room.display._view, console._pages.hall.mirror._view]
    assert [(view.notes, view.recommendations, view.conflicts) for view in views] == [((), (), 0)] * 4
    assert {len(view.floor.spoken) for view in views} == {0}
    assert "notes" not in console._pages.__dict__
    for sheet in (LAPTOPS, SAFETY, READINESS, PROGRAMME, PEOPLE):
        window.open_sheet(sheet)
        assert window._sheets.sheet is None
    said = words_on(console)
    assert not [note.text for note in whole.notes if note.text in said]
    names = {choice.keys for choice in choices(console) if choice.keys}
    assert names <= {console.context.keys.of(name) for name in OF_THE_HALL}


def test_the_rooms_computer_opens_the_rooms_screen(make_window, qtbot):
    window = make_window()
    window._settings.keep("role", "room")
    window._settings.keep("tour", "seen")
    window._sample_requested()

    qtbot.waitUntil(window.console.room.isVisible)


def test_a_new_workshop_warns_as_wished(make_window, monkeypatch, tmp_path):
    window = make_window()
    window._settings.keep("thresholds", "60 15")
    path = tmp_path / "new.facilitator"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window._new_requested("durban-2019")

    found = {(c.warning_ms, c.danger_ms) for c in window.console.view.categories}
    assert found == {(60_000, 15_000)}


def test_whoever_is_found_to_be_erased_is_in_sight_on_a_full_sheet(make_window, clock, qtbot):
    window = make_window(sample=True)
    for text in ("one", "two", "three", "four", "five"):
        clock.pass_s(60)
        window._desk.do("write_note", text=text, kind=NoteKind.POINT)
        window._desk.keep_snapshot(Why.ASKED)
    window.open_sheet(SAFETY)
    erasing = sheet(window).erasing
    erasing.field.setFocus()
    QTest.keyClicks(erasing.field, "bra")

    qtbot.waitUntil(lambda: erasing.rows[-1].visibleRegion().boundingRect() == erasing.rows[-1].rect())


def test_what_was_chosen_far_down_is_still_in_sight(make_window):
    window = make_window(sample=True)
    window.open_sheet(SETTINGS)
    bare_names = {bare(choice.name): choice for choice in sheet(window).choices}
    chosen = bare_names["This computer is for"].options[2]
    chosen.setFocus()
    QTest.keyClick(chosen, Qt.Key.Key_Space)

    again = window.focusWidget()
    assert (again.text(), again is chosen) == (chosen.text(), False)
    assert again.visibleRegion().boundingRect() == again.rect()


def test_tab_lands_on_the_tile_that_is_chosen_and_goes_round_past_the_others(make_window):
    window = make_window(sample=True)
    window.open_sheet(SETTINGS)
    choices = [choice for choice in sheet(window).choices if isinstance(choice, Choice)]
    tiles = {option for choice in choices for option in choice.options}
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        sheet(window).close_button.setFocus()
        reached = set()
        while not reached or window.focusWidget() is not sheet(window).close_button:
            QTest.keyClick(window.focusWidget(), key)
            reached.add(window.focusWidget())
        assert reached & tiles == {option for option in tiles if option.isChecked() and option.isEnabled()}


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_whatever_tab_goes_to_is_in_sight_at_once(make_window, key):
    window = make_window(sample=True)
    window.open_sheet(SETTINGS)
    close, hidden = sheet(window).close_button, []
    while not hidden or window.focusWidget() is not close:
        QTest.keyClick(window.focusWidget(), key)
        here = window.focusWidget()
        hidden.append(here.visibleRegion().isEmpty())

    assert hidden == [False] * len(hidden)


def test_arrow_that_chooses_who_sits_here_leaves_the_keys_on_the_sheet(make_window):
    window = make_window(sample=True)
    window.open_sheet(SETTINGS)
    bare_names = {bare(choice.name): choice for choice in sheet(window).choices}
    everybody, moderator, *_ = bare_names["This computer is for"].options
    everybody.setFocus()
    QTest.keyClick(everybody, Qt.Key.Key_Right)

    again = window.focusWidget()
    assert (again.text(), again is moderator) == (moderator.text(), False)
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert (sheet(window).isVisible(), window.focusWidget()) == (False, window.console.floor.queue)
