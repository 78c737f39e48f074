"""Every act against what it must not take: a refusal in one sentence and nothing changed, or done and undone.

The table is the list of acts itself: whatever is added there is held to the same at once.
"""

import json
import re
from pathlib import Path

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.questions import floor_now
from facilitator.acts.registry import ACTS
from facilitator.acts.wire import HeldClock, Wire
from facilitator.acts.workshops import new_workshop
from facilitator.language.direction import bare
from facilitator.language.refusals import SENTENCES, sentence
from facilitator.language.speech import Language
from facilitator.store.tables import STATE
from facilitator.ui.room.card import card
from tests.conftest import TEN
from tests.conftest import HeldClock as Clock

NAUGHTY = Path(__file__).parents[3] / "shared" / "data" / "texts" / "blns.txt"
ENGLISH = Language("en", "Europe/Zurich")
LONG = "x" * 10_000
MANY = 100
WRITING = ("write_note", "revise_note", "make_recommendation", "write_report", "edit_recommendation")
LONG_TEXTS = {(act, "text") for act in (*WRITING, "add_alternative", "propose_change", "add_conclusion")}
EVERY_ACT = sorted(ACTS)


def texts_of(act):
    return [p.name for p in ACTS[act].parameters if p.type in (str, str | None)]


NUMBERS = [0, -1, -0.001, 1e-9, 1e8, -1e8, 1e12, 1e308, float("nan"), float("inf"), -float("inf"), 10**40]
OTHERS = [None, True, "", "3", [], {}, [[]], [None], {"": 0}, {"GOV": None}, 0, -1, 1.5, 99, 10**12]
TEXTS = ["", " ", "\0", "\ud800", "\u202e\u2066", "\u200b", "\u200f", LONG, "{kind}", "%s", "$r9"]
INSTANTS = [
    "0001-01-01T00:00:00+00:00",
    "9999-12-31T23:59:59+00:00",
    "9999-12-31T23:59:59-14:00",
    "1970-01-01T00:00:00Z",
    "2019-10-21T10:00:00",
    "2019-02-30T10:00:00Z",
    "2119-10-21T10:00:00Z",
    "NaN",
    "now",
]


class Room:
    """A workshop in the middle of a panel, another panel already over, and whoever speaks JSON to it."""

    def __init__(self, path):
        new_workshop(path, language="en", at=TEN, title="A workshop")
        self.clock = Clock()
        self.desk = open_desk(path, self.clock)
        self.raw = self.desk.file._connection.connection.dbapi_connection
        self.raw.execute("PRAGMA synchronous=OFF")
        self.wire = Wire(self.desk, HeldClock(self.clock), lambda told: sentence(ENGLISH, told))
        self.usual, self.done = {}, 0
        self._fill()
        self.stand()

    def _fill(self):
        do = self.desk.do
        for key in ("GOV", "NGO"):
            do("add_category", key=key, label=key, allotment_s=120, target_share=0.5)
        people = [do("add_participant", name=f"P{n}", category=("GOV", "NGO")[n % 2]).id for n in range(6)]
        for title, begins in (("Over", TEN - 7_200_000), ("Sits", TEN)):
            do("add_panel", title=title, starts=begins, ends=begins + 3_600_000, questions=("One?", "Two?"))
        do("open_panel", panel=1)
        foreign = do("request_floor", participant=people[0]).id
        foreign_turn = do("give_floor").id
        self.clock.pass_s(60)
        do("close_panel")
        do("open_panel", panel=2)
        requests = [do("request_floor", participant=who).id for who in people]
        turn = do("give_floor").id
        note = do("write_note", text="A note").id
        made = do("make_recommendation", text="A wish").id
        self.recommendation = do("make_recommendation", text="Another").id
        self.clock.pass_s(20)
        view = self.desk.view()
        self.usual = {
            "ParticipantId": people[3],
            "CategoryKey": "GOV",
            "RequestId": requests[2],
            "InterventionId": turn,
            "PanelId": view.panel.id,
            "QuestionId": 1,
            "NoteId": note,
            "RevisionId": view.notes[0].revision,
            "RecommendationId": made,
            "ChangeId": do("propose_change", recommendation=made, text="Better").id,
        }
        ids = [foreign, foreign_turn, view.panels[0].id, requests[0], requests[1], people[0], turn, note]
        self.ids = [*ids, "nobody", "0193f000-0000-7000-8000-000000000000"]
        self.waiting = [r.id for r in view.floor.waiting]

    def stand(self):
        """What is the case now is what every act must leave."""
        self._before = self.rows()

    def rows(self):
        asked = [f"SELECT * FROM {name} ORDER BY id" for name in STATE]  # noqa: S608 - our own names
        return [self.raw.execute(query).fetchall() for query in asked]

    def say(self, act, arguments, *, shown=True):
        """Hold one act, as JSON, to what is promised; return whether it was done."""
        answer = self.wire.answer(json.dumps({"do": act, **arguments}))
        if answer["ok"]:
            self.done += 1
            try:
                if shown:
                    self.still_shown()
            finally:
                if answer["event"] is not None:  # what changed nothing is not taken back
                    self.desk.do("undo")
        else:
            assert answer["refusal"] in {
                *ACTS[act].refusals,
                "not_understood",
                "unknown_reference",
                "bad_time",
            }
            assert answer["refusal"] in SENTENCES
            assert is_a_sentence(answer["message"], arguments)
        before = self._before
        self.stand()  # whatever one act spoils is not held against the next
        assert self._before == before
        return answer["ok"]

    def still_shown(self):
        """The room's card, the whole answer to a question and the advice can be made of what is the case."""
        view, now = self.desk.view(), self.clock.now
        card(view, now, ENGLISH)
        view.suggestion(now), view.verdict(now), view.gaps(now)
        assert json.dumps(floor_now(self.desk), allow_nan=False)


