"""The way back to a workshop: what is told of it, and what is offered after a stop."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.acts.sample import build
from facilitator.acts.workshops import new_workshop
from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.ui.main_window import MainWindow
from facilitator.ui.start.parts import told, when
from facilitator.ui.start.recents import Recent, Settings
from facilitator.ui.start.visit import recent
from facilitator.ui.tokens import LIGHT

TEN, DAY = 1_571_644_800_000, 86_400_000
DURBAN = Recent(Path("w/durban.facilitator"), "Durban", TEN, TEN, TEN + DAY, "Palais des Nations", 6, 61)


def test_workshop_is_told_by_its_days_place_panels_people_and_file():
    assert bare(told(DURBAN, Language("en"))) == (
        "21–22 October 2019 · Palais des Nations · 6 panels · 61 participants · durban.facilitator"
    )
    assert bare(told(Recent(Path("w/old.facilitator"), "Old"), Language("en"))) == "old.facilitator"


@pytest.mark.parametrize(
    ("at", "words"),
    [(TEN, "today, 10:00"), (TEN - DAY, "20 October 2019"), (0, "")],
)
def test_row_tells_when_it_was_opened_last(at, words):
    entry = Recent(Path("w"), "W", at)

    assert bare(when(entry, TEN + 3_600_000, Language("en"))) == words


def test_what_is_known_of_a_workshop_comes_from_its_view(desk, people, clock):
    assert recent(desk.path, desk.view(), clock.now) == Recent(
        desk.path, "A workshop", TEN, TEN, TEN + 3_600_000, "", 1, 5
    )


def test_settings_give_back_what_was_told(tmp_path):
    file = tmp_path / "durban.facilitator"
    file.write_text("x")
    entry = Recent(file, "ديربان", TEN, TEN, TEN + DAY, "قصر الأمم", 6, 61)
    Settings(tmp_path / "settings.json").opened(entry)

    assert Settings(tmp_path / "settings.json").recents == (entry,)


@pytest.mark.parametrize(
    "spoilt", ['"at": "x"', '"panels": -1', '"first": 1e99', '"last": 999999999999999999']
)
def test_spoilt_figure_counts_as_unknown(tmp_path, spoilt):
    file = tmp_path / "w"
    file.write_text("x")
    (tmp_path / "settings.json").write_text(
        f'{{"recents": [{{"path": "{file.as_posix()}", "title": "W", {spoilt}}}]}}'
    )

    assert Settings(tmp_path / "settings.json").recents == (Recent(file, "W"),)


def test_most_recent_eight_are_remembered(tmp_path):
    settings = Settings(tmp_path / "settings.json")
    for number in range(12):
        (tmp_path / str(number)).write_text("x")
        settings.opened(Recent(tmp_path / str(number), str(number)))

    assert [entry.title for entry in settings.recents] == ["11", "10", "9", "8", "7", "6", "5", "4"]


def test_a_workshop_is_remembered_once_however_its_folder_was_named(tmp_path, monkeypatch):
    (tmp_path / "one").write_text("x")
    monkeypatch.chdir(tmp_path)
    settings = Settings(tmp_path / "settings.json")
    for path in (tmp_path / "one", Path("one")):
        settings.opened(Recent(path, "One"))
    known, still = settings.recents, settings.kept("open")
    settings.closed(Path("one"))

    assert (known, still) == ((Recent(tmp_path / "one", "One"),), str(tmp_path / "one"))
    assert settings.kept("open") == ""


def test_workshop_is_open_until_it_is_closed(tmp_path):
    for name in ("one", "other"):
        (tmp_path / name).write_text("x")
    entry = Recent(tmp_path / "one", "One")
    settings = Settings(tmp_path / "settings.json")
    settings.opened(entry)
    settings.closed(tmp_path / "other")
    stopped = Settings(tmp_path / "settings.json").interrupted
    settings.closed(entry.path)

    assert (stopped, Settings(tmp_path / "settings.json").interrupted) == (entry, None)


def test_window_that_is_closed_leaves_nothing_to_return_to(qtbot, tmp_path, clock):
    path, file = tmp_path / "sample.facilitator", tmp_path / "settings.json"
    clock.now = build(path, "en")
    window = MainWindow(Settings(file), Language("en"), clock)
    qtbot.addWidget(window)
    window.open(path)
    while_open = Settings(file).interrupted
    window.close()

    assert (while_open.path, while_open.panels, Settings(file).interrupted) == (path, 6, None)


def test_enter_returns_to_what_was_interrupted(qtbot, start):
    screen = start((DURBAN,), interrupted=DURBAN)
    assert screen.interrupted.button.hasFocus()

    with qtbot.waitSignal(screen.open_requested) as opened:
        QTest.keyClick(screen.interrupted.button, Qt.Key.Key_Return)

    assert opened.args == [DURBAN.path]


@pytest.mark.parametrize("which", ["new", "open", "sample"])
def test_enter_presses_what_has_the_focus(qtbot, start, which):
    screen = start()
    action = getattr(screen, which)
    with qtbot.waitSignal(action.clicked):
        QTest.keyClick(action, Qt.Key.Key_Return)


def test_first_row_has_the_focus_and_enter_opens_it(qtbot, start):
    screen = start((DURBAN, Recent(Path("w/b"), "B")))
    assert screen.rows[0].hasFocus()

    with qtbot.waitSignal(screen.open_requested) as opened:
        QTest.keyClick(screen.rows[0], Qt.Key.Key_Return)

    assert opened.args == [DURBAN.path]


def test_fault_can_be_told_anew_and_taken_back(start):
    screen = start()
    screen.say_fault("One")
    screen.say_fault("Two")
    two = (screen.fault.text, screen.fault.isVisible())
    screen.say_fault("")

    assert (two, screen.fault.isVisible()) == (("Two", True), False)


def test_only_the_notice_that_enter_answers_says_so(start):
    screen = start((DURBAN,), interrupted=DURBAN)
    seen = [leading(screen)]
    for offer in (None, ("Rescue", lambda: None), None):
        screen.say_fault("It is damaged.", offer)
        seen.append(leading(screen))

    assert seen == [["Back to it"], ["Back to it"], ["Rescue"], ["Back to it"]]


def leading(screen):
    """The buttons of the notices that are filled; these, and only these, name the key."""
    buttons = [each.button for each in (screen.fault, screen.interrupted) if each.button is not None]
    filled = [each.grab().toImage().pixelColor(2, 16) == LIGHT.accent for each in buttons]
    assert [each.sizeHint().width() > each.minimumSizeHint().width() for each in buttons] == filled
    return [each.text() for each, there in zip(buttons, filled, strict=True) if there]


def test_notice_is_as_high_as_its_words(start, qapp):
    screen = start(size=(900, 500))
    screen.say_fault("A sentence that goes on. " * 12)
    qapp.processEvents()

    assert screen.fault.height() > 56
    assert screen.size().toTuple() == (900, 500)


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (911, 512)])
def test_other_direction_is_the_mirror_image(start, size):
    mirrored = Language("en")
    mirrored.rtl = True
    forth = places(start((DURBAN,), Language("en"), size, interrupted=DURBAN))
    back = places(start((DURBAN,), mirrored, size, interrupted=DURBAN))

    assert len(forth) == 11
    assert [
        (abs(there - (size[0] - at - width)) <= 2, other)
        for (at, width), (there, other) in zip(forth, back, strict=True)
    ] == [(True, width) for _, width in forth]


def places(screen):
    return [(part.mapTo(screen, part.rect().topLeft()).x(), part.width()) for part in parts(screen)]


def parts(screen):
    return [screen.new, screen.open, screen.sample, *screen.tiles, *screen.rows, screen.interrupted]


def test_of_a_file_that_is_damaged_nobody_says_that_everything_is_saved(qtbot, make_context, tmp_path, clock):
    make_context(Language("en"))  # dresses the application
    path, other = tmp_path / "open.facilitator", tmp_path / "other.facilitator"
    for each in (path, other):
        new_workshop(each, language="en", at=clock(), template="durban-2019")
    Settings(tmp_path / "settings.json").opened(Recent(path, "Open"))
    window = MainWindow(Settings(tmp_path / "settings.json"), Language("en"), clock)
    qtbot.addWidget(window)
    for each in (path, other):
        each.write_bytes(bytes(60))
        window.open(each)
        shown = window._page
        assert (shown.fault.button is not None, shown.interrupted is None) == (True, each == path)
