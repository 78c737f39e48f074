"""The template of the concept note is whole; it and the sample speak all six languages throughout."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

RESOURCES = Path(__file__).parents[2] / "resources"
TEMPLATE = tomllib.loads((RESOURCES / "templates" / "durban-2019.toml").read_text(encoding="utf-8"))
SAMPLE = tomllib.loads((RESOURCES / "sample" / "durban-2019.toml").read_text(encoding="utf-8"))
FILES = pytest.mark.parametrize("content", [TEMPLATE, SAMPLE], ids=["template", "sample"])

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
SCRIPTS = {"ar": r"[\u0621-\u064a]", "ru": r"[\u0400-\u04ff]", "zh": r"[\u4e00-\u9fff]"}
ARABIC = re.compile(r"[\u0621-\u064a]")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
SYMBOL = re.compile(r"A/(?:HRC/)?[\w./\[\]…-]*")
HONORIFIC = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Madam)\b|\b(?:السيد|السيدة|السادة|الدكتور|الدكتورة|الأستاذ|الأستاذة)\b"
)


def pairs(value, where="") -> list:
    """Return every text meant for a person, with the place it stands at."""
    if isinstance(value, dict) and {"ar", "en"} & value.keys():
        return [(where, value)]
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    return [pair for name, child in children for pair in pairs(child, f"{where}/{name}")]


def bare(value) -> list[str]:
    """Return every string that is the same in all languages."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return (
            [] if {"ar", "en"} & value.keys() else [text for child in value.values() for text in bare(child)]
        )
    return [text for child in value for text in bare(child)] if isinstance(value, list) else []


@FILES
def test_every_text_has_the_six_languages_and_nothing_else(content):
    assert [where for where, texts in pairs(content) if sorted(texts) != [*LANGUAGES]] == []
    assert [
        where for where, texts in pairs(content) if not all(text.strip() for text in texts.values())
    ] == []
    assert [texts for _, texts in pairs(content) for text in texts.values() if text != text.strip()] == []


@FILES
def test_the_same_text_is_always_said_the_same_way(content):
    said: dict[tuple[str, str], set[str]] = {}
    for where, texts in pairs(content):
        if not where.endswith(("tiny", "one", "short")):  # these are cut to their places
            for language in LANGUAGES[1:]:  # Arabic calls whom it addresses by shorter names
                said.setdefault((texts["en"], language), set()).add(texts[language])

    assert [texts for texts in said.values() if len(texts) > 1] == []


@FILES
def test_every_text_is_written_in_its_own_script(content):
    texts = [texts for _, texts in pairs(content)]
    for language, script in SCRIPTS.items():
        assert [t[language] for t in texts if not re.search(script, t[language])] == []
        others = [other for code, other in SCRIPTS.items() if code != language]
        assert [t[language] for t in texts if re.search("|".join(others), t[language])] == []
        bare = [SYMBOL.sub("", t[language]) for t in texts]
        assert [text for text in bare if LATIN_WORD.search(text)] == []
    for language in ("en", "es", "fr"):
        assert [t[language] for t in texts if re.search("|".join(SCRIPTS.values()), t[language])] == []
    assert [t["en"] for t in texts if not t["en"].isprintable()] == []


@FILES
def test_every_language_gives_the_same_figures(content):
    def digits(text):
        return {number for number in re.findall(r"\d+", text) if len(number) > 2}

    # Small numbers may be words in one language; years are figures in all.
    differing = [t for _, t in pairs(content) for text in t.values() if digits(text) != digits(t["en"])]

    assert differing == []


@FILES
def test_a_string_without_languages_is_a_key_a_symbol_or_a_time(content):
    assert [text for text in bare(content) if not re.fullmatch(r"[\w$!:/-]*", text, re.ASCII)] == []


@FILES
def test_typography_is_that_of_the_printed_page(content):
    texts = [text for _, pair in pairs(content) for text in pair.values()]

    assert [text for text in texts if re.search(r"['\"ـ٠-٩]|  |\.\.\.|\u00a0", text)] == []
    # Arabic sentences take Arabic punctuation; a comma may only stand inside a symbol or a number.
    assert [pair["ar"] for _, pair in pairs(content) if re.search(r"[,;?]", pair["ar"])] == []
    # French has a narrow space before high punctuation and inside guillemets; Chinese has its own marks.
    assert [t["fr"] for _, t in pairs(content) if re.search(r"(?<!\u202f)[:;?!»]|«(?!\u202f)", t["fr"])] == []
    assert [t["zh"] for _, t in pairs(content) if re.search(r"[,;:?() ]", t["zh"])] == []
    questions = [t["es"] for _, t in pairs(content) if "?" in t["es"]]
    assert [text for text in questions if text.count("¿") != text.count("?")] == []


@FILES
def test_nobody_is_named(content):
    assert [text for _, pair in pairs(content) for text in pair.values() if HONORIFIC.search(text)] == []


