"""How a panel stands before it begins, in sentences that say what to do."""

from __future__ import annotations

from facilitator.domain.readiness import Point, State
from facilitator.language.speech import Language, mark

_STATES = {State.OK: mark("In order"), State.WARN: mark("To look at"), State.FAIL: mark("Missing")}
_WELL = {
    "file": mark("The file is sound."),
    "disk": mark("There is room on the disk: {n} MB."),
    "fonts": mark("All fonts are there."),
    "people": mark("People expected at the panel: {n}"),
    "category": mark("Everybody has a category."),
    "language": mark("The language of everybody is known."),
    "hard_stop": mark("Interpretation lasts until the panel ends."),
    "questions": mark("Guiding questions and focus areas: {n}"),
    "plan": mark("The plan fits into the panel."),
    "interpretation": mark("Languages of interpretation: {n}"),
    "screen": mark("A screen for the room is connected."),
}
_ELSE = {
    "file": mark("The file has faults: {n}. Restore a snapshot, or repair it."),
    "disk": mark("There is little room on the disk: {n} MB. Delete what is not needed, or use another disk."),
    "fonts": mark("Fonts that are not there: {n}. Install the program again."),
    "people": mark("Nobody is expected at the panel. Import the list of participants."),
    "category": mark("People without a category: {n}. Give them one in Setup."),
    "language": mark("People whose language is not known: {n}. The balance by language leaves them out."),
    "hard_stop": mark(
        "Interpretation ends before the panel does; minutes without it: {n}. Move one of the two."
    ),
    "hard_stop_over": mark("Interpretation has ended already. Give the panel a later hard stop."),
    "questions": mark("The panel has no guiding questions. Notes cannot be put under one."),
    "plan": mark("The plan is longer than the panel; minutes too many: {n}. Shorten a phase."),
    "interpretation": mark("No language of interpretation is named. Name them in the programme."),
    "screen": mark("No second screen is connected. Connect the one of the room."),
    "screen_unseen": mark(
        "Only the window sees whether a screen for the room is connected: look there, in the panel’s menu."
    ),
    "no_plan": mark("The panel has no plan. The forecast keeps no time for later phases."),
}


def told(point: Point, language: Language) -> str:
    """Return the line for one point: how it stands, and what to do where it is not in order."""
    sentences = _WELL if point.state is State.OK else _ELSE
    sentence = language.say(sentences[point.name], n=language.number(point.n))
    return language.say("{state}: {sentence}", state=language.say(_STATES[point.state]), sentence=sentence)
