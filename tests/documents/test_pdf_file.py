"""The objects of a PDF file: each reads back as it was, and the same ones give the same bytes."""

import io

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.documents.typeset import Sheet
from facilitator.documents.typeset.metadata import Metadata
from facilitator.documents.typeset.pdf_file import PdfFile, written

TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
VALUES = st.recursive(
    TEXTS | st.integers(-(2**31), 2**31) | st.floats(-10_000, 10_000).map(lambda value: round(value, 3)),
    lambda inner: st.lists(inner) | st.dictionaries(st.from_regex("[A-Z][a-z]{0,5}", fullmatch=True), inner),
    max_leaves=12,
)


def about(title="A title", moment=0):
    return Metadata(title=title, author="", subject="", lang="en", moment=moment)


def read_back(value):
    file = PdfFile()
    root = file.add({"Type": b"/Catalog", "Held": value})
    reader = pypdf.PdfReader(io.BytesIO(file.whole(root, file.add({}))), strict=True)
    return plain(reader.trailer["/Root"]["/Held"])


def plain(value):
    if isinstance(value, dict):
        return {key[1:]: plain(held) for key, held in value.items()}
    if isinstance(value, list):
        return [plain(held) for held in value]
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return float(value) if isinstance(value, float) else str(value) if isinstance(value, str) else int(value)


@given(VALUES)
def test_a_value_reads_back_as_it_was(value):
    assert read_back(value) == value


@given(st.binary())
def test_a_stream_reads_back_as_it_was(data):
    file = PdfFile()
    held = file.add_stream(data, {})
    root = file.add({"Type": b"/Catalog", "Held": held})
    reader = pypdf.PdfReader(io.BytesIO(file.whole(root, file.add({}))))

    assert reader.trailer["/Root"]["/Held"].get_data() == data


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1.5, b"1.5"),
        (-0.00001, b"-0"),
        (2.0, b"2"),
        ("a (b)\\", rb"(a \(b\)\\)"),
        ("\ud800", b"(\xfe\xff\x00?)"),
        ({"A": [1, b"/B"]}, b"<</A [1 /B]>>"),
    ],
)
def test_values_stand_in_the_file_in_their_shortest_form(value, shown):
    assert written(value) == shown


def drawn(*titles):
    sheet = Sheet((100, 200), about())
    for title, level in titles:
        sheet.place(title, 50)
        sheet.head(title, title, level)
        sheet.end_page()
    return pypdf.PdfReader(io.BytesIO(sheet.whole()), strict=True)


def test_the_outline_has_each_heading_below_the_one_above_it():
    reader = drawn(("One", 0), ("Below", 1), ("Deep", 2), ("Two", 0), ("Other", 1))

    names = lambda parts: [names(p) if isinstance(p, list) else p.title for p in parts]  # noqa: E731 - itself
    assert names(reader.outline) == ["One", ["Below", ["Deep"]], "Two", ["Other"]]
    assert reader.get_destination_page_number(reader.outline[-1][0]) == 4
    assert reader.trailer["/Root"]["/PageMode"] == "/UseOutlines"


def test_a_file_without_headings_or_pages_is_one_empty_page():
    reader = drawn()

    assert (len(reader.pages), reader.outline) == (1, [])
    assert tuple(map(float, reader.pages[0].mediabox)) == (0, 0, 100, 200)


def test_an_image_belongs_to_its_page_alone():
    sheet = Sheet((100, 100), about())
    grey = {"Width": 1, "Height": 1, "BitsPerComponent": 8, "ColorSpace": b"/DeviceGray"}
    sheet.write(f"/{sheet.image(b'x', grey)} Do")
    sheet.end_page()
    sheet.write("n")
    reader = pypdf.PdfReader(io.BytesIO(sheet.whole()))

    assert [len(page.images) for page in reader.pages] == [1, 0]


def test_the_moment_and_each_word_tell_files_apart():
    made = [Sheet((9, 9), about(*said)).whole() for said in [(), (), ("Another",), ("A title", 1_000)]]

    names = [pypdf.PdfReader(io.BytesIO(each)).trailer["/ID"][0] for each in made]
    assert made[0] == made[1]
    assert len(set(names)) == 3
