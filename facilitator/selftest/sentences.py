"""The sentences of six languages: they are there, and every character of them can be set and shown."""

from __future__ import annotations

from pathlib import Path

from facilitator.documents.typeset import Style, Typesetter
from facilitator.language.room_words import Message, message
from facilitator.language.speech import LANGUAGE_NAMES, LANGUAGES, sentences
from facilitator.selftest.trial import must

_STAND_IN = "?"


def six_catalogues(_: Path) -> str:
    """Each language has a catalogue that can be read."""
    found = {code: len(sentences(code)) for code in LANGUAGES}
    lacking = [code for code, number in found.items() if not number]
    must(be=not lacking, told=f"no catalogue for {', '.join(lacking)}")
    return ", ".join(f"{code} {number}" for code, number in found.items())


def every_character_has_a_glyph(_: Path) -> str:
    """The faces that come along have every character of every catalogue and of the room's words."""
    wanted = {character for code in LANGUAGES for text in _texts(code) for character in text}
    shown = sorted(character for character in wanted if character.isprintable() and not character.isspace())
    typesetter = Typesetter(stand_in=_STAND_IN)
    for character in shown:
        typesetter.line(character, Style(("source-serif", "amiri", "noto-serif-sc"), 11, 17))
    must(be=not typesetter.missing, told=f"no face has {typesetter.missing}")
    return f"{len(shown)} characters"


def _texts(code: str) -> tuple[str, ...]:
    return (*sentences(code), LANGUAGE_NAMES[code], *(message(which, code) for which in Message))
