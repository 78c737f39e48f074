"""Every product of a workshop, in every format: what it holds, and what none of them may hold."""

import csv
import json
import re
import zipfile
import zlib
from pathlib import Path

import openpyxl
import pytest

from facilitator.acts.books import BOOKS
from facilitator.acts.desk import open_desk
from facilitator.acts.export import LevelNotMade, UnknownFormat, UnknownProduct, export
from facilitator.acts.importing.order import Order
from facilitator.acts.intake import Kind, import_list
from facilitator.acts.output import NotWritten
from facilitator.acts.products import PRODUCTS
from facilitator.acts.report_texts import written
from facilitator.acts.sample import build
from facilitator.acts.workshops import new_workshop
from facilitator.domain.attribution import Level
from facilitator.domain.notes import NoteKind
from facilitator.domain.refusals import NoPanelYet, NotUnderstood, UnknownReference
from facilitator.language.speech import LANGUAGES, language_for

BLNS = Path(__file__).parents[3] / "shared" / "data" / "texts" / "blns.txt"
TEN = 1_571_644_800_000
MARKER = "Zzyzxprotected"
EVERY = [(what, suffix) for what, product in PRODUCTS.items() for suffix in product.formats]
every_product = pytest.mark.parametrize(("what", "suffix"), EVERY)


@pytest.fixture
def held(desk, clock, sitting, people):
    """A panel with three interventions, notes of several kinds and two recommendations, then closed."""
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(130)
    desk.do("write_note", text="A national register works.", kind=NoteKind.GOOD_PRACTICE, question=1)
    asked = desk.do("write_note", text="Publish the register.", kind=NoteKind.RECOMMENDATION)
    desk.do("make_recommendation", text="Publish the register.", notes=(asked.id,), addressees=("States",))
    desk.do("give_floor", request=sitting["Coalition"])
    clock.pass_s(60)
    desk.do("write_note", text=f"{MARKER} was threatened.", kind=NoteKind.PROTECTION)
    desk.do("write_note", text=f"{MARKER} is for me alone.", kind=NoteKind.MEMO)
    desk.do("end_intervention")
    desk.do("close_panel")
    return desk


def rows(desk, tmp_path, what, **asked):
    target = tmp_path / "t.json"
    export(desk, target, what=what, **asked)
    return json.loads(target.read_text(encoding="utf-8"))


def test_the_record_tells_everything_in_the_order_of_time(held, tmp_path):
    held.do("set_rule", rule="consent_needed", value=False)
    found = rows(held, tmp_path, "record")["record"]

    assert [(row["what"], row["kind"], row["name"], row["text"]) for row in found] == [
        ("Phase", "Opening", None, None),
        ("Intervention", "statement", "Brazil", None),
        ("Note", "Good practice", "Brazil", "A national register works."),
        ("Note", "Recommendation", "Brazil", "Publish the register."),
        ("Intervention", "statement", "Coalition", None),
        *(
            ("Not heard", "statement", name, "The panel was closed before the floor could be given.")
            for name in ("Norway", "Kenya", "Network")
        ),
    ]
    assert [(row["length"], row["limit"], row["over"]) for row in found if row["length"] is not None] == [
        (130.0, 120.0, 10.0),
        (60.0, 180.0, None),
    ]


def test_the_record_tells_of_a_statement_received_and_not_delivered(desk, sitting, clock, tmp_path):
    desk.do("set_rule", rule="consent_needed", value=False)
    clock.pass_s(60)
    desk.do("receive_statement", request=sitting["Norway"], words=250)
    clock.pass_s(60)
    desk.do("give_floor", request=sitting["Brazil"])
    found = rows(desk, tmp_path, "record")["record"]

    told = "The statement was received in writing and not delivered."
    assert [(row["what"], row["name"], row["length"], row["text"]) for row in found] == [
        ("Phase", None, None, None),
        ("Statement received", "Norway", None, told),
        ("Intervention", "Brazil", 0.0, None),
    ]


def test_the_record_names_nobody_below_the_level_asked_for(held, tmp_path):
    bodies = rows(held, tmp_path, "record", level="A1")["record"]
    categories = rows(held, tmp_path, "record", level="A2")["record"]

    assert {"name", "body", "on_behalf_of", "category"} - bodies[0].keys() == {"name"}
    assert {"name", "body", "on_behalf_of", "category"} - categories[0].keys() == {
        "name",
        "body",
        "on_behalf_of",
    }
    assert {row["category"] for row in categories} == {None, ""}  # fewer than three of each spoke
    with pytest.raises(LevelNotMade):
        export(held, tmp_path / "t.json", what="record", level="A3")


