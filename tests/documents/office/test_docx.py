"""Texts that a secretary edits: reopened by a second program, by structure, and laid out by a third."""

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pypdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.units import mm

from facilitator.documents.blocks import (
    Bars,
    Contents,
    Document,
    Heading,
    Numbered,
    PageBreak,
    Paragraph,
    Role,
    Run,
    SubParagraph,
    Table,
    TableColumn,
    words,
)
from facilitator.documents.office.docx import write_docx
from facilitator.documents.office.docx.runs import stretches
from facilitator.documents.printing import pages_of_headings, print_document
from facilitator.documents.setting import Setter
from facilitator.documents.styles import roles
from facilitator.documents.typeset import Typesetter
from facilitator.language.direction import bare, isolate, ltr
from facilitator.language.numerals import heading_numeral, paragraph_numeral, sub_numeral
from facilitator.language.speech import LANGUAGES, language_for

MOMENT = 1_571_646_600_000
APART_PT = 3 * mm
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BLNS = Path(__file__).parents[4] / "shared" / "data" / "texts" / "blns.txt"
OFFICE = shutil.which("soffice")
TEXT = {
    "en": (
        "Introduction",
        "The Council adopted resolution 34/17.",
        "See A/HRC/34/23.",
        "Name a body",
        "Fund it",
    ),
    "ar": ("مقدمة", "اعتمد المجلس القرار 34/17.", "انظر الوثيقة A/HRC/34/23.", "تسمية هيئة", "تمويلها"),
}
BOTH = pytest.mark.parametrize("code", ["en", "ar"])


def document(code):
    title, sentence, note, part, other = TEXT[code]
    return Document(
        title,
        "Report",
        "Secretariat",
        (
            Paragraph(words(title), Role.TITLE),
            Contents("Contents"),
            PageBreak(),
            Heading(words(title), 1, 1),
            Heading(words(part), 2, 1),
            Numbered((Run(sentence, note=note),), 1),
            Numbered(words(sentence), 2, recommendation=True),
            SubParagraph(words(part), 1, recommendation=True),
            SubParagraph(words(other), 2, recommendation=True),
            Numbered(words(sentence), 3),
            SubParagraph(words(part), 1),
            Heading(words(other), 1, 2),
            Table(
                (TableColumn(title, 40), TableColumn("n", 20, figures=True)),
                ((words(part), words("12")), (words(other), words("3"))),
                "What the table shows",
            ),
            Bars((part, other), (("Time", (0.5, 0.5)), ("Room", (0.3, 0.7))), "Half each"),
        ),
        head=title,
        foot="Draft",
    )


@pytest.fixture
def made(tmp_path, code):
    target = tmp_path / "t.docx"
    write_docx(document(code), language_for(code), target, moment=MOMENT)
    return target


def part(path, name):
    with zipfile.ZipFile(path) as package:
        return ET.fromstring(package.read(name))  # noqa: S314 - we wrote it


def paragraphs(root):
    return list(root.iter(f"{W}p"))


@BOTH
def test_a_second_program_reads_it_in_order_with_its_styles(made, code):
    title, sentence, _, part_, other = TEXT[code]
    read = docx.Document(made)

    assert [(p.style.name, p.text.replace("\u200e", "")) for p in read.paragraphs if p.text.strip()] == [
        ("Title", title),
        ("TOC Heading", "Contents"),
        ("toc 1", f"{heading_numeral(code, 1, 1)} {title}\t2"),
        ("toc 2", f"{heading_numeral(code, 2, 1)} {part_}\t2"),
        ("toc 1", f"{heading_numeral(code, 1, 2)} {other}\t2"),
        ("Heading 1", title),
        ("Heading 2", part_),
        ("Numbered paragraph", sentence),
        ("Recommendation", sentence),
        ("Sub-recommendation", part_),
        ("Sub-recommendation", other),
        ("Numbered paragraph", sentence),
        ("Sub-paragraph", part_),
        ("Heading 1", other),
    ]
    assert [[cell.text for cell in row.cells] for row in read.tables[0].rows] == [
        [title, "n"],
        [part_, "12"],
        [other, "3"],
    ]
    assert (read.core_properties.title, read.core_properties.author) == (title, "Secretariat")


