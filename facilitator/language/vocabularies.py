"""The controlled vocabularies as they lie in `resources/vocabularies`, one file for each."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import lru_cache

from facilitator.domain.folding import folded
from facilitator.domain.vocabulary import Concept, VocabularyKey, meant
from facilitator.language.known_texts import asked, is_told_in_full, rendered
from facilitator.language.places import resource
from facilitator.language.speech import LANGUAGES

TAGS = (
    VocabularyKey.GROUPS,
    VocabularyKey.ADDRESSEES,
    VocabularyKey.THEMES,
    VocabularyKey.INSTRUMENTS,
    VocabularyKey.GOALS,
    VocabularyKey.DDPA,
    VocabularyKey.AREAS,
    VocabularyKey.MODALITIES,
)
"""The vocabularies that notes and recommendations are tagged from."""


@lru_cache(maxsize=len(VocabularyKey))
def vocabulary(key: VocabularyKey) -> Mapping[str, Concept]:
    """Return the concepts of a vocabulary by their code, in its own order."""
    with resource("vocabularies", f"{key}.csv").open(encoding="utf-8", newline="") as file:
        concepts = [_concept(key, row) for row in csv.DictReader(file)]
    return {concept.code: concept for concept in concepts}


def typed_concepts(typed: str, language: str, among: Iterable[VocabularyKey] = TAGS) -> tuple[Concept, ...]:
    """Return the concepts that letters typed in any of the six languages may mean, the likeliest first."""
    return meant([concept for key in among for concept in vocabulary(key).values()], typed, language)


def has(key: VocabularyKey, code: str) -> bool:
    """Say whether a vocabulary has a code: a goal also by its target, an instrument with what is cited of it.

    10.3 is a target of goal 10, DDPA/PoA/100 a paragraph of the DDPA.
    """
    concepts = vocabulary(key)
    if code in concepts:
        return True
    if key is VocabularyKey.GOALS:
        goal = concepts.get(code.partition(".")[0])
        return goal is not None and code in goal.details["targets"].split()
    return key is VocabularyKey.INSTRUMENTS and "/" in code and code.partition("/")[0] in concepts


def label_of(key: VocabularyKey, code: str, language: str) -> str:
    """Return what a code is called; one that is in no vocabulary is called by itself."""
    concept = vocabulary(key).get(code)
    return code if concept is None else concept.label(language)


def called(addressee: str, language: str) -> str:
    """Return how somebody who is asked to do something is called: a template's own words, or a code's."""
    concept = vocabulary(VocabularyKey.ADDRESSEES).get(addressee)
    if concept is None or is_told_in_full(addressee):
        return rendered(addressee, language)
    return concept.label(language)


@lru_cache(maxsize=4096)
def meaning_of(addressee: str) -> str:
    """Return the code of who is asked, whatever the language and the letters; of others the words, folded."""
    plain = folded(addressee)
    return _meanings().get(plain, plain)


@lru_cache(maxsize=1)
def _meanings() -> Mapping[str, str]:
    """Return the code of all words for those who can be asked; of two, the first of the vocabulary has it."""
    concepts = vocabulary(VocabularyKey.ADDRESSEES).values()
    told = [(each.code, (each.code, *each.labels.values(), *each.also)) for each in concepts]
    found: dict[str, str] = {}
    for code, names in (*told, *asked()):
        for name in names:
            found.setdefault(folded(name), code)
    return found


def _concept(key: VocabularyKey, row: dict[str, str]) -> Concept:
    also = tuple(word.strip() for word in row["also"].split(";") if word.strip())
    labels = {language: row[language] for language in LANGUAGES if row[language]}
    rest = {name: value for name, value in row.items() if name not in ("code", "also", *LANGUAGES)}
    return Concept(key, row["code"], labels, also, rest)


def code_label(code: str, language: str) -> str:
    """Return what a tag such as `groups:AFR` is called."""
    key, _, name = code.partition(":")
    return label_of(VocabularyKey(key), name, language) if key in set(VocabularyKey) else code


def code_name(code: str, language: str) -> str:
    """Return how a tag is shown on a line: by its label where that is short, else by its code."""
    label = code_label(code, language)
    return label if len(label) <= _SHORT else code.partition(":")[2]


_SHORT = 16
