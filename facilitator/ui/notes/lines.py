"""The panel as it was noted, in lines that are ready to be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.domain.intervention import Intervention
from facilitator.domain.notes import MODERATOR, Note, NoteId, NoteKind
from facilitator.domain.view import View
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.language.speech import LANGUAGE_NAMES, Language
from facilitator.language.vocabularies import code_name
from facilitator.language.wording import capacity_line
from facilitator.ui.notes.unfinished import Voice
from facilitator.ui.reading import plain

_SHOWN = 5_000  # more of one note is read in the record


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
    closed: bool = False  # a protection concern: its text is shown only when it is asked for


def lines_of(
    view: View, now: int, language: Language, opened: frozenset[NoteId] = frozenset()
) -> tuple[Line, ...]:
    """Return the lines of a panel in the order of time; `opened` are restricted notes that may be read."""
    if view.floor is None:
        return ()
    written: dict[str | None, list[Note]] = {}
    for note in sorted(view.notes, key=lambda note: note.at):
        written.setdefault(note.intervention, []).append(note)
    turns = sorted(view.floor.interventions, key=lambda turn: turn.clock.began)
    loose = written.pop(None, [])
    ordered: list[Intervention | Note] = []
    for turn in turns:
        while loose and loose[0].at < turn.clock.began:
            ordered.append(loose.pop(0))
        ordered += [turn, *written.pop(turn.id, ())]
    ordered += [*loose, *_orphans(written)]
    return tuple(
        header(view, it, now, language)
        if isinstance(it, Intervention)
        else _note(view, it, language, is_open=it.id in opened)
        for it in ordered
    )


def _orphans(written: dict[str | None, list[Note]]) -> Iterator[Note]:
    """Yield notes on interventions that were taken back since: they are still there to be read."""
    for notes in written.values():
        yield from notes


def header(view: View, turn: Intervention, now: int, language: Language) -> Line:
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


def _note(view: View, note: Note, language: Language, *, is_open: bool) -> Line:
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
        tags=tuple(_tags(view, note, language)),
        closed=restricted,
    )


def _tags(view: View, note: Note, language: Language) -> Iterator[str]:
    panel = view.panel
    if panel is None:
        return
    for proposal in view.recommendations:
        if note.id in proposal.notes:
            yield f"R-P{panel.number}-{proposal.number:02}"
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
        yield language.say("{tag}: words gone", tag=name) if coding.orphaned else name
    if note.nobody:
        yield language.say("for nobody")
    yield from voice_words(Voice(note.heard, note.interpreted), language)
    if note.charge == MODERATOR:
        read = note.settled_at is not None
        yield language.say("read by the moderator") if read else language.say("for the moderator")


def voice_words(voice: Voice, language: Language) -> Iterator[str]:
    """Yield in words how a quotation was heard; nothing where it was as it is noted."""
    if voice.heard:
        yield language.say("heard in {language}", language=LANGUAGE_NAMES.get(voice.heard, voice.heard))
    if voice.interpreted:
        yield language.say("through interpretation")