@BOTH
def test_numbers_are_lists_and_parts_begin_anew(made, code):
    root = part(made, "word/document.xml")
    lists = [
        (p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val"))
        for p in paragraphs(root)
        if p.find(f"{W}pPr/{W}numPr") is not None
    ]
    parts = [number for style, number in lists if style.startswith("Sub")]

    assert [number for style, number in lists if style in ("NumberedParagraph", "Recommendation")] == [
        "2"
    ] * 3
    assert (parts[0] == parts[1], parts[1] == parts[2]) == (True, False)
    numbering = part(made, "word/numbering.xml")
    known = {num.get(f"{W}numId") for num in numbering.iter(f"{W}num")}
    assert {number for _, number in lists} <= known
    defined = [each.get(f"{W}abstractNumId") for each in numbering.iter(f"{W}abstractNum")]
    assert len(defined) == len(set(defined))
    levels = {each.get(f"{W}val") for each in numbering.iter(f"{W}lvlText")}
    assert levels >= (
        {"أولاً-", "ثانياً-", "ألف-", "%1-", "(%1)"} if code == "ar" else {"%1.", "%2.", "%3.", "(%1)"}
    )


@BOTH
def test_a_footnote_is_one(made, code):
    root, notes = part(made, "word/document.xml"), part(made, "word/footnotes.xml")
    references = [r.get(f"{W}id") for r in root.iter(f"{W}footnoteReference")]

    texts = {
        n.get(f"{W}id"): "".join(t.text for t in n.iter(f"{W}t")).replace("\u200e", "")
        for n in notes.iter(f"{W}footnote")
    }
    assert (references, texts) == (["1"], {"-1": "", "0": "", "1": TEXT[code][2]})


def test_arabic_runs_from_right_to_left_in_every_paragraph_table_and_section(tmp_path):
    target = tmp_path / "t.docx"
    write_docx(document("ar"), language_for("ar"), target, moment=MOMENT)
    root = part(target, "word/document.xml")

    figures = {"Figure", "TableFigure", "TableFigureHead"}
    without = [
        p.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        for p in paragraphs(root)
        if p.find(f"{W}pPr/{W}bidi") is None and p.find(f"{W}pPr/{W}pStyle") is not None
    ]
    assert set(without) <= figures
    assert [t.find(f"{W}tblPr/{W}bidiVisual") is not None for t in root.iter(f"{W}tbl")] == [True]
    assert root.find(f"{W}body/{W}sectPr/{W}bidi") is not None
    arabic = re.compile("[\u0600-\u06ff]")
    for run in root.iter(f"{W}r"):
        text = "".join(t.text for t in run.iter(f"{W}t"))
        if text:
            assert (run.find(f"{W}rPr/{W}rtl") is not None) == bool(arabic.search(text)), text
    styles = part(target, "word/styles.xml")
    body = next(s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == "NumberedParagraph")
    look = body.find(f"{W}rPr")
    assert (look.find(f"{W}rFonts").get(f"{W}cs"), look.find(f"{W}szCs").get(f"{W}val")) == ("Amiri", "26")
    assert styles.find(f".//{W}lang").get(f"{W}bidi") == "ar-SA"
    others = {
        f.get(f"{W}name"): f.find(f"{W}altName").get(f"{W}val") for f in part(target, "word/fontTable.xml")
    }
    assert (others["Amiri"], others["Source Serif 4"]) == ("Traditional Arabic", "Times New Roman")


@BOTH
def test_a_table_repeats_its_head_and_says_what_it_shows_and_a_chart_too(made, code):
    root = part(made, "word/document.xml")

    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in root.iter(f"{W}tr")]
    assert heads == [True, False, False]
    assert root.find(f".//{W}tblDescription").get(f"{W}val") == "What the table shows"
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    assert [each.get("descr") for each in root.iter(drawing)] == ["Half each"]
    chart = part(made, "word/charts/chart1.xml")
    space = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    assert [v.text for v in chart.iter(f"{space}v")][-2:] == ["30.0", "70.0"]
    turned = [each.get("val") for each in chart.iter(f"{space}orientation")]
    assert turned == ["maxMin", "maxMin" if code == "ar" else "minMax"]


LONGEST = {
    "ar": "المداخلات",
    "en": "Interventions",
    "es": "Intervenciones",
    "fr": "Interventions",
    "ru": "Выступления",
    "zh": "发言次数",
}


