"""Symbols of documents are found in any text, and taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.symbols import Symbol, gathered, symbol_of, symbols_in


@pytest.mark.parametrize(
    ("text", "organ", "series", "numbers", "changes"),
    [
        ("A/HRC/RES/34/17", "A/HRC", "RES", ("34", "17"), ()),
        ("A/RES/63/170", "A", "RES", ("63", "170"), ()),
        ("A/CONF.189/12", "A", "CONF.189", ("12",), ()),
        ("A/HRC/28/31/Add.1/Corr.2", "A/HRC", "", ("28", "31"), ("Add.1", "Corr.2")),
        ("CERD/C/GC/34", "CERD/C", "GC", ("34",), ()),
        ("HRI/GEN/1/Rev.9", "HRI", "GEN", ("1",), ("Rev.9",)),
        ("S/RES/1325 (2000)", "S", "RES", ("1325",), ()),
        ("E/CN.4/RES/1993/51", "E", "CN.4/RES", ("1993", "51"), ()),
    ],
)
def test_a_symbol_is_taken_apart(text, organ, series, numbers, changes):
    assert symbol_of(f" {text} ") == Symbol(text, organ, series, numbers, changes)


@pytest.mark.parametrize(
    "text", ["", "A/HRC", "and/or 2", "HRC/RES/34/17", "A/HRC/RES/34/17, para. 2", "A/B test"]
)
def test_what_is_no_symbol_is_none(text):
    assert symbol_of(text) is None


def test_they_are_found_in_every_script_each_once_in_order():
    text = "قرار A/HRC/RES/34/17، و(A/CONF.189/12). 第A/HRC/28/31号 https://un.org/A/RES/1"

    assert [each.text for each in symbols_in(text, "A/HRC/RES/34/17[^A/71/3.]")] == [
        "A/HRC/RES/34/17",
        "A/CONF.189/12",
        "A/HRC/28/31",
        "A/71/3",
    ]


def test_a_correction_tells_what_it_corrects():
    assert [each.changed for each in symbols_in("A/HRC/28/31/Corr.1 A/HRC/28/31")] == ["A/HRC/28/31"] * 2


def test_known_documents_come_first_and_once():
    assert gathered(["A/1/1", "B"], "E/2/2 and A/1/1", "E/3/3") == ("A/1/1", "B", "E/2/2", "E/3/3")


@given(st.text())
def test_any_text_is_read(text):
    assert all(each.text in text and symbol_of(each.text) == each for each in symbols_in(text))
