"""The fields of the report have a text for each language, as its paragraphs do."""

import json

import pypdf
import pytest

from facilitator.acts.export import export
from facilitator.acts.report import worded, written
from facilitator.domain.paragraphs import SUMMARY
from facilitator.domain.refusals import UnknownReference
from facilitator.domain.report_lint import Rule


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

    assert written(held.reading)["symbol"] == "A/HRC/43/2"
    assert worded(held.reading) == {
        "session": {"fr": "Quarante-troisième session"},
        "summary": {"fr": "Premièrement."},
        "conclusions": {"fr": "Tout fut dit."},
    }


def test_a_translation_is_taken_back_by_one_step_and_by_an_empty_text(held):
    held.do("write_report", field="author", text="Le Secrétariat", language="fr")
    held.do("undo", desk="secretariat")
    held.do("write_report", field="session", text="", language="fr")

    assert sorted(worded(held.reading)) == ["conclusions", "summary"]
    with pytest.raises(UnknownReference):
        held.do("write_report", field="author", text="x", language="xx")


def test_a_section_in_hand_takes_its_translations_along(held):
    held.do("draft_section", section=SUMMARY)
    first, second = held.reading.paragraphs()

    texts = [{code: each.text for code, each in paragraph.texts.items()} for paragraph in (first, second)]
    assert texts == [{"en": "First.", "fr": "Premièrement."}, {"en": "Second."}]
    assert not first.behind("fr")
