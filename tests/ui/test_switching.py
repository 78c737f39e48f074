"""The window switches through its languages, and nothing of the one before is left on any screen."""

import gc
from pathlib import Path
from weakref import ref

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from facilitator.acts.sample import build
from facilitator.language.direction import bare
from facilitator.language.speech import LANGUAGES, READY, Language, sentences
from facilitator.ui import painting
from facilitator.ui.main_window import MainWindow
from facilitator.ui.settings import SETTINGS
from facilitator.ui.start.recents import Settings

with (Path(__file__).parents[2] / "i18n" / "facilitator.pot").open("rb") as file:
    SENTENCES = {entry.id for entry in read_po(file) if isinstance(entry.id, str) and entry.id}


@pytest.fixture
def painted(monkeypatch):
    """Collects every text that is painted or laid out in lines."""
    found, whole = set(), painting.Pencil.text

    def text(pencil, box, text, font, colour, side=painting.Side.START):
        found.add(bare(text))
        return whole(pencil, box, text, font, colour, side)

    monkeypatch.setattr(painting.Pencil, "text", text)
    return found


@pytest.fixture
def window(qtbot, qapp, make_context, tmp_path, clock):
    make_context()  # dresses the application
    made = MainWindow(Settings(tmp_path / "settings.json"), Language("en"), clock)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    path = tmp_path / "sample.facilitator"
    clock.now = build(path, "en")
    made.open(path)
    yield made
    made._language_chosen("en")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def said_on(widget: QWidget) -> set[str]:
    """Return the texts of its parts, seen and heard."""
    told = {text for each in widget.findChildren(QWidget) for text in heard(each) if each.isVisible()}
    return {bare(line) for text in told for line in (text, *text.split("\n"))}


def heard(widget: QWidget):
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()


def english_only(code):
    """Return the sentences that read otherwise in this language."""
    language = Language(code)
    return {text for text in SENTENCES if language.say(text) != text}


@pytest.mark.parametrize("code", [code for code in READY if code != "en"])
def test_no_english_is_left_after_switching(window, qapp, painted, code):
    for other in (*READY, code):
        window._language_chosen(other)
    painted.clear()
    told = set()
    for page in range(len(window.console.top.tabs)):
        window.console.open_page(page)
        qapp.processEvents()
        window.grab()
        told |= said_on(window)
    window.open_sheet(SETTINGS)
    told |= said_on(window)
    window._sheets.sheet.leave()
    window.leave()
    window.grab()
    told |= said_on(window)

    assert sorted((told | painted) & english_only(code)) == []


@pytest.mark.parametrize("code", READY)
def test_direction_follows_the_language(window, qapp, code):
    window._language_chosen(code)
    wanted = Qt.LayoutDirection.RightToLeft if code == "ar" else Qt.LayoutDirection.LeftToRight

    assert (qapp.layoutDirection(), window.console.layoutDirection()) == (wanted, wanted)


@pytest.mark.parametrize("page", range(5))
def test_another_language_leaves_one_at_the_desk_where_one_was(window, page):
    window.console.open_page(page)
    window._language_chosen("ar")

    assert (window.console.page(), window.console.top.tabs[page].isChecked()) == (page, True)


def test_the_line_of_the_notes_outlives_a_language_in_which_nobody_looked_at_it(window, qtbot):
    window.console.open_page(1)
    qtbot.keyClicks(window.console.notes.capture.field, "half a thought")
    window.console.open_page(0)
    for code in ("ar", "fr"):
        window._language_chosen(code)
    window.console.open_page(1)

    assert window.console.notes.capture.field.text() == "half a thought"


def test_a_window_that_has_come_to_rest_has_the_faces_of_all_letters(window, qtbot):
    assert window._rest.isActive()
    qtbot.waitUntil(lambda: not window._rest.isActive(), timeout=60_000)
    qtbot.waitUntil(
        lambda: {"IBM Plex Sans", "Noto Sans SC"} <= set(QFontDatabase.families()), timeout=60_000
    )


def test_the_scan_knows_the_sentences_it_looks_for():
    assert {"Speakers", "Give the floor to {name}"} & english_only("ar") != set()
    assert set(LANGUAGES) >= set(READY)
    assert all(sentences(code) for code in READY if code != "en")


def test_a_console_that_is_gone_is_swept_without_all_that_stays(window, qapp, qtbot):
    """The first is kept with its workshop, those after it are not; what is kept is not looked through."""

    def rested():
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qtbot.waitUntil(lambda: not window._rest.isActive(), timeout=10_000)
        return gc.get_freeze_count()

    kept = rested()
    window._language_chosen("fr")
    second = ref(window.console)
    rested()
    window._language_chosen("ar")

    after = rested()

    assert (second(), 0 < after <= kept) == (None, True)
