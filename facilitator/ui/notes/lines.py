"""The panel as it was noted, in lines that are ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from facilitator.domain.intervention import Intervention
from facilitator.domain.ledger import working_number
from facilitator.domain.notes import MODERATOR, Note, NoteId, NoteKind
from facilitator.domain.view import View
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.language.speech import LANGUAGE_NAMES, Language
from facilitator.language.vocabularies import code_name
from facilitator.language.wording import capacity_line
from facilitator.ui.notes.order import Thing, ordered, stepped
from facilitator.ui.notes.underlines import Span, spans_of
from facilitator.ui.notes.unfinished import Voice
from facilitator.ui.reading import plain

_SHOWN = 5_000  # more of one note is read in the record
_STRETCH = 256
_QUOTED = 24  # as much of a coded span tells which one it is


@dataclass(frozen=True, slots=True)
class Line:
    """A speaker's header (`note` is None) or a note; all texts are ready."""

    key: str
    time: str
    title: str
    text: str
    end: str = ""
    note: NoteId | None = None
    kind: NoteKind | None = None
    tags: tuple[str, ...] = ()
    live: bool = False
    spans: tuple[Span, ...] = ()  # which words of the text are coded
    closed: bool = False  # a protection concern: its text is shown only when it is asked for


class Lines(Sequence[Line]):
    """The lines of a panel in the order of time, each made when it is looked at first.

    `opened` are restricted notes that may be read; a line whose facts are those it had before is the same.
    """

    def __init__(
        self,
        view: View,
        now: int,
        language: Language,
        opened: frozenset[NoteId] = frozenset(),
        before: Lines | None = None,
    ) -> None:
        self._view, self._language, self.now = view, language, now
        step = None if before is None else before.step_to(view)
        self._things, self.keys = _laid_out(view) if step is None else step
        self._proposed, self._opened = _proposed(view), opened
        self._made: dict[str, tuple[tuple[object, ...], Line]] = {} if before is None else before.made()

    def __len__(self) -> int:
        return len(self._things)

    @overload
    def __getitem__(self, row: int) -> Line: ...
    @overload
    def __getitem__(self, row: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, row: int | slice) -> Line | tuple[Line, ...]:
        if isinstance(row, slice):
            return tuple(self[number] for number in range(*row.indices(len(self))))
        it = self._things[row]
        facts, known = self._facts(it), self._made.get(it.id)
        if known is None or known[0] != facts:
            known = self._made[it.id] = facts, self._line(it)
        return known[1]

    def step_to(self, view: View) -> tuple[list[Thing], list[str]] | None:
        """Return what there is, and its keys, in a view with one note more or reworded; None for others."""
        return stepped(self._things, self.keys, self._view, view)

    def made(self) -> dict[str, tuple[tuple[object, ...], Line]]:
        return self._made

    def row_of(self, key: str | None) -> int | None:
        return self.keys.index(key) if key in self.keys else None

    def beside(self, key: str, by: int) -> NoteId | None:
        """Return the note before (-1) or after (1) a note or a turn, as they stand in the list."""
        row = self.row_of(key)
        rows = () if row is None else range(row + by, len(self) if by > 0 else -1, by)
        notes = (it.id for it in (self._things[row] for row in rows) if isinstance(it, Note))
        return next(notes, None)

    def lengths(self, rows: range) -> list[int | None]:
        """Return how many letters each note has; None for whoever spoke."""
        return [
            None if isinstance(it, Intervention) else min(len(it.text), _SHOWN)
            for it in self._things[rows.start : rows.stop]
        ]

    def tick(self, now: int) -> int | None:
        """The clock of whoever speaks has moved; answers in which row."""
        floor = self._view.floor
        self.now = now
        return None if floor is None or floor.speaking is None else self.row_of(floor.speaking.id)

    def changed(self, before: Lines, head: int, tail: int) -> Iterator[int]:
        """Yield which rows tell something else than before, of the first and the last that were there."""
        floor, around = self._view.floor, self._around() != before._around()
        speaks = None if floor is None or floor.speaking is None else self.row_of(floor.speaking.id)
        for begin, began, many in ((0, 0, head), (len(self) - tail, len(before) - tail, tail)):
            now, was = self._things[begin : begin + many], before._things[began : began + many]
            live = [] if speaks is None or not 0 <= speaks - begin < many else [speaks - begin]
            rows = range(many) if around else sorted({*_others(now, was), *live})
            for row in rows:
                if self._facts(now[row]) != before._facts(was[row]):
                    yield begin + row

    def _around(self) -> tuple[object, ...]:
        """Return what all lines have in common: where it is the same, only their own facts count."""
        view = self._view
        same = (id(view.codings), id(view.people), id(view.relations))
        return *same, view.panel, view.categories, self._proposed, self._opened

    def _facts(self, it: Thing) -> tuple[object, ...]:
        """Return all that a line tells of."""
        view = self._view
        if isinstance(it, Intervention):
            return it, view.people[it.participant], view.categories, self.now if it.under_way else 0
        own = view.codings.get(it.id), view.relations.get(it.id), self._proposed.get(it.id)
        return it, view.panel, *own, it.id in self._opened

    def _line(self, it: Thing) -> Line:
        if isinstance(it, Intervention):
            return _header(self._view, it, self.now, self._language)
        proposed = self._proposed.get(it.id, ())
        return _note(self._view, it, self._language, proposed, is_open=it.id in self._opened)


