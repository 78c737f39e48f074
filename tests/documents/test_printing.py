"""A document of blocks on paper: contents, headings, numbers, notes, tables; its tree and its links."""

import re
import shutil
import subprocess
import unicodedata

import pypdf
import pypdfium2
import pytest

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
from facilitator.documents.printing import print_document
from facilitator.language.speech import language_for

MOMENT = 1_571_659_200_000
SENTENCE = {
    "en": "The panel met in Geneva and heard every stakeholder in turn (A/HRC/RES/34/17). ",
    "ar": "اجتمع الفريق في جنيف واستمع إلى جميع أصحاب المصلحة بالتناوب (A/HRC/RES/34/17). ",
    "fr": "Le groupe s'est réuni à Genève et a entendu chaque partie : voilà ! ",
    "zh": "小组在日内瓦举行会议，依次听取了各利益攸关方的意见（A/HRC/RES/34/17）。",
}
EACH = pytest.mark.parametrize("code", SENTENCE)
BOTH = pytest.mark.parametrize("code", ["en", "ar"])


def numbered(code, count, length=4):
    return [Numbered(words(f"Z{n:02} " + SENTENCE[code] * length), n) for n in range(1, count + 1)]


def report(code, *blocks, landscape=False):
    return Document("A report", "Report", "Secretariat", blocks, "A/HRC/43/1", "GE.20-1", landscape)


def printed(tmp_path, code, *blocks, landscape=False):
    path = tmp_path / "d.pdf"
    pages = print_document(
        report(code, *blocks, landscape=landscape), language_for(code), path, moment=MOMENT
    )
    reader = pypdf.PdfReader(path)
    assert len(reader.pages) == pages
    return reader


def text_of(page):
    return unicodedata.normalize("NFKC", page.extract_text())


def pages_with(reader, pattern):
    """The pages on which each match of a pattern stands, in the order of the file."""
    return [
        (match, number)
        for number, page in enumerate(reader.pages, 1)
        for match in re.findall(pattern, text_of(page))
    ]


def tree(reader):
    return _part(reader.trailer["/Root"]["/StructTreeRoot"]["/K"].get_object())


def _part(element):
    """(role, words, parts) of an element; ink and places to click are left out, places as `*`."""
    if element.get("/Type") == "/OBJR":
        return "*"
    kids = element.get("/K", [])
    parts = [_part(kid.get_object()) for kid in kids if kid.get_object().get("/Type") != "/MCR"]
    return element["/S"][1:], element.get("/ActualText", ""), parts


def roles(part):
    if part == "*":
        return "*"
    name, _, parts = part
    return [name, *map(roles, parts)] if parts else name


def full():
    linked = (Run("Z02 see "), Run("there", link="https://example.org/"), Run(" now.", note="A note."))
    columns = (TableColumn("Who", 60), TableColumn("Share", 40, figures=True))
    return (
        Paragraph(words("The title"), Role.TITLE),
        Contents("Contents"),
        PageBreak(),
        Heading(words("First chapter"), 1, 1),
        Heading(words("First part"), 2, 1),
        Numbered(words("Z01 said."), 1),
        SubParagraph(words("one thing;"), 1),
        Heading(words("Second part"), 2, 2),
        Numbered(linked, 2),
        Table(columns, ((words("Civil society"), words("3")),), "Who had what"),
    )


def test_the_tree_holds_the_document_in_the_order_of_reading(tmp_path):
    found = roles(tree(printed(tmp_path, "en", *full())))

    entry = ["TOCI", ["Reference", ["Link", "Lbl", "Span", "Span", "*"]]]
    linked = ["P", "Span", ["Link", "*"], "Span", ["Reference", ["Link", "*"]], ["Note", "Lbl", "P"]]
    assert found == [
        "Document",
        "H1",
        "H2",
        ["TOC", entry, entry, entry],
        ["H2", "Lbl"],
        ["H3", "Lbl"],
        ["L", ["LI", "Lbl", ["LBody", "P"]], ["LI", "Lbl", ["LBody", "P"]]],
        ["H3", "Lbl"],
        ["L", ["LI", "Lbl", ["LBody", linked]]],
        ["Table", ["TR", "TH", "TH"], ["TR", "TD", "TD"]],
    ]