def test_the_ledger_tells_what_each_recommendation_rests_on(held, tmp_path):
    found = rows(held, tmp_path, "ledger")["recommendations"]

    assert [
        (row["number"], row["text"], row["addressees"], row["panel"], row["voices"], row["categories"])
        for row in found
    ] == [("R-P1-01", "Publish the register.", "States", "Panel 1: Remedies", 1, "States")]
    hidden = rows(held, tmp_path, "ledger", level="A2")["recommendations"][0]
    assert found[0].keys() - hidden.keys() == {"categories", "regions"}


def test_the_balance_sheet_holds_the_plan_against_what_was(held, tmp_path):
    found = rows(held, tmp_path, "balance")

    assert [
        (
            row["group"],
            row["interventions"],
            row["time"],
            round(row["share"], 3),
            row["target"],
            row["waiting"],
        )
        for row in found["shares"]
        if row["dimension"] == "Category"
    ] == [("States", 1, 130.0, 0.684, 0.5, 2), ("Civil society", 1, 60.0, 0.316, 0.5, 1)]
    (panel,) = found["panels"]
    assert {key: panel[key] for key in ("interventions", "time", "overruns", "overrun", "unheard")} == {
        "interventions": 2,
        "time": 190.0,
        "overruns": 1,
        "overrun": 10.0,
        "unheard": 3,
    }
    assert (panel["opened"], panel["closed"]) == (
        "2019-10-21T08:00:00.000+00:00",
        "2019-10-21T08:03:10.000+00:00",
    )
    assert [row["who"] for row in found["unheard"]] == [
        "States",
        "States",
        "Civil society",
    ]  # they have no body
    assert found["phases"] == [{"panel": 1, "phase": "Opening", "planned": None, "held": 190.0}]


