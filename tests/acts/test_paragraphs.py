"""The report in hand: what the secretariat takes over, writes, moves, translates and finds good."""

import pytest

from facilitator.acts.report import drafted, views_of
from facilitator.acts.report_told import report_now
from facilitator.domain.attribution import Level
from facilitator.domain.counting import final_numbers
from facilitator.domain.notes import NoteKind
from facilitator.domain.paragraphs import CONCLUSIONS, INTRODUCTION, Progress
from facilitator.domain.refusals import (
    NotUnderstood,
    ParagraphFinal,
    SectionInHand,
    SourceInSection,
    SourceProtected,
    StaleText,
    UnknownReference,
)
from facilitator.domain.report import Stated, Statement
from tests.books import folded, tables_of


@pytest.fixture
def noted(desk, clock, sitting):
    """Three notes of two speakers, one of them protected, and a recommendation."""
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(30)
    ids = {
        "register": desk.do("write_note", text="A national register works.", question=1).id,
        "threat": desk.do("write_note", text="Somebody was threatened.", kind=NoteKind.PROTECTION).id,
    }
    desk.do("give_floor", request=sitting["Coalition"])
    clock.pass_s(30)
    ids["fund"] = desk.do("write_note", text="A fund is missing.", kind=NoteKind.GAP).id
    ids["asked"] = desk.do(
        "make_recommendation", text="Publish the register.", notes=(ids["register"],), addressees=("States",)
    ).id
    return ids


def report(desk, level=Level.QUANTITY):
    return drafted(desk.reading, views_of(desk.reading), level, desk.now())


def section(desk, key):
    return next(each for each in report(desk).sections if each.key == key)


def in_hand(desk, key):
    return [p.id for p in desk.reading.paragraphs() if p.section == key]


def texts(desk, key):
    return [item.own_text or item.text for item in section(desk, key).stated]


def test_a_section_taken_over_says_what_it_said_before(desk, noted):
    panel = desk.view().panel
    before = report(desk)
    for key in (INTRODUCTION, f"panel/{panel.id}", f"panel/{panel.id}/{panel.questions[0].id}"):
        desk.do("draft_section", section=key)
    desk.do("draft_section", section="recommendations/States")
    after = report(desk)

    def said(found):
        return [
            (i.number, i.statement, i.text, i.parts, i.point, i.recommendation)
            for i in found.items
            if isinstance(i, Stated)
        ]

    assert said(after) == said(before)
    assert [s.in_hand for s in after.sections if s.stated] == [
        False, True, False, True, True, False, True,
    ]  # fmt: skip
    with pytest.raises(SectionInHand):
        desk.do("draft_section", section=INTRODUCTION)


def test_one_addressee_in_other_words_has_one_section_that_of_the_paragraphs_in_hand(desk, noted):
    asked = ("GOV", "الدول", "états")
    for words in asked[:2]:
        desk.do("make_recommendation", text=f"Ask {words}.", addressees=(words,))

    def of_addressees():
        return [each.key for each in report(desk).sections if each.key.startswith("recommendations/")]

    assert of_addressees() == ["recommendations/States"]
    assert texts(desk, "recommendations/States") == ["Publish the register.", "Ask GOV.", "Ask الدول."]
    desk.do("draft_section", section="recommendations/States")
    desk.do("make_recommendation", text="Ask again.", addressees=asked[2:])
    assert of_addressees() == ["recommendations/States"]


def test_a_paragraph_of_a_text_is_written_where_it_is_wanted(desk):
    first = desk.do("add_paragraph", section=CONCLUSIONS, text="All was said.").id
    desk.do("add_paragraph", section=CONCLUSIONS, text="It was well said.", before=first)
    desk.do("add_paragraph", section=CONCLUSIONS, text="That is all.")

    assert texts(desk, CONCLUSIONS) == ["It was well said.", "All was said.", "That is all."]


def test_a_hundred_paragraphs_before_the_same_one_keep_their_order(desk):
    last = desk.do("add_paragraph", section=CONCLUSIONS, text="last").id
    for number in range(100):
        desk.do("add_paragraph", section=CONCLUSIONS, text=str(number), before=last)

    assert texts(desk, CONCLUSIONS) == [*map(str, range(100)), "last"]
    assert folded(desk) == tables_of(desk)


def test_a_note_in_hand_stands_where_it_was_put_and_nowhere_else(desk, noted):
    panel = desk.view().panel
    desk.do("add_paragraph", section=CONCLUSIONS, notes=(noted["fund"],))
    found = report(desk)

    assert [s.stated for s in found.sections if s.key == f"panel/{panel.id}/other"] == [()]
    (told,) = section(desk, CONCLUSIONS).stated
    assert (told.statement, told.point.text, told.voices) == (Statement.POINT, "A fund is missing.", 1)
    with pytest.raises(SourceInSection):
        desk.do("add_paragraph", section=CONCLUSIONS, notes=(noted["fund"],))


