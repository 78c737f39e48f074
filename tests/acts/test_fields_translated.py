"""The fields of the report have a text for each language, as its paragraphs do."""

import json

import pypdf
import pytest
from docx import Document

from facilitator.acts.export import export
from facilitator.acts.report_texts import document_titles, written
from facilitator.domain.paragraphs import SUMMARY
from facilitator.domain.refusals import UnknownReference
from facilitator.domain.report_lint import Rule
from facilitator.language.direction import bare


@pytest.fixture
def held(desk):
    """An English workshop with a masthead and two texts, some of them in French as well."""
    for field, text in (
        ("symbol", "A/HRC/43/1"),
        ("session", "Forty-third session"),
        ("author", "Secretariat"),
    ):
        desk.do("write_report", field=field, text=text)
    desk.do("write_report", field="session", text="Quarante-troisième session", language="fr")
    desk.do("write_report", field="summary", text="First.\nSecond.")
    desk.do("write_report", field="summary", text="Premièrement.", language="fr")
    desk.do("write_report", field="conclusions", text="All was said.")
    desk.do("write_report", field="conclusions", text="Tout fut dit.", language="fr")
    return desk


def in_french(desk):
    texts = written(desk.reading)
    return {field: text.texts["fr"].text for field, text in texts.items() if "fr" in text.texts}


def page(desk, tmp_path, code):
    export(desk, tmp_path / f"{code}.pdf", what="report", language=code)
    return " ".join(pypdf.PdfReader(tmp_path / f"{code}.pdf").pages[0].extract_text().split())


def test_each_language_reads_its_own_text_and_the_first_one_where_there_is_none(held, tmp_path):
    english, french, arabic = (page(held, tmp_path, code) for code in ("en", "fr", "ar"))

    assert [text in english for text in ("Forty-third", "Secretariat", "First.", "Second.")] == [True] * 4
    found = [text in french for text in ("Quarante-troisième", "Secretariat", "Premièrement.", "Second.")]
    assert (found, "Forty-third" in french, "First." in french) == ([True] * 4, False, False)
    assert [text in arabic for text in ("Forty-third", "First.")] == [True, True]


def test_texts_without_a_translation_are_counted_for_the_secretariat(held, tmp_path):
    counted = {}
    for code in ("en", "fr", "ar"):
        told = export(held, tmp_path / "t.pdf", what="report", language=code)
        counted[code] = sum(each.n for each in told.findings if each.rule is Rule.UNTRANSLATED)
    titles = counted["ar"] - 5  # what the workshop itself is called stands in English, too

    assert counted == {"en": 0, "fr": titles + 2, "ar": titles + 5}


def test_numbers_are_the_same_in_all_languages_and_lines_go_with_lines(held, tmp_path):
    told = {}
    for code in ("en", "fr"):
        export(held, tmp_path / "t.json", what="report", language=code)
        found = json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))["paragraphs"]
        told[code] = {each["number"]: each["text"] for each in found if "number" in each}

    (number,) = [number for number, text in told["en"].items() if text == "All was said."]
    assert (told["fr"][number], list(told["fr"])) == ("Tout fut dit.", list(told["en"]))


def test_a_symbol_is_the_same_in_all_languages(held):
    held.do("write_report", field="symbol", text="A/HRC/43/2", language="fr")

    assert written(held.reading)["symbol"].first == "A/HRC/43/2"
    assert in_french(held) == {
        "session": "Quarante-troisième session",
        "summary": "Premièrement.",
        "conclusions": "Tout fut dit.",
    }


def test_a_translation_is_taken_back_by_one_step_and_by_an_empty_text(held):
    held.do("write_report", field="author", text="Le Secrétariat", language="fr")
    held.do("undo", desk="secretariat")
    held.do("write_report", field="session", text="", language="fr")

    assert sorted(in_french(held)) == ["conclusions", "summary"]
    with pytest.raises(UnknownReference):
        held.do("write_report", field="author", text="x", language="xx")


