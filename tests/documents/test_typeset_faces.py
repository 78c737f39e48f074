"""Which face sets which letter, and what the file says of it."""

import re

import pypdf
import pytest

from facilitator.documents.typeset import FACES, MissingGlyphs, Style, Typesetter, UnknownFace, open_canvas
from facilitator.documents.typeset.engine import open_face
from facilitator.documents.typeset.faces import order_of_choice

ARABIC = Style(("amiri",), 13, 19.5, rtl=True, first_choice_ltr=("source-serif",), ltr_scale=0.88)
LATIN = Style(("source-serif",), 10, 13)


def faces_of(text, style):
    (line,) = Typesetter().set(text, style, 1000).set_lines
    return [(p.ink.font.face.cut.name, round(p.ink.size, 2)) for p in line.pieces if not p.stretch]


def read_back(tmp_path, text, style, *, after=()):
    path = tmp_path / "t.pdf"
    canvas = open_canvas(path, title="t", author="", subject="", lang="ar", rtl=style.rtl, moment=0)
    typesetter = Typesetter()
    typesetter.meet(after, style)
    typesetter.set(text, style, 400).draw(canvas, 60, 700)
    canvas.showPage()
    canvas.save()
    return pypdf.PdfReader(path)


def test_digits_stay_in_the_arabic_face_and_latin_words_do_not():
    assert faces_of("القرار 34/17 A/HRC/40", ARABIC) == [
        ("amiri", 13),
        ("amiri", 13),
        ("source-serif", 11.44),
    ]


def test_a_sign_that_the_latin_face_lacks_takes_no_word_with_it():
    assert faces_of("A/1، B/2، س", ARABIC)[:3] == [
        ("source-serif", 11.44),
        ("amiri", 13),
        ("source-serif", 11.44),
    ]


def test_every_script_finds_a_face_in_a_latin_paragraph():
    assert [name for name, _ in faces_of("Genève Женева جنيف 日内瓦", LATIN)] == [
        "source-serif",
        "source-serif",
        "amiri",
        "noto-serif-sc",
        "noto-serif-sc",
    ]


def test_a_sans_paragraph_falls_back_on_sans():
    sans = Style(("plex",), 8, 9.75)

    assert [name for name, _ in faces_of("Geneva جنيف 日", sans)] == ["plex", "plex-arabic", "noto-sans-sc"]


def test_decomposed_letters_are_set_in_the_face_of_their_word():
    assert [name for name, _ in faces_of("Gene\u0300ve", LATIN)] == ["source-serif"]


@pytest.mark.parametrize("bold", [True, False])
def test_the_chinese_faces_are_read_last(bold):
    order = [cut.package for cut in order_of_choice(("amiri", "plex"), bold=bold)]

    assert sorted(order, key="pylopdf_fonts_zh_cn".__eq__) == order


def test_every_face_has_a_bold_mate_that_is_bold():
    assert {FACES[cut.bold].weight for cut in FACES.values()} == {600, 700}


def test_a_face_that_is_not_there_is_named():
    with pytest.raises(UnknownFace) as unknown:
        Typesetter().set("x", Style(("comic",), 10, 13), 100)

    assert unknown.value.name == "comic"


def test_a_character_without_a_face_is_refused_or_stood_in_for():
    with pytest.raises(MissingGlyphs) as missing:
        Typesetter().set("a\U00013000b\U00013001\U00013000", LATIN, 100)

    assert missing.value.characters == "\U00013000\U00013001"
    assert Typesetter(stand_in="?").line("a\U00013000", LATIN).width_pt == pytest.approx(
        Typesetter().line("a?", LATIN).width_pt
    )


@pytest.mark.parametrize("text", ["abc \ud800", "قرار \udfff abc 12"])
def test_half_a_character_is_shown_as_one_that_is_lost(text):
    assert "plex" in [name for name, _ in faces_of(text, ARABIC)]


@pytest.mark.parametrize("text", ["", " ", "\u200f", "\u2066\u2069", "\u00ad\ufeff", "\n\t"])
def test_text_without_ink_sets_nothing_that_is_seen(text, tmp_path):
    assert Typesetter().line(text, ARABIC).width_pt == 0
    assert read_back(tmp_path, text, ARABIC).pages[0].extract_text().strip() == ""


