"""JSON lines: each is answered, and one that is wrong changes nothing and stops nothing."""

import json
import os
import subprocess
import sys

import pytest

from facilitator.acts.wire import HeldClock, Wire, listing
from facilitator.domain.refusals import Refusal
from facilitator.domain.rules import KEYS
from tests.conftest import TEN


@pytest.fixture
def wire(desk):
    held = HeldClock(lambda: TEN)
    desk._clock = held
    return Wire(desk, held, lambda told: told.code)


def say(wire, **asked):
    return wire.answer(json.dumps(asked))


def test_names_given_with_as_stand_for_ids_in_later_lines(wire, desk):
    who = say(wire, do="add_participant", name="Chile", category="GOV", **{"as": "$who"})
    say(wire, do="open_panel", panel=1)
    asked = say(wire, do="request_floor", participant="$who", **{"as": "$r"})
    given = say(wire, do="give_floor", request="$r")

    speaker = desk.view().floor.speaking
    assert (speaker.participant, speaker.request, speaker.id) == (who["id"], asked["id"], given["id"])


def test_a_whole_panel_is_replayed_at_its_own_instants(wire, people):
    for line in (
        {"do": "open_panel", "panel": 1, "at": "2019-10-21T10:00:00+02:00"},
        {"do": "request_floor", "participant": people["Brazil"]},
        {"do": "request_floor", "participant": people["Coalition"]},
        {"do": "give_floor", "at": "2019-10-21T10:01:00.250+02:00"},
        {"do": "pause", "at": "2019-10-21T10:01:30.250+02:00"},
        {"do": "resume", "at": "2019-10-21T10:01:40+02:00"},
        {"do": "give_floor", "at": "2019-10-21T10:02:00+02:00"},
    ):
        assert wire.answer(json.dumps(line))["ok"] is True

    told = say(wire, ask="floor")
    assert [s["seconds"] for s in told["spoken"]] == [50.0]
    assert told["floor"]["category"] == "NGO"
    assert told["forecast"]["ends"] == "2019-10-21T08:05:00.000+00:00"
    assert {b["category"]: b["seconds"] for b in told["balance"]} == {"GOV": 50.0, "NGO": 0.0}
    assert told["suggestion"] is None


@pytest.mark.parametrize(
    ("line", "refusal"),
    [
        ("nonsense", "not_understood"),
        ("[1]", "not_understood"),
        ("{}", "not_understood"),
        ('{"do": "fly"}', "unknown_act"),
        ('{"do": "give_floor", "speed": 3}', "not_understood"),
        ('{"do": "add_time"}', "not_understood"),
        ('{"do": "add_time", "seconds": "15"}', "not_understood"),
        ('{"do": "add_time", "seconds": NaN}', "not_understood"),
        ('{"do": "add_time", "seconds": true}', "not_understood"),
        ('{"do": "enter_phase", "phase": "lunch"}', "not_understood"),
        ('{"do": "order", "requests": "r1"}', "not_understood"),
        ('{"do": "give_floor", "request": "$nobody"}', "unknown_reference"),
        ('{"do": "open_panel", "panel": 9}', "unknown_reference"),
        ('{"do": "give_floor"}', "no_panel_open"),
        ('{"do": "undo", "desk": 3}', "not_understood"),
        ('{"do": "close_list", "at": "yesterday"}', "not_understood"),
        ('{"do": "close_list", "at": "2019-10-21T10:00:00"}', "not_understood"),
        ('{"do": "add_category", "key": "\\ud800", "label": "x"}', "not_understood"),
        ('{"do": "add_category", "key": "", "label": "Everybody"}', "not_understood"),
        ('{"do": "add_category", "key": "ACA", "label": " \\u200f"}', "not_understood"),
        ('{"do": "make_recommendation", "text": "x", "addressees": ["\\udc00"]}', "not_understood"),
        ('{"ask": "weather"}', "not_understood"),
        ('{"ask": "journal", "last": "all"}', "not_understood"),
    ],
)
def test_a_wrong_line_is_refused_and_nothing_has_changed(wire, desk, line, refusal):
    before = len(list(desk.file.journal()))

    answer = wire.answer(line)

    assert (answer["ok"], answer["refusal"], len(list(desk.file.journal()))) == (False, refusal, before)