def lone_table(tmp_path, code, *rows):
    columns = (TableColumn("", 100), TableColumn(LONGEST[code], 8, figures=True))
    shown = Document("t", "Report", "Secretariat", (Table(columns, tuple(rows)),))
    write_docx(shown, language_for(code), tmp_path / "t.docx", moment=MOMENT)
    return tmp_path / "t.docx"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_column_is_as_wide_as_its_longest_word_is_in_print(tmp_path, code):
    made = lone_table(tmp_path, code, (words("1"), words("2")))

    wide, narrow = [int(col.get(f"{W}w")) / 20 for col in part(made, "word/document.xml").iter(f"{W}gridCol")]
    word = Setter(Typesetter()).line(LONGEST[code], roles(language_for(code)).grey_label).width_pt
    assert narrow >= word + APART_PT - 0.1
    assert wide + narrow == pytest.approx(108 * mm, abs=0.1)


def test_the_heads_of_arabic_figures_stand_above_them_at_the_right(tmp_path):
    made = lone_table(tmp_path, "ar", (words("1"), words("2")))

    sides = {}
    for style in part(made, "word/styles.xml").iter(f"{W}style"):
        side, bidi = (style.find(f"{W}pPr/{W}{name}") for name in ("jc", "bidi"))
        if side is not None:
            runs_on = None if bidi is None else bidi.get(f"{W}val")
            sides[style.get(f"{W}styleId")] = (runs_on, side.get(f"{W}val"))
    assert sides["TableFigure"] == ("0", "right")
    assert sides["TableFigureHead"] == (None, "start")  # the start of what runs from right to left


@BOTH
def test_every_part_is_named_in_the_package_and_every_reference_leads_somewhere(made, code):
    with zipfile.ZipFile(made) as package:
        names = set(package.namelist())
        types = package.read("[Content_Types].xml").decode()
        relations = dict(
            re.findall(
                r'Id="(\w+)"[^>]*Target="([^"]+)"', package.read("word/_rels/document.xml.rels").decode()
            )
        )
        text = package.read("word/document.xml").decode()

    assert {f"word/{target}" for target in relations.values()} <= names
    assert set(re.findall(r'r:id="(\w+)"', text)) <= relations.keys()
    assert {name for name in names if name.endswith(".xml") and f'"/{name}"' not in types} == {
        "[Content_Types].xml"
    }


@BOTH
def test_the_same_content_at_the_same_moment_gives_the_same_bytes(made, code, tmp_path):
    again = tmp_path / "again.docx"
    write_docx(document(code), language_for(code), again, moment=MOMENT)

    assert again.read_bytes() == made.read_bytes()


@pytest.mark.parametrize(
    ("text", "rtl", "expected"),
    [
        ("القرار 34/17", True, [("القرار 34/17", True)]),
        (f"من {ltr('10:30–12:50')}", True, [("من ", True), ("\u200e10:30–12:50\u200e", False)]),
        ("الوثيقة A/HRC/34/23.", True, [("الوثيقة ", True), ("A/HRC/34/23\u200e", False), (".", True)]),
        (
            f"The {isolate('أولاً')} part",
            False,
            [("The ", False), ("أولا\u064b\u200f", True), (" part", False)],
        ),
        ("plain", False, [("plain", False)]),
        ("", True, []),
    ],
)
def test_a_text_is_cut_where_its_direction_changes(text, rtl, expected):
    assert [(s.text, s.rtl) for s in stretches(text, rtl=rtl)] == expected


OTHER = {"en": ("تسمية هيئة", True), "ar": ("Name a body", False)}
"""A text of the other direction in a document of each language, and whether it runs from right to left."""
KINDS = (
    (Numbered(words(isolate("{}")), 1), "NumberedParagraph", "NumberedParagraph", 0),
    (Numbered(words(isolate("{}")), 1, recommendation=True), "Recommendation", "NumberedParagraph", 0),
    (SubParagraph(words(isolate("{}")), 1), "SubParagraph", "SubParagraph", 0),
    (Paragraph(words(isolate("{}"))), "BodyText", "BodyText", 2835),
    (Paragraph(words(isolate("{}")), Role.PARTICIPANT), "Participant", "Participant", 2835),
    (Paragraph(words(isolate("{}")), Role.BOXED), "Summary", "Summary", 2268),
)


def abroad(block, text):
    return replace(block, text=words(block.text[0].text.format(text)))


def of_style(path, name):
    styles = part(path, "word/styles.xml").iter(f"{W}style")
    return next(s for s in styles if s.get(f"{W}styleId") == name)


