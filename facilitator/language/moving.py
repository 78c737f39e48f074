"""What a panel's new times would do, in sentences."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.domain.moving import Effect, Harm
from facilitator.domain.view import View
from facilitator.language.direction import isolate
from facilitator.language.speech import Language, mark

_HARMS = {
    Harm.OVERLAPS: mark("It overlaps panel {number}; minutes: {n}."),
    Harm.IN_TWO: mark("{name} is expected there and at panel {number} at once."),
    Harm.HARD_STOP: mark("Interpretation ends before the panel does; minutes: {n}."),
    Harm.DAY_ENDS: mark("It ends after the last sitting of the day; minutes: {n}."),
    Harm.INTERPRETERS: mark("Outside the hours of the interpreters; minutes: {n}."),
}


def told(found: Iterable[Effect], view: View, language: Language) -> str:
    """Return what the new times would do, a sentence for each effect, or that nothing else is touched."""
    numbers = {panel.id: panel.number for panel in view.panels}
    sentences = [
        language.say(
            _HARMS[effect.harm],
            n=language.number(effect.minutes),
            number=numbers.get(effect.panel, "") if effect.panel else "",
            name=isolate(view.invited[effect.who].name) if effect.who else "",
        )
        for effect in found
    ]
    return " ".join(sentences) or language.say("Nothing else is touched.")
