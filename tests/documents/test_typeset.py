"""The typesetter: order, joins, breaks and the file, read back by two readers."""

import json
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.documents.proof import ProofFault, ProofParagraph, UnfitWidth, read_paragraphs, set_proof
from facilitator.documents.typeset import MissingGlyphs, Span, Style, Typesetter, open_canvas
from facilitator.documents.typeset.bidi import tokens

TEXTS = Path(__file__).parents[3] / "shared" / "data" / "texts"
ARABIC = (
    "القرار 34/17 الأول للآليات الإقليمية، أولاً، والأشخاص الآسيويين (A/HRC/RES/34/17)"
    " في 21 تشرين الأول/أكتوبر 2019."
)
ENGLISH = "Resolution 34/17 (in Arabic: القرار 34/17) was adopted in Geneva; efficient offices."
RTL = Style(("amiri",), 13, 19.5, rtl=True, first_choice_ltr=("source-serif",), ltr_scale=0.88)
LTR = Style(("source-serif",), 10, 13)


def pdfium_text(path):
    document = pypdfium2.PdfDocument(path)
    found = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return unicodedata.normalize("NFKC", found)


def pypdf_text(path):
    return unicodedata.normalize(
        "NFKC", "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    )


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "p.pdf"
    set_proof([ProofParagraph(ARABIC, rtl=True), ProofParagraph(ENGLISH, rtl=False)], path, width_pt=300)
    return path


@pytest.mark.parametrize("read", [pdfium_text, pypdf_text])
@pytest.mark.parametrize("word", ["القرار", "الأول", "الإقليمية", "الآسيويين", "أكتوبر"])
def test_arabic_words_can_be_searched_in_the_file(page, read, word):
    assert read(page).count(word) >= 1


@pytest.mark.parametrize("word", ["A/HRC/RES/34/17", "Geneva;", "efficient", "Resolution 34/17"])
def test_latin_words_can_be_searched_in_the_file(page, word):
    """PDFium orders mixed lines by a guess of its own; pypdf gives words as they stand in the file."""
    assert pypdf_text(page).count(word) == 1


def test_every_font_is_embedded_and_none_is_helvetica(page):
    fonts = [
        font.get_object()
        for sheet in pypdf.PdfReader(page).pages
        for font in sheet["/Resources"]["/Font"].get_object().values()
    ]
    files = [f["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for f in fonts]
    assert fonts
    assert [("/FontFile2" in f or "/FontFile3" in f) for f in files] == [True] * len(fonts)
    assert {f["/BaseFont"][8:] for f in fonts} == {"Amiri-Regular", "SourceSerif4-Regular-20pt"}


def test_the_file_says_its_title_and_language(page):
    reader = pypdf.PdfReader(page)

    assert (reader.trailer["/Root"]["/Lang"], reader.metadata.title) == ("ar", "p")
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/Direction"] == "/R2L"


def test_the_same_content_at_the_same_moment_gives_the_same_bytes(tmp_path):
    made = []
    for name in ("a", "b"):
        folder = tmp_path / name
        folder.mkdir()
        set_proof([ProofParagraph(ARABIC, rtl=True)], folder / "same.pdf", width_pt=None)
        made.append((folder / "same.pdf").read_bytes())

    assert made[0] == made[1]


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(page):
    done = subprocess.run(["qpdf", "--check", page], capture_output=True, text=True, check=False)

    assert (done.returncode, "WARNING" in done.stdout) == (0, False)


def test_a_symbol_of_the_united_nations_is_never_broken():
    block = Typesetter().set("A/HRC/RES/34/17 " * 6, LTR, 120)

    assert block.natural_width_pt <= 120
    assert block.lines == 6


@pytest.mark.parametrize("style", [RTL, LTR])
def test_a_word_wider_than_the_line_is_broken_rather_than_lost(style):
    block = Typesetter().set("https://example.org/" + "a-long-path/" * 12, style, 90)

    assert block.natural_width_pt <= 90.01
    assert block.lines > 3


def test_bold_changes_neither_the_joins_nor_the_order(tmp_path):
    path = tmp_path / "b.pdf"
    canvas = open_canvas(path, title="t", author="", subject="", lang="ar", rtl=True, moment=0)
    block = Typesetter().set([Span("الآليات "), Span("الإقليمية", bold=True), Span(" أولاً")], RTL, 300)
    block.draw(canvas, 50, 700)
    canvas.save()

    assert re.sub("[\u064b ]", "", pdfium_text(path)) == "الآلياتالإقليميةأولا"


def test_a_block_is_split_between_lines():
    block = Typesetter().set(ARABIC * 3, RTL, 200)
    first, rest = block.split(2)

    assert (first.lines, rest.lines) == (2, block.lines - 2)
    assert first.height_pt + rest.height_pt == pytest.approx(block.height_pt)


def test_a_character_without_a_face_is_named():
    with pytest.raises(MissingGlyphs) as missing:
        Typesetter().set("and 𓀀", LTR, 200)

    assert missing.value.characters == "𓀀"


def test_chinese_is_set_and_broken_between_characters():
    block = Typesetter().set("种族主义、种族歧视、仇外心理和相关不容忍行为" * 3, LTR, 100)

    assert block.lines > 4
    assert block.natural_width_pt <= 100.01


def test_without_harfbuzz_arabic_is_still_joined_and_in_order(tmp_path):
    script = f"""
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "uharfbuzz":
            raise ImportError(name)
sys.meta_path.insert(0, Blocker())
from pathlib import Path
from facilitator.documents.proof import ProofParagraph, set_proof
set_proof([ProofParagraph({ARABIC!r}, rtl=True)], Path({str(tmp_path / "f.pdf")!r}), width_pt=300)
"""
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[2])

    assert [w for w in ("القرار", "في", "A/HRC/RES/34/17") if w not in pypdf_text(tmp_path / "f.pdf")] == []


letters = st.text(st.sampled_from("abc اbجدهـ123(),-/:«»\u2066\u2069"), max_size=40)


@settings(max_examples=300, deadline=None)
@given(letters, st.booleans())
def test_tokens_hold_every_character_once_and_have_ranks_of_their_own(text, rtl):
    text = re.sub(r"\s+", " ", text)
    found = tokens(text, rtl=rtl)

    assert [c for t in found for c in range(t.start, t.end)] == list(range(len(text)))
    assert sorted(t.rank for t in found) == list(range(len(found)))


@pytest.mark.parametrize(
    ("text", "rtl", "shown"),
    [
        ("ابج 123 دهو", True, "وهد 123 جبا"),
        ("ابج 12-34/5 دهو", True, "وهد 34/5-12 جبا"),
        ("abc ابج def", False, "abc جبا def"),
        ("ابج abc", True, "abc جبا"),
        ("(ابج)", True, ")جبا("),
    ],
)
def test_the_visual_order_is_that_of_the_standard(text, rtl, shown):
    parts = [(t.rtl, text[t.start : t.end]) for t in sorted(tokens(text, rtl=rtl), key=lambda t: t.rank)]

    assert "".join(part[::-1] if backwards else part for backwards, part in parts) == shown


@pytest.mark.parametrize(
    "content",
    ["", "nonsense", '{"text": "x"}', '[{"text": 1, "dir": "rtl"}]', '[{"text": "x", "dir": "up"}]', "[3]"],
)
def test_a_file_without_paragraphs_is_refused(tmp_path, content):
    source = tmp_path / "p.json"
    source.write_text(content, encoding="utf-8")

    with pytest.raises(ProofFault):
        read_paragraphs(source)


@pytest.mark.parametrize("width", [0, -3, 10, 5_000])
def test_a_column_that_does_not_fit_is_refused(tmp_path, width):
    with pytest.raises(UnfitWidth):
        set_proof([ProofParagraph("x", rtl=False)], tmp_path / "p.pdf", width_pt=width)


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the texts lie beside the checkout, and it has none")
@pytest.mark.parametrize(
    ("name", "rtl"), [("un-parallel.ar", True), ("arabic-fully-vowelled", True), ("blns", False)]
)
def test_real_texts_are_set_whole(tmp_path, name, rtl):
    lines = [t for t in (TEXTS / f"{name}.txt").read_text(encoding="utf-8").splitlines() if t.strip()][:200]
    kept = []
    for text in lines:
        try:
            Typesetter().set(text, RTL if rtl else LTR, 300)
        except MissingGlyphs:
            continue
        kept.append(ProofParagraph(text, rtl=rtl))
    source = tmp_path / "p.json"
    source.write_text(
        json.dumps([{"text": p.text, "dir": "rtl" if rtl else "ltr"} for p in kept]), encoding="utf-8"
    )

    assert read_paragraphs(source) == kept
    assert set_proof(kept, tmp_path / "p.pdf", width_pt=300) == len(pypdf.PdfReader(tmp_path / "p.pdf").pages)
    assert len(kept) > 0.8 * len(lines)


@pytest.mark.parametrize("style", [RTL, LTR])
@pytest.mark.parametrize("text", ["\u200b", "\u2060\u200d", "a\ufeffb", "\u202e", " ", ""])
def test_invisible_characters_take_no_room_and_break_nothing(style, text):
    assert Typesetter().set(text, style, 200).lines <= 1
