"""A template folder: margins measured on the page, faces embedded, a logo found, faults named."""

import re
import zipfile
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import Image
from pypdfium2 import raw

from facilitator.documents.blocks import Document, Numbered, Paragraph, Role, words
from facilitator.documents.office.docx import write_docx
from facilitator.documents.printing import print_document
from facilitator.documents.template import STANDARD, faults, read_template
from facilitator.language.places import font_file, resource
from facilitator.language.speech import language_for

MM = 72 / 25.4
SENTENCE = {"en": "Every stakeholder was heard in turn. ", "ar": "استُمع إلى جميع أصحاب المصلحة بالتناوب. "}
LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" rx="4"
fill="#00639C"/><g transform="translate(2 2)"><path d="m4 8a5 5 0 1110 0z" fill="white"/></g></svg>"""


def folder(tmp_path, text, **files):
    made = tmp_path / "own"
    made.mkdir()
    made.joinpath("page.toml").write_text(text, encoding="utf-8")
    for name, content in files.items():
        made.joinpath(name.replace("_", ".")).write_bytes(content)
    return made


def font(package="fontpkg_frank_ruhl_libre", name="FrankRuhlLibre[wght].ttf"):
    return font_file(package, name).read_bytes()


def document(code):
    blocks = [Paragraph(words("Title"), Role.TITLE)]
    blocks += [Numbered(words(SENTENCE[code] * 12), n) for n in range(1, 20)]
    return Document("T", "S", "A", tuple(blocks), foot="Foot")


def printed(tmp_path, code, template):
    path = tmp_path / "d.pdf"
    print_document(document(code), language_for(code), path, moment=0, template=template)
    return path


def edges(path, number):
    """The left, right and top edges of the ink of running text on a page, in millimetres from the paper's."""
    page = pypdfium2.PdfDocument(path)[number]
    width, height = page.get_size()
    boxes = [each.get_bounds() for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    return left / MM, (width - right) / MM, (height - max(box[3] for box in boxes)) / MM


@pytest.mark.parametrize("code", ["en", "ar"])
def test_margins_are_those_of_the_folder(tmp_path, code):
    template = read_template(folder(tmp_path, "[margins]\ntop = 40\nsides = 35\n"))
    usual = edges(printed(tmp_path, code, STANDARD), 0)
    found = edges(printed(tmp_path, code, template), 0)

    assert [after - before for before, after in zip(usual, found, strict=True)] == [
        pytest.approx(13, abs=1.6),
        pytest.approx(13, abs=1.6),
        pytest.approx(16, abs=0.1),
    ]


def test_a_text_that_is_edited_has_the_same_margins(tmp_path):
    template = read_template(folder(tmp_path, "[margins]\ntop = 40\nbottom = 30\nsides = 35\n"))
    target = tmp_path / "d.docx"
    write_docx(document("en"), language_for("en"), target, moment=0, template=template)
    text = zipfile.ZipFile(target).read("word/document.xml").decode()
    margins = dict(
        re.findall(r'w:(top|bottom|left|right)="(\d+)"', re.search(r"<w:pgMar[^>]*>", text).group())
    )

    assert {side: round(int(far) / 1440 * 25.4) for side, far in margins.items()} == {
        "top": 40, "bottom": 30, "left": 35, "right": 35,
    }  # fmt: skip


def test_a_face_of_the_folder_is_embedded_as_a_subset_and_named_in_a_text(tmp_path):
    own = folder(tmp_path, '[faces.latin]\nserif = "own.ttf"\n[text]\nsize = 12\n', own_ttf=font())
    reader = pypdf.PdfReader(printed(tmp_path, "en", read_template(own)))
    fonts = [each.get_object() for each in reader.pages[0]["/Resources"]["/Font"].values()]
    names = {each["/BaseFont"][8:] for each in fonts}
    target = tmp_path / "d.docx"
    write_docx(document("en"), language_for("en"), target, moment=0, template=read_template(own))
    styles = zipfile.ZipFile(target).read("word/styles.xml").decode()

    assert "FrankRuhlLibre-Regular" in names
    assert [name for name in names if name.startswith("SourceSerif")] == []
    below = [each["/DescendantFonts"][0].get_object()["/FontDescriptor"] for each in fonts]
    assert all("/FontFile2" in each.get_object() for each in below)
    body = re.search(r'w:styleId="BodyText".*?</w:style>', styles, re.DOTALL).group()
    assert re.findall(r'w:ascii="([^"]*)"|<w:sz w:val="(\d+)"', body) == [
        ("Frank Ruhl Libre", ""),
        ("", "24"),
    ]


@pytest.mark.parametrize("name", ["logo.svg", "logo.png"])
@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_logo_opens_the_first_page_and_the_text(tmp_path, name, code):
    own = folder(tmp_path, f'[logo]\nfile = "{name}"\nwidth = 36\nsays = "The centre"\n')
    if name.endswith("svg"):
        own.joinpath(name).write_text(LOGO, encoding="utf-8")
    else:
        Image.new("RGBA", (60, 20), "#00639C").save(own / name)
    template = read_template(own)
    path = printed(tmp_path, code, template)
    page = pypdfium2.PdfDocument(path)[0]
    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE]
    left, _, right, _ = next(iter(page.get_objects(filter=kinds))).get_bounds()
    figure = (
        pypdf.PdfReader(path).trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()["/K"][0].get_object()
    )

    start = 22 * MM if code == "en" else (210 - 22 - 36) * MM
    assert (left, right) == (pytest.approx(start, abs=1), pytest.approx(start + 36 * MM, abs=1))
    assert (figure["/S"], figure["/Alt"]) == ("/Figure", "The centre")
    target = tmp_path / "d.docx"
    write_docx(document(code), language_for(code), target, moment=0, template=template)
    package = zipfile.ZipFile(target)
    assert package.read("word/media/logo.png")[:4] == b"\x89PNG"
    assert re.findall(r'wp:extent cx="(\d+)"', package.read("word/document.xml").decode()) == ["1296000"]


