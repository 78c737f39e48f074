"""Search on the notes desk: what was said anywhere, found as one types; Enter goes there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.filters import parted
from facilitator.domain.hits import Hit, Hits, Wanted
from facilitator.domain.notes import NoteKind
from facilitator.domain.people import ParticipantId
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.language.speech import mark
from facilitator.ui.context import Context
from facilitator.ui.notes.kind_keys import KindKeys
from facilitator.ui.notes.picker import Picker, Row

_THINGS = {
    "recommendation": mark("Recommendation"),
    "participant": mark("Participant"),
    "panel": mark("Panel"),
    "question": mark("Question"),
    "background": mark("Programme"),
}
_COUNTED = 1_000
FILTERS = {
    "panel": mark("panel"),
    "kind": mark("kind"),
    "speaker": mark("speaker"),
    "category": mark("category"),
}
"""What can be typed before a colon, in English or in the language of the window."""


class SearchBox(Picker):
    """Finds restricted notes too, without showing what they say; they are opened where they stand.

    A kind's key and a colon before the words find only notes of that kind; whoever is taken from the list
    is the speaker whose notes alone are found. So do filters: `panel:2 kind:g category:NHRI speaker:Ana`.
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
        language = self._context.language
        names = {language.say(word).casefold(): name for name, word in FILTERS.items()}
        filters, rest = parted(typed, {**{name: name for name in FILTERS}, **names})
        kind, words = _kind_and_words(rest, self._context.typing.kinds)
        wanted = replace(self._wanted, words=words, kind="" if kind is None else kind.value)
        for name, value in filters.items():
            meant = self._meant(name, value)
            if meant is None:
                self.hits = Hits()
                self.show_rows((), language.say("Nothing is called “{name}”.", name=value))
                return
            wanted = replace(wanted, **meant)
        self.hits = self._context.desk.search(wanted)
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

    def _meant(self, name: str, value: str) -> dict[str, Any] | None:
        """Return the field of the search that a filter sets; None if its value means nothing."""
        view, start = self._context.desk.view(), value.casefold()
        if name == "panel":
            there = value.isdecimal() and 1 <= int(value) <= len(view.panels)
            return {"panel": int(value)} if there else None
        if name == "kind":
            words = ((kind, self._context.language.say(word)) for kind, word in NOTE_KINDS.items())
            kind = self._context.typing.kinds.kind_of(value) if len(value) == 1 else None
            kind = kind or next((each for each, word in words if word.casefold().startswith(start)), None)
            return None if kind is None else {"kind": kind.value}
        if name == "category":
            for category in view.categories:
                called = (str(category.key), category.label, category.short)
                if any(each.casefold().startswith(start) for each in called):
                    return {"category": category.key}
            return None
        asked = Wanted(value, kind="participant", unfinished=True)
        people = self._context.desk.search(asked).hits
        return {"speaker": ParticipantId(people[0].found.id)} if people else None

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


def _kind_and_words(typed: str, keys: KindKeys) -> tuple[NoteKind | None, str]:
    """Return the kind that a key and a colon choose, and the rest."""
    key, colon, words = typed.partition(":")
    kind = keys.kind_of(key.strip()) if colon and len(key.strip()) == 1 else None
    return (kind, words) if kind is not None else (None, typed)
