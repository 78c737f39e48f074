"""The columns of a table: about as wide as wished, and no word in two that can be whole."""

import pytest
from reportlab.lib.units import mm

from facilitator.documents import blocks
from facilitator.documents.blocks import Run, TableColumn, words
from facilitator.documents.columns import fitted
from facilitator.documents.headed_table import headed_table
from facilitator.documents.rich import RichText
from facilitator.documents.setting import Setter
from facilitator.documents.styles import roles
from facilitator.documents.typeset import Typesetter
from facilitator.language.speech import language_for

LONG = {
    "en": "Intergovernmental",
    "fr": "Intergouvernementale",
    "es": "Intergubernamentales",
    "ru": "Межправительственная",
    "ar": "والاستراتيجيات",
    "zh": "西欧和其他国",
}
EACH = pytest.mark.parametrize("code", LONG)


def made(code, rows, widths, *, heads=None, notes=None):
    """The table, set; what it gathers as notes is added to those."""
    language = language_for(code)
    looks = roles(language)
    rich = RichText(Setter(Typesetter()), looks.note, rtl=language.rtl)
    columns = tuple(
        TableColumn(head, width) for head, width in zip(heads or [""] * len(widths), widths, strict=True)
    )
    table = blocks.Table(columns, tuple(tuple(row) for row in rows))
    result = headed_table(table, [width * mm for width in widths], 0.0, rich, looks)
    if notes is not None:
        notes += rich.notes
    return result


def lines(table):
    return [[cell.block.lines for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(
    ("widths", "least", "given"),
    [
        ([40, 60], [10, 10], [40, 60]),
        ([10, 90], [20, 30], [20, 80]),
        ([10, 45, 45], [20, 40, 25], [20, 43, 37]),
        ([50, 50], [80, 80], [50, 50]),
        ([10, 90], [120, 40], [75, 25]),
        ([], [], []),
    ],
)
def test_a_column_that_lacks_room_is_given_what_others_can_spare(widths, least, given):
    assert fitted(widths, least) == pytest.approx(given)


@EACH
def test_a_long_word_in_a_narrow_column_stays_whole(code):
    table = made(code, [(words(LONG[code]), words("."))], [8, 120])

    assert lines(table) == [[1, 1]]
    assert table.width == pytest.approx(128 * mm)


@EACH
def test_a_long_word_of_the_head_stays_whole(code):
    table = made(code, [(words("1"), words("2"))], [8, 120], heads=[LONG[code], "."])

    assert [cell.block.lines for cell in table.head.cells] == [1, 1]


@EACH
def test_columns_that_have_room_are_as_wide_as_wished(code):
    table = made(code, [(words(LONG[code]), words("."))], [70, 96])

    assert [cell.start for cell in table.rows[0].cells] == pytest.approx([0, 70 * mm])


@EACH
def test_many_long_words_make_the_letters_a_little_smaller(code):
    count = 6
    usual = made(code, [[words(LONG[code])]], [100]).rows[0].cells[0].block.natural_width_pt
    narrow = (usual * 0.95 + 3 * mm) / mm
    table = made(code, [[words(LONG[code])] * count], [narrow] * count)

    assert lines(table) == [[1] * count]
    assert [cell.block.natural_width_pt for cell in table.rows[0].cells] == pytest.approx(
        [usual * 0.95] * count, rel=0.01
    )


def test_a_bold_word_has_the_room_that_it_needs():
    table = made("ru", [((Run(LONG["ru"], bold=True),), words("."))], [8, 120])

    assert lines(table) == [[1, 1]]


def test_a_word_that_fits_nowhere_is_in_several_lines_and_keeps_all_its_letters():
    endless = "Ж" * 400
    table = made("ru", [(words(endless), words("да"))], [20, 80])
    block = table.rows[0].cells[0].block

    assert block.natural_width_pt <= 40 * mm
    assert sum(len(piece.operators) for line in block.set_lines for piece in line.pieces) >= 4 * len(endless)


def test_a_note_in_a_cell_is_numbered_once():
    notes = []
    made("ru", [((Run(LONG["ru"], note="Сноска."),), words("."))], [8, 120], notes=notes)

    assert notes == ["note-1"]
