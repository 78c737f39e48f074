"""What is taken from a list for the note in the line: where it goes, what it refers to, who follows it up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from facilitator.domain.folding import folded
from facilitator.domain.hits import Wanted
from facilitator.domain.notes import About, Bond, Note, NoteId, NoteKind, Relation
from facilitator.language.direction import bare, ltr
from facilitator.language.note_kinds import charge_words, shown_text
from facilitator.language.speech import LANGUAGE_NAMES, LANGUAGES, mark
from facilitator.language.wording import panel_title, speaker_name
from facilitator.ui.context import Context
from facilitator.ui.notes.hand import Hand
from facilitator.ui.notes.picker import Row
from facilitator.ui.notes.picks import Doing, Found

_MANY = 60
_DAY = re.compile(r"(?:^|\s)(\d{4}-\d{2}-\d{2})\s*$")
_BONDS = {
    Bond.REFERS: (mark("refers to"), mark("referred to by")),
    Bond.ANSWERS: (mark("answers"), mark("answered by")),
    Bond.SPLIT: (mark("taken out of"), mark("from it was taken")),
}
"""How a note stands to another, and how that one stands to it."""


def moves(hand: Hand) -> Found:
    """Return all a note may be moved to: turns, the panel, nobody, questions and other panels."""
    every = list(_places(hand))

    def found(typed: str) -> tuple[Sequence[Row], Callable[[int], object]]:
        said = [(bare(f"{row.start} {row.text} {row.end}"), row, where) for row, where in every]
        there = [(row, where) for words, row, where in said if folded(typed) in folded(words)]

        def take(number: int) -> None:
            if hand.do("move_note", note=hand.note.id, **there[number][1]):
                hand.capture.put_away() if "panel" in there[number][1] else hand.again()

        return [row for row, _ in there[:_MANY]], take

    return found


def _places(hand: Hand) -> Iterator[tuple[Row, dict[str, object]]]:
    view, language = hand.view, hand.context.language
    say = language.say
    yield Row(say("The panel as a whole"), say("Panel")), {"about": About.PANEL}
    yield Row(say("for nobody"), say("Speaker")), {"about": About.NOBODY}
    turns = () if view.floor is None else view.floor.interventions
    for turn in sorted(turns, key=lambda turn: -turn.clock.began):
        name, began = speaker_name(view, turn.participant, language), language.time_of_day(turn.clock.began)
        yield Row(name, say("Speaker"), began), {"intervention": turn.id}
    for here in () if view.panel is None else (view.panel,):
        for question in here.questions:
            number = ltr(f"{here.number}.{question.number}")
            yield Row(question.brief, say("Question"), number), {"question": question.id}
    for panel in view.panels:
        if panel.id != hand.note.panel:
            yield Row(panel_title(panel, language), say("Panel")), {"panel": panel.id}


def merges(hand: Hand) -> Found:
    """Return the notes of the panel into which this one may go, by their words, the newest first."""
    others = [note for note in reversed(hand.view.notes) if note.id != hand.note.id]

    def found(typed: str) -> tuple[Sequence[Row], Callable[[int], object]]:
        there = [note for note in others if folded(typed) in folded(note.text)][:_MANY]

        def take(number: int) -> None:
            if hand.do("merge_notes", notes=(there[number].id, hand.note.id)):
                hand.capture.put_away()

        return [_row(hand.context, note) for note in there], take

    return found


def links(hand: Hand) -> Found:
    """Return what the note refers to and what refers to it; of what is typed, notes to link or to let go.

    A note without any is offered the others of its panel, the newest first.
    """
    say = hand.context.language.say
    others = [note for note in reversed(hand.view.notes) if note.id != hand.note.id][:_MANY]
    kept = [bond for bond in hand.view.relations.get(hand.note.id, ()) if bond.kind in _BONDS]

    def linked() -> tuple[Sequence[Row], Callable[[int], object]]:
        ends = [bond.other if bond.note == hand.note.id else bond.note for bond in kept]
        notes = [hand.context.desk.note(end) for end in ends]
        rows = [
            Row(_told(hand, n.kind, n.text), _bond(hand, bond)) for n, bond in zip(notes, kept, strict=True)
        ]
        return rows, lambda number: hand.go(ends[number])

    def found(typed: str) -> tuple[Sequence[Row], Callable[[int], object]]:
        if not typed.strip() and kept:
            return linked()
        if not typed.strip():
            rows = [_row(hand.context, note) for note in others]
            return rows, lambda number: hand.do("relate_notes", note=hand.note.id, other=others[number].id)
        wanted = Wanted(typed, kind="note", restricted=True, unfinished=True)
        hits = [hit.found for hit in hand.context.desk.search(wanted).hits if hit.found.id != hand.note.id]
        own = {bond.other: bond for bond in kept if bond.note == hand.note.id and bond.kind is Bond.REFERS}

        def take(number: int) -> None:
            bond = own.get(NoteId(hits[number].id))
            if bond is not None:
                hand.do("unrelate_notes", relation=bond.id)
            else:
                hand.do("relate_notes", note=hand.note.id, other=NoteId(hits[number].id))

        end = say("linked: Enter takes the link off")
        return [Row(_told(hand, hit.kind, hit.text), "", end if hit.id in own else "") for hit in hits], take

    return found


def _told(hand: Hand, kind: str, text: str) -> str:
    return shown_text(NoteKind(kind), one_line(text), hand.context.language)


def _bond(hand: Hand, bond: Relation) -> str:
    return hand.context.language.say(_BONDS[bond.kind][bond.note != hand.note.id])


def charges(hand: Hand) -> Found:
    """Return whom what is typed puts in charge of the note, and until which day."""
    say = hand.context.language.say

    def found(typed: str) -> tuple[Sequence[Row], Callable[[int], object]]:
        day = _DAY.search(typed)
        due, who = ("", typed) if day is None else (day[1], typed[: day.start()])
        if not typed.strip():
            who, due = hand.note.charge, hand.note.due

        def take(_: int) -> None:
            if hand.do("charge_note", note=hand.note.id, charge=who.strip(), due=due):
                hand.again()

        told = charge_words(who.strip(), hand.context.language)
        return [Row(told or say("nobody yet"), say("Follow-up"), due)], take

    return found


def languages(hand: Hand) -> Found:
    """Return the languages in which the paragraph at the cursor may be written."""
    say, note = hand.context.language.say, hand.note
    codes = ["", *LANGUAGES]
    paragraph = note.text[: hand.capture.field.place()].count("\n")
    many = note.text.count("\n") + 1
    stands = [*note.languages, *[""] * many][paragraph]
    names = {code: LANGUAGE_NAMES[code] if code else say("as its letters tell") for code in codes}
    rows = [Row(name, end=say("chosen") if code == stands else "") for code, name in names.items()]

    def found(typed: str) -> tuple[Sequence[Row], Callable[[int], object]]:
        there = [n for n, row in enumerate(rows) if folded(typed) in folded(row.text)]

        def take(number: int) -> None:
            told = [*note.languages, *[""] * many][:many]
            told[paragraph] = codes[there[number]]
            if hand.do("describe_note", note=note.id, languages=tuple(told) if any(told) else ()):
                hand.again()

        return [rows[n] for n in there], take

    return found


def removed(context: Context, do: Doing, notes: Sequence[Note]) -> Found:
    """Return the notes that were removed, the last one first; what is taken is there again."""

    def found(typed: str) -> tuple[Sequence[Row], Callable[[int], object]]:
        there = [note for note in notes if folded(typed) in folded(note.text)][:_MANY]
        rows = [_row(context, note) for note in there]
        return rows, lambda number: do("bring_back_note", note=there[number].id)

    return found


def _row(context: Context, note: Note) -> Row:
    language = context.language
    return Row(shown_text(note.kind, one_line(note.text), language), language.time_of_day(note.at))


def one_line(text: str) -> str:
    return " ".join(text.split())
