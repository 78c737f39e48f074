"""The report's structure: its numbers, its chapters, what is left out, and what a reader would mark."""

from dataclasses import replace

import pytest

from facilitator.domain.attribution import Counted, Level, Quantity
from facilitator.domain.drafting import draft
from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.notes import Note, NoteId, NoteKind, RecommendationId, RevisionId
from facilitator.domain.people import Category, CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import Panel, PanelId, PanelState, Question, QuestionId, Workshop
from facilitator.domain.protection import Ceilings
from facilitator.domain.recommendation import Recommendation
from facilitator.domain.renderings import InLanguages, Rendering
from facilitator.domain.report import Background, Head, Stated, Statement, Title, paragraphs
from facilitator.domain.report_lint import Finding, Rule, findings
from facilitator.domain.timing import MINUTE, Clock
from facilitator.domain.view import View

BEGAN = 1_571_646_600_000
NOW = BEGAN + 90 * MINUTE
STATES, GROUPS = Category(CategoryKey("GOV"), "States", 1), Category(CategoryKey("NGO"), "Civil society", 2)
ASKED = (Question(QuestionId("q1"), 1, "First?", "First"), Question(QuestionId("q2"), 2, "Second?", "Second"))
WRITTEN = {
    "symbol": "A/HRC/43/1",
    "session": "Forty-third",
    "items": "2",
    "author": "Office",
    "summary": "All.",
}
KNOWN = Background(
    addressees=("States", "Office"), objectives=("Meet", "Agree"), resolutions=("A/HRC/RES/34/17",)
)
CLAIMS = {"several participants": Quantity.SEVERAL, "some participants": Quantity.SOME}


def view(*notes, recommendations=(), panel="p1", number=1):
    people = {
        ParticipantId(f"s{n}"): Participant(ParticipantId(f"s{n}"), f"S{n}", c.key, f"Body {n}", "africa")
        for n, c in enumerate((STATES, STATES, STATES, GROUPS))
    }
    turns = tuple(
        Intervention(
            InterventionId(f"i{n}"),
            who.id,
            who.category,
            Clock(BEGAN + n * MINUTE, MINUTE, ended=BEGAN + (n + 1) * MINUTE),
        )
        for n, who in enumerate(people.values())
    )
    where = PanelId(panel)
    return View(
        Workshop("A workshop", "en", "Europe/Zurich", aim="Meet"),
        categories=(STATES, GROUPS),
        people=people,
        panel=Panel(where, number, f"Panel {panel}", BEGAN, NOW, NOW, questions=ASKED),
        floor=Floor(where, PanelState.CLOSED, opened_at=BEGAN, closed_at=NOW, interventions=turns),
        notes=tuple(replace(note, panel=where) for note in notes),
        recommendations=recommendations,
    )


def note(id_, text, kind=NoteKind.POINT, *, question=None, turn="i0"):
    return Note(
        NoteId(id_),
        PanelId("p1"),
        kind,
        text,
        BEGAN + MINUTE,
        RevisionId("r"),
        intervention=InterventionId(turn),
        question=None if question is None else QuestionId(question),
    )


def recommendation(number, text, *notes, to=()):
    return Recommendation(
        RecommendationId(f"r{number}"), PanelId("p1"), number, text, to, tuple(map(NoteId, notes))
    )


def in_english(written):
    return {name: InLanguages("en", {"en": Rendering(text)}) for name, text in written.items() if text}


def drafted(*views, written=WRITTEN, known=KNOWN, level=Level.QUANTITY):
    return draft(views, known, in_english(written), level, NOW)


def stated(report):
    return [item for item in report.items if isinstance(item, Stated)]


def heads(report):
    return [
        (
            item.level,
            item.numeral,
            getattr(item.title, "title", item.title) if isinstance(item.title, Panel) else item.title,
        )
        for item in report.items
        if isinstance(item, Head)
    ]


