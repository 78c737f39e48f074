"""The codes that notes bear, as other programs know them: kinds and vocabularies, each with its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from facilitator.domain.coded import CodedNote
from facilitator.domain.notes import NoteKind
from facilitator.domain.recommendation import Recommendation, Tagged
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.groups import VOCABULARIES
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.language.speech import Language, mark
from facilitator.language.vocabularies import label_of

KINDS = "kinds"
_KINDS_TOGETHER = mark("Kind")
_TOGETHER = {
    **VOCABULARIES,
    VocabularyKey.PERSONS: mark("Persons affected"),
    VocabularyKey.LEVELS: mark("Level"),
    VocabularyKey.OBJECTIVES: mark("Objectives"),
    VocabularyKey.STATUSES: mark("Status"),
}


@dataclass(frozen=True, slots=True)
class Code:
    """`path` tells it from all others, as in `groups:AFR`; `name` is what people call it."""

    path: str
    name: str

    @property
    def branch(self) -> str:
        return self.path.partition(":")[0]

    @property
    def key(self) -> str:
        return self.path.partition(":")[2]

    @property
    def guid(self) -> str:
        """The same in every file that is made of any workshop."""
        return guid_of(self.path)


def guid_of(*parts: str) -> str:
    """Return an identifier that is always the same for the same parts."""
    return str(uuid5(NAMESPACE_URL, ":".join(("facilitator", *parts))))


def kind_code(kind: NoteKind, language: Language) -> Code:
    return Code(f"{KINDS}:{kind.name.lower()}", language.say(NOTE_KINDS[kind]))


def code_of(path: str, language: Language) -> Code:
    """Return the code of a coding, `groups:AFR`, by what it is called in the language."""
    vocabulary, _, key = path.partition(":")
    return Code(path, label_of(VocabularyKey(vocabulary), key, language.code))


def branch_name(branch: str, language: Language) -> str:
    """Return what the kinds, or the codes of a vocabulary, are called together."""
    words = _KINDS_TOGETHER if branch == KINDS else _TOGETHER[VocabularyKey(branch)]
    return language.say(words)


def codes_in(notes: Iterable[CodedNote], language: Language) -> Iterator[Code]:
    """Yield each code that a note bears, once for each time it does, its kind first."""
    for each in notes:
        yield kind_code(each.note.kind, language)
        for coding in each.codings:
            yield code_of(coding.code, language)


def codes_of(held: Recommendation, language: Language) -> Iterator[Code]:
    """Yield what a recommendation is told to be: how far it has come, and all its codes."""
    yield code_of(f"{VocabularyKey.STATUSES}:{held.status}", language)
    for tag in Tagged:
        yield from (code_of(f"{tag}:{code}", language) for code in getattr(held, tag.value))