@BOTH
@pytest.mark.parametrize(("block", "style", "leading", "free"), KINDS)
def test_a_text_of_the_other_direction_runs_as_it_does_in_the_column_of_all_others(
    tmp_path, code, block, style, leading, free
):
    target = tmp_path / "t.docx"
    text, rtl = OTHER[code]
    write_docx(Document("T", "S", "A", (abroad(block, text),)), language_for(code), target, moment=MOMENT)
    found = next(
        p
        for p in paragraphs(part(target, "word/document.xml"))
        if "".join(t.text for t in p.iter(f"{W}t")) == text
    )
    look = of_style(target, f"{style}Abroad").find(f"{W}pPr")
    own = of_style(target, leading).find(f"{W}pPr/{W}spacing")

    assert found.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == f"{style}Abroad"
    assert [b.get(f"{W}val") for b in found.iter(f"{W}bidi")] == [None if rtl else "0"]
    assert [r.find(f"{W}rPr/{W}rtl") is not None for r in found.iter(f"{W}r")] == [rtl]
    indent = look.find(f"{W}ind")
    assert (indent.get(f"{W}start"), indent.get(f"{W}end", "0")) == ("0", str(free))
    lines = [int(each.get(f"{W}line")) for each in (look.find(f"{W}spacing"), own)]
    assert lines[0] > lines[1] if rtl else lines[0] < lines[1]


@BOTH
def test_numbers_of_texts_of_the_other_direction_run_and_count_as_all_others(tmp_path, code):
    target = tmp_path / "t.docx"
    text = OTHER[code][0]
    own = words(TEXT[code][3])
    blocks = (
        Numbered(own, 1),
        SubParagraph(own, 1),
        abroad(SubParagraph(words(isolate("{}")), 2), text),
        abroad(Numbered(words(isolate("{}")), 2), text),
        abroad(SubParagraph(words(isolate("{}")), 1), text),
        SubParagraph(own, 2),
    )
    write_docx(Document("T", "S", "A", blocks), language_for(code), target, moment=MOMENT)
    root = part(target, "word/document.xml")
    listed = [p for p in paragraphs(root) if p.find(f"{W}pPr/{W}numPr") is not None]

    assert [p.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") for p in listed] == [
        *("2", "10", "10"),
        *("2", "11", "11"),
    ]
    assert [p.find(f"{W}pPr/{W}bidi") is not None for p in listed] == [code == "ar"] * 6
    widths = [
        [int(w.get(f"{W}w")) for w in row.iter(f"{W}tcW")] for row in root.iter(f"{W}tr")
    ]  # in twips: 50 mm and 116, 60 and 106 are the columns of all texts
    assert widths == [[3402, 6009], [2835, 6576], [3402, 6009]]


@BOTH
@pytest.mark.parametrize(("words_in_it", "whole"), [(70, True), (800, False)])
def test_a_short_text_of_the_other_direction_is_not_parted_and_a_long_one_is(
    tmp_path, code, words_in_it, whole
):
    target = tmp_path / "t.docx"
    text = " ".join([OTHER[code][0].split()[0]] * words_in_it)
    made = Document("T", "S", "A", (abroad(Numbered(words(isolate("{}")), 1), text),))
    write_docx(made, language_for(code), target, moment=MOMENT)
    (row,) = part(target, "word/document.xml").iter(f"{W}tr")

    assert (row.find(f"{W}trPr/{W}cantSplit") is not None) is whole


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
@BOTH
def test_a_third_program_sets_a_text_of_the_other_direction_where_print_does(tmp_path, code):
    target, printed = tmp_path / "t.docx", tmp_path / "print.pdf"
    of_it = abroad(Numbered(words(isolate("{}")), 2), OTHER[code][0])
    made = Document("T", "S", "A", (Numbered(words(TEXT[code][3]), 1), of_it))
    write_docx(made, language_for(code), target, moment=MOMENT)
    print_document(made, language_for(code), printed, moment=MOMENT)
    laid_out(target, tmp_path)

    (own, _), (number, text) = (places(tmp_path / "t.pdf", sign) for sign in "12")
    _, text_printed = places(printed, "2")
    flush = slice(1, 2) if code == "en" else slice(0, 1)  # the side on which the text begins
    assert number == pytest.approx(own, abs=1.0)
    assert text[flush] == pytest.approx(text_printed[flush], abs=2.0)


