"""Every product of the sample in every format and language, read back by other programs."""

import csv
import json
import re
import shutil
import subprocess
from zipfile import ZipFile

import docx
import openpyxl
import pypdf
import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.export import export
from facilitator.acts.products import PRODUCTS
from facilitator.acts.sample import build
from facilitator.domain.notes import RecommendationId
from facilitator.domain.recommendation import Recommendation
from facilitator.language.speech import LANGUAGES
from facilitator.store.ledger_rows import from_recommendation
from facilitator.store.workshop_file import Entry

OF = {
    suffix: [what for what, product in PRODUCTS.items() if suffix in product.formats]
    for suffix in (".pdf", ".docx", ".xlsx", ".csv", ".json")
}
each_language = pytest.mark.parametrize("language", LANGUAGES)
QPDF = shutil.which("qpdf")


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample workshop, in Arabic, in the midst of its second panel."""
    path = tmp_path_factory.mktemp("sample") / "durban.facilitator"
    moment = build(path, "ar")
    desk = open_desk(path, lambda: moment)
    yield desk
    desk.close()


def made(sample, tmp_path, suffix, language):
    """The products there are in this format, by name."""
    for what in OF[suffix]:
        target = tmp_path / f"{what}{suffix}"
        assert export(sample, target, what=what, language=language).missing == ""
        yield what, target


def fonts_of(reader):
    return {
        font.get_object()["/BaseFont"]: font.get_object()
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }


@each_language
def test_a_pdf_says_its_language_and_title_and_holds_every_font_it_is_set_in(sample, tmp_path, language):
    for what, path in made(sample, tmp_path, ".pdf", language):
        reader = pypdf.PdfReader(path)
        root = reader.trailer["/Root"]
        shown = root["/ViewerPreferences"]
        told = (what, root["/Lang"], root["/MarkInfo"]["/Marked"], shown["/DisplayDocTitle"])
        right_to_left = shown.get("/Direction") == "/R2L"
        packet = root["/Metadata"].get_data().decode()
        bare_fonts = [
            name
            for name, font in fonts_of(reader).items()
            if "/ToUnicode" not in font
            or not {"/FontFile2", "/FontFile3"}
            & font["/DescendantFonts"][0].get_object()["/FontDescriptor"].keys()
        ]

        assert told == (what, language, True, True)
        assert right_to_left is (language == "ar")
        assert bool(reader.metadata.title) is True
        assert re.findall("<pdfuaid:part>(.)</pdfuaid:part>", packet) == ["1"]
        assert bare_fonts == []
        assert [page["/Tabs"] for page in reader.pages] == ["/S"] * len(reader.pages)
        assert len(reader.outline) > 0


def parts(element):
    """The element and all below it."""
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        below = kid.get_object()
        if isinstance(below, pypdf.generic.DictionaryObject) and "/S" in below:
            yield from parts(below)


@each_language
def test_figures_say_what_they_show_and_tables_have_heads(sample, tmp_path, language):
    seen = set()
    for what, path in made(sample, tmp_path, ".pdf", language):
        tree = pypdf.PdfReader(path).trailer["/Root"]["/StructTreeRoot"]
        found = list(parts(tree["/K"].get_object()))
        heads = [part for part in found if part["/S"] == "/TH"]
        silent = [part for part in found if part["/S"] == "/Figure" and not part.get("/Alt")]
        tables = [part for part in found if part["/S"] == "/Table"]

        assert (what, silent) == (what, [])
        assert [head["/A"]["/Scope"] for head in heads] == ["/Column"] * len(heads)
        seen.update(str(part["/S"]) for part in found)
        assert {"/H1"} <= {str(part["/S"]) for part in found}
        if what in {"ledger", "record", "balance", "participants"}:
            assert (what, bool(tables), bool(heads)) == (what, True, True)
    assert seen >= {"/Document", "/H1", "/H2", "/P", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH"}
    assert seen >= {"/TD", "/Figure", "/TOC", "/TOCI", "/Link", "/Reference"}


@pytest.mark.skipif(QPDF is None, reason="qpdf is not on this machine")
@pytest.mark.parametrize("language", ["ar", "fr", "zh"])
def test_qpdf_finds_nothing_wrong_with_any_product(sample, tmp_path, language):
    for what, path in made(sample, tmp_path, ".pdf", language):
        checked = subprocess.run([QPDF, "--check", path], capture_output=True, text=True, check=False)

        assert (what, checked.returncode, checked.stderr) == (what, 0, "")


@each_language
def test_a_text_opens_and_every_paragraph_of_arabic_runs_to_the_left(sample, tmp_path, language):
    for what, path in made(sample, tmp_path, ".docx", language):
        opened = docx.Document(str(path))
        with ZipFile(path) as package:
            damaged, body = package.testzip(), package.read("word/document.xml").decode()

        assert (what, damaged, len(opened.paragraphs) > 0) == (what, None, True)
        assert len(re.findall("<w:bidiVisual */>", body)) == (len(opened.tables) if language == "ar" else 0)
        assert bool(re.search("<w:sectPr.*<w:bidi */>", body)) is (language == "ar")


@each_language
def test_a_workbook_runs_as_its_language_does_and_holds_no_formula(sample, tmp_path, language):
    for what, path in made(sample, tmp_path, ".xlsx", language):
        book = openpyxl.load_workbook(path)
        sheets = [sheet for sheet in book if sheet.sheet_state == "visible"]
        formulas = [cell for sheet in sheets for row in sheet for cell in row if cell.data_type == "f"]

        assert (what, formulas) == (what, [])
        assert {bool(sheet.sheet_view.rightToLeft) for sheet in sheets} == {language == "ar"}
        assert [bool(sheet.auto_filter.ref) for sheet in sheets] == [True] * len(sheets)


@each_language
def test_lists_and_objects_are_read_back(sample, tmp_path, language):
    for what, path in made(sample, tmp_path, ".csv", language):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert (what, len(rows) > 1, {len(row) for row in rows} == {len(rows[0])}) == (what, True, True)
    for what, path in made(sample, tmp_path, ".json", language):
        assert (what, len(json.loads(path.read_text(encoding="utf-8"))) > 0) == (what, True)


@pytest.mark.timeout(600)  # five files of ten thousand rows, on whatever machine this is
def test_ten_thousand_recommendations_are_a_ledger_in_every_format(desk, tmp_path):
    panel = desk.reading.panels()[0].id
    texts = [f"Publish the register of case {number}." for number in range(1, 10_001)]
    rows = [
        from_recommendation(Recommendation(RecommendationId(f"r-{n}"), panel, n, text, ("States",), ()))
        for n, text in enumerate(texts, 1)
    ]
    entry = Entry("import", "secretariat", {}, desk.now())
    desk.file.write(entry, lambda work: work.insert_all("recommendation", rows))
    desk.changed()

    for suffix in PRODUCTS["ledger"].formats:
        export(desk, tmp_path / f"t{suffix}", what="ledger")

    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 10_001
    book = openpyxl.load_workbook(tmp_path / "t.xlsx", read_only=True)
    assert book.worksheets[0].max_row == 10_001
    printed = pypdf.PdfReader(tmp_path / "t.pdf")
    assert "10000" in printed.pages[-1].extract_text().replace(",", "")
