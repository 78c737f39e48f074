"""What a report's pages have besides running text: a starred note, hairs, a lead that stays with its list."""

import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import docx
import pytest

from facilitator.documents.blocks import (
    Heading,
    Numbered,
    Paragraph,
    Role,
    Rule,
    Run,
    SubParagraph,
    Table,
    TableColumn,
    words,
)
from facilitator.documents.flow import Line, Row
from facilitator.documents.grid import NUMBER_AT_PT, UPRIGHT
from facilitator.documents.layout import Layout
from facilitator.documents.office.docx import write_docx
from facilitator.documents.office.docx.runs import stretches
from facilitator.documents.setting import Setter
from facilitator.documents.styles import roles
from facilitator.documents.typeset import Typesetter
from facilitator.language.direction import ltr
from facilitator.language.numerals import annex_numeral
from facilitator.language.speech import LANGUAGES, language_for
from tests.documents.office.test_docx import W
from tests.documents.test_printing import BOTH, MOMENT, numbered, pages_with, printed, report

ANNEXES = {
    "ar": ["الأول", "الثاني", "الثالث"],
    "en": ["I", "II", "III"],
    "es": ["I", "II", "III"],
    "fr": ["I", "II", "III"],
    "ru": ["I", "II", "III"],
    "zh": ["一", "二", "三"],
}


def items(code, *blocks):
    layout = Layout(Setter(Typesetter()), roles, language_for(code))
    return layout, list(layout.items(report(code, *blocks)))


@BOTH
def test_a_starred_note_has_an_asterisk_and_the_others_count_without_it(code):
    blocks = (
        Paragraph((Run("The author", note="As received.", starred=True),), Role.SUBTITLE),
        Numbered((Run("Said.", note="First."), Run(" Said again.", note="Second.")), 1),
    )
    layout, _ = items(code, *blocks)

    marks = {"en": ["*", "1", "2"], "ar": ["*", "(1)", "(2)"]}[code]
    words_of = [note.text.words for note in layout.notes.values()]
    widths = [note.number.block.width_pt for note in layout.notes.values()]
    lines = [layout._setter.line(mark, roles(language_for(code)).note).width_pt for mark in marks]
    assert words_of == ["As received.", "First.", "Second."]
    assert widths == pytest.approx(lines)


@BOTH
def test_a_sentence_that_leads_to_a_list_never_stands_last_on_a_page(tmp_path, code):
    for before in range(12, 22):
        lead = (Numbered(words("LEAD to these:"), 99), SubParagraph(words("FIRST of them."), 1))
        reader = printed(tmp_path, code, *numbered(code, before, 2), *lead)
        (_, of_lead), (_, of_first) = pages_with(reader, "LEAD|FIRST")
        assert of_lead == of_first


def test_hairs_part_the_groups_and_open_the_headings_that_ask_for_it():
    _, found = items(
        "en", Rule(), Paragraph(words("a"), Role.PARTICIPANT), Heading(words("b"), 3, 1, ruled=True)
    )

    wide = UPRIGHT.type_width
    assert [type(item) for item in found] == [Line, Row, Line, Row]
    lines = [(item.start, item.length) for item in found if isinstance(item, Line)]
    assert lines == [(0.0, wide), (NUMBER_AT_PT, wide - NUMBER_AT_PT)]
    assert [item.keeps_next for item in found if isinstance(item, Line)] == [True, True]


@pytest.mark.parametrize("code", LANGUAGES)
def test_annexes_are_told_apart_as_each_language_does(code):
    assert [annex_numeral(code, number) for number in (1, 2, 3)] == ANNEXES[code]


@BOTH
def test_a_starred_note_is_not_counted_in_a_text_to_be_edited_either(tmp_path, code):
    author = Paragraph((Run("The author", note="As received.", starred=True),), Role.SUBTITLE)
    said = Numbered((Run("Said.", note="First."),), 1)
    write_docx(report(code, author, said), language_for(code), tmp_path / "t.docx", moment=MOMENT)
    with zipfile.ZipFile(tmp_path / "t.docx") as package:
        root, notes = (
            ET.fromstring(package.read(f"word/{name}.xml"))  # noqa: S314 - we wrote it
            for name in ("document", "footnotes")
        )
    own = [mark.get(f"{W}customMarkFollows") for mark in root.iter(f"{W}footnoteReference")]
    signs = [sum(1 for _ in note.iter(f"{W}footnoteRef")) for note in notes.iter(f"{W}footnote")]

    assert (own, signs) == (["1", None], [0, 0, 0, 1])


def test_symbols_in_a_row_follow_each_other_as_the_line_runs():
    text = f"القرارات {ltr('A/HRC/RES/6/20')}، {ltr('A/HRC/RES/12/15')}."

    assert [(each.text, each.rtl) for each in stretches(text, rtl=True)] == [
        ("القرارات ", True),
        ("A/HRC/RES/6/20\u200e", False),
        ("\u200f، ", True),
        ("A/HRC/RES/12/15\u200e", False),
        (".", True),
    ]


@BOTH
def test_the_title_of_a_report_stands_below_its_masthead_and_the_name_beside_the_distribution(tmp_path, code):
    columns = (TableColumn("", 110), TableColumn("", 56))
    rows = ((words("The body"), words("Distr.: General")), ((), words("Original: English")))
    masthead = Table(columns, rows, rules=False, role=Role.MASTHEAD)
    title = Paragraph(words("The title"), Role.TITLE)
    whole = replace(report(code, masthead, title), facing=True)
    write_docx(whole, language_for(code), tmp_path / "t.docx", moment=MOMENT)
    read = docx.Document(tmp_path / "t.docx")
    first, second = (row.cells[0] for row in read.tables[0].rows)

    assert (first.text, first._tc is second._tc) == ("The body", True)
    assert first.paragraphs[0].style.name == "Masthead name"
    assert [p.style.name for p in read.paragraphs if p.text == "The title"] == ["Report title"]