def _laid_out(view: View) -> tuple[list[Thing], list[str]]:
    things = ordered(view)
    return things, [it.id for it in things]


def _others(now: Sequence[Thing], was: Sequence[Thing]) -> list[int]:
    """Return which are not what they were: whole stretches are compared, not each."""
    others: list[int] = []
    for first in range(0, len(now), _STRETCH):
        some, old = now[first : first + _STRETCH], was[first : first + _STRETCH]
        if some != old:
            pairs = enumerate(zip(some, old, strict=True), first)
            others += [row for row, (it, before) in pairs if it is not before]
    return others


def _proposed(view: View) -> Mapping[NoteId, tuple[str, ...]]:
    """Return under which numbers each note is the source of a recommendation."""
    found: dict[NoteId, tuple[str, ...]] = {}
    if view.panel is None:
        return found
    for proposal in view.recommendations:
        for note in proposal.notes:
            found[note] = (*found.get(note, ()), working_number(view.panel, proposal))
    return found


def _header(view: View, turn: Intervention, now: int, language: Language) -> Line:
    """Return the line that heads what one speaker said."""
    spoken = language.duration(turn.clock.elapsed(now), down=False)
    end = language.say("on the floor {time}", time=spoken) if turn.under_way else plain(spoken)
    return Line(
        turn.id,
        language.time_of_day(turn.clock.began),
        view.people[turn.participant].name,
        capacity_line(view, turn, language),
        end,
        live=turn.under_way,
    )


def _note(view: View, note: Note, language: Language, proposed: tuple[str, ...], *, is_open: bool) -> Line:
    restricted = note.kind is NoteKind.PROTECTION
    text = note.text if len(note.text) <= _SHOWN else f"{note.text[:_SHOWN]}…"
    if restricted and not is_open:
        text = language.say("Restricted note. Never exported; click to read.")
    offset = note.offset_ms
    when = language.time_of_day(note.at) if offset is None else language.duration(offset, down=False)
    return Line(
        note.id,
        when,
        language.say(NOTE_KINDS[note.kind]),
        text,
        note=note.id,
        kind=note.kind,
        tags=tuple(_tags(view, note, language, proposed)),
        spans=() if restricted and not is_open else spans_of(view.codings.get(note.id, ()), _SHOWN),
        closed=restricted,
    )


def _tags(view: View, note: Note, language: Language, proposed: tuple[str, ...]) -> Iterator[str]:
    panel = view.panel
    if panel is None:
        return
    yield from proposed
    for question in panel.questions:
        if question.id == note.question:
            yield f"{panel.number}.{question.number}"
    yield from _facts(view, note, language)
    if note.revisions > 1:
        yield language.count("{n} version", "{n} versions", note.revisions)


def _facts(view: View, note: Note, language: Language) -> Iterator[str]:
    """Yield what a note is tagged with, and what is unusual about whose words it holds."""
    for coding in view.codings.get(note.id, ()):
        name = code_name(coding.code, language.code)
        if coding.orphaned:
            yield language.say("{tag}: words gone", tag=name)
        elif coding.quote:
            yield language.say("{tag}: “{words}”", tag=name, words=_first_words(coding.quote))
        else:
            yield name
    if note.nobody:
        yield language.say("for nobody")
    yield from voice_words(Voice(note.heard, note.interpreted), language)
    yield from (LANGUAGE_NAMES[code] for code in dict.fromkeys(filter(None, note.languages)))
    bonds = view.relations.get(note.id, ())
    if bonds:
        yield language.count("{n} link", "{n} links", len(bonds))
    if note.charge == MODERATOR:
        read = note.settled_at is not None
        yield language.say("read by the moderator") if read else language.say("for the moderator")


def _first_words(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1].rstrip()}…"


def voice_words(voice: Voice, language: Language) -> Iterator[str]:
    """Yield in words how a quotation was heard; nothing where it was as it is noted."""
    if voice.heard:
        yield language.say("heard in {language}", language=LANGUAGE_NAMES.get(voice.heard, voice.heard))
    if voice.interpreted:
        yield language.say("through interpretation")
