"""Where a table goes on over the page: no row stands alone at a foot, nor alone under the head repeated."""

from itertools import pairwise

import pytest

from facilitator.documents.blocks import Document, Heading, Paragraph, Table, TableColumn, words
from facilitator.documents.printing import print_document
from facilitator.language.speech import language_for

pypdf = pytest.importorskip("pypdf", reason="what is on a page is read back with it")


def rows_by_page(tmp_path, before, rows):
    table = Table(
        (TableColumn("Key", 40.0), TableColumn("What", 80.0)),
        tuple((words(f"row{n}end"), words("what it does")) for n in range(rows)),
        "Keys",
    )
    lines = [Paragraph(words(f"Line {n}")) for n in range(before)]
    document = Document("T", "T", "A", (*lines, Heading(words("Keys"), 1), table))
    out = tmp_path / "t.pdf"
    print_document(document, language_for("en"), out, moment=0)
    pages = [page.extract_text() for page in pypdf.PdfReader(out).pages]
    return [[n for n in range(rows) if f"row{n}end" in page] for page in pages]


@pytest.mark.parametrize("before", range(20, 46))
def test_rows_stand_two_together_at_the_foot_and_at_the_head(tmp_path, before):
    pages = [rows for rows in rows_by_page(tmp_path, before, 7) if rows]

    assert [n for rows in pages for n in rows] == list(range(7))
    assert min(map(len, pages)) >= 2
    assert all(one[-1] + 1 == other[0] for one, other in pairwise(pages))


def test_the_places_at_which_a_table_is_parted_are_met(tmp_path):
    """The lines before it bring the table to every place at the foot of the page."""
    parted = {tuple(map(len, filter(None, rows_by_page(tmp_path, before, 7)))) for before in range(20, 46)}

    assert {(7,), (5, 2), (2, 5)} <= parted