def laid_out(path, folder):
    """Have another program set a text as a PDF beside it."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)],
        check=True,
        capture_output=True,
        timeout=100,
    )


def places(path, digit):
    """Return where a number begins on the page, and where the text beside it begins and ends."""
    text = pypdfium2.PdfDocument(path)[0].get_textpage()
    signs = [(text.get_text_range(n, 1), text.get_charbox(n)) for n in range(text.count_chars())]
    at = max((box for sign, box in signs if sign == digit), key=lambda box: box[3])
    line = [box for sign, box in signs if sign.isalpha() and abs(box[1] - at[1]) < 10]
    return at[0], (min(box[0] for box in line), max(box[2] for box in line))


@given(st.text(), st.booleans())
def test_cutting_loses_no_character(text, rtl):
    kept = "".join(s.text for s in stretches(text, rtl=rtl))

    drop = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e"))
    assert kept.translate(drop) == bare(text).translate(drop)


def test_numbers_are_written_as_each_language_does():
    assert [heading_numeral("en", level, 4) for level in (1, 2, 3)] == ["IV.", "D.", "4."]
    assert [heading_numeral("ar", level, 4) for level in (1, 2, 3)] == ["رابعاً-", "دال-", "4-"]
    assert [heading_numeral("zh", level, 14) for level in (1, 2)] == ["十四、", "N."]
    assert [paragraph_numeral(code, 31) for code in ("en", "ar")] == ["31.", "31-"]
    assert [sub_numeral(code, 3) for code in LANGUAGES] == ["(ج)", "(c)", "c)", "c)", "c)", "(c)"]


@pytest.mark.skipif(not BLNS.is_file(), reason="the shared data is not on this machine")
@pytest.mark.parametrize("rtl", [False, True])
def test_strings_that_break_programs_stand_in_it_as_they_are(tmp_path, rtl):
    lines = BLNS.read_text(encoding="utf-8").split("\n")
    strings = [line for line in lines if line.strip() and not line.startswith("#")]
    target = tmp_path / "t.docx"
    blocks = tuple(Numbered((Run(s, note=s),), n) for n, s in enumerate(strings, 1))
    write_docx(
        Document(strings[0], strings[1], strings[2], blocks),
        language_for("ar" if rtl else "en"),
        target,
        moment=MOMENT,
    )

    drop = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
    read = [p.text.translate(drop).strip() for p in docx.Document(target).paragraphs]
    assert len(read) == len(strings)
    same = sum(
        a == re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", b.translate(drop)).strip()
        for a, b in zip(read, strings, strict=True)
    )
    assert same >= len(strings) - 3  # lone signs for the end of a line are a line's end


@BOTH
def test_contents_hold_the_pages_of_the_printed_document(made, code):
    listed = [p for p in docx.Document(made).paragraphs if p.style.name in ("toc 1", "toc 2")]
    pages = [p.text.rpartition("\t")[2] for p in listed if p.text]

    assert pages == ["2", "2", "2"]
    assert pages_of_headings(document(code), language_for(code)) == [2, 2, 2]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
@BOTH
def test_a_third_program_lays_it_out_with_numbers_and_notes(made, code, tmp_path):
    laid_out(made, tmp_path)
    pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "t.pdf").pages]

    text = "\n".join(pages)
    assert len(pages) >= 2
    assert [line[-1] for line in pages[0].splitlines()[2:5]] == ["2", "2", "2"]  # the contents
    expected = ("I.", "II.", "A.", "1.", "3.", "(a)", "(b)") if code == "en" else ("1-", "3-")
    assert [mark for mark in expected if mark not in text and mark[::-1] not in text] == []


@BOTH
def test_on_facing_pages_the_head_stands_at_the_outer_edge(tmp_path, code):
    target = tmp_path / "t.docx"
    blocks = (Numbered(words("x"), 1),)
    paper = Document("T", "S", "A", blocks, head="A/HRC/43/1", facing=True)
    write_docx(paper, language_for(code), target, moment=MOMENT)
    section = docx.Document(target).sections[0]

    heads = (section.first_page_header, section.header, section.even_page_header)
    assert [(h.paragraphs[0].style.name, h.paragraphs[0].text.strip("\u200e")) for h in heads] == [
        ("Header", ""),
        ("Facing header at the end", "A/HRC/43/1"),
        ("Facing header", "A/HRC/43/1"),
    ]
    assert docx.Document(target).settings.odd_and_even_pages_header_footer is True
