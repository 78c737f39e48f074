"""Why somebody is suggested, and who has not been heard, in words."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.domain.gap import Gap
from facilitator.domain.people import CategoryKey
from facilitator.domain.suggestion import Reason, Suggestion
from facilitator.domain.tally import CATEGORY
from facilitator.domain.timing import MINUTE
from facilitator.domain.view import View
from facilitator.language.groups import group_name
from facilitator.language.speech import Language
from facilitator.language.wording import speaker_name


def suggestion_words(view: View, found: Suggestion, now: int, language: Language) -> Iterator[str]:
    """Yield a sentence for each reason, for the wait, for having been overtaken, and for whom it costs."""
    for reason in found.reasons:
        yield _reason(view, reason, language)
    waited = max(0, now - found.asked_at) // MINUTE
    yield language.count("Waiting {n} min.", "Waiting {n} min.", waited)
    if found.overtaken:
        yield language.count(
            "Overtaken once so far (limit {limit}).",
            "Overtaken {n} times so far (limit {limit}).",
            found.overtaken,
            limit=found.overtakes_at_most,
        )
    yield cost_words(view, found, language)


def cost_words(view: View, found: Suggestion, language: Language) -> str:
    """Return who would be overtaken how often, of how often at most."""
    passed = None if view.floor is None else view.floor.queue.request(found.passes)
    name = "" if passed is None else speaker_name(view, passed.participant, language)
    return language.count(
        "{name} is overtaken once (limit {limit}).",
        "{name} is overtaken for the {n}th time (limit {limit}).",
        found.passed,
        name=name,
        limit=found.overtakes_at_most,
    )


def _reason(view: View, reason: Reason, language: Language) -> str:
    group = dimension_group(view, reason.dimension, reason.group, language)
    below = language.duration(reason.below_ms, down=False)  # as the balance beside it
    if reason.turns:
        return language.say("{group}: {below} below the planned share.", group=group, below=below)
    return language.count(
        "{group}: {n} in the room, not heard, {below} below the planned share.",
        "{group}: {n} in the room, none heard, {below} below the planned share.",
        reason.present,
        group=group,
        below=below,
    )


def gap_words(view: View, gap: Gap, language: Language) -> str:
    """Return that nobody of a group has spoken, how much of the time is gone, who is there and who waits."""
    parts = [
        language.say(
            "{group}: nobody has spoken, {gone} of the time is gone",
            group=dimension_group(view, gap.dimension, gap.group, language),
            gone=language.percent(gap.gone),
        ),
        language.count("{n} present", "{n} present", gap.present),
        language.count("{n} waits", "{n} wait", gap.waiting) if gap.waiting else language.say("nobody waits"),
    ]
    return ", ".join(parts) if not language.rtl else "، ".join(parts)


def dimension_group(view: View, dimension: str, group: str, language: Language) -> str:
    """Return what a group of a dimension is called."""
    if dimension == CATEGORY:
        return view.category(CategoryKey(group)).brief
    return group or group_name(group, language) if dimension == "delegation" else group_name(group, language)
