"""What a template gave a workshop stands in each document in that document's language."""

import json

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.export import export
from facilitator.acts.importing.order import Order
from facilitator.acts.intake import Kind, import_list
from facilitator.acts.outline import outline
from facilitator.acts.workshops import new_workshop, read_template
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.known_texts import is_known_in, rendered
from facilitator.language.speech import LANGUAGES, language_for
from facilitator.language.vocabularies import vocabulary
from tests.conftest import TEN

PAIRS = [*(("en", code) for code in LANGUAGES if code != "en"), ("ar", "en"), ("zh", "ar")]
TABLES = ("programme", "participants", "balance", "record")
EACH = pytest.mark.parametrize("code", LANGUAGES)


@pytest.fixture
def geneva(tmp_path):
    """An English workshop from the template, with recommendations to two of its addressees."""
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=TEN, template="durban-2019")
    desk = open_desk(path, lambda: TEN)
    first = desk.reading.categories()[0]
    desk.do("add_participant", name="Somebody", category=first.key, delegation="A body")
    desk.do("open_panel", panel=1)
    for text, name in (("Publish it.", "States"), ("Train them.", "Regional mechanisms")):
        desk.do("make_recommendation", text=text, addressees=(name,))
    yield desk
    desk.close()


def told(desk, tmp_path, what, code):
    export(desk, tmp_path / "t.json", what=what, language=code)
    return json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))


@EACH
def test_the_report_has_its_headings_objectives_and_categories_in_its_language(geneva, tmp_path, code):
    template = read_template("durban-2019", code)
    found = told(geneva, tmp_path, "report", code)["paragraphs"]
    parts = [each["text"] for each in found if "part" in each]
    headings = list(dict.fromkeys(each["heading"] for each in found if "number" in each))

    assert parts[: len(template["objectives"])] == [each["text"] for each in template["objectives"]]
    assert [each for each in headings if each in [panel["title"] for panel in template["panels"]]] == [
        panel["title"] for panel in template["panels"]
    ]
    assert headings[-2:] == [
        each["label"] for each in template["addressees"] if each["key"] in ("GOV", "REG")
    ]


@EACH
def test_who_is_asked_by_a_code_has_the_workshops_own_heading_or_the_vocabularys_word(geneva, tmp_path, code):
    asked = {each["key"]: each["label"] for each in read_template("durban-2019", code)["addressees"]}
    geneva.do("make_recommendation", text="Hear them.", addressees=("CSO",))
    label = vocabulary(VocabularyKey.ADDRESSEES)["CSO"].label(code)
    (heading,) = (
        p["heading"]
        for p in told(geneva, tmp_path, "report", code)["paragraphs"]
        if p["text"] == "Hear them."
    )
    (row,) = (
        r for r in told(geneva, tmp_path, "ledger", code)["recommendations"] if r["text"] == "Hear them."
    )

    assert (heading, row["addressees"]) == (asked["CSO"], label)


@EACH
def test_only_what_no_template_has_is_told_as_untranslated(geneva, tmp_path, code):
    found = told(geneva, tmp_path, "report", code)["findings"]

    counted = [each["sentence"] for each in found if each["rule"] == "untranslated"]
    assert len(counted) == (0 if code == "en" else 1)  # the two recommendations, and nothing else
    assert [sentence for sentence in counted if "2" not in sentence] == []


@EACH
def test_a_list_of_participants_in_any_language_comes_in_as_the_same_people(geneva, tmp_path, code):
    export(geneva, tmp_path / "people.csv", what="participants", language=code)
    before = [category.label for category in geneva.reading.categories()]
    report = import_list(geneva, Kind.PARTICIPANTS, Order(tmp_path / "people.csv"))

    assert (report.read, report.unchanged, report.added, report.updated) == (1, 1, 0, 0)
    assert [category.label for category in geneva.reading.categories()] == before


@EACH
def test_a_title_that_somebody_gave_goes_before_that_of_the_template(geneva, tmp_path, code):
    geneva.do("set_title", panel=1, title="Called so", language=code)
    found = told(geneva, tmp_path, "report", code)["paragraphs"]

    assert [each["heading"] for each in found if each.get("heading") == "Called so"] != []


def test_a_text_of_no_template_stays_as_it_is():
    assert (rendered("Nobody wrote this.", "fr"), is_known_in("Nobody wrote this.", "fr")) == (
        "Nobody wrote this.",
        False,
    )


@EACH
def test_the_draft_reads_as_the_document_will(geneva, tmp_path, code):
    found = told(geneva, tmp_path, "report", code)["paragraphs"]
    numbered = {each["number"]: each["text"] for each in found if "number" in each}
    rows = outline(geneva.reading, TEN, language_for(code)).rows

    assert {row.number: row.text.split("\n")[0] for row in rows if row.number} == numbered


@pytest.fixture
def made(tmp_path, clock):
    """Return a workshop from the template in a language."""
    desks = []

    def make(language):
        path = tmp_path / f"{len(desks)}.facilitator"
        new_workshop(path, language=language, at=TEN, template="durban-2019")
        desks.append(open_desk(path, clock))
        return desks[-1]

    yield make
    for desk in desks:
        desk.close()


@pytest.mark.parametrize(("own", "other"), PAIRS)
def test_a_workshop_made_in_one_language_reads_in_another_as_if_made_in_it(made, tmp_path, own, other):
    written, native = made(own), made(other)
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"

    for what in TABLES:
        export(written, one, what=what, language=other)
        export(native, two, what=what, language=other)
        assert one.read_text(encoding="utf-8") == two.read_text(encoding="utf-8")
    assert (
        told(written, tmp_path, "report", other)["paragraphs"]
        == (told(native, tmp_path, "report", other)["paragraphs"])
    )
    mine, theirs = (
        [(row.title, row.number, row.text) for row in outline(desk.reading, TEN, language_for(other)).rows]
        for desk in (written, native)
    )
    assert mine == theirs
