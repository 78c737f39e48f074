"""What people wrote runs its own way on paper; heads of facing pages and bookmarks are in place."""

import re

import pypdf
import pypdfium2
import pytest
from pypdfium2 import raw

from facilitator.documents.blocks import Document, Heading, Numbered, PageBreak, words
from facilitator.documents.own_voice import own_language
from facilitator.documents.printing import print_document
from facilitator.language.direction import isolate, ltr
from facilitator.language.speech import language_for

ENGLISH, ARABIC = "A register works.", "السجل مفيد."


@pytest.mark.parametrize(
    ("text", "document", "original", "expected"),
    [
        (isolate(ENGLISH), "ar", "", "en"),
        (isolate(ENGLISH), "ar", "fr", "fr"),
        (isolate(ARABIC), "fr", "ar", "ar"),
        (isolate(ARABIC), "en", "en", "ar"),
        (isolate(ENGLISH), "fr", "es", "es"),
        (isolate(ENGLISH), "fr", "", "fr"),
        (ENGLISH, "ar", "en", "ar"),
        (ltr("A/HRC/43/1"), "ar", "en", "ar"),
    ],
)
def test_a_text_of_people_is_set_in_the_language_it_is_written_in(text, document, original, expected):
    assert own_language(text, language_for(document), original).code == expected


@pytest.mark.parametrize(("code", "text", "lang"), [("ar", ENGLISH, "en"), ("en", ARABIC, "ar")])
def test_a_paragraph_without_a_translation_says_its_language_in_the_tree(tmp_path, code, text, lang):
    path = tmp_path / "d.pdf"
    paper = Document("T", "S", "A", (Numbered(words(isolate(text)), 1),))
    print_document(paper, language_for(code), path, moment=0)
    root = pypdf.PdfReader(path).trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()
    item = root["/K"][0].get_object()["/K"][0].get_object()
    paragraph = item["/K"][1].get_object()["/K"][0].get_object()

    assert (paragraph["/S"], paragraph["/Lang"]) == ("/P", lang)


@pytest.mark.parametrize(("code", "even_at_left"), [("en", True), ("ar", False)])
def test_the_head_of_facing_pages_stands_at_their_outer_edge(tmp_path, code, even_at_left):
    path = tmp_path / "d.pdf"
    page = Numbered(words("1"), 1)
    blocks = (page, PageBreak(), page, PageBreak(), page)
    paper = Document("T", "S", "A", blocks, head="A/HRC/43/1", facing=True)
    print_document(paper, language_for(code), path, moment=0)
    middles = []
    for sheet in list(pypdfium2.PdfDocument(path))[1:]:
        boxes = [each.get_bounds() for each in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])]
        left, _, right, _ = max(boxes, key=lambda box: box[3])
        middles.append((left + right) / 2 < sheet.get_width() / 2)

    assert middles == [even_at_left, not even_at_left]


@pytest.mark.parametrize(("code", "sides"), [("en", [False, True, False]), ("ar", [True, False, True])])
def test_the_number_at_the_foot_of_facing_pages_stands_at_their_outer_edge(tmp_path, code, sides):
    path = tmp_path / "d.pdf"
    page = Numbered(words("1"), 1)
    blocks = (page, PageBreak(), page, PageBreak(), page)
    print_document(Document("T", "S", "A", blocks, facing=True), language_for(code), path, moment=0)
    at_left = []
    for sheet in pypdfium2.PdfDocument(path):
        boxes = [each.get_bounds() for each in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])]
        left, *_ = min(boxes, key=lambda box: box[3])
        at_left.append(left < sheet.get_width() / 2)

    assert at_left == sides


def test_a_bookmark_leaves_out_no_level(tmp_path):
    path = tmp_path / "d.pdf"
    blocks = (Heading(words("Three"), 3), Heading(words("One"), 1), Heading(words("Deep"), 3))
    print_document(Document("T", "S", "A", blocks), language_for("en"), path, moment=0)
    three, one, (deep,) = pypdf.PdfReader(path).outline

    assert (three.title, one.title, deep.title) == ("Three", "One", "Deep")


@pytest.mark.parametrize("code", ["ar", "en", "fr", "zh"])
def test_each_page_says_its_number_and_how_many_there_are(tmp_path, code):
    path = tmp_path / "d.pdf"
    page = Numbered(words("x"), 1), PageBreak()
    print_document(Document("T", "S", "A", (page * 12)[:-1]), language_for(code), path, moment=0)
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]

    assert [re.findall(r"\d+/\d+", text) for text in texts] == [[f"{n}/12"] for n in range(1, 13)]