def test_workshop_states_what_the_note_states():
    workshop = TEMPLATE["workshop"]

    assert {"title", "short_title", "report_title", "aim", "place", "outcome"} <= workshop.keys()
    assert (workshop["slug"], str(ZoneInfo(workshop["timezone"]))) == ("durban-2019", "Europe/Zurich")
    assert [day["date"] for day in TEMPLATE["days"]] == [dt.date(2019, 10, 21), dt.date(2019, 10, 22)]
    assert {tuple(map(tuple, day["sittings"])) for day in TEMPLATE["days"]} == {
        (("10:00", "13:00"), ("15:00", "18:00"))
    }


def test_panels_fill_the_sittings_three_a_day():
    panels = TEMPLATE["panels"]
    sittings = {day["date"]: day["sittings"] for day in TEMPLATE["days"]}

    assert [panel["number"] for panel in panels] == [1, 2, 3, 4, 5, 6]
    assert Counter(panel["day"] for panel in panels) == dict.fromkeys(sittings, 3)
    for panel in panels:
        assert panel["starts"] < panel["ends"] == panel["hard_stop"]
        assert any(begin <= panel["starts"] and panel["ends"] <= end for begin, end in sittings[panel["day"]])
    for before, after in pairwise(panels):
        assert (before["day"], before["ends"]) <= (after["day"], after["starts"])


def test_only_the_first_panel_is_asked_questions():
    assert [panel["questions_are"] for panel in TEMPLATE["panels"]] == ["questions"] + ["focus_areas"] * 5
    assert [len(panel["questions"]) for panel in TEMPLATE["panels"]] == [4, 4, 2, 4, 7, 4]
    first, *others = TEMPLATE["panels"]
    ends = {question["text"][lang][-1] for question in first["questions"] for lang in LANGUAGES}
    assert ends == {"؟", "?", "？"}
    assert not any("؟" in question["text"]["ar"] for panel in others for question in panel["questions"])


def test_names_fit_where_they_are_shown():
    def longest(rows, name):
        return max(len(text) for row in rows for text in row[name].values())

    questions = [question for panel in TEMPLATE["panels"] for question in panel["questions"]]
    words = [len(q["short"][lang].split()) for q in questions for lang in LANGUAGES if lang != "zh"]
    assert longest(TEMPLATE["panels"], "title") <= 90
    assert longest(TEMPLATE["panels"], "short") <= 40
    assert (min(words), max(words)) == (2, 4)
    assert longest(TEMPLATE["categories"], "short") <= 20
    assert longest(TEMPLATE["categories"], "tiny") <= 8


def test_categories_share_the_whole_time_in_a_fixed_order():
    categories = TEMPLATE["categories"]

    assert [category["key"] for category in categories] == ["UNM", "REG", "NHRI", "CSO", "ACA", "GOV"]
    assert sum(round(category["target_share"] * 100) for category in categories) == 100
    assert {category["allotment_s"] for category in categories} == {180}


def test_facts_of_the_note_are_complete():
    assert [objective["number"] for objective in TEMPLATE["objectives"]] == [1, 2, 3, 4, 5, 6]
    assert [group["key"] for group in TEMPLATE["groups"]] == [
        "AFR",
        "ASI",
        "IND",
        "MIG",
        "REF",
        "MIN",
        "ROM",
        "OTH",
    ]
    assert [group["label"]["en"] for group in TEMPLATE["groups"] if "alias" in group] == ["Roma"]
    assert {w["year"]: w["report"] for w in TEMPLATE["earlier_workshops"]} == {
        2008: "A/HRC/11/3",
        2010: "A/HRC/15/56",
        2012: "A/HRC/23/18",
        2014: "A/HRC/28/31",
        2016: "A/HRC/34/23",
    }
    assert [consultation["place"]["en"] for consultation in TEMPLATE["consultations"]] == [
        "Washington, D.C.",
        "Banjul",
    ]


def test_resolutions_carry_their_true_dates_and_say_where_the_note_differs():
    resolutions = TEMPLATE["resolutions"]

    assert {r["symbol"]: r["adopted"].isoformat() for r in resolutions} == {
        "A/HRC/RES/6/20": "2007-09-28",
        "A/HRC/RES/12/15": "2009-10-01",
        "A/HRC/RES/18/14": "2011-09-29",
        "A/HRC/RES/24/19": "2013-09-27",
        "A/HRC/RES/30/3": "2015-10-01",
        "A/HRC/RES/34/17": "2017-03-24",
    }
    assert [r["symbol"].removeprefix("A/HRC/RES/") for r in resolutions if "remark" in r] == [
        "6/20",
        "24/19",
        "30/3",
        "34/17",
    ]
    years = [workshop["year"] for workshop in TEMPLATE["earlier_workshops"]]
    assert [r["led_to"] for r in resolutions] == [*years, 2019]


def test_the_contested_exonym_stands_in_an_alias_only():
    found = [where for where, pair in pairs(TEMPLATE) if "الغجر" in pair["ar"]]

    assert found == ["/groups/6/alias"]


def test_defects_of_the_note_are_listed_for_a_person():
    told = " ".join(point["text"]["en"] for point in TEMPLATE["attention"])

    assert len(TEMPLATE["attention"]) == 15
    assert all(symbol in told for symbol in ("RES/6/20", "RES/24/19", "RES/30/3", "RES/34/17"))
