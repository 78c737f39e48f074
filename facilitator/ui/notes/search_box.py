"""Search on the notes desk: what was said anywhere, found as one types; Enter goes there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.hits import Hit, Hits, Wanted
from facilitator.domain.notes import NoteKind
from facilitator.domain.people import ParticipantId
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.language.speech import mark
from facilitator.ui.context import Context
from facilitator.ui.notes.kinds import kind_of
from facilitator.ui.notes.picker import Picker, Row

_THINGS = {
    "recommendation": mark("Recommendation"),
    "participant": mark("Participant"),
    "panel": mark("Panel"),
    "question": mark("Question"),
    "background": mark("Programme"),
}
_COUNTED = 1_000


class SearchBox(Picker):
    """Finds restricted notes too, without showing what they say; they are opened where they stand.

    A kind's key and a colon before the words find only notes of that kind; whoever is taken from the list
    is the speaker whose notes alone are found.
    """

    gone_to = Signal(object)  # the hit

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._wanted = Wanted("", restricted=True, unfinished=True)
        self.hits = Hits()
        self.typed.connect(self._look)
        self.taken.connect(self._take)

    def begin(self) -> None:
        say = self._context.language.say
        self._wanted = replace(self._wanted, speaker=None)
        self.open(say("Search"), say("Words, a phrase in quotation marks, or g: and words for one kind"))

    def _look(self, typed: str) -> None:
        kind, words = _kind_and_words(typed)
        wanted = replace(self._wanted, words=words, kind="" if kind is None else kind.value)
        self.hits = self._context.desk.search(wanted)
        language = self._context.language
        foot = ""
        if words.strip():
            more = self.hits.total >= _COUNTED
            total = language.number(self.hits.total)
            foot = (
                language.say("{n} hits and more", n=total)
                if more
                else language.count("{n} hit", "{n} hits", self.hits.total)
            )
        self.show_rows([self._row(hit) for hit in self.hits.hits], foot)

    def _row(self, hit: Hit) -> Row:
        language, found = self._context.language, hit.found
        what = NOTE_KINDS[NoteKind(found.kind)] if found.kind else _THINGS[found.of]
        if found.of == "participant":
            name, *others = found.text.split("\n")
            body = others[-1] if others else ""
            return Row(name, language.say(what), body if body != name else "")
        text = " ".join(found.text.split())
        if found.kind == NoteKind.PROTECTION:
            text = language.say("Restricted note. Never exported; click to read.")
        number = self.hits.panels.get(found.panel or "")
        where = "" if number is None else language.say("Panel {n}", n=language.number(number))
        return Row(text, language.say(what), where)

    def _take(self, row: int) -> None:
        hit = self.hits.hits[row]
        if hit.found.of == "participant":
            self._wanted = replace(self._wanted, speaker=ParticipantId(hit.found.id))
            name = self._context.desk.view().people[ParticipantId(hit.found.id)].name
            say = self._context.language.say
            self.open(say("Search"), say("Words in the notes of {name}", name=name))
            return
        self.hide()
        self.gone_to.emit(hit)


def _kind_and_words(typed: str) -> tuple[NoteKind | None, str]:
    """Return the kind that a key and a colon choose, and the rest."""
    key, colon, words = typed.partition(":")
    kind = kind_of(key.strip()) if colon and len(key.strip()) == 1 else None
    return (kind, words) if kind is not None else (None, typed)
