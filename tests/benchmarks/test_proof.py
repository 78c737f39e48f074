"""A proof of 20 and of 200 pages against typst, WeasyPrint and fpdf2 on the same paragraphs, page by page.

The limits are what is wanted: twice as fast as typst, 8 times as WeasyPrint, 25 times as fpdf2. All is
counted in processor time, which other work on the machine hardly changes, and with compiled modules, as an
installed program has them.

20 Arabic pages stand nearest to a limit. Measured in turns on two cores with much else to do, against typst:
English 8 times (20 pages) and 9 (200), Arabic 2.1 to 2.4 and 3.3 times. Loading counts at 200 pages and is
left out at 20, on all sides; it takes nearly half of the time of 20 Arabic pages, which with it are 27 to 31
times as fast as fpdf2's.

Where the time of 20 Arabic pages goes: an eighth to HarfBuzz itself, a sixth to take its glyphs as objects
and make texts and codes of them, a seventh to cut words into parts and put them together, a sixth to look
words up in their order and break lines, a fifth to draw and pack pages and fonts. Of loading, half is
reportlab's and its pictures', a fifteenth to look for dead rings of objects.
"""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from facilitator.language.places import font_file

TEXTS = Path(__file__).parents[3] / "shared" / "data" / "texts"
STATUS = Path("/proc/self/status")
RIVALS = ("typst", "weasyprint", "fpdf")
needs_rivals = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in RIVALS),
    reason="the others are installed for benchmarks only",
)
needs_texts = pytest.mark.skipif(
    not TEXTS.is_dir(), reason="the texts lie beside the checkout, and it has none"
)
LANGUAGES = pytest.mark.parametrize("code", ["ar", "en"])
FONTS = {
    "ar": ("Amiri", font_file("fontpkg_amiri", "Amiri-Regular.ttf")),
    "en": ("Source Serif 4", font_file("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf")),
}
TYPST = """
import json, sys, typst
source, target, code, family, *fonts = sys.argv[1:]
texts = json.load(open(source, encoding="utf-8"))
made = f'''#set page(paper: "a4", margin: 25mm)
#set text(font: ("{family}", "Source Serif 4"), size: 11pt, lang: "{code}", dir: {texts[0]["dir"]})
#set text(top-edge: 0.7em, bottom-edge: -0.3em)
#set par(justify: true, leading: 6pt, spacing: 12pt)
'''
made += "\\n\\n".join("#" + json.dumps(text["text"], ensure_ascii=False) for text in texts)
typst.compile(made.encode(), output=target, font_paths=fonts, ignore_system_fonts=True)
"""
WEASYPRINT = """
import html, json, sys, weasyprint
source, target, code, family, font, *_ = sys.argv[1:]
texts = json.load(open(source, encoding="utf-8"))
style = f'''@font-face {{ font-family: "{family}"; src: url("file://{font}") }}
@page {{ size: A4; margin: 25mm }} p {{ margin: 0 0 6pt; text-align: justify; orphans: 2; widows: 2 }}
body {{ font: 11pt/17pt "{family}"; direction: {texts[0]["dir"]} }}'''
body = "".join(f"<p>{html.escape(text['text'])}</p>" for text in texts)
made = f'<html lang="{code}"><style>{style}</style><body>{body}</body></html>'
weasyprint.HTML(string=made).write_pdf(target)
"""
FPDF = """
import json, sys, fpdf
source, target, code, family, font, *_ = sys.argv[1:]
texts = json.load(open(source, encoding="utf-8"))
made = fpdf.FPDF(format="A4")
made.set_margins(25, 25, 25)
made.set_auto_page_break(True, 25)
made.add_font("face", fname=font)
made.set_font("face", size=11)
made.set_text_shaping(True, direction=texts[0]["dir"])
made.add_page()
for text in texts:
    made.multi_cell(0, 17 / 72 * 25.4, text["text"], align="J", new_x="LMARGIN", new_y="NEXT")
    made.ln(6 / 72 * 25.4)
made.output(target)
"""
OURS = """
import sys
from pathlib import Path
from facilitator.acts.proof import make_proof
make_proof(Path(sys.argv[1]), Path(sys.argv[2]), None)
"""
OTHERS = {"typst": TYPST, "weasyprint": WEASYPRINT, "fpdf2": FPDF}
# Of 20 pages most of the time is the loading of each program, which has nothing to do with pages: left out.
LEAST = {"typst": 2, "weasyprint": 8, "fpdf2": 25}


def paragraphs(code, pages):
    """Enough paragraphs for about so many pages; a text of 2,000 paragraphs makes 104 pages or more."""
    lines = [
        line for line in (TEXTS / f"un-parallel.{code}.txt").read_text("utf-8").splitlines() if line.strip()
    ]
    wanted = pages * len(lines) // {"ar": 100, "en": 135}[code]
    return [{"text": text, "dir": "rtl" if code == "ar" else "ltr"} for text in (lines * 5)[:wanted]]


