"""Start screens in either language, shown."""

import pytest

from facilitator.language.speech import Language
from facilitator.ui.start.first_run import FirstRun
from facilitator.ui.start.screen import StartScreen
from facilitator.ui.theme import dress
from facilitator.ui.tokens import LIGHT


@pytest.fixture
def show(qtbot, qapp):
    """Returns a way to show a widget that it makes in a language at a size."""

    def make(build, language, size):
        dress(qapp, LIGHT, language)
        made = build(language)
        qtbot.addWidget(made)
        made.resize(*size)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return make


@pytest.fixture
def start(show):
    def make(recents=(), language=None, size=(1366, 768), **more):
        return show(
            lambda spoken: StartScreen(spoken, LIGHT, recents, **more), language or Language("en"), size
        )

    return make


@pytest.fixture
def first_run(show):
    def make(suggested="ar"):
        return show(lambda _: FirstRun(LIGHT, suggested), Language("en"), (1366, 768))

    return make
