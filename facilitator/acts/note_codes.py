"""The codes that notes are tagged with: a vocabulary and a code of it, as in `groups:AFR`."""

from __future__ import annotations

from facilitator.domain.refusals import UnknownReference
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.vocabularies import TAGS, vocabulary


def must_be_code(code: str) -> None:
    """Raise UnknownReference for what no vocabulary of tags has."""
    key, _, name = code.partition(":")
    if key not in [tags.value for tags in TAGS] or name not in vocabulary(VocabularyKey(key)):
        raise UnknownReference(kind="code", id=code)
