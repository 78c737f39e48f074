"""Lists from which what one types is completed: how a quotation was heard, and the short codes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from facilitator.domain.folding import folded
from facilitator.domain.notes import Note, NoteKind
from facilitator.language.direction import bare, ltr
from facilitator.language.short_codes import SIGNS, language_written
from facilitator.language.speech import LANGUAGES
from facilitator.ui.context import Context
from facilitator.ui.notes.capture import Capture
from facilitator.ui.notes.lines import voice_words
from facilitator.ui.notes.picker import Row
from facilitator.ui.notes.unfinished import Voice

_MANY = 60
Found = Callable[[str], tuple[Sequence[Row], Callable[[int], object]]]  # the rows, and what is done with one


class Doing(Protocol):
    """Does an act; answers whether it was done, and tells why not."""

    def __call__(self, act: str, draft: str | None = None, /, **arguments: object) -> bool: ...


def heard(context: Context, capture: Capture, do: Doing) -> Found:
    """Return the languages in which a quotation may have come from the floor, each also interpreted."""
    language = context.language
    voices = [Voice(code, through) for code in LANGUAGES for through in (False, True)]
    every = [Voice(), Voice(interpreted=True), *voices]
    words = [" · ".join(voice_words(voice, language)) or language.say("as it is noted") for voice in every]

    def found(typed: str) -> tuple[Sequence[Row], Callable[[int], object]]:
        there = [n for n, text in enumerate(words) if folded(typed) in folded(bare(text))]

        def take(row: int) -> None:
            note = capture.editing
            stood = capture.voice if note is None else Voice(note.heard, note.interpreted)
            voice = every[there[row]].chosen_after(stood)
            if note is None:
                capture.hear(voice)
                return
            said = {"heard": voice.heard, "interpreted": voice.interpreted}
            if voice.quoted and not _quotes(note, do):
                return
            if do("describe_note", note=note.id, **said):
                capture.put_away()

        return [Row(words[n]) for n in there], take

    return found


def _quotes(note: Note, do: Doing) -> bool:
    """What was heard is a quotation, also where the note was none, as in a new line; says whether it is."""
    if note.kind is NoteKind.QUOTATION:
        return True
    told = {"text": note.text, "kind": NoteKind.QUOTATION, "question": note.question}
    return do("revise_note", note=note.id, base=note.revision, **told)


def codes(context: Context, capture: Capture) -> Found:
    """Return the short codes with their phrases in the language that is being written."""
    written = language_written(capture.field.text(), context.language.code)
    every = context.typing.codes().within(context.desk.view().short_codes).listed(written)

    def found(typed: str) -> tuple[Sequence[Row], Callable[[int], object]]:
        start = folded(typed.lstrip(SIGNS))
        there = [pair for pair in every if pair[0].startswith(start) or start in folded(pair[1])][:_MANY]

        def take(row: int) -> None:
            capture.field.insert(there[row][1])

        return [Row(phrase, ltr(f";{code}")) for code, phrase in there], take

    return found
