"""How far a document in the making is, told page by page."""

import pypdf
import pytest

from facilitator.acts.export import export

LONG = "States should publish a register of complaints and of what became of each. " * 6


@pytest.mark.parametrize("what", ["panel-summary", "report", "ledger"])
def test_pages_are_told_while_they_are_laid_out_and_again_while_they_are_drawn(desk, tmp_path, what):
    desk.do("open_panel", panel=1)
    for number in range(60):
        desk.do("make_recommendation", text=f"{number}: {LONG}")
    told = []
    export(desk, tmp_path / "t.pdf", what=what, progress=lambda page, of: told.append((page, of)))

    of = len(pypdf.PdfReader(tmp_path / "t.pdf").pages)
    laid = [page for page, total in told if total == 0]
    assert laid == sorted(set(laid))
    assert laid[0] == 1
    assert [each for each in told if each[1]] == [(page, of) for page in range(1, of + 1)]


def test_the_contents_of_a_text_to_be_edited_are_told_as_far_as_they_are_known(desk, tmp_path):
    told = []
    export(desk, tmp_path / "t.docx", what="report", progress=lambda page, of: told.append((page, of)))

    pages = [page for page, _ in told]
    assert (pages, {of for _, of in told}) == (list(range(1, len(pages) + 1)), {0})


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".json"])
def test_of_a_table_each_five_hundredth_row_is_told_and_the_last(desk, tmp_path, suffix):
    for number in range(1_200):
        desk.do("add_participant", name=f"Somebody {number}", category="GOV")
    told = []
    target = tmp_path / f"t{suffix}"
    export(desk, target, what="participants", progress=lambda row, of: told.append((row, of)))

    (of,) = {total for _, total in told}
    assert (of >= 1_200, [row for row, _ in told]) == (True, [500, 1_000, of])
