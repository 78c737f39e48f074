"""Which recommendations may ask the same: proposed to somebody who knows, never decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facilitator.domain.folding import folded
from facilitator.domain.notes import RecommendationId
from facilitator.domain.recommendation import Recommendation

_LEAST = 0.5
_COMMON = 0.25
_WORD = re.compile(r"\w+")
_ARTICLES = ("وال", "بال", "لل", "ال")
_SHORTEST = 3
_IDEOGRAPHS = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Alike:
    """Two recommendations, and how much of their words is shared: from a half to all."""

    one: RecommendationId
    other: RecommendationId
    share: float


def likely_same_wish(recommendations: Iterable[Recommendation]) -> tuple[Alike, ...]:
    """Return the pairs that may ask the same, the likeliest first.

    Only what stands is compared. The other wordings of one recommendation are no doubles of it.
    """
    standing = [each for each in recommendations if each.status.stands]
    words = {each.id: _words(each.text) for each in standing}
    by_id = {each.id: each for each in standing}
    order = {each.id: place for place, each in enumerate(standing)}
    found = []
    for one, others in _sharing(words, len(standing)).items():
        for other in others:
            if order[other] <= order[one] or _family(by_id[one]) == _family(by_id[other]):
                continue
            share = len(words[one] & words[other]) / len(words[one] | words[other])
            if share >= _LEAST:
                found.append(Alike(one, other, share))
    return tuple(sorted(found, key=lambda each: (-each.share, order[each.one], order[each.other])))


def _sharing(
    words: Mapping[RecommendationId, frozenset[str]], many: int
) -> Mapping[RecommendationId, set[RecommendationId]]:
    """Return with which others each shares a word that is not in too many of them."""
    having: dict[str, list[RecommendationId]] = {}
    for id_, its in words.items():
        for word in its:
            having.setdefault(word, []).append(id_)
    most = max(12, round(_COMMON * many))
    sharing: dict[RecommendationId, set[RecommendationId]] = {id_: set() for id_ in words}
    for ids in having.values():
        if len(ids) <= most:
            for id_ in ids:
                sharing[id_].update(ids)
    return sharing


def _words(text: str) -> frozenset[str]:
    """Return the words that carry the sense, without articles; of Chinese, each character."""
    plain = folded(text)
    words = {_bare(word) for word in _WORD.findall(_IDEOGRAPHS.sub(" ", plain))}
    return frozenset({word for word in words if len(word) >= _SHORTEST} | set(_IDEOGRAPHS.findall(plain)))


def _bare(word: str) -> str:
    for article in _ARTICLES:
        if word.startswith(article) and len(word) > len(article) + 1:
            return word.removeprefix(article)
    return word


def _family(recommendation: Recommendation) -> RecommendationId:
    return recommendation.alternative_of or recommendation.id