def is_a_sentence(message, arguments):
    """Say whether a message is words for a person, with nothing left to fill in."""
    told = bare(message)
    quoted = [text for text in map(str, arguments.values()) if "{" in text]
    return told.endswith((".", "”.")) and (bool(quoted) or not re.search(r"\{[a-z_]+\}", told))


@pytest.fixture(scope="module")
def rooms(tmp_path_factory):
    """The room in use, last of all: a journal of thousands of acts taken back makes every look slow."""
    made = []
    yield made
    for each in made:
        each.desk.close()


@pytest.fixture
def room(rooms, tmp_path):
    if not rooms or rooms[-1].done > MANY:
        rooms.append(Room(tmp_path / "w.facilitator"))
    return rooms[-1]


def usual(room, parameter):
    """Return a value that a person would give."""
    kind = str(parameter.type)
    known = [value for name, value in room.usual.items() if name in kind]
    named = {"phases": [["discussion", 30]], "requests": room.waiting, "slots": {"GOV": 1}, "rule": "several"}
    named |= {
        "allotments": {"GOV": 60},
        "letter": "B",
        "motive": "time",
        "by": "category",
        "field": "summary",
    }
    named |= {
        "phase": "replies",
        "other": room.waiting[0],
        "recommendations": [room.recommendation],
        "texts": ["One", "Two"],
        "value": True,
        "dimension": "region",
        "key": "NEW",
    }
    if parameter.name in named:
        return named[parameter.name]
    if "Instant" in kind:
        return {"ends": "2019-10-21T12:00:00Z"}.get(parameter.name, "2019-10-21T10:00:10Z")
    if known:
        return known[0]
    if "bool" in kind:
        return True
    return 30 if re.search("int|float|Seconds|Minutes", kind) else "Words"


def required(room, act, but=None):
    return {p.name: usual(room, p) for p in ACTS[act].parameters if p.required and p.name != but}


def hostile(room, parameter):
    """Return what nobody should give for a parameter, whatever its type."""
    lists = [[value] * 2 for value in (*room.ids[:4], "", LONG, "\ud800")]
    tables = [{value: -1} for value in ("GOV", "nobody", LONG)] + [{"GOV": n} for n in NUMBERS]
    phases = [[["discussion", n]] for n in NUMBERS]
    return [*OTHERS, *NUMBERS, *TEXTS, *room.ids, *INSTANTS, *lists, *tables, *phases]


@pytest.mark.parametrize("act", EVERY_ACT)
def test_whatever_is_given_for_one_argument_is_refused_in_a_sentence_or_done_and_undone(room, act):
    for parameter in ACTS[act].parameters:
        for value in hostile(room, parameter):
            room.say(act, {**required(room, act), parameter.name: value})


@pytest.mark.parametrize("act", EVERY_ACT)
def test_a_missing_or_unknown_argument_is_refused(room, act):
    assert not room.say(act, {**required(room, act), "nonsense": 1})
    for parameter in ACTS[act].parameters:
        if parameter.required:
            assert not room.say(act, required(room, act, but=parameter.name))


@pytest.mark.parametrize(
    ("act", "name"),
    [(act, n) for act in EVERY_ACT for n in texts_of(act) if (act, n) not in LONG_TEXTS],
)
def test_no_name_has_ten_thousand_characters(room, act, name):
    assert not room.say(act, {**required(room, act), name: LONG})


@pytest.mark.skipif(not NAUGHTY.is_file(), reason="the shared data is not on this machine")
@pytest.mark.parametrize("act", [act for act in EVERY_ACT if texts_of(act)])
def test_strings_that_break_programs_break_nothing(room, act):
    """Each stands in every text of an act at once: thousands of acts take their time."""
    lines = NAUGHTY.read_text(encoding="utf-8").split("\n")
    for number, text in enumerate(line for line in lines if line and not line.startswith("#")):
        given = {**required(room, act), **dict.fromkeys(texts_of(act), text)}
        room.say(act, given, shown=number % 32 == 0)


def test_a_line_that_is_no_act_is_refused(room):
    lines = ["", "{", "[]", "null", "1", '"x"', "[" * 100_000, '{"do": 1}', '{"do": "fly"}', '{"at": 1}']
    lines += ['{"do": "pause", "at": "never"}', '{"ask": "all"}', '{"ask": "floor", "last": {}}', "\ud800"]
    answers = [room.wire.answer(line) for line in lines]

    assert [a["ok"] for a in answers] == [False] * len(lines)
    assert all(a["refusal"] in SENTENCES for a in answers)


@pytest.fixture(params=["nothing there", "nobody speaks", "paused", "in a break", "closed"])
def elsewhere(request, tmp_path):
    """The same workshop in a state in which most acts make no sense."""
    made = Room(tmp_path / "w.facilitator")
    do = made.desk.do
    match request.param:
        case "nobody speaks":
            do("end_intervention")
        case "paused":
            do("pause")
        case "in a break":
            do("suspend_panel")
        case "closed":
            do("close_panel")
        case _:
            for _ in range(6):
                do("undo")
    made.stand()
    yield made
    made.desk.close()


def test_in_the_wrong_state_every_act_is_refused_in_a_sentence_or_done_and_undone(elsewhere):
    for act in EVERY_ACT:
        every = {p.name: usual(elsewhere, p) for p in ACTS[act].parameters}
        elsewhere.say(act, every)
        elsewhere.say(act, required(elsewhere, act))
