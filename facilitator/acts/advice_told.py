"""The suggestion, the verdict and the gaps as another program reads them."""

from __future__ import annotations

from typing import Any

from facilitator.acts.instants import instant, seconds
from facilitator.domain.gap import Gap
from facilitator.domain.steps import Step, Verdict
from facilitator.domain.view import View
from facilitator.language.advising import gap_words, suggestion_words
from facilitator.language.speech import language_for

Json = dict[str, Any]


def suggestion_told(view: View, now: int) -> Json | None:
    """Return who might be moved up before whom, and why, in the workshop's language."""
    found = view.suggestion(now)
    if found is None:
        return None
    language = language_for(view.workshop.language, view.workshop.zone)
    return {
        "request": found.request,
        "reasons": list(suggestion_words(view, found, now, language)),
        "overtakes_at_most": found.overtakes_at_most,
        "passes": found.passes,
        "place": found.place,
    }


def verdict_told(found: Verdict | None) -> Json | None:
    """Return at which allotment all are heard, the steps down, and until when one more can ask."""
    if found is None:
        return None
    heard = found.all_heard_at_ms
    return {
        "all_heard_at_s": None if heard is None else seconds(heard),
        "steps": [_step(step) for step in found.steps],
        "proposal": None if found.proposal is None else _step(found.proposal),
        "last_call": None if found.last_call is None else instant(found.last_call),
    }


def gaps_told(view: View, now: int) -> list[Json]:
    """Return the categories of which nobody has been heard although somebody is there."""
    language = language_for(view.workshop.language, view.workshop.zone)
    return [_gap(gap, gap_words(view, gap, language)) for gap in view.gaps(now)]


def _gap(gap: Gap, words: str) -> Json:
    return {
        "category": gap.group,
        "gone": gap.gone,
        "present": gap.present,
        "waiting": gap.waiting,
        "small": gap.small,
        "words": words,
    }


def _step(step: Step) -> Json:
    return {
        "allotments": {key: seconds(ms) for key, ms in step.allotments.items()},
        "ends": instant(step.then.ends),
        "unheard": list(step.then.unheard),
    }
