"""What the page for newcomers shows of the command line is so."""

import re
from pathlib import Path

from facilitator.acts.desk import open_desk
from facilitator.acts.wire import HeldClock, Wire, listing
from facilitator.acts.workshops import new_workshop

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_panel_in_short_is_answered_line_by_line(tmp_path):
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=0, template="durban-2019")
    clock = HeldClock(lambda: 0)
    desk = open_desk(path, clock)
    wire = Wire(desk, clock, lambda told: told.code)

    lines = re.findall(r"^ {4}(\{.*\})$", README, re.MULTILINE)
    answers = [wire.answer(line) for line in lines]
    desk.close()

    assert [answer["ok"] for answer in answers] == [True] * 7


def test_every_act_that_is_named_is_one():
    names = {entry["act"] for entry in listing() if "act" in entry}
    table = README.partition("| for | acts |")[2].partition("##")[0]
    found = re.findall(r"`(\w+)`", table)

    assert [name for name in found if name not in names] == []
    assert len(found) > 30
