"""The reasons a moderator may state for giving the floor to another than the suggestion names."""

from __future__ import annotations

from facilitator.language.speech import Language, mark

MOTIVES = {
    "answer": mark("Answers what was just said"),
    "protocol": mark("Protocol"),
    "time": mark("Short of time"),
    "agreement": mark("Agreed with the speaker"),
    "health": mark("Health or travel"),
    "unheard": mark("Not heard before"),
    "other": mark("Another reason"),
}


def motive_words(key: str, language: Language) -> str:
    """Return a motive in words; empty if none was stated."""
    return language.say(MOTIVES[key]) if key in MOTIVES else key