def test_heads_of_columns_say_what_they_head_and_tables_what_they_show(tmp_path):
    root = printed(tmp_path, "en", *full()).trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()
    table = root["/K"][-1].get_object()
    heads = [cell.get_object() for cell in table["/K"][0].get_object()["/K"]]

    assert table["/Alt"] == "Who had what"
    assert [(head["/A"]["/O"], head["/A"]["/Scope"]) for head in heads] == [("/Table", "/Column")] * 2


def test_every_mark_on_a_page_and_every_place_to_click_belongs_to_an_element(tmp_path):
    reader = printed(tmp_path, "ar", *full())
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))

    for page in reader.pages:
        marks = [int(n) for n in re.findall(rb"/MCID (\d+)>> BDC", page.get_contents().get_data())]
        assert marks == list(range(len(owners[page["/StructParents"]])))
        for annotation in page.get("/Annots", []):
            owner = owners[annotation.get_object()["/StructParent"]].get_object()
            assert (owner["/S"], bool(annotation.get_object()["/Contents"])) == ("/Link", True)


def test_all_that_is_drawn_is_marked_or_decoration(tmp_path):
    """Between the marks there is no ink: no text is shown, nothing is filled."""
    for page in printed(tmp_path, "en", *full()).pages:
        code = page.get_contents().get_data().decode("latin-1")
        outside = re.sub(r"(?s)(?:BDC|BMC).*?EMC", "", code)
        assert re.findall(r"\[<[^\]]*\] TJ| re [fFbBsS]", outside) == []


def test_the_file_says_that_all_can_read_it(tmp_path):
    reader = printed(tmp_path, "ar", *full())
    root = reader.trailer["/Root"]
    packet = root["/Metadata"].get_object().get_data().decode()

    assert packet.count("<pdfuaid:part>1</pdfuaid:part>") == 1
    assert packet.count('<rdf:li xml:lang="x-default">A report</rdf:li>') == 1
    assert packet.count("<rdf:li>ar</rdf:li>") == 1
    assert packet.count("2019-10-21T12:00:00+00:00") == 1
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] is not None
    assert root["/MarkInfo"]["/Marked"] is not None


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@EACH
def test_qpdf_finds_nothing_wrong(tmp_path, code):
    printed(tmp_path, code, *full(), *numbered(code, 12))
    done = subprocess.run(
        ["qpdf", "--check", tmp_path / "d.pdf"], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout.count("WARNING"), done.stderr) == (0, 0, "")


@EACH
def test_the_same_document_gives_the_same_bytes(tmp_path, code):
    made = []
    for _ in range(2):
        printed(tmp_path, code, *full())
        made.append((tmp_path / "d.pdf").read_bytes())

    assert made[0] == made[1]


def test_contents_name_the_page_of_each_heading_and_lead_there(tmp_path):
    chapters = [
        block for n in range(1, 7) for block in (Heading(words(f"Chapter Q{n}"), 1, n), *numbered("en", 9))
    ]
    reader = printed(tmp_path, "en", Contents("Contents"), PageBreak(), *chapters)
    said = dict(re.findall(r"Chapter (Q\d)\s+(\d+)", text_of(reader.pages[0])))
    stands = {name: str(page) for name, page in pages_with(reader, r"Chapter (Q\d)") if page > 1}
    leads = [
        reader.get_page_number(link.get_object()["/Dest"][0].get_object()) + 1
        for link in reader.pages[0]["/Annots"]
    ]

    assert said == stands
    assert [str(page) for page in leads] == list(stands.values())
    assert len(set(stands.values())) > 2


def test_bookmarks_are_the_headings_nested(tmp_path):
    def titles(outline):
        return [titles(each) if isinstance(each, list) else each.title for each in outline]

    assert titles(printed(tmp_path, "en", *full()).outline) == [
        "The title",
        ["I. First chapter", ["A. First part", "B. Second part"]],
    ]


def test_bookmarks_lead_where_the_contents_do(tmp_path):
    blocks = [Contents("Contents"), PageBreak()]
    for number in range(1, 9):
        blocks += [Heading(words(f"Chapter {number}"), 1, number), *numbered("en", 5)]
    reader = printed(tmp_path, "en", *blocks)
    marks = [
        (reader.get_destination_page_number(mark), float(mark.top), mark["/Type"]) for mark in reader.outline
    ]
    places = [link.get_object()["/Dest"] for link in reader.pages[0]["/Annots"]]

    assert marks == [
        (reader.get_page_number(page.get_object()), float(top), kind) for page, kind, _, top, _ in places
    ]
    assert len({page for page, _, _ in marks}) > 2
    assert reader.root_object["/PageMode"] == "/UseOutlines"
    assert reader.root_object["/Outlines"]["/Count"] == len(marks)


