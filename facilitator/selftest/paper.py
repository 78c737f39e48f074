"""Documents of this machine: Arabic set and read back, a DOCX and an XLSX that are whole."""

from __future__ import annotations

import json
import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2

from facilitator.acts.desk import Desk, open_desk
from facilitator.acts.export import export
from facilitator.acts.proof import make_proof
from facilitator.acts.sample import build
from facilitator.selftest.trial import must

# Joined letters, marks, ligatures, digits, brackets, Latin inside Arabic, and Arabic inside Latin.
CASES = (
    ("rtl", "حلقة نقاش تفاعلية بشأن مكافحة العنصرية"),
    ("rtl", "لا إله الا الله"),
    ("rtl", "القرار 68/237 المؤرخ 23 كانون الأول/ديسمبر 2013"),
    ("rtl", "(إعلان ديربان) وبرنامج عمل ديربان A/CONF.189/12"),
    ("rtl", "مُذَكِّرَةٌ مَفَاهِيمِيَّةٌ"),
    ("ltr", "The Arabic word for floor is كلمة, in the list"),
)


def arabic_is_set_and_read_back(folder: Path) -> str:
    """The letters of each case are on the page, all of them and no others."""
    source, target = folder / "cases.json", folder / "cases.pdf"
    source.write_text(
        json.dumps([{"text": text, "dir": direction} for direction, text in CASES]), encoding="utf-8"
    )
    make_proof(source, target, None)
    with pypdfium2.PdfDocument(target) as document:
        read = "".join(page.get_textpage().get_text_range() for page in document)
    wanted, found = _letters("".join(text for _, text in CASES)), _letters(read)
    must(be=found == wanted, told=f"read back as {''.join(found)}")
    return f"{len(CASES)} cases set and read back, {len(wanted)} letters"


def _letters(text: str) -> list[str]:
    """Return letters and digits in a fixed order: readers of PDF guess at the order of mixed lines."""
    return sorted(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())


def documents_for_an_office(folder: Path) -> str:
    """Each part of a summary as DOCX and of a ledger as XLSX is there and can be read."""
    path = folder / "trial.facilitator"
    moment = build(path, "ar")
    desk = open_desk(path, lambda: moment)
    try:
        parts = _parts(desk, "panel-summary", folder / "summary.docx")
        parts += _parts(desk, "ledger", folder / "ledger.xlsx")
    finally:
        desk.close()
    return f"{parts} parts, all well formed"


def _parts(desk: Desk, what: str, target: Path) -> int:
    export(desk, target, what=what, panel=1 if what == "panel-summary" else None)
    with zipfile.ZipFile(target) as package:
        must(be=package.testzip() is None, told=f"{target.name} is damaged")
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        for name in names:
            ET.fromstring(package.read(name))  # noqa: S314 - our own
    return len(names)
