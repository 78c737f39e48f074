"""The ledger: fields of a recommendation, its texts, its way, and what becomes of several."""

import pytest

from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list
from facilitator.acts.ledger_told import ledger_now
from facilitator.domain.before import Follows
from facilitator.domain.ledger import of_the_team
from facilitator.domain.recommendation import Status, Tagged, Told, Translation
from facilitator.domain.refusals import (
    AlreadyGone,
    ChangeSettled,
    IntoItself,
    NoSuchStep,
    NotUnderstood,
    ReasonMissing,
    StaleText,
    UnknownReference,
)


@pytest.fixture
def noted(desk, clock):
    """Notes of what three people of two categories and regions said."""
    desk.do("open_panel", panel=1)
    notes = {}
    for name, category, region in (
        ("Brazil", "GOV", "GRULAC"),
        ("Norway", "GOV", "WEOG"),
        ("Coalition", "NGO", "GRULAC"),
    ):
        who = desk.do("add_participant", name=f"{name} 2", category=category, region=region).id
        desk.do("give_floor", request=desk.do("request_floor", participant=who).id)
        clock.pass_s(30)
        notes[name] = desk.do("write_note", text=f"{name} asks for a register", question=1).id
        desk.do("end_intervention")
    return notes


@pytest.fixture
def made(desk, noted):
    return desk.do("make_recommendation", text="Set up registers.", notes=(noted["Brazil"],)).id


def held(desk, id_):
    return desk.reading.ledger.recommendation(id_)


def told(desk, id_):
    return next(r for r in ledger_now(desk)["recommendations"] if r["recommendation"] == id_)


def refused(desk, refusal, act, **arguments):
    before = ledger_now(desk)
    with pytest.raises(refusal) as caught:
        desk.do(act, **arguments)
    assert ledger_now(desk) == before
    return caught.value


def test_every_field_is_kept_and_an_undo_brings_back_what_was(desk, made):
    before = held(desk, made)
    tags = {
        Tagged.ADDRESSEES: ("GOV", "the organizers"),
        Tagged.LEVELS: ("national",),
        Tagged.THEMES: ("B3", "D5"),
        Tagged.DDPA: ("III",),
        Tagged.GROUPS: ("AFR",),
        Tagged.PERSONS: ("children",),
        Tagged.AREAS: ("police",),
        Tagged.INSTRUMENTS: ("ICERD", "DDPA/PoA/100"),
        Tagged.GOALS: ("10", "10.3"),
        Tagged.MODALITIES: ("joint",),
        Tagged.OBJECTIVES: ("O4",),
    }
    fields = {
        Told.VERB: "urge",
        Told.VOICE: "panel",
        Told.AGREEMENT: "contested",
        Told.AGREEMENT_NOTE: "Two disagreed.",
        Told.ATTRIBUTION: "A3",
        Told.SENSITIVITY: "none",
        Told.INDICATOR: "Registers there are",
        Told.TIMELINE: "2021",
        Told.RESPONSIBLE: "Ministries",
        Told.REMARKS: "To be read back.",
        Told.REVIEWER: "Terminology team",
    }
    desk.do("edit_recommendation", recommendation=made, tags=tags, fields=fields, question=2)
    after = told(desk, made)
    assert after["tags"] == {name: list(codes) for name, codes in tags.items()}
    assert after["fields"] == fields
    assert after["question"] == desk.reading.panels()[0].questions[1].id
    desk.do("undo")
    assert held(desk, made) == before
    desk.do("redo")
    assert told(desk, made) == after


@pytest.mark.parametrize(
    "arguments",
    [
        {"tags": {Tagged.THEMES: ("Z9",)}},
        {"tags": {Tagged.GOALS: ("18",)}},
        {"tags": {Tagged.GOALS: ("10.99",)}},
        {"tags": {Tagged.INSTRUMENTS: ("NOPE/4",)}},
        {"fields": {Told.VERB: "command"}},
        {"fields": {Told.SENSITIVITY: "x"}},
        {"fields": {Told.ATTRIBUTION: "A9"}},
        {"question": 9},
        {"panel": 9},
        {"text": "x", "language": "xx"},
        {"language": "fr", "translation": Translation.OFFICIAL},
    ],
)
def test_what_no_vocabulary_has_is_refused(desk, made, arguments):
    refused(desk, UnknownReference, "edit_recommendation", recommendation=made, **arguments)


