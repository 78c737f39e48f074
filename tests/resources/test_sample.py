"""The sample workshop can be played, and stands at its moment as the pictures of the screens show it."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

RESOURCES = Path(__file__).parents[2] / "resources"
TEMPLATE = tomllib.loads((RESOURCES / "templates" / "durban-2019.toml").read_text(encoding="utf-8"))
SAMPLE = tomllib.loads((RESOURCES / "sample" / "durban-2019.toml").read_text(encoding="utf-8"))
KEYS = {participant["key"]: participant for participant in SAMPLE["participants"]}
SECRET = {"!", "m"}
ACTS = {  # what each act takes, after design and `facilitator do --list`; an optional argument ends in "?"
    **{act: set() for act in ("close_panel", "close_list", "end_intervention", "pause", "resume")},
    "open_panel": {"panel"},
    "enter_phase": {"phase"},
    "set_plan": {"panel", "phases"},
    "request_floor": {"participant", "kind?", "capacity?", "on_behalf_of?", "organisations?", "note?"},
    "state_motive": {"motive"},
    "receive_statement": {"request_of", "words?"},
    "withdraw": {"request_of"},
    "move": {"request_of", "before_of"},
    "give_floor": {"request_of"},
    "add_time": {"seconds"},
    "set_allotment": {"seconds", "category?"},
    "write_note": {"kind", "text", "question?", "as?"},
    "make_recommendation": {"text", "addressees", "notes?"},
}


def test_sample_says_that_its_statements_are_invented():
    assert SAMPLE["slug"] == TEMPLATE["workshop"]["slug"]
    invented = {"ar": "مختلق", "en": "invented", "es": "inventadas"}
    invented |= {"fr": "inventé", "ru": "вымышлены", "zh": "虚构"}
    for name in ("notice", "notice_short"):
        assert [code for code, word in invented.items() if word not in SAMPLE[name][code]] == []


def test_participants_are_of_known_categories_regions_and_languages():
    people = SAMPLE["participants"]

    assert len(KEYS) == len(people)
    assert {p["category"] for p in people} == {category["key"] for category in TEMPLATE["categories"]}
    assert " ".join(sorted({p["region"] for p in people})) == (
        " africa asia_pacific eastern_europe latin_america_caribbean western_europe_others"
    )
    assert {p["gender"] for p in people} == {"female", "male", ""}
    assert {p["language"] for p in people} == {"ar", "en", "es", "fr", "ru", "zh"}
    assert all(p.keys() == people[0].keys() for p in people)


def test_participants_are_about_sixty_with_names_of_every_length():
    lengths = sorted(len(participant["name"]["en"]) for participant in SAMPLE["participants"])

    assert 55 <= len(lengths) <= 65
    assert sum(length > 60 for length in lengths) == 6
    for lang in ("ar", "en", "es", "fr", "ru", "zh"):
        names = Counter(participant["name"][lang] for participant in SAMPLE["participants"])
        assert names.most_common(1)[0][1] == 1


def test_steps_are_acts_with_their_arguments_in_the_order_of_the_clock():
    times = [dt.time.fromisoformat(step["at"]) for step in SAMPLE["steps"]]

    assert times == sorted(times)
    for step in SAMPLE["steps"]:
        arguments = step.keys() - {"at", "do"}
        required = {name for name in ACTS[step["do"]] if not name.endswith("?")}
        assert required <= arguments <= {name.removesuffix("?") for name in ACTS[step["do"]]}


def test_steps_end_before_the_sample_moment():
    zone = ZoneInfo(TEMPLATE["workshop"]["timezone"])
    last = dt.datetime.combine(SAMPLE["day"], dt.time.fromisoformat(SAMPLE["steps"][-1]["at"]), zone)

    assert SAMPLE["sample_moment"] == dt.datetime(2019, 10, 21, 12, 24, 10, tzinfo=zone)
    assert last < SAMPLE["sample_moment"]


def test_names_given_to_notes_are_used_by_recommendations_after_them():
    named: set[str] = set()
    for step in SAMPLE["steps"]:
        assert set(step.get("notes", ())) <= named
        if "as" in step:
            assert step["as"] not in named
            named.add(step["as"])

    assert named == {name for step in SAMPLE["steps"] for name in step.get("notes", ())}


def test_addressees_are_worded_as_in_the_template():
    known = [addressee["label"] for addressee in TEMPLATE["addressees"]]

    used = [addressee for step in SAMPLE["steps"] for addressee in step.get("addressees", ())]

    assert [addressee for addressee in used if addressee not in known] == []


@dataclass
class Spoken:
    key: str
    panel: int
    began: int
    allotment: int
    capacity: str
    kind: str
    ended: int | None = None
    paused: int = 0

    def seconds(self, now: int) -> int:
        return (self.ended or now) - self.began - self.paused


@dataclass
class Room:
    """The simplest room in which the steps can be played: it asserts what the rules of the floor require."""

    panel: int | None = None
    phase: str = ""
    list_open: bool = False
    waiting: list = field(default_factory=list)
    spoken: list[Spoken] = field(default_factory=list)
    withdrawn: list = field(default_factory=list)
    received: list = field(default_factory=list)
    motives: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    recommendations: list = field(default_factory=list)
    allotment: int = 180
    pause_began: int | None = None

    @property
    def speaking(self) -> Spoken | None:
        return next((spoken for spoken in reversed(self.spoken) if spoken.ended is None), None)

    def play(self, step) -> None:
        assert self.panel is not None or step["do"] == "open_panel"
        getattr(self, step["do"])(seconds_of(step["at"]), step)

    def open_panel(self, _at, step) -> None:
        assert self.panel is None
        self.panel, self.phase, self.list_open, self.waiting = step["panel"], "opening", True, []

    def close_panel(self, _at, _step) -> None:
        assert self.speaking is None
        assert self.waiting == []
        self.panel = None

    def enter_phase(self, _at, step) -> None:
        order = ["opening", "presentations", "discussion", "replies", "closing"]
        assert order.index(step["phase"]) == order.index(self.phase) + 1
        self.phase = step["phase"]

    def set_plan(self, _at, step) -> None:
        assert step["panel"] == self.panel
        assert sum(minutes for _, minutes in step["phases"]) <= 90

    def close_list(self, _at, _step) -> None:
        self.list_open = False

    def request_floor(self, _at, step) -> None:
        assert self.list_open
        assert KEYS[step["participant"]]["present"]
        assert step["participant"] not in [request["participant"] for request in self.waiting]
        assert step.get("kind", "statement") in {"statement", "reply", "point_of_order"}
        assert step.get("capacity", "floor") in {"panellist", "floor", "chair"}
        self.waiting.insert(0 if step.get("kind") == "point_of_order" else len(self.waiting), step)

    def state_motive(self, _at, step) -> None:
        self.motives.append((self.speaking.key, step["motive"]))

    def receive_statement(self, _at, step) -> None:
        self.received.append(self._take(step["request_of"])["participant"])

    def withdraw(self, _at, step) -> None:
        self.withdrawn.append((self.panel, self._take(step["request_of"])["participant"]))

    def move(self, _at, step) -> None:
        request = self._take(step["request_of"])
        self.waiting.insert(self._place(step["before_of"]), request)

    def give_floor(self, at, step) -> None:
        assert self._place(step["request_of"]) == 0
        request = self.waiting.pop(0)
        hat = (request.get("capacity", "floor"), request.get("kind", "statement"))
        assert self.speaking is None or hat[1] == "point_of_order"
        self.spoken.append(Spoken(request["participant"], self.panel, at, self.allotment, *hat))

    def end_intervention(self, at, _step) -> None:
        assert self.pause_began is None
        over = self.speaking
        over.ended = at
        if self.speaking is not None:  # whoever was interrupted has the floor again
            self.speaking.paused += at - over.began

    def pause(self, at, _step) -> None:
        assert self.pause_began is None
        self.pause_began = at

    def resume(self, at, _step) -> None:
        self.speaking.paused += at - self.pause_began
        self.pause_began = None

    def add_time(self, _at, step) -> None:
        self.speaking.allotment += step["seconds"]

    def set_allotment(self, _at, step) -> None:
        assert self.speaking is None
        self.allotment = step["seconds"]

    def write_note(self, _at, step) -> None:
        assert self.speaking is not None
        panel = TEMPLATE["panels"][self.panel - 1]
        assert step.get("question", 1) in range(1, len(panel["questions"]) + 1)
        self.notes.append((self.panel, step["kind"], step.get("question")))

    def make_recommendation(self, _at, _step) -> None:
        self.recommendations.append(self.panel)

    def _place(self, key: str) -> int:
        return [request["participant"] for request in self.waiting].index(key)

    def _take(self, key: str):
        return self.waiting.pop(self._place(key))


def seconds_of(clock: str) -> int:
    time = dt.time.fromisoformat(clock)
    return time.hour * 3600 + time.minute * 60 + time.second


NOW = seconds_of("12:24:10")


@pytest.fixture(scope="module")
def room() -> Room:
    room = Room()
    for step in SAMPLE["steps"]:
        room.play(step)
    return room


def test_second_panel_is_in_discussion_with_brazil_on_the_floor(room):
    assert (room.panel, room.phase, room.list_open) == (2, "discussion", True)
    assert room.speaking.key == "brazil"
    assert room.speaking.began == seconds_of("12:20:44")
    assert (room.speaking.allotment, room.speaking.seconds(NOW)) == (240, 206)


def test_nine_wait_in_the_order_of_the_picture(room):
    assert " ".join(request["participant"] for request in room.waiting) == (
        "achpr kenya nhri_network norway coalition ecri academic_network indigenous cerd"
    )
    assert [r["participant"] for r in room.waiting if "on_behalf_of" in r] == ["kenya", "nhri_network"]
    assert [r["participant"] for r in room.waiting if r.get("kind") == "reply"] == ["cerd"]


def test_thirteen_were_heard_and_one_withdrew(room):
    heard = [spoken for spoken in room.spoken if spoken.panel == 2 and spoken.ended]

    assert len(heard) == 13
    assert Counter(spoken.capacity for spoken in heard) == {"panellist": 3, "floor": 10}
    assert [key for panel, key in room.withdrawn if panel == 2] == ["philippines"]


def test_balance_shows_states_over_and_two_categories_unheard(room):
    balance = defaultdict(int)
    for spoken in room.spoken:
        if spoken.panel == 2:
            balance[KEYS[spoken.key]["category"]] += spoken.seconds(NOW)

    assert dict(balance) == {"UNM": 380, "REG": 640, "CSO": 520, "GOV": 1100}
    assert sum(balance.values()) == 44 * 60
    present = Counter(p["category"] for p in SAMPLE["participants"] if p["present"])
    assert (present["NHRI"], present["ACA"]) == (5, 3)


def test_no_state_of_asia_and_the_pacific_asked_for_the_floor_in_the_second_panel(room):
    asked = {spoken.key for spoken in room.spoken if spoken.panel == 2}
    asked |= {request["participant"] for request in room.waiting}
    region = {p["key"] for p in SAMPLE["participants"] if p["region"] == "asia_pacific" and p["present"]}

    assert {key for key in region & asked if KEYS[key]["category"] == "GOV"} == set()
    assert len([key for key in region if KEYS[key]["category"] == "GOV"]) == 4


def test_first_panel_was_run_from_opening_to_close(room):
    spoken = [spoken for spoken in room.spoken if spoken.panel == 1]

    assert Counter((s.capacity, s.kind) for s in spoken) == {
        ("chair", "statement"): 2,
        ("panellist", "statement"): 4,
        ("floor", "statement"): 14,
        ("panellist", "reply"): 4,
        ("floor", "point_of_order"): 1,
    }
    assert room.motives == [("academic_network", "agreement"), ("norway", "protocol")]
    assert room.received == ["portugal"]
    assert {KEYS[s.key]["category"] for s in spoken} == {c["key"] for c in TEMPLATE["categories"]}
    assert sum(s.seconds(NOW) > s.allotment for s in spoken) == 3
    assert [s.key for s in spoken if s.paused] == ["iachr", "academic_network"]


@pytest.mark.parametrize(("panel", "notes", "recommendations"), [(1, 22, 4), (2, 17, 2)])
def test_each_panel_has_notes_under_every_question_and_some_that_must_not_leave(
    room, panel, notes, recommendations
):
    written = [(kind, question) for at, kind, question in room.notes if at == panel]

    assert len(written) == notes
    assert {question for _, question in written if question} == {1, 2, 3, 4}
    assert {kind for kind, _ in written} >= SECRET
    assert [question for kind, question in written if kind in SECRET and question] == []
    assert room.recommendations.count(panel) == recommendations


def test_almost_every_kind_of_note_occurs(room):
    assert {kind for _, kind, _ in room.notes} == set("sgcfljprvdkaowqtm!")
