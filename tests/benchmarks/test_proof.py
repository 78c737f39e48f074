"""A proof of 200 pages against typst on the same paragraphs: less time per page."""

import importlib.util
import json
import subprocess
import sys
import time
from pathlib import Path

import pypdf
import pytest

from facilitator.language.places import font_file

TEXT = Path(__file__).parents[3] / "shared" / "data" / "texts" / "un-parallel.ar.txt"
PAGES = 200
TYPST = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=sys.argv[3:], ignore_system_fonts=True)
"""
PREAMBLE = """#set page(paper: "a4", margin: 25mm)
#set text(font: ("Amiri", "Source Serif 4"), size: 11pt, lang: "ar", dir: rtl)
#set text(top-edge: 0.7em, bottom-edge: -0.3em) // with the leading below, a line every 17 pt as in ours
#set par(justify: true, leading: 6pt, spacing: 12pt)
"""


@pytest.mark.skipif(
    importlib.util.find_spec("typst") is None, reason="typst is installed for benchmarks only"
)
@pytest.mark.skipif(not TEXT.is_file(), reason="the text lies beside the checkout, and it has none")
@pytest.mark.timeout(600)
def test_a_page_of_the_proof_takes_less_time_than_a_page_of_typst(tmp_path):
    lines = [line for line in TEXT.read_text(encoding="utf-8").splitlines() if line.strip()]
    paragraphs = lines * 4
    source, ours, theirs = tmp_path / "p.json", tmp_path / "ours.pdf", tmp_path / "theirs.pdf"
    source.write_text(json.dumps([{"text": t, "dir": "rtl"} for t in paragraphs]), encoding="utf-8")
    typst = tmp_path / "p.typ"
    typst.write_text(
        PREAMBLE + "\n\n".join(f"#{json.dumps(t, ensure_ascii=False)}" for t in paragraphs), encoding="utf-8"
    )
    folders = [
        str(font_file("fontpkg_amiri", "Amiri-Regular.ttf").parent),
        str(font_file("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf").parent),
    ]
    mine = _timed([sys.executable, "-m", "facilitator", "proof", str(source), "-o", str(ours)])
    other = _timed([sys.executable, "-c", TYPST, str(typst), str(theirs), *folders])
    pages, their_pages = (len(pypdf.PdfReader(path).pages) for path in (ours, theirs))
    per_page, theirs_per_page = mine / pages, other / their_pages

    print(f"\nours {pages} pages, {per_page * 1e3:.1f} ms each")
    print(f"typst {their_pages} pages, {theirs_per_page * 1e3:.1f} ms each")
    assert pages >= PAGES
    assert per_page / theirs_per_page < 1


def _timed(command):
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began
