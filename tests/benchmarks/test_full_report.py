"""A full report, with tables, notes and contents, against plain paragraphs: page by page, in one process.

The plain page is one of a proof: 11 on 17 pt over the whole width, one face, no tags. Both begin with
nothing shaped, and without their imports; a report here is neither read from a workshop nor drafted. They
hold the same 2,000 sentences, the report in three faces, and half as much again in notes, tables, contents,
heads and feet. An English page of the report holds more than a plain one (424 words beside 378), an Arabic
one three quarters (350 of 476). The limit is what is wanted: twice the plain page.

Measured in 24 quiet rounds, English: 1.93 times by the best of each (2.65 beside 1.37 ms), for its plain page
takes a third of an Arabic one; in five rounds the bests are left to chance, 1.9 to 2.2 times. Counted in
instructions, which no neighbour changes, 1.83 times (18.6 beside 10.2 million a page). Arabic 1.3 to 1.5.
Time is more than instructions tell: a report touches 73 MB of memory, a plain text 47, and to have it for
the first time is 2 to 3 % of a report. Nothing looks for dead rings of objects meanwhile, on either side;
what does so at the end takes one part in a hundred of both.

Where the time of an English report goes: 30 % to meet its words, of which each face shapes its own; 19 % to
set numbered paragraphs, a fifth of it those with notes, and 7 % tables; 2 % to find where pages end; 16 %
to draw and mark, 8 % to pack pages; 6 % to the tree and the outline, 8 % to write the file.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROUNDS = 12
"""The best of each is held against the other: of 24 quiet rounds three came within a fortieth of it."""
TEXTS = Path(__file__).parents[3] / "shared" / "data" / "texts"
MAKE = """
import sys, time
from pathlib import Path
from facilitator.documents.blocks import *
from facilitator.documents.printing import print_document
from facilitator.documents.proof import ProofParagraph, set_proof
from facilitator.language.speech import Language
what, code, source, target = sys.argv[1:]
texts = [line for line in Path(source).read_text("utf-8").splitlines() if line.strip()]
def full():
    columns = (TableColumn("A", 60), TableColumn("B", 76), TableColumn("%", 30, figures=True))
    yield Contents("Contents")
    for number, text in enumerate(texts, 1):
        if number % 100 == 1:
            yield Heading(words(text[:60]), 1, number // 100 + 1)
        if number % 25 == 1:
            yield Heading(words(text[:50]), 2, number % 100 // 25 + 1)
        note = text[:150] if number % 5 == 0 else ""
        yield Numbered((Run(text, note=note),), number, recommendation=number % 10 == 5)
        if number % 40 == 0:
            cells = texts[number - 20 : number]
            rows = [(words(a[:40]), words(a[40:100]), words(str(len(a)))) for a in cells]
            yield Table(columns, tuple(rows), "A table")
began = time.process_time()
if what == "full":
    document = Document("Report", "", "", tuple(full()), head="Report", foot="Draft", facing=True)
    pages = print_document(document, Language(code, "Europe/Zurich"), Path(target), moment=0)
else:
    pages = set_proof([ProofParagraph(text, code == "ar") for text in texts], Path(target), width_pt=None)
print((time.process_time() - began) / pages * 1000, pages)
"""


def per_page(*words):
    """Milliseconds of processor time for each page."""
    made = subprocess.run([sys.executable, "-c", MAKE, *words], check=True, capture_output=True, text=True)
    return float(made.stdout.split()[0])


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the texts lie beside the checkout, and it has none")
@pytest.mark.parametrize("code", ["ar", "en"])
def test_a_page_of_a_full_report_takes_no_more_than_two_plain_ones(tmp_path, code):
    source = str(TEXTS / f"un-parallel.{code}.txt")
    runs = [
        [per_page(what, code, source, str(tmp_path / f"{what}.pdf")) for what in ("plain", "full")]
        for _ in range(ROUNDS)  # in turns, so that whatever else runs disturbs both alike
    ]
    plain, full = map(min, zip(*runs, strict=True))
    print(
        f"\n{code}: a plain page {plain:.2f} ms, a page of the report {full:.2f} ms, {full / plain:.1f} times"
    )

    assert full <= 2 * plain
