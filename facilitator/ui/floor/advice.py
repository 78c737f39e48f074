"""What the desk advises at a moment: whom to hear next and why, or whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.domain.floor import Floor
from facilitator.domain.intervention import InterventionId
from facilitator.domain.requests import RequestId
from facilitator.domain.suggestion import Suggestion
from facilitator.domain.view import View
from facilitator.language.advising import suggestion_words
from facilitator.language.speech import Language
from facilitator.language.wording import speaker_name
from facilitator.ui.floor.phases import batch_words


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
    speaker = floor.speaking
    if speaker is not None and speaker.suggested and not speaker.motive and speaker.id != unasked:
        return Advice(
            language.say("The floor was given to another than was suggested."), "", None, speaker.id
        )
    panels = batch_words(floor, language)
    if panels:
        return Advice(panels)
    found = view.suggestion(now)
    if found is not None and found.request != declined:
        return _suggested(view, floor, found, now, language)
    told = language.say("The order of the list is fair as it stands.")
    return Advice(language.say("No suggestion"), told if floor.waiting else language.say("Nobody is waiting"))


def _suggested(view: View, floor: Floor, found: Suggestion, now: int, language: Language) -> Advice:
    request = floor.queue.request(found.request)
    title = language.say(
        "Suggested: {name}, from place {place} to {next}",
        name=speaker_name(view, request.participant, language),
        place=found.place,
        next=found.place - 1,
    )
    return Advice(title, " ".join(suggestion_words(view, found, now, language)), found.request)
