"""What a change does to a text, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.difference import Fate, Piece, difference

STAYS, GOES, COMES = Fate.STAYS, Fate.GOES, Fate.COMES


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Set up.", "Set up.", [(STAYS, "Set up.")]),
        ("Urge States", "Invite States", [(GOES, "Urge"), (COMES, "Invite"), (STAYS, " States")]),
        ("إنشاء سجلات", "إنشاء سجلات وطنية", [(STAYS, "إنشاء سجلات"), (COMES, " وطنية")]),
        ("", "New", [(COMES, "New")]),
    ],
)
def test_whole_words_go_and_come(old, new, expected):
    assert difference(old, new) == tuple(Piece(fate, text) for fate, text in expected)


@given(st.text(max_size=60), st.text(max_size=60))
def test_pieces_make_both_texts(old, new):
    pieces = difference(old, new)

    assert "".join(piece.text for piece in pieces if piece.fate is not COMES) == old
    assert "".join(piece.text for piece in pieces if piece.fate is not GOES) == new