def test_a_recommendation_in_hand_has_the_number_of_its_paragraph(desk, noted):
    desk.do("add_paragraph", section=CONCLUSIONS, text="So be it.")
    desk.do("add_paragraph", section=CONCLUSIONS, recommendation=noted["asked"])
    found = report(desk)

    (told,) = (i for i in found.items if isinstance(i, Stated) and i.recommendation)
    assert (told.text, told.recommendation.number) == ("Publish the register.", "R-P1-01")
    assert final_numbers(found) == {noted["asked"]: told.number}
    assert found.left_out == ()


def test_what_is_protected_never_enters_the_report(desk, noted):
    with pytest.raises(SourceProtected):
        desk.do("add_paragraph", section=CONCLUSIONS, notes=(noted["threat"],))
    secret = desk.do("make_recommendation", text="Protect them.", notes=(noted["threat"],)).id
    with pytest.raises(SourceProtected):
        desk.do("add_paragraph", section=CONCLUSIONS, recommendation=secret)

    assert desk.reading.paragraphs() == ()


def test_a_paragraph_whose_note_becomes_protected_is_held_back(desk, noted):
    desk.do("add_paragraph", section=CONCLUSIONS, text="As we heard: a fund.", notes=(noted["fund"],))
    before = (texts(desk, CONCLUSIONS), report(desk).held_back)
    seen = desk.reading.note(noted["fund"])
    desk.do("revise_note", note=seen.id, text=seen.text, base=seen.revision, kind=NoteKind.PROTECTION)

    assert before == (["As we heard: a fund."], 0)
    assert (texts(desk, CONCLUSIONS), report(desk).held_back) == ([], 1)


def test_each_language_has_its_text_and_a_translation_knows_what_it_was_made_from(desk):
    made = desk.do("add_paragraph", section=CONCLUSIONS, text="All was said.").id
    desk.do("revise_paragraph", paragraph=made, text="Tout a été dit.", language="fr")
    (fresh,) = desk.reading.paragraphs()
    desk.do("revise_paragraph", paragraph=made, text="Nearly all was said.")
    (stale,) = desk.reading.paragraphs()

    assert {code: r.text for code, r in stale.texts.items()} == {
        "en": "Nearly all was said.",
        "fr": "Tout a été dit.",
    }
    assert (fresh.behind("fr"), stale.behind("fr"), stale.behind("en")) == (False, True, False)


def test_a_text_that_somebody_else_changed_is_not_written_over(desk):
    made = desk.do("add_paragraph", section=CONCLUSIONS, text="One.").id
    (seen,) = desk.reading.paragraphs()
    base = seen.texts["en"].revision
    desk.do("revise_paragraph", paragraph=made, text="Two.", base=base)

    with pytest.raises(StaleText) as told:
        desk.do("revise_paragraph", paragraph=made, text="Three.", base=base)
    assert (told.value.details, texts(desk, CONCLUSIONS)) == ({"text": "Two."}, ["Two."])


def test_without_a_text_it_reads_as_its_source_and_without_either_it_cannot_be(desk, noted):
    sourced = desk.do("add_paragraph", section=CONCLUSIONS, text="Own words.", notes=(noted["fund"],)).id
    desk.do("revise_paragraph", paragraph=sourced, text="")
    plain = desk.do("add_paragraph", section=CONCLUSIONS, text="Plain.").id

    assert [item.own_text or item.point.text for item in section(desk, CONCLUSIONS).stated] == [
        "A fund is missing.",
        "Plain.",
    ]
    with pytest.raises(NotUnderstood):
        desk.do("revise_paragraph", paragraph=plain, text=" ")
    with pytest.raises(NotUnderstood):
        desk.do("add_paragraph", section=CONCLUSIONS)


def test_a_paragraph_moves_within_its_section_and_to_another(desk):
    one, two = (desk.do("add_paragraph", section=CONCLUSIONS, text=text).id for text in ("One", "Two"))
    desk.do("move_paragraph", paragraph=two, before=one)
    turned = in_hand(desk, CONCLUSIONS)
    desk.do("move_paragraph", paragraph=one, section=INTRODUCTION)

    assert (turned, in_hand(desk, CONCLUSIONS), in_hand(desk, INTRODUCTION)[-1]) == ([two, one], [two], one)
    assert [item.statement for item in section(desk, INTRODUCTION).stated] == [
        Statement.ACCOUNT,
        Statement.WRITTEN,
    ]