def test_time_may_not_run_backwards(wire):
    say(wire, ask="floor", at="2019-10-21T11:00:00+02:00")

    assert say(wire, ask="floor", at="2019-10-21T10:59:59+02:00")["refusal"] == "clock_backwards"


def test_the_journal_tells_the_newest_events(wire):
    events = say(wire, ask="journal", last=2)["events"]

    assert [e["act"] for e in events] == ["add_category", "add_panel"]


def test_every_refusal_of_the_list_is_a_refusal_of_ours():
    codes = {cls().code for cls in _all(Refusal)}

    assert {code for entry in listing() for code in entry.get("refusals", ())} <= codes


def test_every_act_and_question_of_the_list_says_in_one_line_what_becomes_true():
    said = {entry.get("act") or entry["ask"]: entry["summary"] for entry in listing()}

    assert [name for name, summary in said.items() if not summary.endswith(".") or "\n" in summary] == []


def test_the_list_names_the_rules_and_the_dimensions():
    acts = [entry for entry in listing() if "act" in entry and entry["arguments"]]
    types = {entry["act"]: entry["arguments"][0]["type"] for entry in acts}

    assert types["set_rule"] == "one of " + ", ".join(KEYS)
    assert types["hide_dimension"] == "one of category, region, gender, language, delegation"


def _all(cls):
    return {cls, *(s for sub in cls.__subclasses__() for s in _all(sub))}


def test_the_list_names_every_act_of_the_fixed_list():
    fixed = """add_category add_participant add_panel open_panel enter_phase close_list reopen_list
        suspend_panel close_panel request_floor withdraw mark_absent re_add_last move order give_floor
        end_intervention pause resume add_time set_allotment repair undo redo write_note revise_note
        make_recommendation"""

    assert set(fixed.split()) - {entry.get("act") for entry in listing()} == set()


def test_a_process_answers_each_line_after_its_commit(desk):
    path = desk.path
    desk.close()
    lines = '{"do": "open_panel", "panel": 1}\nnonsense\n\n{"do": "close_list"}\n'
    command = [sys.executable, "-m", "facilitator", "do", str(path)]
    done = subprocess.run(
        command, input=lines, capture_output=True, text=True, check=True, env={**os.environ, "LANG": "C"}
    )

    assert [json.loads(line)["ok"] for line in done.stdout.splitlines()] == [True, False, True]


def test_bytes_that_are_no_text_are_refused_and_the_next_line_is_read(desk):
    path = desk.path
    desk.close()
    lines = b'\xff\xfe\x00\n{"do": "open_panel", "panel": 1}\n'
    command = [sys.executable, "-m", "facilitator", "do", str(path)]
    done = subprocess.run(command, input=lines, capture_output=True, check=True)

    assert [json.loads(line)["ok"] for line in done.stdout.splitlines()] == [False, True]


def test_a_text_may_begin_with_a_dollar(wire, desk):
    told = say(wire, do="add_participant", name="$1.00", category="GOV")

    assert desk.view().people[told["id"]].name == "$1.00"


def test_balance_is_told_by_any_dimension_scope_and_side(wire, desk, people):
    desk.do("open_panel", panel=1)
    desk.do("request_floor", participant=people["Brazil"])
    desk.do("give_floor")
    say(wire, ask="floor", at="2019-10-21T10:01:00+02:00")

    told = say(wire, ask="balance", by="delegation", scope="day", side="floor")
    assert (told["by"], told["scope"], told["side"], told["hidden"]) == ("delegation", "day", "floor", False)
    assert [(row["delegation"], row["seconds"], row["turns"]) for row in told["rows"]] == [("", 60.0, 1)]
    podium = say(wire, ask="balance", side="podium")["rows"]
    assert {row["category"]: row["seconds"] for row in podium} == {"GOV": 0.0, "NGO": 0.0}


def test_balance_by_a_hidden_dimension_is_told_to_nobody(wire, desk):
    desk.do("hide_dimension", dimension="gender")

    told = say(wire, ask="balance", by="gender")
    assert (told["hidden"], told["rows"]) == (True, [])


@pytest.mark.parametrize(
    "asked", [{"by": "height"}, {"scope": "year"}, {"side": "left"}, {"last": 1}, {"by": 3}]
)
def test_balance_of_what_there_is_not_is_refused(wire, asked):
    assert say(wire, ask="balance", **asked)["refusal"] == "not_understood"
