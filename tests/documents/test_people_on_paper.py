"""Participants on paper stand under the headings of their categories."""

import docx

from facilitator.acts.export import export


def test_each_category_is_a_heading_over_its_own_table(desk, people, tmp_path):
    export(desk, tmp_path / "t.docx", what="participants")
    read = docx.Document(tmp_path / "t.docx")

    headings = [p.text for p in read.paragraphs if p.style.name == "Heading 2"]
    rows = [len(table.rows) - 1 for table in read.tables]
    assert (headings, rows) == (["States", "Civil society"], [3, 2, 2])