def test_a_final_paragraph_is_not_touched_and_a_revised_one_is_a_draft_again(desk):
    made = desk.do("add_paragraph", section=CONCLUSIONS, text="One.").id
    desk.do("mark_paragraph", paragraph=made, progress=Progress.REVIEWED)
    desk.do("revise_paragraph", paragraph=made, text="Two.")
    drafted_again = desk.reading.paragraphs()[0].progress
    desk.do("mark_paragraph", paragraph=made, progress=Progress.FINAL)

    assert drafted_again is Progress.DRAFT
    for act, more in (
        ("revise_paragraph", {"text": "Three."}),
        ("move_paragraph", {}),
        ("remove_paragraph", {}),
        ("source_paragraph", {"notes": ()}),
    ):
        with pytest.raises(ParagraphFinal):
            desk.do(act, paragraph=made, **more)
    with pytest.raises(ParagraphFinal):
        desk.do("release_section", section=CONCLUSIONS)


def test_every_act_is_taken_back_and_brought_back(desk, noted):
    states = [tables_of(desk)]
    made = desk.do("add_paragraph", section=INTRODUCTION, text="One.").id
    states.append(tables_of(desk))
    for act, more in (
        ("revise_paragraph", {"text": "Un.", "language": "fr"}),
        ("mark_paragraph", {"progress": Progress.REVIEWED}),
        ("source_paragraph", {"notes": (noted["fund"],)}),
        ("move_paragraph", {"section": CONCLUSIONS}),
        ("remove_paragraph", {}),
    ):
        desk.do(act, paragraph=made, **more)
        states.append(tables_of(desk))
    desk.do("release_section", section=INTRODUCTION)
    states.append(tables_of(desk))

    for state in states[-2::-1]:
        desk.do("undo", desk="secretariat")
        assert tables_of(desk) == state
    for state in states[1:]:
        desk.do("redo", desk="secretariat")
        assert tables_of(desk) == state
    assert folded(desk) == tables_of(desk)


def test_a_section_released_says_again_what_the_workshop_gives(desk, noted):
    before = report(desk).items
    desk.do("add_paragraph", section=INTRODUCTION, text="One.")
    desk.do("release_section", section=INTRODUCTION)

    assert report(desk).items == before


def test_nothing_is_put_where_there_is_no_place(desk):
    made = desk.do("add_paragraph", section=CONCLUSIONS, text="One.").id
    for act, arguments in (
        ("draft_section", {"section": "annex"}),
        ("add_paragraph", {"section": "panel/nobody", "text": "x"}),
        ("add_paragraph", {"section": CONCLUSIONS, "text": "x", "before": "nobody"}),
        ("add_paragraph", {"section": CONCLUSIONS, "text": "x", "language": "tlh"}),
        ("add_paragraph", {"section": CONCLUSIONS, "notes": ("nobody",)}),
        ("add_paragraph", {"section": CONCLUSIONS, "recommendation": "nobody"}),
        ("move_paragraph", {"paragraph": made, "before": "nobody"}),
        ("revise_paragraph", {"paragraph": "nobody", "text": "x"}),
    ):
        with pytest.raises(UnknownReference):
            desk.do(act, **arguments)
    assert texts(desk, CONCLUSIONS) == ["One."]


def test_another_program_is_told_the_whole_structure(desk, noted):
    made = desk.do("add_paragraph", section=CONCLUSIONS, text="All was said.").id
    desk.do("revise_paragraph", paragraph=made, text="Tout a été dit.", language="fr")
    told = report_now(desk)
    by_key = {each["section"]: each for each in told["sections"]}

    assert list(by_key)[:3] == ["summary", "introduction", "organization"]
    (told_of_it,) = by_key["conclusions"]["paragraphs"]
    assert {name: told_of_it[name] for name in ("paragraph", "progress", "text", "notes")} == {
        "paragraph": made,
        "progress": "draft",
        "text": "All was said.",
        "notes": [],
    }
    assert {code: text["text"] for code, text in told_of_it["texts"].items()} == {
        "en": "All was said.",
        "fr": "Tout a été dit.",
    }
    assert [p["recommendation"] for p in by_key["recommendations/States"]["paragraphs"]] == [noted["asked"]]


def test_what_reads_only_as_its_notes_do_keeps_one_and_lists_several_of_a_kind(desk, noted):
    made = desk.do("add_paragraph", section=CONCLUSIONS, notes=(noted["fund"],)).id
    more = desk.do("write_note", text="A second fund", kind=desk.note(noted["fund"]).kind).id
    desk.do("source_paragraph", paragraph=made, notes=(noted["fund"], more))
    several = desk.reading.paragraphs()[0].statement
    desk.do("source_paragraph", paragraph=made, notes=(more,))
    one = desk.reading.paragraphs()[0].statement
    with pytest.raises(NotUnderstood):
        desk.do("source_paragraph", paragraph=made, notes=())

    assert (several, one) == (Statement.POINTS.value, Statement.POINT.value)