def test_the_example_changes_nothing():
    template = read_template(resource("page-template"))

    assert (template.scale, template.faces, template.logo) == (1.0, {}, None)
    assert (template.upright, template.landscape) == (STANDARD.upright, STANDARD.landscape)


@pytest.mark.parametrize(
    ("text", "fault", "where"),
    [
        ("[margins]\ntop = 'wide'\n", faults.TemplateOutOfRange, "margins.top"),
        ("[margins]\nsides = 90\n", faults.TemplateOutOfRange, "margins.sides"),
        ("[text]\nsize = true\n", faults.TemplateOutOfRange, "text.size"),
        ("[margin]\ntop = 20\n", faults.TemplateUnknown, "margin"),
        ("margins = 3\n", faults.TemplateUnknown, "margins"),
        ("[faces.greek]\nserif = 'a.ttf'\n", faults.TemplateUnknown, "faces.greek"),
        ("[faces.latin]\nserif = 'gone.ttf'\n", faults.TemplateFileMissing, "faces.latin.serif"),
        ("[faces.latin]\nserif = '../page.toml'\n", faults.TemplateFileMissing, "faces.latin.serif"),
        ("[faces.latin]\nserif_bold = 'page.toml'\n", faults.TemplateNotText, "faces.latin.serif"),
        ("[faces.latin]\nserif = 'page.toml'\n", faults.TemplateNotFont, "faces.latin.serif"),
        ("[logo]\nwidth = 20\n", faults.TemplateNotText, "logo.file"),
        ("[logo]\nfile = 'page.toml'\n", faults.TemplateNotPicture, "logo.file"),
        ("[logo]\nfile = 'text.svg'\n", faults.TemplateNotPicture, "logo.file"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(tmp_path, text, fault, where):
    own = folder(
        tmp_path,
        text,
        text_svg=b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>A</text></svg>',
    )

    with pytest.raises(fault) as refused:
        read_template(own)
    assert refused.value.details["where"] == where


def test_a_folder_without_a_page_file_and_one_that_is_no_toml_are_refused(tmp_path):
    with pytest.raises(faults.TemplateMissing):
        read_template(Path(tmp_path / "nothing"))
    with pytest.raises(faults.TemplateNotToml):
        read_template(folder(tmp_path, "[margins\n"))
