"""Search on the notes desk: what was said anywhere, found as one types; Enter goes there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.filters import parted
from facilitator.domain.folding import folded
from facilitator.domain.hits import Hit, Hits, Wanted
from facilitator.domain.notes import NoteKind
from facilitator.domain.people import ParticipantId
from facilitator.language.note_kinds import NOTE_KINDS, shown_text
from facilitator.language.speech import mark
from facilitator.language.wording import panel_title
from facilitator.ui.context import Context
from facilitator.ui.notes.kind_keys import KindKeys
from facilitator.ui.notes.picker import Picker, Row
from facilitator.ui.notes.search_chips import Chips

_THINGS = {
    "recommendation": mark("Recommendation"),
    "participant": mark("Participant"),
    "panel": mark("Panel"),
    "question": mark("Question"),
    "background": mark("Programme"),
}
FILTERS = {
    "panel": mark("panel"),
    "kind": mark("kind"),
    "speaker": mark("speaker"),
    "category": mark("category"),
}
"""What can be typed before a colon, in English or in the language of the window."""

_CHOICES = {
    "panel": mark("Choose a panel"),
    "kind": mark("Choose a kind of note"),
    "speaker": mark("Choose a speaker by name"),
    "category": mark("Choose a category"),
}
_SOME, _PAUSE_MS = 1_000, 10  # of what came in many at once: a few milliseconds
_Value = tuple[Any, str]  # what is wanted, and how it is called


class SearchBox(Picker):
    """Finds restricted notes too, without showing what they say; they are opened where they stand.

    Filters are chosen by chips, or typed: `panel:2 kind:g category:NHRI speaker:Ana`, and a kind's key and a
    colon before the words. Whoever is taken from the list is the speaker whose notes alone are found.
    """

    gone_to = Signal(object)  # the hit

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.hits = Hits()
        self._chosen: dict[str, _Value] = {}
        self._choosing = self._words = ""  # which filter is being chosen, and the words that wait meanwhile
        self._values: Sequence[_Value] = ()
        self.chips = Chips(context)
        self.stand_below_field(self.chips)
        self.chips.pressed.connect(self._press)
        self.chips.left.connect(self.field.setFocus)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self._look_again)
        self.typed.connect(self._look)
        self.taken.connect(self._take)

    def begin(self) -> None:
        """All is looked for; the filters of the search before are off."""
        self._chosen, self._choosing = {}, ""
        self._open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self._choosing:
                self._choose_no_more()
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.field.text():
                if self._choosing:
                    self._choose_no_more()
                elif self._chosen:
                    self._chosen.popitem()
                    self._look("")
                return True
        return super().eventFilter(watched, event)

    # which filters there are

    def _press(self, name: str) -> None:
        """A filter that is set is taken off, whether it was chosen or typed; another one is chosen now."""
        typed, rest = self._parted(self.field.text())
        if name in self._chosen or name in typed:
            self._chosen.pop(name, None)
            kept = [f'{other}:"{value}"' for other, value in typed.items() if other != name]
            self.field.setText(" ".join((*kept, rest)).strip())
            self._look(self.field.text())
        elif self._kind_alone(rest) and name == "kind":
            self.field.setText(rest.partition(":")[2].strip())
        else:
            self._words, self._choosing = self.field.text(), name
            say = self._context.language.say
            self.open(say(_CHOICES[name]), say(_CHOICES[name]))
            self._look("")
        self.field.setFocus()

    def _choose_no_more(self) -> None:
        self._choosing = ""
        self._open()
        self.field.setText(self._words)

    def _open(self) -> None:
        say = self._context.language.say
        self.open(say("Search"), say("Words, a phrase in quotation marks, or g: and words for one kind"))
        self._look("")

    def _offered(self, typed: str) -> Iterator[_Value]:
        """Yield the values of the filter that is chosen, by what is typed of their names."""
        view, language = self._context.desk.view(), self._context.language
        if self._choosing == "speaker":
            asked = Wanted(typed, kind="participant", unfinished=True)
            hits = self._context.desk.search(asked).hits if typed.strip() else ()
            yield from ((ParticipantId(hit.found.id), hit.found.text.split("\n")[0]) for hit in hits)
            return
        every: dict[str, Sequence[_Value]] = {
            "panel": [(n, panel_title(panel, language)) for n, panel in enumerate(view.panels, 1)],
            "kind": [(kind.value, language.say(word)) for kind, word in NOTE_KINDS.items()],
            "category": [(category.key, category.label) for category in view.categories],
        }
        yield from (each for each in every[self._choosing] if folded(typed) in folded(each[1]))

    # what is found

    def _look(self, typed: str) -> None:
        if self._choosing:
            self._values = list(self._offered(typed))
            self.show_rows([Row(called) for _, called in self._values], "")
            return
        if typed.strip() and self._not_all_there():
            self.hits = Hits()
            say = self._context.language.say
            self.show_rows((), say("What came in is being read; it is found in a moment."))
            self._later.start()
            return
        filters, rest = self._parted(typed)
        kind, words = _kind_and_words(rest, self._context.typing.kinds)
        meant = dict(self._chosen)
        if kind is not None:
            meant["kind"] = kind.value, self._context.language.say(NOTE_KINDS[kind])
        unknown = None
        for name, value in filters.items():
            found = self._meant(name, value)
            if found is None:
                unknown = value
            else:
                meant[name] = found
        self.chips.tell({name: called for name, (_, called) in meant.items()})
        if unknown is not None:
            self.hits = Hits()
            self.show_rows((), self._context.language.say("Nothing is called “{name}”.", name=unknown))
            return
        wanted = Wanted(words, restricted=True, unfinished=True)
        self.hits = self._context.desk.search(
            replace(wanted, **{n: value for n, (value, _) in meant.items()})
        )
        self.show_rows([self._row(hit) for hit in self.hits.hits], self._counted(words))

    def _not_all_there(self) -> bool:
        """A little more of what came in at once is found by its words; say whether more is to come."""
        file = self._context.desk.file
        return file.at_work or file.index_more(_SOME)

    def _look_again(self) -> None:
        if self.isVisible():
            self._look(self.field.text())

    def _counted(self, words: str) -> str:
        language = self._context.language
        if not words.strip():
            return language.say("Tab: filters · Backspace in an empty field takes the last one off")
        total = language.number(self.hits.total)
        if self.hits.more:
            return language.say("{n} hits and more", n=total)
        return language.count("{n} hit", "{n} hits", self.hits.total)

    def _parted(self, typed: str) -> tuple[dict[str, str], str]:
        names = {self._context.language.say(word).casefold(): name for name, word in FILTERS.items()}
        return parted(typed, {**{name: name for name in FILTERS}, **names})

    def _kind_alone(self, words: str) -> bool:
        return _kind_and_words(words, self._context.typing.kinds)[0] is not None

    def _meant(self, name: str, value: str) -> _Value | None:
        """Return what a typed filter means and how that is called; None if it means nothing."""
        view, language, start = self._context.desk.view(), self._context.language, value.casefold()
        if name == "panel":
            number = int(value) if value.isdecimal() else 0
            there = 1 <= number <= len(view.panels)
            return (number, language.number(number)) if there else None
        if name == "kind":
            words = [(kind, language.say(word)) for kind, word in NOTE_KINDS.items()]
            kind = self._context.typing.kinds.kind_of(value) if len(value) == 1 else None
            kind = kind or next((each for each, word in words if word.casefold().startswith(start)), None)
            return None if kind is None else (kind.value, dict(words)[kind])
        if name == "category":
            for category in view.categories:
                called = (str(category.key), category.label, category.short)
                if any(each.casefold().startswith(start) for each in called):
                    return category.key, category.label
            return None
        people = self._context.desk.search(Wanted(value, kind="participant", unfinished=True)).hits
        return (ParticipantId(people[0].found.id), people[0].found.text.split("\n")[0]) if people else None

    def _row(self, hit: Hit) -> Row:
        language, found = self._context.language, hit.found
        what = NOTE_KINDS[NoteKind(found.kind)] if found.kind else _THINGS[found.of]
        if found.of == "participant":
            name, *others = found.text.split("\n")
            body = others[-1] if others else ""
            return Row(name, language.say(what), body if body != name else "")
        text = " ".join(found.text.split())
        text = shown_text(NoteKind(found.kind), text, language) if found.kind else text
        number = self.hits.panels.get(found.panel or "")
        where = "" if number is None else language.say("Panel {n}", n=language.number(number))
        return Row(text, language.say(what), where)

    def _take(self, row: int) -> None:
        if self._choosing:
            value, called = self._values[row]
            if self._choosing == "panel":
                called = self._context.language.number(value)
            self._chosen[self._choosing] = value, called
            self._choose_no_more()
            self._look(self._words)
            return
        hit = self.hits.hits[row]
        if hit.found.of == "participant":
            name = hit.found.text.split("\n")[0]
            self._chosen["speaker"] = ParticipantId(hit.found.id), name
            say = self._context.language.say
            self.open(say("Search"), say("Words in the notes of {name}", name=name))
            self._look("")
            return
        self.hide()
        self.gone_to.emit(hit)


def _kind_and_words(typed: str, keys: KindKeys) -> tuple[NoteKind | None, str]:
    """Return the kind that a key and a colon choose, and the rest."""
    key, colon, words = typed.partition(":")
    kind = keys.kind_of(key.strip()) if colon and len(key.strip()) == 1 else None
    return (kind, words) if kind is not None else (None, typed)
