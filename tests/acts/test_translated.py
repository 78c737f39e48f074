"""A recommendation that was put into another language reads so in every document of that language."""

import json
import unicodedata

import docx
import pypdf
import pytest

from facilitator.acts.export import export
from facilitator.domain.notes import NoteKind
from facilitator.domain.recommendation import Told
from tests.acts.test_export import EVERY, unpacked

SAID = {
    "en": "Publish the register every year.",
    "fr": "Publier le registre chaque année.",
    "ar": "نشر السجل كل عام.",
    "zh": "每年公布登记册。",
}
EACH = pytest.mark.parametrize("code", SAID)


@pytest.fixture
def put(desk, clock, sitting):
    """A panel with a recommendation that three languages have, and one that none has; returns the first."""
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(60)
    note = desk.do("write_note", text=SAID["en"], kind=NoteKind.RECOMMENDATION).id
    made = desk.do("make_recommendation", text=SAID["en"], notes=(note,), addressees=("States",)).id
    desk.do("make_recommendation", text="Name a contact point.", addressees=("States",))
    for code, text in SAID.items():
        if code != "en":
            desk.do("edit_recommendation", recommendation=made, text=text, language=code)
    desk.do("end_intervention")
    return made


def told(desk, tmp_path, what, code):
    export(desk, tmp_path / "t.json", what=what, language=code)
    return json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))


@EACH
def test_report_and_ledger_have_it_in_their_language_and_the_other_in_its_own(desk, put, tmp_path, code):
    report = told(desk, tmp_path, "report", code)["paragraphs"]
    ledger = told(desk, tmp_path, "ledger", code)["recommendations"]

    wanted = [SAID[code], "Name a contact point."]
    assert [each["text"] for each in report if each.get("recommendation")] == wanted
    assert [each["text"] for each in ledger] == wanted


@EACH
def test_the_summary_has_it_on_paper_and_to_be_edited(desk, put, tmp_path, code):
    for suffix in ("pdf", "docx"):
        export(desk, tmp_path / f"t.{suffix}", what="panel-summary", language=code)
    pages = pypdf.PdfReader(tmp_path / "t.pdf").pages
    printed = "".join(unicodedata.normalize("NFKC", page.extract_text()) for page in pages)
    document = docx.Document(tmp_path / "t.docx")
    edited = [paragraph.text for paragraph in document.paragraphs]
    edited += [cell.text for table in document.tables for row in table.rows for cell in row.cells]

    assert [sum(printed.count(word) for word in SAID[code].split()) > 0, SAID[code] in edited] == [True, True]
    alone = [text for text in SAID.values() if text in edited]
    assert alone == list(dict.fromkeys([SAID["en"], SAID[code]]))  # the note has no translation


@pytest.mark.parametrize("what", ["ledger", "report"])
def test_only_what_has_no_translation_is_counted(desk, put, tmp_path, what):
    made = {code: export(desk, tmp_path / "t.pdf", what=what, language=code) for code in ("en", "fr", "ru")}

    counted = {
        code: [finding.n for finding in each.findings if finding.rule == "untranslated"]
        for code, each in made.items()
    }
    assert counted == {"en": [], "fr": [1], "ru": [2]}


def test_a_translation_of_a_text_that_was_changed_since_is_told(desk, put, tmp_path):
    desk.do(
        "edit_recommendation", recommendation=put, text="Publish the register twice a year.", language="en"
    )
    found = told(desk, tmp_path, "report", "fr")

    numbers = [each["number"] for each in found["paragraphs"] if each["text"] == SAID["fr"]]
    assert [f["paragraph"] for f in found["findings"] if f["rule"] == "behind"] == numbers
    assert len(numbers) == 1


MARKER = "Zzyzxprotected"


@pytest.fixture
def marked(desk, sitting):
    """Two recommendations that stay with the team, each with a translation that holds the marker."""
    desk.do("give_floor", request=sitting["Brazil"])
    concern = desk.do("write_note", text="Somebody was threatened.", kind=NoteKind.PROTECTION).id
    hidden = [
        desk.do("make_recommendation", text="Protect.", notes=(concern,)).id,
        desk.do("make_recommendation", text="Spare.").id,
    ]
    desk.do("edit_recommendation", recommendation=hidden[1], fields={Told.ATTRIBUTION: "A5"})
    for code in ("fr", "ar"):
        for each in hidden:
            desk.do("edit_recommendation", recommendation=each, text=f"{MARKER} {code}", language=code)
    return desk


@pytest.mark.parametrize(("what", "suffix"), EVERY)
@pytest.mark.parametrize("code", ["fr", "ar"])
def test_a_translation_of_what_stays_with_the_team_is_in_no_byte(marked, tmp_path, what, suffix, code):
    target = tmp_path / f"t{suffix}"
    export(marked, target, what=what, language=code, panel=1)

    assert [part for part, text in unpacked(target) if MARKER in text] == []
