"""The kinds of note as a rapporteur sees them: a short word, an icon, a key."""

from __future__ import annotations

from facilitator.domain.notes import NoteKind
from facilitator.language.speech import mark

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
