"""What the ledger's desk calls columns, flags and fields."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.domain.attribution import Level
from facilitator.domain.recommendation import Recommendation, Status, Tagged, Told
from facilitator.domain.sifting import NOBODY, Column, Flag
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.direction import isolate
from facilitator.language.levels import LEVEL_WORDS
from facilitator.language.speech import Language, mark
from facilitator.language.vocabularies import label_of, typed_concepts, vocabulary

COLUMNS: Mapping[Column, str] = {
    Column.NUMBER: mark("Number"),
    Column.TEXT: mark("Recommendation"),
    Column.ADDRESSEES: mark("Addressed to"),
    Column.THEMES: mark("Theme"),
    Column.STATUS: mark("Status"),
    Column.VOICES: mark("Voices"),
}
FLAGS: Mapping[Flag, str] = {
    Flag.SENSITIVE: mark("stays with the team"),
    Flag.NO_SOURCE: mark("no source"),
    Flag.ONE_VOICE: mark("one voice"),
    Flag.ONE_CATEGORY: mark("one category"),
    Flag.ONE_REGION: mark("one region"),
    Flag.NO_ADDRESSEE: mark("no addressee"),
}
TAGS: Mapping[Tagged, str] = {
    Tagged.ADDRESSEES: mark("Addressed to"),
    Tagged.LEVELS: mark("Level"),
    Tagged.THEMES: mark("Theme"),
    Tagged.DDPA: mark("Section of the DDPA"),
    Tagged.GROUPS: mark("Groups"),
    Tagged.PERSONS: mark("Persons affected"),
    Tagged.AREAS: mark("Areas"),
    Tagged.INSTRUMENTS: mark("Instruments"),
    Tagged.GOALS: mark("Sustainable Development Goals"),
    Tagged.MODALITIES: mark("Way of cooperating"),
    Tagged.OBJECTIVES: mark("Objectives"),
}
FIELDS: Mapping[Told, str] = {
    Told.VERB: mark("Operative verb"),
    Told.VOICE: mark("Who recommends"),
    Told.AGREEMENT: mark("Agreement"),
    Told.AGREEMENT_NOTE: mark("On the agreement"),
    Told.ATTRIBUTION: mark("Attribution"),
    Told.SENSITIVITY: mark("Sensitivity"),
    Told.INDICATOR: mark("Indicator"),
    Told.TIMELINE: mark("Timeline"),
    Told.RESPONSIBLE: mark("Responsible"),
    Told.REMARKS: mark("Remarks"),
    Told.REVIEWER: mark("Reviewer"),
}
HANDED_ON: Mapping[str, tuple[str, ...]] = {
    "ledger": (".pdf", ".docx", ".xlsx", ".csv", ".json", ".uhri.json"),
    "ledger-fields": (".xlsx", ".json"),
    "earlier": (".xlsx", ".json"),
    "record": (".jsonld", ".qdpx"),
    "codebook": (".csv", ".xlsx"),
}
"""What is handed over of the ledger, and the kinds of file for those who go on with it elsewhere."""
VALUES: Mapping[Told, VocabularyKey] = {
    Told.VERB: VocabularyKey.VERBS,
    Told.VOICE: VocabularyKey.VOICES,
    Told.AGREEMENT: VocabularyKey.AGREEMENTS,
    Told.SENSITIVITY: VocabularyKey.SENSITIVITIES,
}


def ending_words(ending: str) -> str:
    """Return what a kind of file is called by those who read it."""
    return _ENDINGS.get(ending, ending.removeprefix(".").upper())


_ENDINGS = {
    ".uhri.json": "UHRI (JSON)",
    ".jsonld": "JSON-LD (W3C)",
    ".qdpx": "REFI-QDA (QDPX)",
}


def status_word(status: Status, language: Language) -> str:
    return label_of(VocabularyKey.STATUSES, status.value, language.code)


def addressee_word(code: str, language: Language) -> str:
    if code == NOBODY:
        return language.say("Addressed to nobody yet")
    return label_of(VocabularyKey.ADDRESSEES, code, language.code)


def listed(codes: tuple[str, ...], key: VocabularyKey, language: Language) -> str:
    """Return codes as they are called, one after the other as the page runs, each in its own direction."""
    names = [label_of(key, code, language.code) for code in codes]
    return language.say("; ").join(map(isolate, names)) if len(names) > 1 else "".join(names)


def told_codes(held: Recommendation, tag: Tagged, language: Language) -> str:
    """Return what a field holds that is filled from a vocabulary."""
    return listed(getattr(held, tag.value), VocabularyKey(tag.value), language)


def told_value(held: Recommendation, field: Told, language: Language) -> str:
    """Return what a field holds, called as people call it; of a verb also how strong it is."""
    value, key = str(getattr(held, field.value)), VALUES.get(field)
    if field is Told.ATTRIBUTION:
        return language.say(LEVEL_WORDS[Level(value)]) if value else ""
    if key is None or not value:
        return value
    strength = vocabulary(key)[value].details.get("strength") if value in vocabulary(key) else None
    label = label_of(key, value, language.code)
    if not strength:
        return label
    return f"{label} · {language.say('strength {n} of 5', n=language.number(int(strength)))}"


def codes_of(typed: str, key: VocabularyKey, language: Language) -> tuple[str, ...]:
    """Return the codes that typed words name, parted by semicolons; a word that names none stays a word."""
    parts = [part.strip() for part in typed.replace("؛", ";").replace("；", ";").split(";")]
    return tuple(dict.fromkeys(_code(part, key, language) for part in parts if part))


def _code(typed: str, key: VocabularyKey, language: Language) -> str:
    concepts = vocabulary(key)
    if typed in concepts:
        return typed
    named = (code for code, concept in concepts.items() if typed == concept.label(language.code))
    found = next(named, None)
    if found is not None:
        return found
    meant = typed_concepts(typed, language.code, (key,))
    return meant[0].code if len(meant) == 1 else typed
