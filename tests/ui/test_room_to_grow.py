"""Every sentence has the room it needs: in six languages, in one that is 40 % longer, at every usual size.

A screen of 1366 x 768 at 125 % is one of 1093 x 614; at 150 %, of 911 x 512. What may be cut short are words
of the workshop, such as a name or a title: they are of any length.
"""

import gettext
import math
import re
from functools import cache

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from facilitator.acts.desk import open_desk
from facilitator.acts.sample import build
from facilitator.language.direction import bare
from facilitator.language.speech import LANGUAGES, Language, sentences
from facilitator.ui.console import Console
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, Side
from facilitator.ui.settings.preferences import Preferences
from facilitator.ui.start.first_run import FirstRun
from facilitator.ui.start.parts import StartAttire
from facilitator.ui.start.recents import Settings
from facilitator.ui.start.screen import StartScreen
from facilitator.ui.theme import dress
from facilitator.ui.tokens import LIGHT

SIZES = [(1920, 1080), (1536, 864), (1366, 768), (1280, 720), (1093, 614), (960, 540), (911, 512)]
LONGER = 0.4
PSEUDO = "pseudo"
at_every_size = pytest.mark.parametrize("size", SIZES, ids=[f"{w}x{h}" for w, h in SIZES])
in_every_language = pytest.mark.parametrize("code", [PSEUDO, *LANGUAGES])


class Longer(gettext.NullTranslations):
    """English in brackets, longer by two fifths: the room that other languages need."""

    def gettext(self, text):
        letters = len(re.sub(r"{\w+}", "", text))
        return f"[{text}{'~' * math.ceil(letters * LONGER)}]"

    def ngettext(self, one, many, n):
        return self.gettext(one if n == 1 else many)


def spoken(code):
    if code != PSEUDO:
        return Language(code)
    language = Language("en")
    language._catalogue = Longer()
    return language


@cache
def patterns(code):
    """Return what recognizes a sentence of the catalogue whatever stands in its fields."""
    if code == PSEUDO:
        return [re.compile(r"\[.*", re.DOTALL)]
    said = [bare(text) for text in sentences(code)]
    parts = [re.split(r"{\w+}", text) for text in said if re.sub(r"{\w+}|\W", "", text)]
    return [re.compile(".+".join(map(re.escape, part))) for part in parts]


@pytest.fixture
def cut(monkeypatch):
    """Collects every painted text that was cut short."""
    found, whole = set(), Pencil.text

    def text(pencil, box, text, font, colour, side=Side.START):
        fits = whole(pencil, box, text, font, colour, side)
        if not fits:
            found.add(bare(text))
        return fits

    monkeypatch.setattr(Pencil, "text", text)
    return found


@pytest.fixture
def looked_at(qapp, cut):
    seen = []

    def look(widget: QWidget, size, code, words=()):
        """Return the sentences cut short on a widget, and its size if it could not be made so small."""
        seen.append(widget)
        widget.resize(*size)
        widget.show()
        qapp.processEvents()
        widget.grab()
        labels = {bare(each.text()) for each in widget.findChildren(QLabel) if too_narrow(each)}
        known = patterns(code)
        own = [text for text in cut | labels if any(each.fullmatch(text) for each in known)]
        cut.clear()
        told = sorted(text for text in own if not any(word in text for word in words))
        return told, widget.size().toTuple()

    yield look
    for widget in seen:
        widget.close()
        widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what is left would be dressed again and again


def too_narrow(label):
    shown = label.isVisible() and label.text() and not label.wordWrap()
    return bool(shown) and label.sizeHint().width() > label.width() + 1


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("grow") / "sample.facilitator"
    at = build(path, "en")
    desk = open_desk(path, lambda: at)
    yield desk
    desk.close()


@at_every_size
@in_every_language
def test_nothing_the_program_says_is_cut_short_on_any_desk(qapp, sample, looked_at, code, size):
    language, view = spoken(code), sample.view()
    words = [who.name for who in view.people.values()] + [panel.brief for panel in view.panels]
    dress(qapp, LIGHT, language)
    large = size[0] >= 1700 and size[1] >= 900
    console = Console(Context(sample, language, LIGHT, large=large), size)
    told = []
    for page in range(len(console.top.tabs)):
        console.open_page(page)
        told.append(looked_at(console, size, code, words))
    console.close_room()

    assert told == [([], size)] * len(told)


@at_every_size
@in_every_language
def test_nothing_is_cut_short_before_a_workshop_is_open(qapp, looked_at, tmp_path, code, size):
    language = spoken(code)
    dress(qapp, LIGHT, language)
    page = QWidget()
    page.resize(*size)
    attire = StartAttire(language, LIGHT)
    sheet = Preferences(attire, Settings(tmp_path / "settings.json"), int, page)
    sheet.open()

    assert looked_at(StartScreen(language, LIGHT), size, code) == ([], size)
    assert looked_at(FirstRun(LIGHT, language.code), size, code) == ([], size)
    assert looked_at(page, size, code) == ([], size)
