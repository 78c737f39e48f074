"""The command line says whether a panel can begin: in words, in JSON and by its exit code."""

import json
from contextlib import closing

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.workshops import new_workshop
from facilitator.cli.commands import run_command

TEN = 4_102_480_800_000  # a morning far ahead: the panel has not begun whenever this runs
HOUR = 3_600_000


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en")
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=TEN, title="A workshop")
    with closing(open_desk(path, lambda: TEN)) as desk:
        desk.do("add_category", key="GOV", label="States")
        desk.do("add_panel", title="Remedies", starts=TEN, ends=TEN + HOUR, questions=("First?",))
    return path


SCREENS = "Only the window sees whether a screen for the room is connected: look there, in the panel’s menu."


def test_a_panel_to_which_nobody_comes_is_not_ready(path, capsys):
    assert run_command(["ready", str(path), "--panel", "1", "--json"]) == 1

    told = capsys.readouterr()
    answer = json.loads(told.out)
    states = {point["point"]: point["state"] for point in answer["points"] if point["point"] != "disk"}
    assert (answer["panel"], answer["ready"]) == (1, False)
    assert states == {
        "file": "ok",
        "fonts": "ok",
        "screen_unseen": "warn",
        "people": "fail",
        "category": "ok",
        "language": "ok",
        "hard_stop": "ok",
        "questions": "ok",
        "no_plan": "warn",
        "interpretation": "warn",
    }
    assert told.err == "Panel 1 is not ready: see to what is missing first.\n"


def test_one_who_comes_makes_it_ready_and_every_line_says_what_to_do(path, capsys):
    with closing(open_desk(path, lambda: TEN)) as desk:
        desk.do("add_participant", name="Ana", category="GOV")

    assert run_command(["ready", str(path)]) == 0

    lines = [line for line in capsys.readouterr().out.splitlines() if "disk" not in line]
    assert lines == [
        "In order: The file is sound.",
        "In order: All fonts are there.",
        "To look at: " + SCREENS,
        "In order: People expected at the panel: 1",
        "In order: Everybody has a category.",
        "To look at: People whose language is not known: 1. The balance by language leaves them out.",
        "In order: Interpretation lasts until the panel ends.",
        "In order: Guiding questions and focus areas: 1",
        "To look at: The panel has no plan. The forecast keeps no time for later phases.",
        "To look at: No language of interpretation is named. Name them in the programme.",
    ]


def test_whoever_a_list_brings_without_a_category_is_told_until_one_is_given(path, tmp_path, capsys):
    (tmp_path / "list.csv").write_text("Name,Category\nAna,GOV\nBo,\nCai,\n", encoding="utf-8")
    assert run_command(["import", str(path), str(tmp_path / "list.csv"), "--as", "participants"]) == 0
    capsys.readouterr()
    without = run_command(["ready", str(path)]), capsys.readouterr().out
    with closing(open_desk(path, lambda: TEN)) as desk:
        for who in desk.reading.people().values():
            desk.do("edit_participant", participant=who.id, category="GOV")
    given = run_command(["ready", str(path)]), capsys.readouterr().out

    assert [code for code, _ in (without, given)] == [1, 0]
    assert "Missing: People without a category: 2. Give them one in Setup.\n" in without[1]
    assert "In order: Everybody has a category.\n" in given[1]


def test_a_panel_that_is_not_there_is_one_sentence(path, capsys):
    assert run_command(["ready", str(path), "--panel", "7"]) == 1

    assert len(capsys.readouterr().err.splitlines()) == 1