def test_paragraphs_are_counted_through_and_headings_anew_in_each_chapter():
    found = drafted(
        view(note("a", "One.", question="q1"), note("b", "Two.", question="q2")),
        view(note("c", "Three.", question="q1"), note("d", "Four."), panel="p2", number=2),
        written={**WRITTEN, "conclusions": "It is so.\nIt remains so."},
    )

    assert [item.number for item in stated(found)] == list(range(1, len(stated(found)) + 1))
    assert heads(found) == [
        (1, 1, Title.INTRODUCTION),
        (1, 2, Title.ORGANIZATION),
        (1, 3, "Panel p1"),
        (2, 1, ASKED[0]),
        (2, 2, ASKED[1]),
        (1, 4, "Panel p2"),
        (2, 1, ASKED[0]),
        (2, 2, Title.OTHER_POINTS),
        (1, 5, Title.OUTCOME),
        (2, 1, Title.CONCLUSIONS),
    ]


def test_what_is_of_one_kind_is_one_paragraph_with_parts():
    found = drafted(
        view(
            note("a", "A register.", NoteKind.GOOD_PRACTICE),
            note("b", "A fund.", NoteKind.GOOD_PRACTICE),
            note("c", "Too late.", NoteKind.CHALLENGE),
        )
    )

    told = [s for s in stated(found) if s.statement in (Statement.POINT, Statement.POINTS)]
    assert [(s.statement, [p.text for p in s.parts], s.point and s.point.text) for s in told] == [
        (Statement.POINTS, ["A register.", "A fund."], None),
        (Statement.POINT, [], "Too late."),
    ]


def test_the_same_words_of_several_voices_are_one_point_that_counts_them():
    same = [note(f"n{n}", "More time is needed.", turn=f"i{n}") for n in range(3)]
    (told,) = [s.point for s in stated(drafted(view(*same))) if s.statement is Statement.POINT]

    assert (told.text, told.voices) == ("More time is needed.", 3)
    assert told.attribution == Counted(Quantity.MOST, 3, 1)


def test_recommendations_stand_by_addressee_in_the_order_of_the_workshop():
    found = drafted(
        view(
            note("a", "x"),
            recommendations=(
                recommendation(1, "Report.", "a", to=("Office",)),
                recommendation(2, "Fund.", "a", to=("States", "Office")),
                recommendation(3, "Meet.", "a"),
            ),
        ),
        written={**WRITTEN, "conclusions": "So."},
    )

    assert heads(found)[-4:] == [
        (2, 2, Title.RECOMMENDATIONS),
        (3, 1, "States"),
        (3, 2, "Office"),
        (3, 3, ""),
    ]
    assert [s.text for s in stated(found) if s.statement is Statement.RECOMMENDATION] == [
        "Fund.",
        "Report.",
        "Meet.",
    ]


def test_one_addressee_in_other_words_has_one_heading():
    asked = ("STATES", "Ministries", "states ", "ministries", "Office")
    of_it = tuple(recommendation(n, f"{n}.", "a", to=(to,)) for n, to in enumerate(asked, 1))
    found = drafted(view(note("a", "x"), recommendations=of_it))

    assert [title for level, _, title in heads(found) if level == 2][-3:] == [
        "States",
        "Office",
        "Ministries",
    ]
    assert [s.text for s in stated(found) if s.statement is Statement.RECOMMENDATION] == [
        *("1.", "3.", "5.", "2.", "4."),
    ]


@pytest.mark.parametrize("kind", [NoteKind.PROTECTION, NoteKind.MEMO, NoteKind.PROCEDURE, NoteKind.FOLLOW_UP])
def test_what_stays_with_the_team_is_not_in_it(kind):
    secret = note("a", "Zzyzx", kind)
    found = drafted(view(secret, recommendations=(recommendation(1, "Zzyzx", "a"),)))

    kept = kind in (NoteKind.PROTECTION, NoteKind.MEMO)
    assert "Zzyzx" not in repr([s for s in stated(found) if s.statement is not Statement.RECOMMENDATION])
    assert (found.held_back, sum(s.statement is Statement.RECOMMENDATION for s in stated(found))) == (
        kept,
        not kept,
    )


