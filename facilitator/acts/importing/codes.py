"""What a list says of a recommendation, as the workshop keeps it: codes where its words are known."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache

from facilitator.domain.vocabulary import VocabularyKey
from facilitator.intake.legend import plain
from facilitator.language.vocabularies import vocabulary

_CODE = re.compile(r"([A-H]\d)\d*\s")


def coded(key: VocabularyKey, labels: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of labels, whether they are that of a code or below one; others as they are."""
    codes = []
    for label in labels:
        below = _CODE.match(f"{label} ")
        known = _by_label(key).get(plain(label), label)
        if key is VocabularyKey.THEMES and below and below[1] in vocabulary(key):
            known = below[1]
        codes.append(known)
    return tuple(dict.fromkeys(codes))


def listed(items: Sequence[str]) -> str:
    """Return a list as a cell of our tables holds it."""
    return json.dumps(items, ensure_ascii=False)


@cache
def _by_label(key: VocabularyKey) -> Mapping[str, str]:
    """Return the codes of a vocabulary by all that they are called."""
    return {
        plain(text): concept.code
        for concept in vocabulary(key).values()
        for text in (*concept.labels.values(), *concept.also, concept.code)
    }
