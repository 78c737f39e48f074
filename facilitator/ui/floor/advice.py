"""What the desk advises at a moment: whom to hear next and why, or whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.domain.intervention import InterventionId
from facilitator.domain.requests import RequestId
from facilitator.domain.view import View
from facilitator.language.speech import Language
from facilitator.ui.floor.phases import batch_words


@dataclass(frozen=True, slots=True)
class Advice:
    """Words, and what can be done: `request` may be given the floor, `asks` is who was preferred instead."""

    title: str = ""
    text: str = ""
    request: RequestId | None = None
    asks: InterventionId | None = None


def advice(view: View, language: Language, *, unasked: InterventionId | None) -> Advice:
    """Return what is to be said; a reason that somebody would not give is not asked for again."""
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
    told = language.say("The order of the list is fair as it stands.")
    return Advice(language.say("No suggestion"), told if floor.waiting else language.say("Nobody is waiting"))