def test_nothing_said_is_reported_where_it_is_suppressed():
    found = drafted(view(note("a", "Zzyzx")), level=Level.SUPPRESSED)

    assert "Zzyzx" not in repr(found.items)


def test_a_workshop_without_panels_has_a_report():
    found = drafted(known=Background())

    assert [s.statement for s in stated(found)] == [
        Statement.ACCOUNT, Statement.PANELS, Statement.ATTRIBUTION,
    ]  # fmt: skip


@pytest.mark.parametrize(("panel", "told"), [(Level.NAME, 1), (Level.IMPERSONAL, 0)])
def test_how_many_were_registered_is_told_only_where_it_may_be_told_who_was_there(panel, told):
    found = drafted(replace(view(note("a", "x")), ceilings=Ceilings(panel)))

    assert [s.statement for s in stated(found)].count(Statement.PARTICIPANTS) == told
    assert bool(found.people) is bool(told)


def test_lines_of_a_text_are_its_paragraphs():
    assert paragraphs(" One. \n\n Two.\n") == ["One.", "Two."]


def number_of(report, text):
    return next(s.number for s in stated(report) if text in (s.text, s.point and s.point.text))


@pytest.mark.parametrize(
    ("text", "rule", "subject", "n"),
    [
        ("See HRC/RES/34/17.", Rule.SYMBOL, "HRC/RES/34/17", 0),
        ("See A / HRC/34.", Rule.SYMBOL, "A / HRC", 0),
        ("Several participants agreed.", Rule.QUANTIFIER, "several participants", 1),
    ],
)
def test_a_point_that_a_reader_would_mark_is_found(text, rule, subject, n):
    found = drafted(view(note("a", text)))

    assert findings(found, CLAIMS) == (Finding(rule, number_of(found, text), subject, n),)


def test_a_point_in_good_form_is_not_marked():
    text = "Some participants cited A/HRC/RES/34/17 (A/CONF.189/12)."
    found = drafted(view(note("a", text, turn="i0"), note("b", text, turn="i3")))

    assert findings(found, CLAIMS) == ()


def test_a_recommendation_that_rests_on_one_category_is_found():
    one, two = note("a", "x", turn="i0"), note("b", "y", turn="i3")
    found = drafted(
        view(
            one,
            two,
            recommendations=(recommendation(1, "Narrow.", "a"), recommendation(2, "Broad.", "a", "b")),
        )
    )

    assert findings(found, CLAIMS) == (Finding(Rule.ONE_CATEGORY, number_of(found, "Narrow."), "R-P1-01"),)


def test_a_quotation_that_nobody_agreed_to_have_published_is_found():
    quotation = note("a", "We were never asked.", NoteKind.QUOTATION)
    found = drafted(view(quotation, note("b", "They spoke of it.")))
    number = number_of(found, quotation.text)

    assert findings(replace(found, unagreed=frozenset({quotation.id})), CLAIMS) == (
        Finding(Rule.UNAGREED, number),
    )
    assert findings(found, CLAIMS) == ()


def test_a_part_with_a_semicolon_inside_is_found_and_one_at_its_end_is_not():
    found = drafted(
        view(
            note("a", "Meet; agree", NoteKind.LESSON),
            note("b", "Meet", NoteKind.LESSON),
            note("c", "Fund;", NoteKind.CHALLENGE),
            note("d", "Wait", NoteKind.CHALLENGE),
        )
    )
    (lessons,) = [s.number for s in stated(found) if s.kind is NoteKind.LESSON]

    assert findings(found, CLAIMS) == (Finding(Rule.SEMICOLON, lessons),)


def test_an_a_without_a_b_and_an_empty_field_are_found():
    found = drafted(view(), written={**WRITTEN, "conclusions": "So.", "symbol": " "})

    assert findings(found, CLAIMS) == (
        Finding(Rule.EMPTY_FIELD, subject="symbol"),
        Finding(Rule.LONE_HEADING, number_of(found, "So.")),
    )
