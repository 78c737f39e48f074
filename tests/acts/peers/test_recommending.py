"""What other tools for motions and recommendations hold themselves to, as it is true of the ledger.

Numbered as in the study. Not here: (a) merging files twice (packages), (d) digits in the layer of text
(documents), 24 compiling without what is unscheduled (a note always belongs to a panel).
"""

import json

import pytest

from facilitator.acts.export import export
from facilitator.acts.ledger_told import ledger_now
from facilitator.domain.attribution import Audience, Cell, Level, Voice, applied
from facilitator.domain.people import Participant
from facilitator.domain.recommendation import Status
from facilitator.domain.refusals import ChangeSettled, NoSuchStep, ReasonMissing, StaleText
from facilitator.language.speech import LANGUAGES


@pytest.fixture
def made(desk):
    desk.do("open_panel", panel=1)
    texts = ("Urge States to set up registers.", "Train judges.", "Publish figures.")
    return [desk.do("make_recommendation", text=text).id for text in texts]


def told(desk, id_):
    return next(r for r in ledger_now(desk)["recommendations"] if r["recommendation"] == id_)


def test_r22_a_text_written_against_an_older_one_is_refused_with_what_stands(desk, made):
    seen = told(desk, made[0])["revision"]
    desk.do("edit_recommendation", recommendation=made[0], text="Invite States.")

    with pytest.raises(StaleText) as refused:
        desk.do("edit_recommendation", recommendation=made[0], text="Mine.", base=seen)

    assert refused.value.details == {"text": "Invite States."}


def test_r25_a_step_that_is_no_neighbour_is_refused_and_one_that_is_stands_in_the_history(desk, made):
    with pytest.raises(NoSuchStep):
        desk.do("advance", recommendation=made[0], to=Status.RETAINED)
    desk.do("advance", recommendation=made[0], who="chair")

    assert [(s["was"], s["becomes"], s["who"]) for s in told(desk, made[0])["steps"]] == [
        ("captured", "drafted", "chair")
    ]


def test_r26_a_refused_step_names_both_ends_and_what_can_be(desk, made):
    with pytest.raises(NoSuchStep) as refused:
        desk.do("advance", recommendation=made[0], to=Status.ISSUED)
    with pytest.raises(ReasonMissing):
        desk.do("advance", recommendation=made[0], to=Status.WITHDRAWN)

    assert (refused.value.details["was"], refused.value.details["to"]) == ("captured", "issued")


def test_r27_of_two_changes_of_one_text_the_second_is_accepted_only_knowing_the_first(desk, made):
    one, other = (
        desk.do("propose_change", recommendation=made[0], text=text).id for text in ("Invite.", "Request.")
    )
    elsewhere = desk.do("propose_change", recommendation=made[1], text="Train all judges.").id
    desk.do("accept_change", change=one)

    with pytest.raises(StaleText):
        desk.do("accept_change", change=other)
    desk.do("accept_change", change=elsewhere)
    desk.do("accept_change", change=other, anyway=True)
    assert [told(desk, id_)["text"] for id_ in made[:2]] == ["Request.", "Train all judges."]


def test_r28_a_change_is_settled_once(desk, made):
    change = desk.do("propose_change", recommendation=made[0], text="Invite.").id
    desk.do("reject_change", change=change, reason="not agreed")

    with pytest.raises(ChangeSettled):
        desk.do("accept_change", change=change)
    assert told(desk, made[0])["text"] == "Urge States to set up registers."


def test_re_a_group_of_two_is_told_as_a_quantity():
    voices = [Voice(Participant(str(n), f"N{n}", "NHRI", region="Africa")) for n in range(2)]
    cell = Cell("NHRI", "Africa")

    assert applied(Level.CATEGORY, voices, Audience(5, {cell: 2})) is Level.QUANTITY
    assert applied(Level.CATEGORY, voices, Audience(5, {cell: 3})) is Level.CATEGORY


def test_rg_a_recommendation_less_moves_the_numbers_alike_in_six_languages(desk, made, tmp_path):
    def numbers():
        found = []
        for language in LANGUAGES:
            export(desk, tmp_path / "r.json", what="report", language=language)
            whole = json.loads((tmp_path / "r.json").read_text("utf-8"))
            found.append([p["number"] for p in whole["paragraphs"] if "number" in p])
        return found

    before = numbers()
    desk.do("settle_recommendation", recommendation=made[1], retained=False, reason="not agreed")
    after = numbers()

    assert before == [list(range(1, len(before[0]) + 1))] * len(LANGUAGES)
    assert after == [list(range(1, len(before[0])))] * len(LANGUAGES)
