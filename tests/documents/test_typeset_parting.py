"""Arabic words shaped in parts: the same glyphs in the same places as of the words as a whole."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from facilitator.documents.typeset.engine import open_face
from facilitator.documents.typeset.faces import FACES
from facilitator.documents.typeset.font_object import FontInUse
from facilitator.documents.typeset.harfbuzz import HarfBuzzFace
from facilitator.documents.typeset.parting import parted, pays
from facilitator.documents.typeset.reshaped import ReshapedFace
from facilitator.language.places import font_file

TEXT = Path(__file__).parents[3] / "shared" / "data" / "texts" / "un-parallel.ar.txt"
LETTERS = [chr(code) for code in (*range(0x0621, 0x063B), *range(0x0641, 0x064B))]
SHAPES = "ادروبنيجسصعكلمه"  # one letter of each shape
BEFORE = ("", "بل")
BEHIND = ["", *LETTERS, *map("".join, product(SHAPES, repeat=2))]
FREE = "اأآإدذرزوؤ"
PARTED = pytest.mark.parametrize("name", [name for name, cut in FACES.items() if cut.parted])


def shaped(name, words, *, parted):
    cut = replace(FACES[name], parted=parted)
    font = FontInUse(HarfBuzzFace(cut, font_file(cut.package, cut.file)), "/T1")
    raised = font.shape(words, rtl=True)
    return font.shaped[True], raised


def words_around(letter):
    return [before + letter + next_ + behind for before in BEFORE for next_ in LETTERS for behind in BEHIND]


def test_a_word_is_parted_where_no_letter_moves_another():
    assert parted(["والقرار", "في"]) == ["و", "ا", "لقر", "ا", "ر", "\x01", "في"]


@pytest.mark.parametrize(
    "word", ["تركيز", "أوكل", "والله", "حاجِب", "لاكن", "إيمن", "وا\u0655لى", "رلججا", "بحوسج", "رجل"]
)
def test_a_word_stays_whole_where_a_letter_reaches_over(word):
    assert word[-3:] in "".join(parted([word])[-1:])


@PARTED
@pytest.mark.parametrize("letter", FREE)
def test_any_letters_are_shaped_in_parts_as_they_are_as_a_whole(name, letter):
    words = words_around(letter)
    in_parts = shaped(name, words, parted=True)

    assert len(parted(words)) > len(words) * 2
    assert pays(words)
    assert in_parts == shaped(name, words, parted=False)


@pytest.fixture(scope="module")
def real_words():
    if not TEXT.is_file():
        pytest.skip("the texts lie beside the checkout, and it has none")
    words = dict.fromkeys(TEXT.read_text("utf-8").split())
    words = [word for word in words if not word.isascii() and not any(map(str.isdigit, word))]
    return open_face(FACES["amiri"]).having(words)


@PARTED
def test_real_words_are_shaped_in_parts_as_they_are_as_a_whole(name, real_words):
    assert pays(real_words)
    assert len(real_words) > 13_000
    in_parts = shaped(name, real_words, parted=True)
    assert in_parts == shaped(name, real_words, parted=False)


def test_parts_join_as_words_do_without_harfbuzz_too(real_words):
    face = ReshapedFace(FACES["amiri"], font_file("fontpkg_amiri", "Amiri-Regular.ttf"))

    def glyphs(text):
        return face.shape(text, (0, len(text)), rtl=True)

    for word in real_words[::5]:
        assert [glyph for part in parted([word])[::-1] for glyph in glyphs(part)] == glyphs(word)


def test_words_with_their_vowels_are_shaped_whole():
    assert not pays(["كِتَابٌ", "وَرَقٌ"])
    assert pays(["كتاب", "ورق"])
