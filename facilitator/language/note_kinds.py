"""What the kinds of note are called, and whoever is in charge of one."""

from __future__ import annotations

from facilitator.domain.notes import MODERATOR, NoteKind
from facilitator.language.speech import Language, mark

NOTE_KINDS = {
    NoteKind.POINT: mark("Point made"),
    NoteKind.GOOD_PRACTICE: mark("Good practice"),
    NoteKind.CHALLENGE: mark("Challenge"),
    NoteKind.GAP: mark("Gap"),
    NoteKind.LESSON: mark("Lesson learned"),
    NoteKind.JOINT_ACTIVITY: mark("Joint activity"),
    NoteKind.NEW_FORM: mark("New form of racism"),
    NoteKind.PROGRESS: mark("Progress"),
    NoteKind.COOPERATION: mark("Way of cooperating"),
    NoteKind.REMEDY: mark("Solution, remedy"),
    NoteKind.RECOMMENDATION: mark("Recommendation"),
    NoteKind.COMMITMENT: mark("Commitment"),
    NoteKind.QUESTION: mark("Question"),
    NoteKind.ANSWER: mark("Answer"),
    NoteKind.QUOTATION: mark("Quotation"),
    NoteKind.DOCUMENT: mark("Document"),
    NoteKind.PROCEDURE: mark("Procedure"),
    NoteKind.FOLLOW_UP: mark("Follow-up"),
    NoteKind.PROTECTION: mark("Protection"),
    NoteKind.MEMO: mark("Private memo"),
}


def shown_text(kind: NoteKind, text: str, language: Language) -> str:
    """Return what is seen of a note on a screen that others may look at: of a protection concern no word."""
    if kind is not NoteKind.PROTECTION:
        return text
    return language.say("Restricted note. Never exported; click to read.")


def charge_words(charge: str, language: Language) -> str:
    """Return who is in charge of a note as people call them."""
    return language.say("Moderator") if charge == MODERATOR else charge