def test_participants_stand_by_category_and_in_the_order_of_the_alphabet(held, tmp_path):
    found = rows(held, tmp_path, "participants")

    assert [
        (row["category"], row["name"], row["interventions"], row["time"]) for row in found["participants"]
    ] == [
        ("States", "Brazil", 1, 130.0),
        ("States", "Kenya", 0, 0.0),
        ("States", "Norway", 0, 0.0),
        ("Civil society", "Coalition", 1, 60.0),
        ("Civil society", "Network", 0, 0.0),
    ]
    counted = [tuple(row.values()) for row in found["categories"]]
    assert counted == [("States", 3, 3, 3, 3, 1), ("Civil society", 2, 2, 2, 2, 1)]
    assert list(rows(held, tmp_path, "participants", level="A4")) == [
        "what", "workshop", "language", "at", "categories",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_the_list_of_participants_is_read_back_without_a_change(desk, people, tmp_path, language, suffix):
    desk.do(
        "add_participant",
        name="=HYPERLINK, Dr. Müller" if suffix == "xlsx" else "Dr. Müller",
        category="NGO",
        delegation="Netzwerk",
        region="western_europe_others",
        gender="female",
        language="fr",
    )
    target = tmp_path / f"people.{suffix}"
    export(desk, target, what="participants", language=language)
    report = import_list(desk, Kind.PARTICIPANTS, Order(target))

    assert (report.read, report.added, report.updated, report.unchanged) == (6, 0, 0, 6)


@every_product
def test_nothing_protected_is_in_any_byte_of_any_product(held, tmp_path, what, suffix):
    target = tmp_path / f"t{suffix}"
    export(held, target, what=what, panel=1)

    assert [part for part, text in unpacked(target) if MARKER in text] == []
    assert sorted(path.name for path in tmp_path.iterdir() if MARKER in path.name) == []
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


@every_product
def test_a_workshop_in_which_nothing_was_said_gives_every_product(desk, tmp_path, what, suffix):
    target = tmp_path / f"t{suffix}"
    export(desk, target, what=what)

    assert target.stat().st_size > 0


@every_product
def test_the_same_workshop_at_the_same_moment_gives_the_same_bytes(held, tmp_path, what, suffix):
    first, second = tmp_path / f"1{suffix}", tmp_path / f"2{suffix}"
    export(held, first, what=what, language="ar")
    export(held, second, what=what, language="ar")

    assert first.read_bytes() == second.read_bytes()


@every_product
def test_a_target_that_cannot_be_written_is_told_and_left_alone(held, tmp_path, what, suffix):
    folder = tmp_path / "taken"
    (folder / f"t{suffix}").mkdir(parents=True)

    with pytest.raises(NotWritten):
        export(held, folder / f"t{suffix}", what=what)
    assert [path.name for path in folder.iterdir()] == [f"t{suffix}"]


def test_the_report_says_its_length_and_what_a_reader_would_mark(held, tmp_path):
    held.do("write_report", field="symbol", text="A/HRC/43/1")
    held.do("write_report", field="conclusions", text="All was said.[^See A/HRC/34/23.]\nNothing was done.")
    found = rows(held, tmp_path, "report")

    assert (found["budget"], found["held_back"]) == (8500, 0)
    told = {paragraph["text"]: paragraph for paragraph in found["paragraphs"]}
    assert told["All was said."]["notes"] == ["See A/HRC/34/23."]
    assert [each["number"] for each in found["paragraphs"] if "number" in each] == list(range(1, 10))
    assert told["Publish the register."]["recommendation"] is True
    assert [(f["rule"], f["paragraph"]) for f in found["findings"]] == [
        ("empty_field", None),
        ("empty_field", None),
        ("empty_field", None),
        ("empty_field", None),
        ("one_category", told["Publish the register."]["number"]),
    ]
    assert (
        found["findings"][-1]["sentence"] == "Paragraph 9: recommendation R-P1-01 rests on one category only."
    )


def test_the_report_counts_what_has_no_translation(held, tmp_path):
    found = rows(held, tmp_path, "report", language="fr")["findings"]

    assert [re.findall("[0-9]+", f["sentence"]) for f in found if f["rule"] == "untranslated"] == [["2"]]


@pytest.mark.parametrize(
    ("what", "texts"), [("panel-summary", 3), ("record", 2), ("ledger", 1), ("balance", 0)]
)
def test_texts_without_a_translation_are_counted_in_every_product(held, tmp_path, what, texts):
    made = {
        code: export(held, tmp_path / "t.pdf", what=what, language=code, panel=1).findings
        for code in ("en", "ar")
    }

    assert made["en"] == ()
    assert [(f.rule, f.n) for f in made["ar"]] == ([("untranslated", texts)] if texts else [])


@pytest.mark.parametrize("level", list(Level))
def test_paragraphs_have_the_same_numbers_in_every_language(held, tmp_path, level):
    numbers = [
        [
            (each.get("number"), each.get("part"))
            for each in rows(held, tmp_path, "report", language=language, level=level)["paragraphs"]
        ]
        for language in LANGUAGES
    ]

    assert [each == numbers[0] for each in numbers] == [True] * len(LANGUAGES)


def test_a_field_of_the_report_is_written_again_and_taken_back(desk):
    desk.do("write_report", field="symbol", text="A/HRC/43/1")
    desk.do("write_report", field="symbol", text="A/HRC/43/2")
    assert written(desk.reading)["symbol"].first == "A/HRC/43/2"

    desk.do("undo", desk="secretariat")
    assert written(desk.reading)["symbol"].first == "A/HRC/43/1"
    with pytest.raises(UnknownReference):
        desk.do("write_report", field="motto", text="x")


@pytest.mark.skipif(not BLNS.is_file(), reason="the shared data is not on this machine")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_strings_that_break_programs_go_through_every_product(desk, clock, tmp_path, language):
    """As title, name, note and recommendation: a document comes out, or one clear sentence."""
    lines = [s for s in BLNS.read_text(encoding="utf-8").split("\n") if s.strip() and not s.startswith("#")]
    desk.do("add_panel", title=lines[150], starts=TEN + 4_000_000, ends=TEN + 8_000_000)
    desk.do("open_panel", panel=1)
    for text in lines:
        try:
            who = desk.do("add_participant", name=text, category="NGO", delegation=text).id
        except NotUnderstood:  # it leaves no ink
            continue
        desk.do("give_floor", request=desk.do("request_floor", participant=who).id)
        clock.pass_s(30)
        note = desk.do("write_note", text=text, kind=NoteKind.RECOMMENDATION).id
        desk.do("write_note", text=text)
        desk.do("make_recommendation", text=text, notes=(note,), addressees=(text,))
    desk.do("close_panel")

    for what, suffix in EVERY:
        target = tmp_path / f"t{suffix}"
        export(desk, target, what=what, language=language, panel=1 if what == "panel-summary" else None)
        assert target.stat().st_size > 0


def test_a_product_format_or_level_that_is_not_there_is_refused(held, tmp_path):
    for error, name, asked in (
        (UnknownProduct, "t.pdf", {"what": "minutes"}),
        (UnknownFormat, "t.odt", {"what": "ledger"}),
        (UnknownReference, "t.csv", {"what": "ledger", "level": "A9"}),
        (UnknownReference, "t.csv", {"what": "ledger", "panel": 7}),
    ):
        with pytest.raises(error):
            export(held, tmp_path / name, **asked)
    assert [path.name for path in tmp_path.iterdir() if path.stem == "t"] == []


@pytest.mark.parametrize("what", [what for what, product in PRODUCTS.items() if product.one_panel])
def test_what_is_of_one_panel_is_refused_in_words_where_there_is_none(tmp_path, clock, what):
    new_workshop(tmp_path / "e.facilitator", language="en", at=clock(), title="Empty")
    empty = open_desk(tmp_path / "e.facilitator", clock)
    with pytest.raises(NoPanelYet):
        export(empty, tmp_path / "t.pdf", what=what)
    empty.close()

    assert [path.name for path in tmp_path.iterdir() if path.stem == "t"] == []


def unpacked(target):
    """Every part of a file as text, whatever it is packed in."""
    if zipfile.is_zipfile(target):
        with zipfile.ZipFile(target) as package:
            yield from ((name, package.read(name).decode("utf-8", "replace")) for name in package.namelist())
        return
    raw = target.read_bytes()
    yield "whole", raw.decode("utf-8", "replace")
    for number, stream in enumerate(re.findall(rb"stream\r?\n(.*?)endstream", raw, re.DOTALL)):
        try:
            yield f"stream {number}", zlib.decompressobj().decompress(stream).decode("latin-1")
        except zlib.error:
            continue


def test_the_workbook_of_the_record_is_a_table_with_what_it_holds(held, tmp_path):
    target = tmp_path / "t.xlsx"
    export(held, target, what="record")
    page = openpyxl.load_workbook(target)["Record"]

    assert [cell.value for cell in page[1]][:6] == ["Panel", "Begins", "Ends", "Length", "What", "Kind"]
    assert page.max_row == 9
    with (tmp_path / "t.csv").open("w"):
        export(held, tmp_path / "t.csv", what="record")
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 9


@pytest.mark.parametrize("suffix", ["pdf", "docx", "json"])
def test_a_report_tells_its_length_and_what_is_to_be_looked_at(held, tmp_path, suffix):
    made = export(held, tmp_path / f"t.{suffix}", what="report").as_json(language_for("en"))

    assert (made["missing"], made["budget"], made["words"] > 0) == ("", 8500, True)
    assert {finding["rule"] for finding in made["findings"]} >= {"empty_field", "one_category"}
    assert export(held, tmp_path / "t.csv", what="ledger").findings == ()


def test_characters_that_no_font_has_are_named(held, tmp_path):
    held.do("make_recommendation", text="Publish \U00013080.")

    assert export(held, tmp_path / "t.pdf", what="ledger").missing == "\U00013080 (U+13080)"


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_table_has_isolates_that_nobody_typed(tmp_path, code):
    moment = build(tmp_path / "sample.facilitator", code)
    desk = open_desk(tmp_path / "sample.facilitator", lambda: moment)
    wrong = {}
    for what in BOOKS:
        target = tmp_path / f"{what}.json"
        export(desk, target, what=what, language=code)
        wrong[what] = re.findall("[\u2066-\u2069]", target.read_text(encoding="utf-8"))
    desk.close()

    assert wrong == {what: [] for what in BOOKS}


def test_what_somebody_typed_leaves_with_its_isolates(desk, tmp_path):
    typed = "\u2067أحمد\u2069 (EU)"
    desk.do("add_participant", name=typed, category="GOV", delegation=typed)
    found = rows(desk, tmp_path, "participants")["participants"]

    assert [(row["name"], row["delegation"]) for row in found if "EU" in row["name"]] == [(typed, typed)]


@pytest.mark.parametrize(
    "typed", ["\u2067أحمد\u2069 (EU)", "\u2068whole\u2069", "one\u2069 astray \u2066two"]
)
def test_what_the_program_composes_leaves_with_the_isolates_that_were_typed(desk, people, tmp_path, typed):
    [panel] = desk.view().panels
    desk.do("edit_question", question=panel.questions[0].id, text=typed)
    desk.do("edit_participant", participant=people["Network"], name=typed)
    desk.do("add_seat", panel=panel.id, participant=people["Network"], capacity=typed)

    [row] = rows(desk, tmp_path, "programme")["programme"]

    told = (f"{typed}; Second?", f"At the panel’s table: {typed} ({typed})")
    assert (row["questions"], row["table"]) == told
