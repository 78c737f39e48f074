"""Another language on an open workshop: the whole window speaks it within 200 ms."""

import statistics
import time

import pytest
from PySide6.QtCore import QEvent

from facilitator.acts.sample import build
from facilitator.language.speech import language_for
from facilitator.ui.main_window import MainWindow
from facilitator.ui.start.recents import Settings
from facilitator.ui.theme import dress, tokens

LIMIT_MS = 200


@pytest.fixture
def window(qtbot, qapp, tmp_path):
    settings = Settings(tmp_path / "settings.json")
    settings.keep("tour", "seen")
    settings.keep("theme", "light")
    dress(qapp, tokens("light"), language_for("en"))
    path = tmp_path / "sample.facilitator"
    moment = build(path, "en")
    made = MainWindow(settings, language_for("en"), lambda: moment)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.open(path)
    return made


def test_window_speaks_another_language_within_a_fifth_of_a_second(qapp, window):
    took = []
    for code in ["ar", "en", "fr", "es"] * 5:
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what was before is gone, as it is in use
        began = time.process_time()
        window._language_chosen(code)
        window.repaint()
        qapp.processEvents()
        took.append((time.process_time() - began) * 1000)
    window._language_chosen("en")
    median = statistics.median(took)
    print(f"\nanother language: {median:.0f} ms at the median, {max(took):.0f} ms at most")

    assert median <= LIMIT_MS
