"""Words that a reviewer of the United Nations would put right, and what stands in its documents instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from facilitator.domain.symbols import misshapen

_TERMS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "persons of African descent": "people of African descent",
        "Durban Declaration and Plan of Action": "Durban Declaration and Programme of Action",
        "program": "programme",
        "programs": "programmes",
        "organisation": "organization",
        "organisations": "organizations",
        "recognise": "recognize",
        "emphasise": "emphasize",
        "organise": "organize",
        "prioritise": "prioritize",
        "mobilise": "mobilize",
        "criminalise": "criminalize",
    },
    "ar": {
        "إعلان وخطة عمل ديربان": "إعلان وبرنامج عمل ديربان",
        "خطة عمل ديربان": "برنامج عمل ديربان",
        "يونيو": "يونيه",
        "يوليو": "يوليه",
    },
    "fr": {
        "Déclaration et Plan d'action de Durban": "Déclaration et Programme d'action de Durban",
        "Conseil des droits humains": "Conseil des droits de l'homme",
    },
    "es": {
        "Declaración y Plan de Acción de Durban": "Declaración y Programa de Acción de Durban",
    },
    "ru": {
        "Дурбанская декларация и План действий": "Дурбанская декларация и Программа действий",
        "Дурбанской декларации и Плана действий": "Дурбанской декларации и Программы действий",
    },
    "zh": {"德班宣言和行动计划": "德班宣言和行动纲领"},
}
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")


class Misused(NamedTuple):
    """What stands in a text, and what would in a document of the United Nations."""

    found: str
    better: str


def misused(text: str, language: str) -> tuple[Misused, ...]:
    """Return terms, acronyms and symbols that are not as documents have them, each once, as they come."""
    found = [*_terms(text, language), *_marks(text)]
    return tuple(dict.fromkeys(each for _, each in sorted(found)))


def _terms(text: str, language: str) -> Iterator[tuple[int, Misused]]:
    better = {_plain(term): instead for term, instead in _TERMS.get(language, {}).items()}
    pattern = _pattern(language)
    for match in pattern.finditer(text) if pattern is not None else ():
        yield match.start(), Misused(match.group(), better[_plain(match.group())])


def _marks(text: str) -> Iterator[tuple[int, Misused]]:
    for match in _DOTTED.finditer(text):
        yield match.start(), Misused(match.group(), match.group().replace(".", ""))
    for place, found, better in misshapen(text):
        yield place, Misused(found, better)


def _plain(words: str) -> str:
    return words.casefold().replace("’", "'")


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str] | None:
    """The longest term first; Chinese has no edges of words."""
    terms = sorted(_TERMS.get(language, {}), key=len, reverse=True)
    if not terms:
        return None
    listed = "|".join(re.escape(term).replace("'", "['’]") for term in terms)
    edged = f"(?:{listed})" if language == "zh" else rf"(?<!\w)(?:{listed})(?!\w)"
    return re.compile(edged, re.IGNORECASE)
