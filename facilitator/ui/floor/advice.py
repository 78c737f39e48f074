"""What the desk advises at a moment: whom to hear next and why, or whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.domain.floor import Floor
from facilitator.domain.intervention import InterventionId
from facilitator.domain.requests import RequestId
from facilitator.domain.suggestion import Suggestion, passable
from facilitator.domain.view import View
from facilitator.language.advising import suggestion_words
from facilitator.language.speech import Language
from facilitator.language.wording import speaker_name
from facilitator.ui.floor.phases import batch_words

_MOST_REASONS = 2  # more of them hide the price, which stands last


@dataclass(frozen=True, slots=True)
class Advice:
    """Words, and what can be done: `request` may be given the floor, `asks` is who was preferred instead."""

    title: str = ""
    text: str = ""
    request: RequestId | None = None
    asks: InterventionId | None = None


def advice(
    view: View,
    now: int,
    language: Language,
    *,
    declined: RequestId | None,
    unasked: InterventionId | None,
) -> Advice:
    """Return what is to be said at `now`; whom or what somebody would not hear of is let be."""
    floor = view.floor
    if floor is None or not view.live:
        return Advice()
    found = view.suggestion(now)
    asks = _unexplained(floor, unasked)
    if found is not None and found.request != declined:
        return _suggested(view, floor, found, now, language, asks)
    if asks is not None:
        return Advice(language.say("The floor was given to another than was suggested."), "", None, asks)
    panels = batch_words(floor, language)
    if panels:
        return Advice(panels)
    return Advice(language.say("No suggestion"), _why_none(view, floor, language))


def _why_none(view: View, floor: Floor, language: Language) -> str:
    if not floor.waiting:
        return language.say("Nobody is waiting")
    first = floor.waiting[0]
    if passable(first, floor.rules):
        return language.say("The order of the list is fair as it stands.")
    name = speaker_name(view, first.participant, language)
    return language.say("Nobody is moved up before {name}.", name=name)


def _unexplained(floor: Floor, unasked: InterventionId | None) -> InterventionId | None:
    """Return who speaks though another was suggested, if nobody has said why."""
    speaker = floor.speaking
    if speaker is None or not speaker.suggested or speaker.motive or speaker.id == unasked:
        return None
    return speaker.id


def _suggested(
    view: View,
    floor: Floor,
    found: Suggestion,
    now: int,
    language: Language,
    asks: InterventionId | None,
) -> Advice:
    request = floor.queue.request(found.request)
    title = language.say(
        "Suggested from place {place} to {next}: {name}",
        name=speaker_name(view, request.participant, language),
        place=found.place,
        next=found.place - 1,
    )
    weighty = replace(found, reasons=found.reasons[:_MOST_REASONS])
    text = " ".join((batch_words(floor, language), *suggestion_words(view, weighty, now, language))).strip()
    return Advice(title, text, found.request, asks)
