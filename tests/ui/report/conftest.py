"""The report desk over a real workshop; what it makes is made by real processes."""

import pytest

from facilitator.domain.notes import NoteKind

LONG_MS = 60_000  # a process of its own starts on whatever machine this is


@pytest.fixture
def noted(desk, sitting, clock):
    """Brazil has spoken, and a note says what."""
    desk.do("set_rule", rule="consent_needed", value=False)
    desk.do("give_floor")
    clock.pass_s(20)
    return desk.do("write_note", text="Associations may sue", kind=NoteKind.POINT)


@pytest.fixture
def report(console, noted, qtbot):
    """The desk in sight, with the first preview shown."""
    console.open_page(2)
    qtbot.waitUntil(lambda: console.report.preview.count > 0, timeout=LONG_MS)
    return console.report


@pytest.fixture
def wait(qtbot):
    def until(true):
        qtbot.waitUntil(true, timeout=LONG_MS)

    return until