def test_a_text_written_against_an_older_one_is_refused_and_both_can_be_read(desk, made):
    seen = held(desk, made).revision
    desk.do("edit_recommendation", recommendation=made, text="Keep registers.", base=seen)
    stale = refused(desk, StaleText, "edit_recommendation", recommendation=made, text="Mine.", base=seen)
    assert stale.details == {"text": "Keep registers."}
    assert [was.text for was in desk.reading.ledger.redrafts(made)] == ["Set up registers."]


def test_a_translation_knows_what_it_is_worth_and_when_it_is_behind(desk, made):
    desk.do("edit_recommendation", recommendation=made, text="Créer des registres.", language="fr")
    desk.do("edit_recommendation", recommendation=made, language="fr", translation=Translation.OFFICIAL)
    text = told(desk, made)["texts"][0]
    assert (text["language"], text["text"], text["translation"], text["stale"]) == (
        "fr",
        "Créer des registres.",
        "official",
        False,
    )
    desk.do("edit_recommendation", recommendation=made, text="Keep registers.")
    assert told(desk, made)["texts"][0]["stale"]
    refused(desk, StaleText, "edit_recommendation", recommendation=made, text="x", language="fr", base="")


def test_the_way_is_kept_step_by_step(desk, made, clock):
    for _ in range(3):
        clock.pass_s(1)
        desk.do("advance", recommendation=made, who="Rapporteur")
    refused(desk, NoSuchStep, "advance", recommendation=made, to=Status.ISSUED)
    refused(desk, ReasonMissing, "advance", recommendation=made, to=Status.NOT_RETAINED)
    refused(desk, ReasonMissing, "send_back", recommendation=made, reason=" ")
    desk.do("send_back", recommendation=made, reason="Too long", to=Status.DRAFTED)
    desk.do("advance", recommendation=made, to=Status.WITHDRAWN, reason="By its proposer")
    refused(desk, NoSuchStep, "advance", recommendation=made)
    desk.do("send_back", recommendation=made, reason="By mistake")
    assert [(s["was"], s["becomes"], s["reason"], s["who"]) for s in told(desk, made)["steps"]] == [
        ("captured", "drafted", "", "Rapporteur"),
        ("drafted", "consolidated", "", "Rapporteur"),
        ("consolidated", "reviewed", "", "Rapporteur"),
        ("reviewed", "drafted", "Too long", ""),
        ("drafted", "withdrawn", "By its proposer", ""),
        ("withdrawn", "drafted", "By mistake", ""),
    ]
    assert told(desk, made)["next"] == ["consolidated", "not_retained", "withdrawn"]


def test_nothing_is_withdrawn_once_it_is_validated(desk, made):
    for _ in range(4):
        desk.do("advance", recommendation=made)
    assert told(desk, made)["status"] == "validated"
    refused(desk, NoSuchStep, "advance", recommendation=made, to=Status.WITHDRAWN, reason="Late")


def test_a_merge_keeps_every_source_and_none_goes_into_itself_or_in_a_circle(desk, noted, made):
    second = desk.do("make_recommendation", text="Keep registers.", notes=(noted["Norway"],)).id
    third = desk.do("make_recommendation", text="Publish registers.", notes=(noted["Coalition"],)).id
    refused(desk, IntoItself, "merge_recommendations", recommendations=(made, second), into=made)
    refused(desk, NotUnderstood, "merge_recommendations", recommendations=(), into=made)
    before = ledger_now(desk)
    desk.do("merge_recommendations", recommendations=(second, third), into=made, reason="The same")
    assert set(held(desk, made).notes) == set(noted.values())
    assert [held(desk, each).merged_into for each in (second, third)] == [made, made]
    assert told(desk, made)["evidence"] == {
        "voices": 3,
        "categories": ["GOV", "NGO"],
        "regions": ["GRULAC", "WEOG"],
        "quantity": "most",
        "one_category": False,
        "one_region": False,
    }
    refused(desk, AlreadyGone, "merge_recommendations", recommendations=(made,), into=second)
    desk.do("undo")
    assert ledger_now(desk) == before


def test_a_merge_is_addressed_to_all_and_has_the_codes_of_all_its_own_first(desk, made):
    tags = {Tagged.ADDRESSEES: ("GOV", "NHRI"), Tagged.THEMES: ("B3",)}
    other = desk.do("make_recommendation", text="Keep registers.", panel=1).id
    desk.do("edit_recommendation", recommendation=made, tags={Tagged.ADDRESSEES: ("NHRI",)})
    desk.do("edit_recommendation", recommendation=other, tags=tags)
    before = ledger_now(desk)
    desk.do("merge_recommendations", recommendations=(other,), into=made)

    one = held(desk, made)
    assert (one.addressees, one.themes, one.text) == (("NHRI", "GOV"), ("B3",), "Set up registers.")
    assert held(desk, other).addressees == ("GOV", "NHRI")
    desk.do("undo")
    assert ledger_now(desk) == before


