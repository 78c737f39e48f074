"""Screens over a real desk on a real file; windows are offscreen."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from facilitator.language.speech import Language
from facilitator.ui.console import Console
from facilitator.ui.context import Context
from facilitator.ui.theme import dress
from facilitator.ui.tokens import DARK, LIGHT

ZONE = "Europe/Zurich"


@pytest.fixture
def mirrored() -> Language:
    """English that runs from right to left: widths stay, so that places can be compared."""
    language = Language("en", ZONE)
    language.rtl = True
    return language


@pytest.fixture
def make_context(qapp, desk):
    def make(language=None, tokens=LIGHT, *, large=False, **more):
        spoken = language or Language("en", ZONE)
        dress(qapp, tokens, spoken)
        return Context(desk, spoken, tokens, large=large, **more)

    return make


@pytest.fixture
def context(make_context):
    return make_context()


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def either_theme(request, make_context):
    return make_context(tokens=request.param)


@pytest.fixture
def make_console(qtbot, make_context):
    """Returns a shown console; the clock of its heart is held, so that nothing beats by itself."""
    made = []

    def make(language=None, size=(1366, 768), *, kept=True, **more):
        console = Console(make_context(language, **more), size)
        if kept:
            qtbot.addWidget(console, before_close_func=lambda it: it.close_room())
        console.resize(*size)
        console.open_page(0)
        with qtbot.waitExposed(console):
            console.show()
        made.append(console)
        return console

    return make


@pytest.fixture
def console(make_console, sitting):
    return make_console()
