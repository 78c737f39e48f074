"""The list for a translator of the United Nations: complete over what the program says, and true to it."""

import csv
import re

import pytest

from facilitator.language.levels import LEVEL_WORDS
from facilitator.language.motives import MOTIVES
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.language.report_fields import MASTHEAD
from tests.language.test_catalogues import ROOT, catalogues

SECTIONS = dict(
    re.findall(
        r"^## (\w+)\n(.*?)(?=^## |\Z)",
        (ROOT / "i18n" / "TERMS.md").read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
)
VOCABULARIES = {file.name: file for file in (ROOT / "resources" / "vocabularies").glob("*.csv")}
LANGUAGES = {"Arabic": "ar", "Spanish": "es", "French": "fr", "Russian": "ru", "Chinese": "zh"}
SEEN = {
    "Arabic": {"Good practice", "Lesson learned", "Solution, remedy"},
    "French": {"Good practice"},
}
"""Which of them stand in documents that were read."""
in_every_language = pytest.mark.parametrize("language", LANGUAGES)


def rows(section):
    lines = [line for line in SECTIONS[section].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines][2:]


@in_every_language
def test_a_sentence_that_is_listed_is_said_as_the_list_has_it(language):
    said = {each.id: each.string for each in catalogues.read(LANGUAGES[language]) if isinstance(each.id, str)}
    listed = {row[0]: row[2] for row in rows(language) if row[0] in said and row[0][0].isupper()}

    assert listed == {term: said[term] for term in listed}


@in_every_language
def test_every_kind_motive_level_and_field_is_listed_unless_it_was_seen(language):
    words = {*NOTE_KINDS.values(), *MOTIVES.values(), *LEVEL_WORDS.values(), *MASTHEAD.values()}
    listed = {row[0].lower() for row in rows(language)}

    assert sorted(word for word in words - SEEN.get(language, set()) if word.lower() not in listed) == []


def test_every_vocabulary_is_told_of_with_codes_that_it_has():
    told = {row[0]: set(" ".join(row[1:]).split()) for row in rows("Vocabularies")}
    held = {}
    for name, file in VOCABULARIES.items():
        with file.open(encoding="utf-8") as lines:
            held[name] = {row["code"] for row in csv.DictReader(lines)}

    assert told.keys() == held.keys()
    assert {name: codes - held[name] for name, codes in told.items() if codes - held[name]} == {}
