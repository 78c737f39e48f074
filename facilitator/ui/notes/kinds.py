"""The kinds of note as a rapporteur sees them: a word, an icon, a key."""

from __future__ import annotations

from facilitator.domain.notes import NoteKind
from facilitator.language.speech import mark

WORDS = {
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

SHORT = {
    NoteKind.POINT: mark("Point"),
    NoteKind.LESSON: mark("Lesson"),
}
"""Words for the narrow line of kinds where the full one would crowd it."""

ICONS = {
    NoteKind.POINT: "list-checks",
    NoteKind.GOOD_PRACTICE: "thumbs-up",
    NoteKind.CHALLENGE: "triangle-alert",
    NoteKind.GAP: "circle-dashed",
    NoteKind.LESSON: "lightbulb",
    NoteKind.JOINT_ACTIVITY: "users",
    NoteKind.NEW_FORM: "megaphone",
    NoteKind.PROGRESS: "arrow-up",
    NoteKind.COOPERATION: "handshake",
    NoteKind.REMEDY: "circle-check",
    NoteKind.RECOMMENDATION: "flag",
    NoteKind.COMMITMENT: "pin",
    NoteKind.QUESTION: "message-circle-question-mark",
    NoteKind.ANSWER: "corner-down-left",
    NoteKind.QUOTATION: "quote",
    NoteKind.DOCUMENT: "link",
    NoteKind.PROCEDURE: "info",
    NoteKind.FOLLOW_UP: "bookmark",
    NoteKind.PROTECTION: "shield-alert",
    NoteKind.MEMO: "lock",
}

BY_NUMBER = (
    NoteKind.POINT,
    NoteKind.GOOD_PRACTICE,
    NoteKind.CHALLENGE,
    NoteKind.GAP,
    NoteKind.LESSON,
    NoteKind.RECOMMENDATION,
    NoteKind.COMMITMENT,
    NoteKind.QUOTATION,
    NoteKind.PROTECTION,
)
"""The kinds of Ctrl+1 to Ctrl+9; Ctrl+K lists all."""

_ARABIC_KEYS = dict(zip("سلؤبمتثحصءقنضشريخفة", "sgcfljepwxrkqavdotm", strict=True))


def kind_of(letter: str) -> NoteKind | None:
    """Return the kind that a key chooses; on an Arabic keyboard, the key in the same place."""
    key = _ARABIC_KEYS.get(letter, letter)
    return NoteKind(key) if key in set(NoteKind) else None
