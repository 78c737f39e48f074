"""Whatever people type, there is a document, or one sentence that says what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.acts.proof import GlyphsMissing, make_proof
from facilitator.documents.blocks import (
    Contents,
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
from facilitator.documents.printing import print_document
from facilitator.documents.proof import ProofParagraph, set_proof
from facilitator.documents.typeset import MissingGlyphs
from facilitator.language.speech import language_for

NAUGHTY = Path(__file__).parents[3] / "shared" / "data" / "texts" / "blns.txt"
ODD = (
    "",
    " ",
    "\x00\x01\x1b[31m",
    "\ud800 half \udfff",
    "\u202e\u2067\u2066 order \u202c\u2069",
    "\u200b\u200d\u2060\ufeff",
    "e\u0301\u0301\u0301" * 50,
    "\u0301",
    "W" * 10_000,
    "ش" * 10_000,
    "字" * 10_000,
    "-" * 500,
    "؟ ؟ ؟",
    "« «",
    "<b>&amp;\\(",
    "\U0010ffff\ue000",
)


def everywhere(text, code):
    """A document that holds a text wherever a text may stand."""
    columns = (TableColumn(text, 60), TableColumn("n", 40, figures=True))
    blocks = (
        Paragraph(words(text), Role.TITLE),
        Contents(text),
        Heading(words(text), 1, 1),
        Heading(words(text), 2),
        Paragraph(words(text), Role.LABEL),
        Numbered((Run(text, note=text), Run(text, link=text)), 1),
        SubParagraph(words(text), 1, recommendation=True),
        Table(columns, ((words(text), words(text)),), text),
        Paragraph(words(text)),
    )
    return Document(text, text, text, blocks, text, text)


def printed(path, text, code):
    print_document(everywhere(text, code), language_for(code), path, moment=0)
    return pypdf.PdfReader(path)


@pytest.mark.parametrize("code", ["ar", "fr", "zh"])
@pytest.mark.parametrize("text", ODD, ids=lambda text: ascii(text[:8]))
def test_an_odd_text_stands_anywhere_in_a_document(tmp_path, text, code):
    reader = printed(tmp_path / "d.pdf", text, code)

    assert len(reader.pages) >= 1
    assert [page.get_contents() is not None for page in reader.pages] == [True] * len(reader.pages)


@pytest.mark.skipif(not NAUGHTY.is_file(), reason="the texts lie beside the checkout, and it has none")
@pytest.mark.parametrize("code", ["ar", "en"])
def test_strings_that_break_programs_stand_anywhere_in_a_document(tmp_path, code):
    texts = [line for line in NAUGHTY.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]

    opened = [len(printed(tmp_path / "d.pdf", text, code).pages) > 0 for text in texts]

    assert opened == [True] * len(texts)
    assert len(texts) > 400


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.booleans())
def test_a_proof_of_anything_is_set_or_names_what_it_cannot_show(tmp_path_factory, text, rtl):
    path = tmp_path_factory.mktemp("proof") / "p.pdf"
    try:
        pages = set_proof([ProofParagraph(text, rtl=rtl)], path, width_pt=200)
    except MissingGlyphs as missing:
        named = missing.characters
    else:
        named = str(pages)
        assert len(pypdf.PdfReader(path).pages) == pages

    assert named


def test_what_cannot_be_shown_is_named_and_nothing_is_written(tmp_path):
    source, target = tmp_path / "p.json", tmp_path / "p.pdf"
    source.write_text(json.dumps([{"text": "and 𓀀", "dir": "ltr"}]), encoding="utf-8")

    with pytest.raises(GlyphsMissing) as missing:
        make_proof(source, target, None)

    assert missing.value.details == {"characters": "𓀀 (U+13000)"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["p.json"]


def test_a_word_wider_than_the_page_is_broken_and_none_of_it_lost(tmp_path):
    set_proof([ProofParagraph("W" * 10_000, rtl=False)], tmp_path / "p.pdf", width_pt=None)
    reader = pypdf.PdfReader(tmp_path / "p.pdf")

    assert sum(page.extract_text().count("W") for page in reader.pages) == 10_000
