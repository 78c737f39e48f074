"""What is set closer keeps its letters, its lanes and its order; only the white between becomes less."""

from facilitator.documents.closer import closer, closer_roles
from facilitator.documents.flow import Line, Placed, Row
from facilitator.documents.setting import Setter
from facilitator.documents.styles import roles
from facilitator.documents.tables import Table, TableRow
from facilitator.documents.typeset import Typesetter
from facilitator.language.speech import LANGUAGES, language_for


def test_white_between_items_and_rows_is_halved_and_nothing_else():
    block = Setter(Typesetter()).line("States", roles(language_for("en")).label)
    row = TableRow((Placed(block, 0),), 4.0)
    table = Table(None, (row, row), 0.0, 100.0, space=10.0)

    less, line, text = closer([table, Line(9.0, 1.0, "#000000", space=8.0), Row(Placed(block, 0), space=6.0)])

    assert (less.space, [each.white for each in less.rows], line.space, text.space) == (
        5.0,
        [2.0, 2.0],
        4.0,
        3.0,
    )
    assert (table.height - less.height, text.height) == (8.0, block.height_pt)


def test_letters_keep_their_size_in_every_language():
    for code in LANGUAGES:
        usual = roles(language_for(code))
        narrow = closer_roles(usual)

        assert (narrow.label.size_pt, narrow.small.size_pt) == (usual.label.size_pt, usual.small.size_pt)
        assert narrow.label.leading_pt <= usual.label.leading_pt
