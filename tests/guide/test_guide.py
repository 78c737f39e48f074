"""The guide: short, in any language, with the screens as they are, and tagged for those who hear it."""

import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from facilitator.guide.making import make_guide
from facilitator.language.speech import LANGUAGES, language_for

ROOT = Path(__file__).parents[2]
MOST_PAGES = 12
LEAST_ROWS = 6  # of a page: its head, its number and the heads of a table alone are no page


@pytest.mark.parametrize("code", LANGUAGES)
def test_guide_is_short_and_has_its_pictures(qapp, tmp_path, code):
    target = tmp_path / "guide.pdf"
    pages = make_guide(target, language_for(code))
    read = pypdf.PdfReader(target)
    pictures = [image.image.size for page in read.pages for image in page.images if image.image.width > 1000]

    rows = [len(page.extract_text().splitlines()) for page in read.pages]

    assert pages == len(read.pages) <= MOST_PAGES
    assert [row for row in rows if row < LEAST_ROWS] == []
    assert pictures == [(1366, 768)] * 2 + [(1920, 1080)] + [(1366, 768)] * 2
    assert read.trailer["/Root"]["/Lang"] == code
    assert [path.name for path in tmp_path.iterdir()] == ["guide.pdf"]


def test_report_desk_shows_its_pages(qapp, tmp_path):
    target = tmp_path / "guide.pdf"
    make_guide(target, language_for("en"))
    last = [image.image for page in pypdf.PdfReader(target).pages for image in page.images][-1]
    ink, paper = last.convert("L").crop((600, 250, 766, 550)).getextrema()

    assert (ink < 128, paper > 250) == (True, True)


def test_every_picture_says_what_it_shows(qapp, tmp_path):
    target = tmp_path / "guide.pdf"
    make_guide(target, language_for("en"))
    tree = pypdf.PdfReader(target).trailer["/Root"]["/StructTreeRoot"]

    assert figures(tree) == [
        "The start screen",
        "The floor desk during a discussion",
        "What the room sees",
        "The notes desk",
        "The report desk with the pages as they print",
    ]


def figures(element):
    element = element.get_object() if hasattr(element, "get_object") else element
    if not isinstance(element, dict):
        return []
    own = [str(element["/Alt"])] if element.get("/S") == "/Figure" else []
    below = element.get("/K", [])
    below = below.get_object() if hasattr(below, "get_object") else below
    return own + [alt for each in (below if isinstance(below, list) else [below]) for alt in figures(each)]


def test_guide_is_made_on_the_command_line_too(tmp_path):
    words = [sys.executable, "-m", "facilitator", "guide", "-o", str(tmp_path / "g.pdf"), "--lang", "ar"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, timeout=60, check=False)

    assert (done.returncode, (tmp_path / "g.pdf").read_bytes()[:5]) == (0, b"%PDF-")


def test_place_that_is_not_there_is_told(tmp_path):
    words = [sys.executable, "-m", "facilitator", "guide", "-o", str(tmp_path / "no" / "g.pdf")]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stderr) == (
        1,
        f"g.pdf could not be written to {tmp_path / 'no'}. Check the folder and the disk.\n",
    )
