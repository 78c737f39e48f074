"""Strings that break programs, in the cells and the field of the ledger: each stands as it was typed."""

from pathlib import Path

import pytest

from facilitator.domain.sifting import Column

NAUGHTY = Path(__file__).parents[4] / "shared" / "data" / "texts" / "blns.txt"
TEXT, ADDRESSEES = (list(Column).index(Column(name)) for name in tuple(Column)[1:3])


@pytest.mark.skipif(not NAUGHTY.is_file(), reason="the shared data is not on this machine")
def test_every_naughty_string_is_a_text_as_it_stands_and_is_looked_for(make_console, desk):
    desk.do("open_panel", panel=1)
    made = desk.do("make_recommendation", text="First").id
    console = make_console()
    console.open_page(4)
    ledger = console._pages.ledger
    lines = NAUGHTY.read_text(encoding="utf-8").split("\n")
    texts = list(dict.fromkeys(line for line in lines if line.strip() and not line.startswith("#")))
    held = []
    for number, text in enumerate(texts):
        ledger.model.setData(ledger.model.index(0, TEXT), text)
        held.append(desk.reading.ledger.recommendation(made).text)
        if number % 8 == 0:
            ledger.model.setData(ledger.model.index(0, ADDRESSEES), text)
            ledger.field.setText(text)
            ledger.field.clear()

    assert held == [text.strip() for text in texts]
    assert len(ledger.model.entries) == 1
