"""Budgets: what is left is computed from what was said, and no rule favours one group over another."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.budgets import added, carried, charged_ms, granted, left_ms, overdraft_given_back
from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.people import CategoryKey, ParticipantId
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import NoOverdraft
from facilitator.domain.requests import Capacity, Kind
from facilitator.domain.timing import Clock

KEYS = [CategoryKey(k) for k in ("GOV", "NGO", "ACA")]

turns = st.lists(
    st.tuples(
        st.sampled_from(KEYS),
        st.integers(0, 300_000),
        st.sampled_from(Kind),
        st.sampled_from(Capacity),
        st.booleans(),
    ),
    max_size=12,
)
grants = st.dictionaries(st.sampled_from(KEYS), st.integers(0, 600_000))


def heard(said):
    at, those = 0, []
    for number, (category, ms, kind, capacity, counted) in enumerate(said):
        clock = Clock(at, 180_000, ended=at + ms)
        those.append(
            Intervention(
                InterventionId(str(number)),
                ParticipantId("p"),
                category,
                clock,
                None,
                kind,
                capacity,
                counted=counted,
            )
        )
        at += ms
    return Floor(PanelId("p"), interventions=tuple(those))


@given(turns, grants)
def test_what_is_left_and_what_was_charged_make_what_was_granted(said, given_to):
    floor = heard([])
    for category, ms in given_to.items():
        floor = granted(floor, category, ms, 0)
    after = Floor(PanelId("p"), interventions=heard(said).interventions, budgets=floor.budgets)

    now = 10**9
    assert {k: left + charged_ms(after, k, now) for k, left in left_ms(after, now).items()} == given_to


@given(turns, grants, st.integers(-(10**6), 10**6))
def test_a_budget_set_is_what_is_left_and_one_added_to_has_so_much_more(said, given_to, more):
    floor = heard(said)
    for category, ms in given_to.items():
        floor = granted(floor, category, ms, 10**9)
        floor = added(floor, category, more)

    assert left_ms(floor, 10**9) == {category: ms + more for category, ms in given_to.items()}


@given(turns, grants)
def test_an_overdraft_given_back_leaves_every_distance_between_groups(said, given_to):
    floor = heard(said)
    budgets = granted(floor, KEYS[0], 0, 0).budgets
    for category, ms in given_to.items():
        budgets = {**budgets, **granted(heard([]), category, ms, 0).budgets}
    floor = Floor(PanelId("p"), interventions=floor.interventions, budgets=budgets)
    before = left_ms(floor, 10**9)
    try:
        after = left_ms(overdraft_given_back(floor, 10**9), 10**9)
    except NoOverdraft:
        assert min(before.values()) >= 0
        return

    assert min(after.values()) == 0
    assert {after[k] - before[k] for k in before} == {-min(before.values())}


@given(turns, turns, grants)
def test_what_is_carried_is_what_was_left_or_owed(said, there, given_to):
    here, other = heard(said), heard([])
    for category, ms in given_to.items():
        other = granted(other, category, ms, 0)
    other = Floor(PanelId("q"), interventions=heard(there).interventions, budgets=other.budgets)
    if not given_to:
        return

    assert left_ms(carried(here, other, 10**9), 10**9) == left_ms(other, 10**9)
