"""Whatever can be opened has room, speaks the language, is named, large enough, mirrored, and stands out."""

import importlib
import inspect
import pkgutil
import re
from contextlib import closing

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

import facilitator.ui
from facilitator.acts.desk import open_desk
from facilitator.acts.sample import build
from facilitator.language.direction import RIGHT_TO_LEFT, bare
from facilitator.language.speech import LANGUAGES, Language
from facilitator.ui import painting
from facilitator.ui.theme import dress
from facilitator.ui.tokens import LIGHT
from tests.ui.opened import BEFORE, OVER, PEOPLE, House, each
from tests.ui.test_accessible import LEAST_TARGET, NO_ROLES
from tests.ui.test_painted_contrast import THEMES
from tests.ui.test_painted_contrast import painted as contrast
from tests.ui.test_room_to_grow import PSEUDO, patterns, spoken, too_narrow
from tests.ui.test_switching import english_only, heard

in_both_directions = pytest.mark.parametrize("code", ["en", "ar"])
OFF_BY = 2
MEANT = {
    "You can change this later",  # on the tile of English, where each language speaks for itself
    *PEOPLE.split("\n")[0].split(","),  # the columns of the file that is looked at
}
PAGES = {"Preview", "ReadBack", "FirstRun"}
"""What is one page and moves by keys: Qt has no better role for it than the client area."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("opened") / "sample.facilitator"
    at = build(path, "en")
    desk = open_desk(path, lambda: at)
    yield desk
    desk.close()


@pytest.fixture
def over_all(qapp, sample, tmp_path):
    """Looks at everything that can be opened; returns what was found, by the name of what was open."""

    def go(language, look, size=(1366, 768), tokens=LIGHT):
        found = {}

        def one(name, window, fresh):
            told = look(window, fresh)
            if told:
                found[name] = told

        each(qapp, House(sample, tmp_path, language, size, tokens), one)
        dress(qapp, LIGHT, Language("en"))
        return found

    return go


@pytest.fixture
def drawn(monkeypatch):
    """Collects every painted text, and whether all of it was painted."""
    found, whole = {}, painting.Pencil.text

    def text(pencil, box, text, font, colour, side=painting.Side.START):
        fits = whole(pencil, box, text, font, colour, side)
        found[bare(text)] = found.get(bare(text), True) and fits
        return fits

    monkeypatch.setattr(painting.Pencil, "text", text)
    return found


SIZES = [(1920, 1080), (1366, 768), (1280, 720), (911, 512)]  # one for each way in which desks are laid out


@pytest.mark.parametrize("size", SIZES, ids=[f"{w}x{h}" for w, h in SIZES])
@pytest.mark.parametrize("code", [PSEUDO, *LANGUAGES])
def test_nothing_is_cut_short_and_no_english_is_left(over_all, sample, drawn, code, size):
    view = sample.view()
    names = [who.name for who in view.people.values()] + [panel.brief for panel in view.panels]
    known = patterns(code)
    english = set() if code in (PSEUDO, "en") else english_only(code)

    def look(window, fresh):
        drawn.clear()
        window.grab()
        narrow = {bare(each.text()) for each in fresh if isinstance(each, QLabel) and too_narrow(each)}
        cut = {text for text, fits in drawn.items() if not fits} | narrow
        own = {text for text in cut if any(each.fullmatch(text) for each in known)}
        own = {text for text in own if not any(name in text for name in names)}
        said = {bare(line) for part in fresh for text in heard(part) for line in (text, *text.split("\n"))}
        left = (said | set(drawn)) & english
        return {"cut short": sorted(own), "English": sorted(left - MEANT)} if own or left - MEANT else None

    assert over_all(spoken(code), look, size) == {}


class Windows(QObject):
    """Hears what comes into sight as a window of its own."""

    def __init__(self):
        super().__init__()
        self.names = set()

    def eventFilter(self, thing, event):
        if event.type() == QEvent.Type.Show and isinstance(thing, QWidget) and thing.isWindow():
            self.names.add(type(thing).__name__)
        return False


@pytest.mark.parametrize("size", SIZES, ids=[f"{w}x{h}" for w, h in SIZES])
def test_no_part_flashes_up_as_a_window_before_it_has_its_place(over_all, qapp, size):
    windows = Windows()
    qapp.installEventFilter(windows)

    over_all(Language("en"), lambda *_: None, size)

    assert windows.names == {"Console", "StartScreen", "FirstRun", "Unlock"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_makes_the_window_larger_than_a_small_screen(qapp, tmp_path, code):
    path, size, found = tmp_path / "sample.facilitator", (911, 512), {}
    at = build(path, code)
    with closing(open_desk(path, lambda: at)) as desk:
        house = House(desk, tmp_path, Language(code), size)
        each(qapp, house, lambda name, window, _: found.update({name: measured(window)}))
    dress(qapp, LIGHT, Language("en"))

    assert found == dict.fromkeys((*BEFORE, *OVER), (size, []))


def measured(window):
    """Return the window's size, and how much wider than its place each page is that moves up and down."""
    places = [place for place in window.findChildren(QScrollArea) if place.isVisible() and place.widget()]
    fixed = [
        each for each in places if each.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    ]
    more = [each.widget().minimumSizeHint().width() - each.viewport().width() for each in fixed]
    return window.size().toTuple(), [width for width in more if width > 0]