def test_a_section_in_hand_takes_its_translations_along(held):
    held.do("draft_section", section=SUMMARY)
    first, second = held.reading.paragraphs()

    texts = [{code: each.text for code, each in paragraph.texts.items()} for paragraph in (first, second)]
    assert texts == [{"en": "First.", "fr": "Premièrement."}, {"en": "Second."}]
    assert not first.behind("fr")


def older(desk, tmp_path, code, what="report"):
    panel = 1 if what == "panel-summary" else None
    told = export(desk, tmp_path / "t.pdf", what=what, language=code, panel=panel)
    return [each.n for each in told.findings if each.rule is Rule.OLDER]


def test_a_translation_is_older_once_its_original_has_changed_and_until_it_is_looked_at_again(held, tmp_path):
    held.do("write_report", field="session", text="Forty-third session", language="en")
    same = older(held, tmp_path, "fr")
    held.do("write_report", field="session", text="Forty-fourth session")
    held.do("write_report", field="summary", text="First of all.\nSecond.")
    changed = [older(held, tmp_path, code) for code in ("fr", "en", "ar")]
    held.do("undo", desk="secretariat")
    taken_back = older(held, tmp_path, "fr")
    held.do("write_report", field="session", text="Quarante-quatrième session", language="fr")

    assert (same, changed, taken_back, older(held, tmp_path, "fr")) == ([], [[2], [], []], [1], [])


def test_a_section_in_hand_knows_which_of_its_translations_are_older(held):
    held.do("write_report", field="summary", text="First of all.\nSecond.")
    held.do("draft_section", section=SUMMARY)

    assert [paragraph.behind("fr") for paragraph in held.reading.paragraphs()] == [True, False]


def test_what_was_first_written_in_another_language_is_the_original(desk, tmp_path):
    desk.do("write_report", field="author", text="Le Secrétariat", language="fr")
    desk.do("write_report", field="author", text="Secretariat")
    desk.do("write_report", field="author", text="Le Secrétariat général", language="fr")

    assert (older(desk, tmp_path, "en"), older(desk, tmp_path, "fr")) == ([1], [])


def test_a_document_is_called_otherwise_in_each_language(held, tmp_path):
    held.do("write_report", field="conclusions", text="See A/HRC/34/23.")
    held.do("title_document", symbol="A/HRC/34/23", title="On arrangements")
    held.do("title_document", symbol="A/HRC/34/23", title="Sur les arrangements", language="fr")
    listed = {}
    for code in ("en", "fr", "es"):
        export(held, tmp_path / "t.docx", what="report", language=code)
        (listed[code],) = [
            bare(each.text) for each in Document(tmp_path / "t.docx").paragraphs if " · " in each.text
        ]
    held.do("title_document", symbol="A/HRC/34/23", title="On other arrangements")

    titles = {"en": "On arrangements", "fr": "Sur les arrangements", "es": "On arrangements"}
    assert listed == {code: f"A/HRC/34/23 · {title}" for code, title in titles.items()}
    assert document_titles(held.reading)["A/HRC/34/23"].all_behind() == {"fr"}


def test_a_recommendation_that_was_translated_before_it_changed_is_counted_in_each_product(desk, tmp_path):
    desk.do("open_panel", panel=desk.reading.panels()[0].id)
    made = desk.do("make_recommendation", text="Meet every year.").id
    desk.do("edit_recommendation", recommendation=made, text="Se réunir chaque année.", language="fr")
    before = [older(desk, tmp_path, "fr", what) for what in ("report", "ledger", "panel-summary")]
    desk.do("edit_recommendation", recommendation=made, text="Meet twice a year.")

    assert before == [[], [], []]
    assert [older(desk, tmp_path, "fr", what) for what in ("report", "ledger", "panel-summary")] == [[1]] * 3