@pytest.fixture(autouse=True)
def compiled(tmp_path_factory, monkeypatch):
    """Modules are compiled once, as those of an installed program are."""
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.getbasetemp() / "compiled"))


def timed(script, words, *, loading):
    """The processor time of one run of a script for each page, in seconds.

    A program counts it by itself, so that no other run has to be taken off: with the loading of its modules,
    or from there on.
    """
    lines = script.splitlines()
    imports = [line for line in lines if "import" in line]
    body = [line for line in lines if "import" not in line]
    clock = ["import time", "loaded = time.process_time()"]
    whole = "\n".join([*imports, *clock, *body, "print(loaded, time.process_time())"])
    done = subprocess.run([sys.executable, "-c", whole, *words], check=True, capture_output=True, text=True)
    loaded, end = map(float, done.stdout.split()[-2:])
    return (end - (0 if loading else loaded)) / len(pypdf.PdfReader(words[1]).pages)


def per_page(programs, *, loading, times=5):
    """The best of some runs of each program; they take turns, so that whatever else runs disturbs them alike.

    What its modules compile to is kept by a run that does not count.
    """
    for script, _ in programs.values():
        imports = [line for line in script.splitlines() if "import" in line]
        subprocess.run([sys.executable, "-c", "\n".join(imports)], check=True, capture_output=True)
    rounds = [
        {name: timed(script, words, loading=loading) for name, (script, words) in programs.items()}
        for _ in range(times)
    ]
    return {name: min(each[name] for each in rounds) for name in programs}


@needs_rivals
@needs_texts
@LANGUAGES
@pytest.mark.parametrize("pages", [20, 200])
@pytest.mark.timeout(900)
def test_a_page_takes_a_fraction_of_the_time_that_others_take(tmp_path, code, pages):
    source, target = tmp_path / "p.json", tmp_path / "ours.pdf"
    source.write_text(json.dumps(paragraphs(code, pages)), encoding="utf-8")
    family, font = FONTS[code]
    programs = {"ours": (OURS, [source, target])}
    for name, script in OTHERS.items():
        fonts = [font.parent, FONTS["en"][1].parent] if name == "typst" else [font]
        programs[name] = script, [source, tmp_path / f"{name}.pdf", code, family, *fonts]
    close = {name: programs.pop(name) for name in ("ours", "typst")}
    loading = pages > 20
    taken = per_page(close, loading=loading) | per_page(programs, loading=loading, times=1)
    ours = taken.pop("ours")
    print(f"\n{code}, {len(pypdf.PdfReader(target).pages)} pages: {ours * 1e3:.2f} ms a page")
    ratios = {name: theirs / ours for name, theirs in taken.items()}
    for name, theirs in taken.items():
        print(f"  {name}: {theirs * 1e3:.1f} ms a page, {ratios[name]:.1f} times ours")

    assert {name: ratio for name, ratio in ratios.items() if ratio < LEAST[name]} == {}


@needs_texts
@LANGUAGES
def test_a_page_of_a_long_proof_takes_no_more_than_one_of_a_short(tmp_path, code):
    programs = {}
    for pages in (20, 100, 500):
        source, target = tmp_path / f"{pages}.json", tmp_path / f"{pages}.pdf"
        source.write_text(json.dumps(paragraphs(code, pages)), encoding="utf-8")
        programs[pages] = OURS, [source, target]
    taken = per_page(programs, loading=False)
    print("".join(f"\n{code}, {pages} pages: {each * 1e3:.2f} ms a page" for pages, each in taken.items()))

    assert taken[500] <= taken[100] <= taken[20] * 1.1


@needs_texts
@pytest.mark.skipif(
    not STATUS.is_file(), reason="only Linux tells a program's own peak apart from its parent's"
)
def test_five_hundred_pages_take_less_than_200_megabytes(tmp_path):
    source, target = tmp_path / "p.json", tmp_path / "p.pdf"
    source.write_text(json.dumps(paragraphs("ar", 500)), encoding="utf-8")
    script = f"""
import re, sys
from pathlib import Path
from facilitator.__main__ import main
sys.argv = ["facilitator", "proof", {str(source)!r}, "-o", {str(target)!r}]
main()
print(int(re.search(r"VmHWM:\\s*(\\d+)", Path({str(STATUS)!r}).read_text())[1]) // 1024)
"""
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    print(f"{len(pypdf.PdfReader(target).pages)} pages: {done.stdout.strip()} MB")

    assert len(pypdf.PdfReader(target).pages) >= 480
    assert int(done.stdout) < 200
