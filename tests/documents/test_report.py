"""The report in words: footnotes, masthead, annexes, length, and what is told to the secretariat."""

import pytest

from facilitator.documents.blocks import (
    Document,
    Heading,
    Numbered,
    Paragraph,
    Role,
    Run,
    SubParagraph,
    Table,
    TableColumn,
    words,
)
from facilitator.documents.report_blocks import report_document, with_notes
from facilitator.documents.report_findings import all_findings, told, word_count
from facilitator.domain.attribution import Level
from facilitator.domain.drafting import draft
from facilitator.domain.people import Category, CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import Panel, PanelId, Workshop
from facilitator.domain.renderings import InLanguages, Rendering
from facilitator.domain.report import BUDGET, Background
from facilitator.domain.report_lint import Rule
from facilitator.domain.view import View
from facilitator.language.direction import bare
from facilitator.language.speech import LANGUAGES, language_for

BEGAN = 1_571_646_600_000
NOW = BEGAN + 3_600_000
WRITTEN = {
    "symbol": "A/HRC/43/1",
    "session": "Forty-third session",
    "items": "2 and 3",
    "author": "Report of the Office",
    "note": "As received.",
    "summary": "One.\nTwo.",
}


def in_english(written):
    return {name: InLanguages("en", {"en": Rendering(text)}) for name, text in written.items() if text}


def report(written=WRITTEN, level=Level.QUANTITY):
    category = Category(CategoryKey("GOV"), "States", 1)
    people = {
        ParticipantId(n): Participant(ParticipantId(n), n, category.key, f"Body of {n}")
        for n in ("b", "a", "c")
    }
    view = View(
        Workshop("A workshop", "en", "Europe/Zurich", place="Geneva"),
        categories=(category,),
        people=people,
        panel=Panel(PanelId("p"), 1, "Remedies", BEGAN, NOW, NOW),
    )
    known = Background(resolutions=("A/HRC/RES/34/17",), earlier=(("2016", "A/HRC/34/23"),))
    return draft([view], known, in_english(written), level, NOW)


def texts(document, kind, role=None):
    return [
        bare("".join(run.text for run in block.text))
        for block in document.blocks
        if isinstance(block, kind) and (role is None or block.role is role)
    ]


def test_the_masthead_holds_the_fields_and_an_empty_one_shows_its_place():
    full = report_document(report(), language_for("en"))
    empty = report_document(report({}), language_for("en"))

    assert texts(full, Paragraph, Role.MASTHEAD) == [
        "Human Rights Council",
        "Forty-third session",
        "Agenda items 2 and 3",
    ]
    assert texts(full, Paragraph, Role.BOXED) == ["One.", "Two."]
    (subtitle,) = [b for b in full.blocks if isinstance(b, Paragraph) and b.role is Role.SUBTITLE]
    assert [run.note for run in subtitle.text] == ["As received."]
    assert [bare(each.head) for each in (full, empty)] == ["A/HRC/43/1", "A/HRC/…"]
    symbols = [bare(block.rows[0][1][0].text) for block in (full.blocks[0], empty.blocks[0])]
    assert symbols == ["A/HRC/43/1", "A/HRC/…"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_the_same_headings_and_numbers(code):
    model = report_document(report(), language_for("en"))
    document = report_document(report(), language_for(code))

    def shape(of):
        return [
            (type(b), getattr(b, "level", 0), getattr(b, "numeral", None), getattr(b, "number", 0))
            for b in of.blocks
        ]

    assert [each for each in shape(document) if each[0] is not Table] == [
        each for each in shape(model) if each[0] is not Table
    ]


def test_annexes_name_bodies_by_the_alphabet_unless_nobody_is_named():
    named = report_document(report(), language_for("en"))
    unnamed = report_document(report(level=Level.IMPERSONAL), language_for("en"))

    annexes = [text for text in texts(named, Heading) if text.startswith("Annex")]
    assert annexes == ["Annex I: Programme", "Annex II: List of participants", "Annex III: Documents"]
    assert texts(named, Paragraph, Role.PARTICIPANT) == [
        "Body of a",
        "Body of b",
        "Body of c",
        "A/HRC/RES/34/17",
        "A/HRC/34/23",
    ]
    assert texts(unnamed, Paragraph, Role.PARTICIPANT) == ["A/HRC/RES/34/17", "A/HRC/34/23"]
    assert texts(unnamed, Paragraph, Role.SECOND_LABEL) == texts(named, Paragraph, Role.SECOND_LABEL)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Plain.", (Run("Plain."),)),
        ("One.[^See 1.] Two.", (Run("One.", note="See 1."), Run(" Two."))),
        ("One. [^See 1.][^See 2.]", (Run("One.", note="See 1."), Run("", note="See 2."))),
        ("[not a note]", (Run("[not a note]"),)),
        ("", ()),
    ],
)
def test_a_footnote_stands_in_the_text_where_its_mark_will_be(text, runs):
    assert with_notes(text) == runs


def test_words_are_counted_in_headings_notes_tables_and_chinese():
    blocks = (
        Heading(words("Two words"), 1),
        Numbered((Run("A/HRC/34/17 is one.", note="Note of four words"),), 1),
        SubParagraph(words("人权理事会 2019"), 1),
        Table((TableColumn("n", 10),), ((words("cell"),),)),
    )

    assert word_count(Document("T", "S", "A", blocks)) == 2 + 3 + 4 + 6 + 1


def test_a_report_over_its_budget_is_found_and_told():
    long = {**WRITTEN, "introduction": "word " * (BUDGET + 1)}
    found = report(long)
    document = report_document(found, language_for("en"))
    (over,) = [f for f in all_findings(found, document, language_for("en")) if f.rule is Rule.OVER_BUDGET]

    assert over.n == word_count(document)
    assert (
        bare(told(over, language_for("en")))
        == f"The report has {over.n:,} words, more than the 8,500 allowed."
    )
