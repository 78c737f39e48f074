"""The panel as it was noted, in lines that are ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import overload

from facilitator.domain.intervention import Intervention
from facilitator.domain.ledger import working_number
from facilitator.domain.notes import MODERATOR, Note, NoteId, NoteKind
from facilitator.domain.view import View
from facilitator.language.note_kinds import NOTE_KINDS, shown_text
from facilitator.language.speech import LANGUAGE_NAMES, Language
from facilitator.language.vocabularies import code_name
from facilitator.language.wording import capacity_line
from facilitator.ui.notes.order import Step, Thing, ordered, row_of, stepped
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
        self._step = None if before is None else before.step_to(view)
        self._things, self.keys = _laid_out(view) if self._step is None else self._step[:2]
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

    def step_to(self, view: View) -> Step | None:
        """Return what there is, and its keys, in a view with one note more or reworded; None for others."""
        return stepped(self._things, self.keys, self._view, view)

    def made(self) -> dict[str, tuple[tuple[object, ...], Line]]:
        return self._made

    def row_of(self, key: str | None) -> int | None:
        return None if key is None else row_of(self.keys, key)

    def beside(self, key: str, by: int) -> NoteId | None:
        """Return the note before (-1) or after (1) a note or a turn, as they stand in the list."""
        row = self.row_of(key)
        rows = () if row is None else range(row + by, len(self) if by > 0 else -1, by)
        notes = (it.id for it in (self._things[row] for row in rows) if isinstance(it, Note))
        return next(notes, None)

    def lengths(self, rows: range) -> list[int | None]:
        """Return how many letters each note has; None for whoever spoke."""
        return [
            None if isinstance(it, Intervention) else many if (many := len(it.text)) < _SHOWN else _SHOWN
            for it in self._things[rows.start : rows.stop]
        ]

    def tick(self, now: int) -> int | None:
        """The clock of whoever speaks has moved; answers in which row."""
        floor = self._view.floor
        self.now = now
        return None if floor is None or floor.speaking is None else self.row_of(floor.speaking.id)

    def same(self, before: Lines) -> tuple[int, int]:
        """Return of how many of the first and of the last lines the keys stood in those `before`.

        What one step has changed is known: no other line is compared, however many there are.
        """
        if self._step is None:
            head = _common(before.keys, self.keys)
            return head, _common(before.keys[head:][::-1], self.keys[head:][::-1])
        if self._step.row is None or not self._step.more:
            return len(self), 0
        return self._step.row, len(self) - self._step.row - 1

    def changed(self, before: Lines, head: int, tail: int) -> Iterator[int]:
        """Yield which rows tell something else than before, of the first and the last that were there."""
        foot, later = len(self) - tail, len(self) - len(before)
        all_rows: Iterable[int] = chain(range(head), range(foot, len(self)))
        if self._around() == before._around():
            others = self._others(before, head, tail)
            all_rows = sorted(row for row in others if row < head or row >= foot)
        for row in all_rows:
            was = row if row < head else row - later
            if self._facts(self._things[row]) != before._facts(before._things[was]):
                yield row

    def _others(self, before: Lines, head: int, tail: int) -> set[int]:
        """Return which rows hold something else, or the clock of whoever speaks."""
        speaking = None if self._view.floor is None else self._view.floor.speaking
        live = None if speaking is None else self.row_of(speaking.id)
        others = (set() if live is None else {live}) | self._told_otherwise(before)
        if self._step is not None:
            return others if self._step.row is None else others | {self._step.row}
        foot, was = len(self) - tail, len(before) - tail
        others.update(_others(self._things[:head], before._things[:head]))
        return others.union(foot + row for row in _others(self._things[foot:], before._things[was:]))

    def _told_otherwise(self, before: Lines) -> set[int]:
        """Return in which rows stands what is coded, linked or proposed otherwise than before."""
        now, was = self._view, before._view
        notes = {
            *_differing(now.codings, was.codings),
            *_differing(now.relations, was.relations),
            *_differing(self._proposed, before._proposed),
        }
        return {row for row, key in enumerate(self.keys) if key in notes} if notes else set()

    def _around(self) -> tuple[object, ...]:
        """Return what all lines have in common: where it is the same, only their own facts count."""
        view = self._view
        return id(view.people), view.panel, view.categories, self._opened

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


def _common(one: list[str], other: list[str]) -> int:
    """Return how many are the same from the beginning on: whole stretches are compared, not each."""
    same, end = 0, min(len(one), len(other))
    while same < end:
        half = same + (end - same + 1) // 2
        if one[same:half] == other[same:half]:
            same = half
        else:
            end = half - 1
    return same


def _differing(now: Mapping[NoteId, object], was: Mapping[NoteId, object]) -> Iterator[NoteId]:
    if now is not was and now != was:
        yield from (note for note in now.keys() | was.keys() if now.get(note) != was.get(note))


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
    text = text if is_open else shown_text(note.kind, text, language)
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