@pytest.mark.parametrize("word", ["الخبراء", "الكربون", "گفتگو", "كِتَابِهِمُ", "می\u200cخواهم"])
def test_a_word_reads_back_letter_for_letter(tmp_path, word):
    """Strokes that lengthen a letter say nothing, and letters joined in one shape keep apart."""
    assert read_back(tmp_path, word, ARABIC).pages[0].extract_text().strip() == word


def test_a_chinese_heading_is_bold_by_a_stroke(tmp_path):
    heading = Style(("source-serif-bold",), 12, 16)
    page = read_back(tmp_path, "决议", heading).pages[0]

    assert page.extract_text().strip() == "决议"
    assert b" 2 Tr" in page.get_contents().get_data()


def test_a_fixed_place_on_the_axes_is_embedded_without_them(tmp_path):
    fonts = read_back(tmp_path, "Geneva", LATIN).pages[0]["/Resources"]["/Font"].get_object()
    (font,) = [f.get_object() for f in fonts.values()]
    program = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]["/FontFile2"].get_data()

    assert [tag for tag in (b"fvar", b"gvar", b"GSUB", b"GPOS", b"cmap") if tag in program[:300]] == []
    assert len(program) < 6_000


@pytest.mark.parametrize(
    ("face", "words", "rtl"),
    [
        ("amiri", "القَرارُ إلى لا (الأمم) مُحَمَّدٌ «بيان»، 2017/ الله فَخِذٍ", True),
        ("plex-arabic", "القَرارُ إلى لا (الأمم) مُحَمَّدٌ «بيان»، الله", True),
        ("source-serif", "office AVATAR (fjord) 12/34 l’État “Wafflé” To", False),
        ("source-serif-bold", "Типография «Ежегодник» А/HRC 2019", False),
        ("frank-ruhl", "שלום (עולם) לְכָל־אָדָם", True),
    ],
)
def test_words_shaped_in_one_go_are_shaped_as_alone(face, words, rtl):
    shaper = open_face(FACES[face])
    columns, found = shaper.shape_words(words.split(" "), rtl=rtl)
    glyphs = list(zip(*columns, strict=True))
    together = {word: glyphs[begin:end] for word, begin, end in found}

    assert together == {word: shaper.shape(word, (0, len(word)), rtl=rtl) for word in words.split(" ")}


@pytest.mark.parametrize("face", ["source-serif", "source-serif-bold", "amiri", "plex", "noto-serif-sc"])
def test_numbers_that_are_met_together_are_as_shaped_one_by_one(face):
    numbers = [f"{number}{sign}" for number in range(1, 3000, 7) for sign in ("", ".", "/9")]
    style, together, alone = Style((face,), 10, 13), Typesetter(), Typesetter()
    together.meet_marks(numbers, style)

    def drawn(typesetter):
        pieces = [typesetter.line(number, style).set_lines[0].pieces[0] for number in numbers]
        glyphs = {f"{code:04X}": glyph for glyph, code in pieces[0].ink.font._codes.items()}
        said = [re.sub("[0-9A-F]{4}", lambda code: str(glyphs[code.group()]), p.operators) for p in pieces]
        return said, [round(piece.width, 6) for piece in pieces]

    assert drawn(together) == drawn(alone)


@pytest.mark.parametrize("face", ["amiri", "amiri-bold"])
@pytest.mark.parametrize("before", ["", "انظر (Live to See) ( ) (2014)", "Live to See (2014 )، ("])
def test_brackets_around_numbers_are_those_around_letters(tmp_path, face, before):
    """The face has smaller ones for Latin text; one of each would make a pair of two heights."""
    style = Style((face,), 13, 19.5, rtl=True)
    found = read_back(tmp_path, "قرار (أ) (2014) (عام 2014) (2014 فصاعداً)", style, after=[before])

    (font,) = found.pages[0]["/Resources"]["/Font"].values()
    said = re.findall(r"<[0-9A-F]{4}> <(0028|0029)>", font["/ToUnicode"].get_data().decode())
    assert sorted(said) == ["0028", "0029"]


def test_of_a_letter_with_marks_only_those_signs_are_named_that_no_face_has():
    with pytest.raises(MissingGlyphs) as missing:
        Typesetter().set("aB\u0362\u0301c", LATIN, 100)

    assert missing.value.characters == "\u0362"
