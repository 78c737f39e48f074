"""Controlled vocabularies: concepts with a code and a label in each language, found by what is typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from facilitator.domain.folding import folded

_ARTICLE = "ال"
_NOWHERE = 8


class VocabularyKey(StrEnum):
    """The vocabularies there are; the value is the name of the file that holds one."""

    ADDRESSEES = "addressees"
    GROUPS = "groups"
    PERSONS = "persons"
    THEMES = "themes"
    INSTRUMENTS = "instruments"
    GOALS = "goals"
    DDPA = "ddpa"
    AREAS = "areas"
    MODALITIES = "modalities"
    LEVELS = "levels"
    VERBS = "verbs"
    VOICES = "voices"
    OBJECTIVES = "objectives"
    AGREEMENTS = "agreements"
    STATUSES = "statuses"
    TRANSLATIONS = "translations"
    SENSITIVITIES = "sensitivities"


@dataclass(frozen=True, slots=True)
class Concept:
    """`labels` by language; `also` holds other words it is found by, `details` what else the file tells.

    Two are the same that have the same code in the same vocabulary.
    """

    vocabulary: VocabularyKey
    code: str
    labels: Mapping[str, str] = field(compare=False)
    also: tuple[str, ...] = field(default=(), compare=False)
    details: Mapping[str, str] = field(default_factory=dict, compare=False)

    def label(self, language: str) -> str:
        """Return what it is called; in English where the language has no word for it."""
        return self.labels.get(language) or self.labels.get("en") or self.code


def meant(concepts: Iterable[Concept], typed: str, language: str) -> tuple[Concept, ...]:
    """Return the concepts that typed letters may mean, in any language, the likeliest first.

    A code comes first, then a whole label, the beginning of one, that of its words, and last any part; of
    two alike the language that is written comes first. Without letters all are meant, in their own order.
    """
    wanted = folded(typed)
    if not wanted:
        return tuple(concepts)
    ranked = ((_rank(concept, wanted, language), concept) for concept in concepts)
    likely = [pair for pair in ranked if pair[0] < _NOWHERE]
    return tuple(concept for _, concept in sorted(likely, key=lambda pair: pair[0]))


def _rank(concept: Concept, wanted: str, language: str) -> int:
    if folded(concept.code) == wanted:
        return -1
    ranks = [2 * _match(label, wanted) + (code != language) for code, label in concept.labels.items()]
    return min([*ranks, *(2 * _match(word, wanted) + 1 for word in (*concept.also, concept.code))])


def _match(label: str, wanted: str) -> int:
    whole, words = _key(label)
    if wanted in (whole, whole.removeprefix(_ARTICLE)):
        return 0
    if whole.startswith(wanted) or whole.removeprefix(_ARTICLE).startswith(wanted):
        return 1
    if any(word.startswith(wanted) for word in words):
        return 2
    return 3 if wanted in whole and not wanted.isascii() else _NOWHERE


@lru_cache(maxsize=8192)
def _key(label: str) -> tuple[str, tuple[str, ...]]:
    """Return a label folded, and its words with and without the Arabic article and what is put before it."""
    whole = folded(label)
    words = whole.replace("-", " ").replace("'", " ").replace("/", " ").split()
    bare = [word.removeprefix("و").removeprefix(_ARTICLE) for word in words]
    return whole, (*words, *bare)