def came_before(desk, id_):
    kept = desk.dossier(id_)
    return [each.text for each in kept.inputs], [each.text for each in kept.earlier]


@pytest.fixture
def followed(desk, made, tmp_path):
    """Another recommendation into which a conclusion went, and which repeats an earlier one."""
    other = desk.do("make_recommendation", text="Keep registers.", panel=1).id
    conclusion = desk.do("add_conclusion", consultation="Banjul", text="Count complaints.").id
    (listed := tmp_path / "earlier.csv").write_text("Text\nKeep a register.\n", encoding="utf-8")
    import_list(desk, Kind.RECOMMENDATIONS, Order(listed))
    earlier = next(row.id for row in desk.before() if not row.conclusion)
    for each in (made, other):
        desk.do("use_conclusion", conclusion=conclusion, recommendation=each, panel=1)
    second = desk.do("add_conclusion", consultation="Washington", text="Publish them.").id
    desk.do("use_conclusion", conclusion=second, recommendation=other)
    desk.do("follow_earlier", recommendation=other, earlier=earlier, kind=Follows.REPEATS)
    return other


ALL_THAT_CAME = ["Count complaints.", "Publish them."], ["Keep a register."]


def test_what_came_before_those_that_go_came_before_the_one_they_go_into(desk, made, followed):
    desk.do("merge_recommendations", recommendations=(followed,), into=made)

    inputs, earlier = came_before(desk, made)
    assert (sorted(inputs), earlier) == ALL_THAT_CAME
    desk.do("undo")
    assert came_before(desk, made) == (["Count complaints."], [])


def test_what_came_before_the_whole_came_before_each_part_and_each_other_wording(desk, followed):
    beside = desk.do("add_alternative", recommendation=followed, text="Keep all registers.").id
    first = desk.do("split_recommendation", recommendation=followed, texts=("Keep.", "Publish.")).id
    parts = [r.id for r in desk.reading.recommendations(held(desk, first).panel) if r.split_from == followed]

    for each in (beside, *parts):
        inputs, earlier = came_before(desk, each)
        assert (sorted(inputs), earlier) == ALL_THAT_CAME


def test_a_split_gives_each_part_all_sources(desk, noted, made):
    refused(desk, NotUnderstood, "split_recommendation", recommendation=made, texts=("One.",))
    first = desk.do("split_recommendation", recommendation=made, texts=("One.", "Two.")).id
    parts = [r for r in desk.reading.recommendations(held(desk, made).panel) if r.split_from == made]
    assert [(p.text, p.number, p.notes) for p in parts] == [
        ("One.", 2, (noted["Brazil"],)),
        ("Two.", 3, (noted["Brazil"],)),
    ]
    assert parts[0].id == first
    assert held(desk, made).status is Status.SPLIT


def test_alternatives_are_counted_in_latin_and_stand_in_brackets_until_one_is_left(desk, made):
    bis = desk.do("add_alternative", recommendation=made, text="Keep registers.").id
    ter = desk.do("add_alternative", recommendation=bis, text="Publish registers.").id
    rows = {r["recommendation"]: r for r in ledger_now(desk)["recommendations"]}
    assert [rows[id_]["number"] for id_ in (made, bis, ter)] == ["R-P1-01", "R-P1-01 bis", "R-P1-01 ter"]
    assert ledger_now(desk)["duplicates"] == []


def test_what_may_be_the_same_is_proposed(desk, noted, made):
    other = desk.do("make_recommendation", text="Set up the registers!", panel=1).id
    desk.do("make_recommendation", text="Train the police.", panel=1)
    assert ledger_now(desk)["duplicates"] == [{"one": made, "other": other, "share": 0.667}]


def test_a_change_stands_beside_the_text_until_somebody_decides(desk, made):
    change = desk.do("propose_change", recommendation=made, text="Keep registers.", proposer="Chair").id
    other = desk.do("propose_change", recommendation=made, text="Publish registers.").id
    assert [c["text"] for c in told(desk, made)["changes"]] == ["Keep registers.", "Publish registers."]
    desk.do("accept_change", change=change)
    assert held(desk, made).text == "Keep registers."
    assert refused(desk, StaleText, "accept_change", change=other).details == {"text": "Keep registers."}
    desk.do("accept_change", change=other, anyway=True)
    assert [was.text for was in desk.reading.ledger.redrafts(made)] == [
        "Set up registers.",
        "Keep registers.",
    ]
    refused(desk, ChangeSettled, "reject_change", change=other)


