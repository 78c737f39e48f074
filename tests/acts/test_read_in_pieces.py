"""A panel with many notes is read in pieces; the ledger reads no notes but those it rests on."""

import pytest

from facilitator.acts.desk import open_desk
from facilitator.domain.notes import About
from facilitator.store import note_reading

NOTES = 7


@pytest.fixture
def panels(desk, sitting):
    """Two panels with notes; the second is not looked at while the file is open again."""
    panels = [panel.id for panel in desk.view().panels]
    while len(panels) < 2:
        panels.append(
            desk.do("add_panel", title="Another", starts=desk.now(), ends=desk.now() + 3_600_000).id
        )
    for panel in panels[:2]:
        for number in range(NOTES):
            desk.do("write_note", text=f"Register {number}", about=About.PANEL, panel=panel)
    return panels[:2]


@pytest.fixture
def again(desk, panels, clock):
    path = desk.path
    desk.close()
    opened = open_desk(path, clock)
    yield opened
    opened.close()


def test_pieces_make_the_panel_that_is_read_at_once(again, panels, monkeypatch):
    monkeypatch.setattr(note_reading, "_SLICE", 3)
    pieces = sum(1 for _ in again.coming(panels[1]))
    known = again.reading.noted.of(panels[1])
    more = sum(1 for _ in again.coming(panels[1]))

    assert (pieces, more) == (3, 0)
    assert [note.text for note in known] == [f"Register {number}" for number in range(NOTES)]
    assert again.view(panels[1]).notes is known


def test_what_changes_between_pieces_is_not_lost(again, panels, monkeypatch):
    monkeypatch.setattr(note_reading, "_SLICE", 3)
    pieces = again.coming(panels[1])
    next(pieces)
    again.do("write_note", text="in between", about=About.PANEL, panel=panels[1])
    list(pieces)

    assert [note.text for note in again.view(panels[1]).notes][-1] == "in between"


def test_ledger_of_a_panel_nobody_looked_at_is_the_one_of_the_whole_panel(again, panels):
    notes = [note.id for note in again.view(panels[1]).notes]
    again.do("make_recommendation", text="Keep a register", notes=tuple(notes[:2]), panel=panels[1])
    whole = again.ledger()
    path, clock = again.path, again.now
    again.close()
    fresh = open_desk(path, clock)
    sources = fresh.ledger()
    read = fresh.reading.noted.of(panels[1], fresh.reading.recommendations(panels[1]))
    fresh.do("revise_note", note=notes[0], base=fresh.note(notes[0]).revision, text="Reworded")
    after = fresh.reading.noted.of(panels[1], fresh.reading.recommendations(panels[1]))

    assert sources == whole == fresh.ledger()
    assert [note.id for note in read] == notes[:2]
    assert [note.text for note in after] == ["Reworded", "Register 1"]
    assert fresh.ledger(panels[1]) == tuple(row for row in whole if row.panel.id == panels[1])