@BOTH
def test_a_note_stands_on_the_page_of_its_mark(tmp_path, code):
    said = SENTENCE[code]
    marks = [Run(f" M{n:02}.", note=f"N{n:02} " + said * (n % 3 + 1)) for n in range(1, 41)]
    blocks = [Numbered((*words(said * 4), mark), n) for n, mark in enumerate(marks, 1)]
    reader = printed(tmp_path, code, *blocks)
    marks, notes = (dict(pages_with(reader, rf"{letter}(\d\d)")) for letter in "MN")

    assert len(reader.pages) > 4
    assert notes == marks
    assert sorted(notes) == [f"{n:02}" for n in range(1, 41)]


def test_a_long_note_goes_on_at_the_foot_of_the_next_page(tmp_path):
    note = " ".join(f"N{n:04}" for n in range(1, 2000))
    reader = printed(tmp_path, "en", Numbered((Run("Z01 said.", note=note),), 1), *numbered("en", 12))
    found = pages_with(reader, r"N(\d{4})")

    assert [int(n) for n, _ in found] == list(range(1, 2000))
    assert sorted({page for _, page in found}) == [1, 2, 3, 4]
    assert [n for n, _ in pages_with(reader, r"Z(\d\d)")] == ["01", *(f"{n:02}" for n in range(1, 13))]


def test_the_mark_of_a_note_stands_before_the_full_stop_in_arabic_and_behind_it_in_english(tmp_path):
    orders = []
    for code, said in (("en", "said."), ("ar", "قيل.")):
        reader = printed(tmp_path, code, Numbered((Run(said, note="note"),), 1))
        (paragraph,) = [
            part
            for items in tree(reader)[2]
            for item in items[2]
            for body in item[2]
            for part in body[2]
            if part[0] == "P"
        ]
        orders.append([(role, words or parts[0][1]) for role, words, parts in paragraph[2] if role != "Note"])

    assert orders == [
        [("Span", "said."), ("Reference", "1")],
        [("Span", "قيل"), ("Reference", "(1)"), ("Span", ".")],
    ]


def table(code, rows, text="cell"):
    columns = (TableColumn("HEAD", 80), TableColumn("Share", 40, figures=True))
    return Table(columns, tuple((words(f"R{n:03} {text}"), words(str(n))) for n in range(1, rows + 1)))


@BOTH
def test_a_table_goes_on_over_pages_under_its_head(tmp_path, code):
    reader = printed(tmp_path, code, table(code, 120))
    rows = pages_with(reader, r"R(\d\d\d)")

    assert [n for n, _ in rows] == [f"{n:03}" for n in range(1, 121)]
    assert len(reader.pages) > 2
    assert [page for _, page in pages_with(reader, "HEAD")] == list(range(1, len(reader.pages) + 1))
    (found,) = tree(reader)[2]
    assert [row[0] for row in found[2]] == ["TR"] * 121


def test_a_row_stays_whole_unless_it_is_as_long_as_a_page(tmp_path):
    short, long = (table("en", rows, f"S {SENTENCE['en'] * times} E") for rows, times in ((12, 4), (1, 90)))
    reader = printed(tmp_path, "en", short, long)
    begins, ends = pages_with(reader, r"R\d\d\d (S)"), pages_with(reader, r"\) ?\. *(E)\b")

    assert [page for _, page in begins[:12]] == [page for _, page in ends[:12]]
    assert begins[12][1] < ends[12][1]
    (_, long) = tree(reader)[2]
    assert [row[0] for row in long[2]] == ["TR"] * 2


@BOTH
def test_columns_begin_at_the_start_side_and_figures_stand_right(tmp_path, code):
    reader = printed(tmp_path, code, table(code, 3))
    places = {}

    def note_place(text, _matrix, at, *_):
        if text.strip():
            places.setdefault(text.strip()[:4], at[4])

    reader.pages[0].extract_text(visitor_text=note_place)
    assert (places["HEAD"] < places["Shar"]) is (code == "en")


def test_a_landscape_page_lies(tmp_path):
    page = printed(tmp_path, "ar", table("ar", 3), landscape=True).pages[0]

    assert page.mediabox.width > page.mediabox.height