@in_both_directions
def test_whatever_takes_the_focus_is_named_and_large_enough(over_all, code):
    def look(window, fresh):
        told = []
        for part in fresh:
            if not (part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus):
                continue
            spoken_of = QAccessible.queryAccessibleInterface(part)
            name, kind = spoken_of.text(QAccessible.Text.Name).strip(), type(part).__name__
            if not name or (spoken_of.role() in NO_ROLES and kind not in PAGES):
                told.append(f"{kind} “{name}” has no name or no role")
            if min(part.size().toTuple()) < LEAST_TARGET:
                told.append(f"{kind} “{name}” is {part.width()} x {part.height()}")
        return sorted(told)

    assert over_all(Language(code), look) == {}


_FIGURES = re.compile(r"[0-9,]+")  # the room on the disk differs from one look to the next


def test_whatever_can_be_opened_is_mirrored(over_all, mirrored):
    def look(window, fresh):
        mine = [part for part in fresh if isinstance(part, QLabel | QAbstractButton) and part is not window]
        return sorted(
            (
                type(part).__name__,
                _FIGURES.sub("0", bare(part.text()).lstrip(RIGHT_TO_LEFT)),
                *part.mapTo(window, QPoint()).toTuple(),
                part.width(),
            )
            for part in mine
            if not among(part, "KeyStrip", "RoomDisplay", "Preview")
        )

    straight, other = over_all(Language("en"), look), over_all(mirrored, look)
    del straight["first run"]  # it runs as English does until a language is chosen
    off = {name: out_of_place(told, other.get(name, []), 1366) for name, told in straight.items()}

    assert {name: told for name, told in off.items() if told} == {}
    assert len(straight) >= 15


def out_of_place(straight, mirrored, width):
    """Return the parts that have no like one at the place where a mirror shows them."""
    there = {}
    for kind, text, x, y, wide in mirrored:
        there.setdefault((kind, text), []).append((x + wide, y))
    return [
        (kind, text, x, y)
        for kind, text, x, y, _ in straight
        if not any(
            abs(width - x - end) <= OFF_BY and abs(y - other) <= OFF_BY
            for end, other in there.get((kind, text), [])
        )
    ]


def among(part: QWidget, *names: str) -> bool:
    while part is not None:
        if type(part).__name__ in names:
            return True
        part = part.parentWidget()
    return False


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_stands_out_from_its_ground(over_all, theme):
    tokens, least = THEMES[theme]

    def look(window, fresh):
        whole, weak = window.grab().toImage(), []
        for part in fresh:
            if not (isinstance(part, QLabel | QAbstractButton) and part.isEnabled() and part.text().strip()):
                continue
            sight = part.visibleRegion().boundingRect()
            box = sight.translated(part.mapTo(window, sight.topLeft()) - sight.topLeft())
            if min(box.width(), box.height()) >= 8 and (found := contrast(whole.copy(box))) < least:
                weak.append((type(part).__name__, bare(part.text()), round(found, 2)))
        return sorted(weak)

    assert over_all(Language("en"), look, tokens=tokens) == {}


LEAST_OF_A_MARK = 3.0  # WCAG 2.2, 1.4.11


@pytest.mark.parametrize("theme", THEMES)
def test_box_that_is_not_checked_yet_is_seen(over_all, theme):
    tokens, boxes = THEMES[theme][0], []

    def look(window, fresh):
        for part in fresh:
            if isinstance(part, QCheckBox):
                option = QStyleOptionButton()
                part.initStyleOption(option)
                place = part.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, part)
                boxes.append(contrast(part.grab(place).toImage()) >= LEAST_OF_A_MARK)

    over_all(Language("en"), look, tokens=tokens)

    assert boxes == [True]


def widgets():
    """Return the names of all widgets of our own."""
    found = set()
    for module in pkgutil.walk_packages(facilitator.ui.__path__, "facilitator.ui."):
        for name, each_ in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if each_.__module__ == module.name and issubclass(each_, QWidget):
                found.add(name)
    return found


ELSEWHERE = {
    "CompactStrip": "a window of its own; test_compact",
    "ConflictList": "there are no conflicts on the sample; settings/test_laptops",
    "ConflictSides": "as above",
    "Hall": "the desk of the room's computer, a mirror of its screen; settings/test_sheets",
    "MainWindow": "holds a console; test_window, test_switching",
    "Opening": "the first frame, without a word; benchmarks/first_frames",
    "RecentRow": "there is no workshop before the first; start/test_screen",
    "RoomWindow": "a window of its own; room/test_card, room/test_control",
    "_Face": "stands in the small strip",
    "_Third": "stands among the sides of a conflict",
}
"""What is looked at by tests of its own."""


def test_no_widget_is_forgotten(over_all):
    met = set()

    def look(window, fresh):
        for part in (window, *window.findChildren(QWidget)):
            met.update(kind.__name__ for kind in type(part).__mro__)

    over_all(Language("en"), look)

    assert " ".join(sorted(widgets() - met - set(ELSEWHERE))) == ""
    assert BEFORE.keys().isdisjoint(OVER)


@pytest.mark.parametrize("page", range(5))
@in_both_directions
def test_all_keys_of_a_desk_are_inside_the_sheet_at_the_smallest_window(
    qtbot, qapp, sample, tmp_path, code, page
):
    house = House(sample, tmp_path, Language(code), (911, 512))
    dress(qapp, LIGHT, house.language)
    console = house.console()
    qtbot.addWidget(console, before_close_func=lambda it: it.close_room())
    console.resize(911, 512)
    console.show()
    sheet = console.over.sheet
    sheet.toggle(page)
    ends = [row.y + row.height for row in sheet._placed]
    dress(qapp, LIGHT, Language("en"))

    assert console.rect().contains(sheet.geometry())
    assert len(ends) == len(sheet.rows) + len(sheet.kinds)
    assert max(ends) + 52 <= sheet.height()
