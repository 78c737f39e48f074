"""A label in the margin of a list stands beside the rows it names, and moves none of them."""

import pytest

from facilitator.documents.blocks import Document, Paragraph, Role, words
from facilitator.documents.grid import UNIT_PT
from facilitator.documents.layout import Layout
from facilitator.documents.setting import Setter
from facilitator.documents.styles import roles
from facilitator.documents.typeset import Typesetter
from facilitator.language.speech import language_for

LABEL = Paragraph(words("Regional and subregional human rights mechanisms of all kinds"), Role.LABEL)


def rows(code, *names, label=LABEL):
    listed = [Paragraph(words(name), Role.PARTICIPANT) for name in names]
    layout = Layout(Setter(Typesetter()), roles, language_for(code))
    return list(layout.items(Document("", "", "", (label, *listed))))


@pytest.mark.parametrize("code", ["en", "ar"])
def test_rows_are_as_high_as_their_names_whatever_stands_beside_them(code):
    found = rows(code, "Brazil", "Kenya", "Norway", "Togo", "Chad", "Peru")

    assert {row.height for row in found} == {found[-1].text.block.leading_pt}
    assert found[0].beside_height > found[0].height
    assert [row.space for row in found] == [UNIT_PT, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_label_longer_than_its_list_has_room_below(code):
    first, last = rows(code, "Brazil", "Kenya")

    assert first.height + last.height == pytest.approx(first.beside_height)
    assert (first.keeps_next, last.keeps_next) == (True, False)