@EACH
def test_numbers_run_through_whatever_the_language(tmp_path, code):
    reader = printed(tmp_path, code, *numbered(code, 30))

    assert [n for n, _ in pages_with(reader, r"Z(\d\d)")] == [f"{n:02}" for n in range(1, 31)]


def test_french_holds_its_high_punctuation(tmp_path):
    reader = printed(tmp_path, "fr", *numbered("fr", 20, length=9))
    lines = [line for page in reader.pages for line in page.extract_text().splitlines()]

    assert [line for line in lines if line.strip()[:1] in tuple(":;!?»")] == []


def test_a_document_of_nothing_is_one_page(tmp_path):
    assert len(printed(tmp_path, "en").pages) == 1


SERIES = ("Time", (0.31, 0.1)), ("Room", (0.2, 0.2)), ("Target", (0.2, 0.3))
BARS = Bars(("States", "Civil society"), SERIES, "Who spoke")


@BOTH
def test_bars_are_a_figure_that_says_what_it_shows(tmp_path, code):
    reader = printed(tmp_path, code, BARS)
    (figure,) = reader.trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()["/K"]
    found = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) 4.8 re", reader.pages[0].get_contents().get_data())
    boxes = [tuple(map(float, box)) for box in found]
    edge = {left if code == "en" else left + width for left, _, width in boxes}

    assert (figure.get_object()["/S"], figure.get_object()["/Alt"]) == ("/Figure", "Who spoke")
    assert [round(width) for _, _, width in boxes] == [277, 89]
    assert len({round(at) for at in edge}) == 1
    assert text_of(reader.pages[0]).count("40") == 1


@BOTH
def test_a_frame_holds_its_texts_and_goes_on_over_the_page(tmp_path, code):
    texts = [Paragraph(words(f"Z{n:02} " + SENTENCE[code] * 9), Role.BOXED) for n in range(1, 15)]
    reader = printed(tmp_path, code, Paragraph(words("Summary"), Role.BOXED_HEADING), *texts)

    assert [n for n, _ in pages_with(reader, r"Z(\d\d)")] == [f"{n:02}" for n in range(1, 15)]
    assert len(reader.pages) > 1
    assert roles(tree(reader)) == ["Document", *["P"] * 15]


@BOTH
def test_the_heading_of_a_frame_stands_in_its_middle(tmp_path, code):
    word = "Summary" if code == "en" else "موجز"
    texts = Paragraph(words(word), Role.BOXED_HEADING), Paragraph(words(SENTENCE[code] * 4), Role.BOXED)
    printed(tmp_path, code, *texts)
    page = pypdfium2.PdfDocument(tmp_path / "d.pdf")[0].get_textpage()
    boxes = [page.get_charbox(n) for n in range(page.count_chars()) if page.get_text_range(n, 1).isalpha()]
    heading = [box for box in boxes if abs(box[1] - boxes[0][1]) < 8]

    middle = (min(box[0] for box in heading) + max(box[2] for box in heading)) / 2
    column = (62.4 + 40 * 72 / 25.4, 62.4 + 166 * 72 / 25.4)  # where the frame is, from its side
    assert middle == pytest.approx(sum(column) / 2 if code == "en" else 595.3 - sum(column) / 2, abs=1.5)


@BOTH
def test_heads_over_what_was_said_are_strong_and_over_figures_alone_grey(tmp_path, code):
    found = {}
    for said in (True, False):
        columns = TableColumn("No", 40, said=said), TableColumn("Sum", 40, figures=True)
        reader = printed(tmp_path, code, Table(columns, ((words("1"), words("2")),)))

        def look(text, _matrix, _place, font, _size, said=said):
            if "Sum" in text:
                found[said] = font["/BaseFont"].partition("+")[2]

        reader.pages[0].extract_text(visitor_text=look)

    assert found == {True: "IBMPlexSans-SemiBold", False: "IBMPlexSans-Regular"}


def test_labels_stand_in_the_margin_before_what_they_belong_to(tmp_path):
    label = Paragraph(words("State of A"), Role.LABEL), Paragraph(words("10:30"), Role.SECOND_LABEL)
    reader = printed(tmp_path, "en", *label, Numbered(words("Said."), 1))
    (items,) = tree(reader)[2]

    assert items[2][0][2] == [
        ("Lbl", "", []),
        ("LBody", "", [("P", "State of A", []), ("P", "10:30", []), ("P", "Said.", [])]),
    ]
