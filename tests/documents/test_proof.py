"""A proof flows from page to page, tells how far it is, and loads nothing that it does not need."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest

from facilitator.acts.proof import make_proof
from facilitator.documents.proof import (
    FULL_WIDTH_PT,
    Flaw,
    ProofFault,
    ProofParagraph,
    read_paragraphs,
    set_proof,
)

ROOT = Path(__file__).parents[2]
SENTENCE = "The panel met in Geneva and heard every stakeholder in turn. "


def paragraphs(count, length=9):
    return [ProofParagraph(f"{n + 1}. " + SENTENCE * length, rtl=False) for n in range(count)]


def lines_of(page):
    return [line for line in page.extract_text().splitlines() if line.strip()]


def test_pages_hold_every_paragraph_once_and_in_order(tmp_path):
    path = tmp_path / "p.pdf"

    pages = set_proof(paragraphs(60), path, width_pt=None)

    reader = pypdf.PdfReader(path)
    text = "\n".join(page.extract_text() for page in reader.pages)
    numbers = [int(line.split(".")[0]) for line in text.splitlines() if line.split(".")[0].isdigit()]
    assert (numbers, len(reader.pages)) == (list(range(1, 61)), pages)


def test_no_line_of_a_paragraph_stands_alone_on_a_page(tmp_path):
    path = tmp_path / "p.pdf"
    set_proof(paragraphs(60, length=5), path, width_pt=None)
    pages = [lines_of(page) for page in pypdf.PdfReader(path).pages]

    assert [page[-1][:3] for page in pages if page[-1].split(".")[0].isdigit()] == []
    assert [page[1] for page in pages[1:] if page[1].split(".")[0].isdigit()] == []


@pytest.mark.parametrize(
    ("word", "leading"),
    [("شهادة", 17), ("شَهَادَةٌ", 22), ("عَلى من ادعى عليه أنه قطع", 17)],
    ids=("bare", "vowelled", "one mark"),
)
def test_lines_of_arabic_that_shows_its_vowels_are_further_apart(tmp_path, word, leading):
    path, places = tmp_path / "p.pdf", set()
    set_proof([ProofParagraph(" ".join([word] * 60), rtl=True)], path, width_pt=300)

    def visit(text, _, matrix, *__):
        if text.strip():
            places.add(round(matrix[5], 2))

    pypdf.PdfReader(path).pages[0].extract_text(visitor_text=visit)

    lines = sorted(places)
    assert len(lines) > 2
    assert {round(above - below, 2) for below, above in pairwise(lines)} == {leading}


def test_progress_is_told_paragraph_by_paragraph(tmp_path):
    told = []

    set_proof(paragraphs(3), tmp_path / "p.pdf", width_pt=300, progress=lambda *pair: told.append(pair))

    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_proof_of_nothing_is_one_empty_page(tmp_path):
    assert set_proof([], tmp_path / "p.pdf", width_pt=FULL_WIDTH_PT) == 1
    assert len(pypdf.PdfReader(tmp_path / "p.pdf").pages) == 1


@pytest.mark.parametrize(
    ("content", "what", "index"),
    [
        (b"", Flaw.NOT_JSON, None),
        (b"\xff\xfe[", Flaw.NOT_JSON, None),
        (b'{"text": "x"}', Flaw.NOT_A_LIST, None),
        (b'[{"text": "x", "dir": "ltr"}, {"text": "x"}]', Flaw.NOT_A_PARAGRAPH, 1),
        (b"[" * 100_000, Flaw.NOT_JSON, None),
    ],
)
def test_what_is_wrong_with_a_file_is_named_with_its_place(tmp_path, content, what, index):
    path = tmp_path / "p.json"
    path.write_bytes(content)

    with pytest.raises(ProofFault) as fault:
        read_paragraphs(path)

    assert (fault.value.path, fault.value.what, fault.value.index) == (path, what, index)


def test_a_file_that_is_not_there_is_unreadable(tmp_path):
    with pytest.raises(ProofFault) as fault:
        read_paragraphs(tmp_path / "p.json")

    assert fault.value.what is Flaw.UNREADABLE


def test_a_proof_has_the_name_of_its_file_for_a_title(tmp_path):
    source, target = tmp_path / "p.json", tmp_path / "first proof.pdf"
    source.write_text(json.dumps([{"text": SENTENCE, "dir": "ltr"}]), encoding="utf-8")
    make_proof(source, target, None)

    assert pypdf.PdfReader(target).metadata.title == "first proof"


def test_the_command_loads_neither_store_nor_window(tmp_path):
    source, target = tmp_path / "p.json", tmp_path / "p.pdf"
    source.write_text(json.dumps([{"text": SENTENCE, "dir": "ltr"}]), encoding="utf-8")
    script = f"""
import sys
from facilitator.__main__ import main
sys.argv = ["facilitator", "proof", {str(source)!r}, "-o", {str(target)!r}, "--width", "300"]
print(main(), *sorted({{"sqlalchemy", "alembic", "PySide6", "babel"}} & sys.modules.keys()))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert done.stdout.split() == ["0"]
    assert pypdf.PdfReader(target).pages[0].extract_text().startswith("The panel met in Geneva")
