"""The summary on the screen: from an edit to the pages, against making it with a program that starts anew."""

import subprocess
import sys
import time

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.sample import build
from facilitator.domain.notes import NoteKind
from facilitator.language.speech import Language
from facilitator.ui.console import Console
from facilitator.ui.context import Context
from facilitator.ui.theme import dress
from facilitator.ui.tokens import LIGHT

LONG_MS = 60_000


@pytest.fixture
def desk(tmp_path):
    """The sample workshop in the midst of its second panel."""
    path = tmp_path / "w.facilitator"
    moment = build(path, "en")
    desk = open_desk(path, lambda: moment)
    yield desk
    desk.close()


@pytest.fixture
def report(qapp, desk, qtbot):
    language = Language("en", "Europe/Zurich")
    dress(qapp, LIGHT, language)
    console = Console(Context(desk, language, LIGHT), (1366, 768))
    qtbot.addWidget(console, before_close_func=lambda it: it.close_room())
    console.show()
    console.open_page(2)
    qtbot.waitUntil(lambda: console.report.preview.count > 0, timeout=LONG_MS)
    return console.report


def test_the_summary_follows_an_edit_sooner_than_a_program_starts(report, desk, qtbot, tmp_path):
    """Seen here: 0.4 s against 1.6 s, the wait for more edits included; the issue asks for one second."""
    (tmp_path / "copy").mkdir()
    copy = desk.copied(tmp_path / "copy")
    command = [sys.executable, "-m", "facilitator", "export", str(copy), "-o", str(tmp_path / "t.pdf")]
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    cold = time.perf_counter() - began

    warm = []
    for number in range(5):
        before, began = report.preview.content, time.perf_counter()
        desk.do("write_note", text=f"Point {number}", kind=NoteKind.POINT)
        qtbot.waitUntil(lambda before=before: report.preview.content != before, timeout=LONG_MS)
        warm.append(time.perf_counter() - began)

    print(f"\nedit to pages {sorted(warm)[2]:.2f} s, a program that starts anew {cold:.2f} s")
    assert sorted(warm)[2] < 0.6 * cold
