"""The running record as a table: phases, interventions and notes in the order of time."""

from __future__ import annotations

from facilitator.documents.office.book import Book, Cell, Column, Holds, Sheet, without
from facilitator.documents.office.words import CAPACITIES
from facilitator.domain.attribution import Level
from facilitator.domain.intervention import Intervention
from facilitator.domain.people import Category
from facilitator.domain.programme import QuestionId, Workshop
from facilitator.domain.requests import Request, RequestState
from facilitator.domain.running_record import KEPT_BACK, Entry, RunningRecord
from facilitator.language.direction import bare
from facilitator.language.motives import motive_words
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.language.speech import Language, mark
from facilitator.language.wording import KINDS, PHASES

_STATEMENT = mark("statement")
_PHASE, _INTERVENTION, _NOTE = mark("Phase"), mark("Intervention"), mark("Note")
_RECEIVED, _UNHEARD = mark("Statement received"), mark("Not heard")


def record_book(
    record: RunningRecord, workshop: Workshop, categories: tuple[Category, ...], language: Language, now: int
) -> Book:
    """Return the record in one language; lengths of what is under way run until `now`."""
    rows = _Rows(record, {category.key: category.label for category in categories}, language, now)
    columns = _columns(categories, language)
    cells = (rows.cells(entry) for entry in record.entries)
    table = tuple(tuple(each.get(column.key) for column in columns) for each in cells)
    whole = Sheet("record", language.say("Record"), columns, table, grouped=True)
    sheet = without(whole, _hidden(record.level))
    texts = sum(entry.note is not None for entry in record.entries)
    return Book("record", language.say("Running record"), workshop.title, (sheet,), workshop.notice, texts)


def _hidden(level: Level) -> frozenset[str]:
    if level is Level.NAME:
        return frozenset()
    return frozenset({"name"} if level is Level.BODY else {"name", "body", "on_behalf_of"})


def _columns(categories: tuple[Category, ...], language: Language) -> tuple[Column, ...]:
    say = language.say
    phases = tuple(say(word) for word in PHASES.values())
    kinds = tuple(say(word) for word in (_STATEMENT, *KINDS.values()))
    notes = tuple(say(word) for kind, word in NOTE_KINDS.items() if kind not in KEPT_BACK)
    return (
        Column("panel", say("Panel"), Holds.WHOLE, 7),
        Column("begins", say("Begins"), Holds.INSTANT, 20),
        Column("ends", say("Ends"), Holds.INSTANT, 20),
        Column("length", say("Length"), Holds.LENGTH, 9),
        Column(
            "what",
            say("What"),
            width=14,
            printed=False,
            choices=tuple(say(w) for w in (_PHASE, _INTERVENTION, _NOTE, _RECEIVED, _UNHEARD)),
        ),
        Column("kind", say("Kind"), width=18, choices=(*phases, *kinds, *notes)),
        Column("name", say("Name"), width=26),
        Column("body", say("Delegation"), width=32),
        Column("on_behalf_of", say("On behalf of"), width=20),
        Column(
            "category", say("Category"), Holds.TEXT, 28, tuple(c.label for c in categories), printed=False
        ),
        Column("capacity", say("Capacity"), width=14, choices=tuple(say(w) for w in CAPACITIES.values())),
        Column("limit", say("Time allotted"), Holds.LENGTH, 10, printed=False),
        Column("over", say("Over the time"), Holds.LENGTH, 10),
        Column("question", say("Guiding question"), Holds.WHOLE, 10),
        Column("text", say("Text"), width=80, said=True),
    )


class _Rows:
    """Entries of the record as cells by their column's key."""

    def __init__(self, record: RunningRecord, labels: dict[str, str], language: Language, now: int) -> None:
        self._record = record
        self._labels = labels
        self._language = language
        self._now = now
        questions = (q for entry in record.entries for q in entry.panel.questions)
        self._questions: dict[QuestionId | None, int] = {q.id: q.number for q in questions}

    def cells(self, entry: Entry) -> dict[str, Cell]:
        return {"panel": entry.panel.number, "begins": entry.at, **self._what(entry), **self._whose(entry)}

    def _what(self, entry: Entry) -> dict[str, Cell]:
        say = self._language.say
        if entry.phase is not None:
            return {"what": say(_PHASE), "kind": say(PHASES[entry.phase])}
        if entry.note is not None:
            note = entry.note
            return {
                "what": say(_NOTE),
                "kind": say(NOTE_KINDS[note.kind]),
                "question": self._questions.get(note.question),
                "text": note.text,
            }
        if entry.request is not None:
            return self._never_taken(entry.request)
        return {} if entry.intervention is None else self._taken(entry.intervention)

    def _never_taken(self, request: Request) -> dict[str, Cell]:
        say, received = self._language.say, request.state is RequestState.RECEIVED
        return {
            "what": say(_RECEIVED if received else _UNHEARD),
            "kind": say(KINDS.get(request.kind, _STATEMENT)),
            "capacity": say(CAPACITIES[request.capacity]),
            "text": say("The statement was received in writing and not delivered.")
            if received
            else say("The panel was closed before the floor could be given."),
        }

    def _taken(self, intervention: Intervention) -> dict[str, Cell]:
        say, clock = self._language.say, intervention.clock
        over = -clock.remaining(self._now)
        return {
            "what": say(_INTERVENTION),
            "kind": say(KINDS.get(intervention.kind, _STATEMENT)),
            "ends": clock.ended,
            "length": clock.elapsed(self._now),
            "capacity": say(CAPACITIES[intervention.capacity]),
            "limit": clock.limit_ms - clock.extra_ms,
            "over": over if over > 0 else None,
            "text": self._decided(intervention) if intervention.suggested else None,
        }

    def _decided(self, intervention: Intervention) -> str:
        say = self._language.say
        if not intervention.motive:
            return say("Called although another was due")
        motive = motive_words(intervention.motive, self._language)
        return bare(say("Called although another was due: {motive}", motive=motive))

    def _whose(self, entry: Entry) -> dict[str, Cell]:
        if entry.who is None:
            return {}
        turn = entry.intervention or entry.request
        category = (None if turn is None else turn.category) or entry.who.category
        tells = self._record.tells_category(entry)
        return {
            "name": self._record.name(entry),
            "body": self._record.body(entry),
            "on_behalf_of": self._record.on_behalf_of(entry),
            "category": self._labels.get(category, str(category)) if tells else "",
        }