def test_a_rejected_change_leaves_the_text(desk, made):
    change = desk.do("propose_change", recommendation=made, text="Keep registers.").id
    desk.do("reject_change", change=change, reason="Weaker")
    assert held(desk, made).text == "Set up registers."
    assert [c.reason for c in desk.reading.ledger.changes(made)] == ["Weaker"]


def test_interventions_are_voices_too(desk, noted, made):
    spoken = [i.id for i in desk.view(held(desk, made).panel).floor.interventions]
    desk.do("source_recommendation", recommendation=made, interventions=tuple(spoken))
    assert told(desk, made)["evidence"]["voices"] == 3
    refused(desk, UnknownReference, "source_recommendation", recommendation=made, interventions=("x",))


def test_another_panel_gives_it_another_number(desk, made):
    desk.do("add_panel", title="More", starts=1_571_700_000_000, ends=1_571_703_600_000)
    desk.do("edit_recommendation", recommendation=made, panel=2)
    assert told(desk, made)["number"] == "R-P2-01"


def test_what_was_read_to_the_room_is_retained_in_one_act_with_every_step_and_undone_by_one_key(desk, made):
    desk.do("settle_recommendation", recommendation=made, retained=True)

    steps = [step["becomes"] for step in told(desk, made)["steps"]]
    assert steps == ["drafted", "consolidated", "reviewed", "validated", "read_back", "retained"]
    desk.do("undo", desk="secretariat")
    assert (held(desk, made).status, told(desk, made)["steps"]) == (Status.CAPTURED, [])


def test_what_the_room_strikes_says_why_and_is_struck_once(desk, made):
    refused(desk, ReasonMissing, "settle_recommendation", recommendation=made, retained=False)
    desk.do("settle_recommendation", recommendation=made, retained=False, reason="not agreed")

    assert held(desk, made).status is Status.NOT_RETAINED
    assert [step["reason"] for step in told(desk, made)["steps"]] == ["not agreed"]
    refused(desk, AlreadyGone, "settle_recommendation", recommendation=made, retained=True)


def test_what_is_in_the_report_is_not_settled_again(desk, made):
    for _ in range(7):
        desk.do("advance", recommendation=made)

    refused(desk, NoSuchStep, "settle_recommendation", recommendation=made, retained=True)
    refused(desk, NoSuchStep, "settle_recommendation", recommendation=made, retained=False, reason="late")


def test_a_list_is_the_same_object_until_one_of_its_recommendations_changes(desk, made):
    desk.do("add_panel", title="Another", starts=1_571_650_000_000, ends=1_571_653_600_000)
    other = desk.do("make_recommendation", text="Train judges.", panel=2).id
    first, second = (desk.reading.recommendations(panel.id) for panel in desk.reading.panels())

    desk.do("edit_recommendation", recommendation=other, text="Train all judges.")
    again, changed = (desk.reading.recommendations(panel.id) for panel in desk.reading.panels())

    assert (again is first, changed is second) == (True, False)
    assert [each.text for each in changed] == ["Train all judges."]
    desk.do("edit_recommendation", recommendation=other, panel=1)
    assert [len(desk.reading.recommendations(panel.id)) for panel in desk.reading.panels()] == [2, 0]
    desk.do("undo", desk="secretariat")
    assert desk.reading.recommendations(desk.reading.panels()[1].id) == changed


def test_rows_that_are_kept_are_those_that_would_be_made_anew(desk, made, noted):
    def anew():
        return of_the_team([desk.view(panel.id) for panel in desk.reading.panels()])

    found = [(desk.ledger(), anew())]
    acts = (
        ("make_recommendation", {"text": "Train judges.", "notes": (noted["Norway"],)}),
        ("add_alternative", {"recommendation": made, "text": "Set up a register."}),
        ("advance", {"recommendation": made, "to": Status.NOT_RETAINED, "reason": "the other"}),
        ("undo", {"desk": "secretariat"}),
        ("undo", {"desk": "secretariat"}),
        ("split_recommendation", {"recommendation": made, "texts": ("One.", "Two.")}),
        ("edit_recommendation", {"recommendation": made, "tags": {Tagged.ADDRESSEES: ("GOV",)}}),
        ("undo", {"desk": "secretariat"}),
    )
    for act, arguments in acts:
        desk.do(act, **arguments)
        found.append((desk.ledger(), anew()))

    assert [kept for kept, _ in found] == [made_anew for _, made_anew in found]
