"""Short codes that stand for a phrase while one types: one's own, the workshop's, the vocabularies'."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

from facilitator.domain.folding import folded
from facilitator.domain.vocabulary import Concept, VocabularyKey
from facilitator.language.vocabularies import vocabulary

SIGNS = ";؛；"
"""Any of them begins a code: the semicolon of the Latin, Arabic and Chinese keyboards."""

LONGEST = 24
_PLAIN = (
    VocabularyKey.ADDRESSEES,
    VocabularyKey.GROUPS,
    VocabularyKey.INSTRUMENTS,
    VocabularyKey.AREAS,
    VocabularyKey.MODALITIES,
    VocabularyKey.THEMES,
)
_NUMBERED = {VocabularyKey.GOALS: "sdg", VocabularyKey.DDPA: "ddpa"}
_SCRIPTS = ((0x0590, 0x08FF, "ar"), (0x0400, 0x052F, "ru"), (0x4E00, 0x9FFF, "zh"))
_LATIN = ("en", "fr", "es")


class ShortCodes:
    """One's own codes come before the workshop's, those before the vocabularies'; capitals do not matter."""

    def __init__(
        self, own: Mapping[str, str] | None = None, workshop: Mapping[str, str] | None = None
    ) -> None:
        self.own = {folded(code): phrase for code, phrase in (own or {}).items()}
        others = {code: phrase for code, phrase in (workshop or {}).items() if code not in self.own}
        self._chosen = {**self.own, **others}

    def within(self, workshop: Mapping[str, str]) -> ShortCodes:
        """Return these codes with those of a workshop."""
        return ShortCodes(self.own, workshop)

    def phrase(self, code: str, language: str) -> str | None:
        """Return what a code stands for where one writes in a language; None if it stands for nothing."""
        key = folded(code)
        concept = _concepts().get(key)
        return self._chosen.get(key) or (None if concept is None else concept.label(language))

    def listed(self, language: str) -> tuple[tuple[str, str], ...]:
        """Return all codes with their phrases, one's own first, then the workshop's."""
        rest = ((code, concept.label(language)) for code, concept in _concepts().items())
        return (*self._chosen.items(), *(pair for pair in rest if pair[0] not in self._chosen))

    def kept(self) -> str:
        return json.dumps(self.own, ensure_ascii=False)

    def written(self) -> str:
        """Return one's own codes as they are edited, a line each."""
        return "\n".join(f"{code} = {phrase}" for code, phrase in self.own.items())


class BadShortCode(ValueError):
    """A line of the list is no code with a phrase, or its code is there already.

    `line` counts from 1 and is the first of them; `others` are the codes of the lines that can be read.
    """

    def __init__(self, line: int, others: ShortCodes) -> None:
        super().__init__(line)
        self.line, self.others = line, others


def read_short_codes(kept: str | None) -> ShortCodes:
    """Return the codes as they were kept; what is no list of codes counts as none."""
    try:
        found = json.loads(kept or "{}")
    except (ValueError, RecursionError):
        return ShortCodes()
    pairs = found.items() if isinstance(found, dict) else ()
    return ShortCodes({c: p for c, p in pairs if isinstance(p, str) and p.strip() and is_code(c)})


def typed_short_codes(text: str) -> ShortCodes:
    """Return the codes of a list with a line each, `code = phrase`; raises BadShortCode for what is none."""
    own: dict[str, str] = {}
    bad = []
    for number, line in enumerate(text.splitlines(), 1):
        code, _, phrase = (part.strip() for part in line.partition("="))
        code = code.lstrip(SIGNS)
        if is_code(code) and phrase and folded(code) not in own:
            own[folded(code)] = phrase
        elif line.strip():
            bad.append(number)
    if bad:
        raise BadShortCode(bad[0], ShortCodes(own))
    return ShortCodes(own)


def is_code(text: str) -> bool:
    """Say whether a text can be a code: one short word that something is left of when it is looked up."""
    whole = text.split() == [text] and len(text) <= LONGEST and "=" not in text
    return whole and not text.startswith(tuple(SIGNS)) and bool(folded(text))


def language_written(text: str, otherwise: str) -> str:
    """Return in which language a phrase goes on: the script of the last letter tells, else `otherwise`."""
    for letter in reversed(text):
        for first, last, language in _SCRIPTS:
            if first <= ord(letter) <= last and letter.isalpha():
                return language
        if letter.isalpha():
            return otherwise if otherwise in _LATIN else "en"
    return otherwise


@lru_cache(maxsize=1)
def _concepts() -> Mapping[str, Concept]:
    """Return the concepts by what is typed for them: a code, a goal's as `sdg10`, or another short name."""
    found: dict[str, Concept] = {}
    for key in _PLAIN:
        for concept in vocabulary(key).values():
            found.setdefault(folded(concept.code), concept)
    for key, begin in _NUMBERED.items():
        for concept in vocabulary(key).values():
            found.setdefault(folded(begin + concept.code), concept)
    for key in _PLAIN:
        for concept in vocabulary(key).values():
            for word in filter(is_code, concept.also):
                found.setdefault(folded(word), concept)
    return found
