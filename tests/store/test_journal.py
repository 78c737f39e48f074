"""The journal folds into the tables, whatever was done, undone and redone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.acts.desk import open_desk
from facilitator.acts.workshops import new_workshop
from facilitator.domain.refusals import Refusal
from tests.books import folded, tables_of

TEN = 1_571_644_800_000


_ACTS = st.one_of(
    st.tuples(st.just("request_floor"), st.integers(0, 4)),
    st.tuples(
        st.sampled_from(["withdraw", "mark_absent", "give_request", "move_last", "move_first"]),
        st.integers(0, 4),
    ),
    st.tuples(
        st.sampled_from(
            [
                "give_floor",
                "give_floor",
                "end_intervention",
                "pause",
                "resume",
                "re_add_last",
                "close_list",
                "reopen_list",
                "suspend_panel",
                "open_panel",
                "close_panel",
                "undo",
                "undo",
                "redo",
                "reverse",
            ]
        ),
        st.just(0),
    ),
    st.tuples(st.sampled_from(["add_time", "set_allotment"]), st.integers(-90, 200)),
    st.tuples(st.sampled_from(["write_note", "revise_note", "propose", "repair"]), st.integers(0, 60)),
)


def perform(desk, people, act, n):
    """Do one act of a made-up history as far as it makes sense now."""
    floor = desk.view().floor
    waiting = floor.waiting if floor else ()  # a panel that was taken back leaves no floor
    at = waiting[n % len(waiting)].id if waiting else "nobody"
    notes = desk.view().notes
    spoken = floor.interventions if floor else ()
    acts = {
        "request_floor": ("request_floor", {"participant": people[n % 5]}),
        "withdraw": ("withdraw", {"request": at}),
        "mark_absent": ("mark_absent", {"request": at}),
        "give_request": ("give_floor", {"request": at}),
        "move_last": ("move", {"request": at}),
        "move_first": ("move", {"request": at, "before": waiting[0].id if waiting else None}),
        "reverse": ("order", {"requests": tuple(r.id for r in reversed(waiting))}),
        "open_panel": ("open_panel", {"panel": 1}),
        "add_time": ("add_time", {"seconds": n}),
        "set_allotment": ("set_allotment", {"seconds": n, "category": "GOV" if n % 2 else None}),
        "write_note": ("write_note", {"text": f"note {n}", "question": 1 + n % 2}),
        "propose": ("write_note", {"text": f"do {n}", "kind": "r"}),
        "revise_note": (
            "revise_note",
            {
                "note": notes[n % len(notes)].id if notes else "none",
                "text": f"again {n}",
                "base": notes[n % len(notes)].revision if notes else "none",
            },
        ),
        "repair": (
            "repair",
            {
                "intervention": spoken[n % len(spoken)].id if spoken else "none",
                "begin": desk.now() - 1000 * n,
            },
        ),
    }
    name, arguments = acts.get(act, (act, {}))
    if "kind" in arguments:
        arguments = {**arguments, "kind": _kind(arguments["kind"])}
    desk.do(name, **arguments)


def _kind(key):
    from facilitator.domain.notes import NoteKind  # noqa: PLC0415 - only this strategy needs it

    return NoteKind(key)


@pytest.fixture(scope="module")
def path_maker(tmp_path_factory):
    folder = tmp_path_factory.mktemp("histories")
    return lambda n: folder / f"{n}.facilitator"


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(history=st.lists(st.tuples(_ACTS, st.integers(0, 90_000)), max_size=40))
def test_the_journal_folds_into_the_tables(path_maker, history):
    test_the_journal_folds_into_the_tables.run = getattr(test_the_journal_folds_into_the_tables, "run", 0) + 1
    path = path_maker(test_the_journal_folds_into_the_tables.run)
    new_workshop(path, language="en", at=TEN, title="Made up")
    now = [TEN]
    desk = open_desk(path, lambda: now[0])
    for key in ("GOV", "NGO"):
        desk.do("add_category", key=key, label=key)
    people = [
        desk.do("add_participant", name=f"P{i}", category="GOV" if i % 2 else "NGO").id for i in range(5)
    ]
    desk.do("add_panel", title="P", starts=TEN, ends=TEN + 3_600_000, questions=("A?", "B?"))
    desk.do("open_panel", panel=1)

    for (act, n), passed in history:
        now[0] += passed
        before = tables_of(desk)
        try:
            perform(desk, people, act, n)
        except Refusal:
            assert tables_of(desk) == before

    seen = desk.view()
    assert folded(desk) == tables_of(desk)
    desk.close()
    again = open_desk(path, lambda: now[0])
    reopened = again.view()
    again.close()
    assert reopened == seen
