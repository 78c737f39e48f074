"""The products that are tables, as the workshop stands now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from facilitator.acts.desk import Desk
from facilitator.acts.phases import phases_entered, spans
from facilitator.acts.rendering import categories_in, workshop_in
from facilitator.acts.report import final_numbers
from facilitator.documents.coded.codebook import codebook
from facilitator.documents.office.balance_book import balance_book
from facilitator.documents.office.book import Book
from facilitator.documents.office.earlier_book import earlier_book
from facilitator.documents.office.follow_up_book import follow_up_book
from facilitator.documents.office.ledger_book import Standing, ledger_book
from facilitator.documents.office.ledger_fields import fields_book
from facilitator.documents.office.people_book import participants_book
from facilitator.documents.office.programme_book import programme_book, speakers_book
from facilitator.documents.office.record_book import record_book
from facilitator.domain.attribution import Level
from facilitator.domain.balance import without_chair
from facilitator.domain.balance_sheet import balance_sheet
from facilitator.domain.before import Follows
from facilitator.domain.coded import CodedNote, coded_notes
from facilitator.domain.guarding import unsaid
from facilitator.domain.intervention import Intervention
from facilitator.domain.ledger import ledger
from facilitator.domain.notes import RecommendationId
from facilitator.domain.people import Category, ParticipantId
from facilitator.domain.programme import Workshop
from facilitator.domain.running_record import RunningRecord, running_record
from facilitator.domain.view import View
from facilitator.language.known_texts import rendered
from facilitator.language.speech import Language
from facilitator.store.reading import Reading


@dataclass(frozen=True, slots=True)
class Asked:
    """What a product is made of: panels in their order, a level of attribution, a language, an instant."""

    desk: Desk
    views: Sequence[View]
    level: Level
    language: Language
    now: int

    @property
    def workshop(self) -> Workshop:
        return workshop_in(self.desk.reading.workshop(), self.language.code)

    @property
    def categories(self) -> tuple[Category, ...]:
        return categories_in(self.desk.reading.categories(), self.language.code)


def _record(asked: Asked) -> Book:
    return record_book(recorded(asked), asked.workshop, asked.categories, asked.language, asked.now)


def _follow_up(asked: Asked) -> Book:
    return follow_up_book(recorded(asked), asked.workshop, asked.language)


def recorded(asked: Asked) -> RunningRecord:
    """Return all that was said and when, as the level allows."""
    panels = [view.panel.id for view in asked.views if view.panel is not None]
    return running_record(asked.views, phases_entered(asked.desk, panels), asked.level)


def noted(asked: Asked) -> tuple[CodedNote, ...]:
    """Return the notes that the record shows, with what is coded in them."""
    return coded_notes(recorded(asked), asked.desk.reading.noted.codings())


def _codebook(asked: Asked) -> Book:
    return codebook(noted(asked), ledger(asked.views).rows, asked.workshop, asked.language)


def _balance(asked: Asked) -> Book:
    panels = {view.panel.id: view for view in asked.views if view.panel is not None}
    entered = phases_entered(asked.desk, panels)
    held = {panel: spans(view, entered[panel], asked.now) for panel, view in panels.items()}
    found = balance_sheet([unsaid(view) for view in asked.views], held, asked.now)
    return balance_book(found, asked.workshop, asked.categories, asked.language, asked.level)


def _ledger(asked: Asked) -> Book:
    reading = asked.desk.reading
    code = asked.language.code
    addressees = tuple(rendered(row["label"], code) for row in reading.background("addressees"))
    found = ledger(asked.views, struck=True)
    return ledger_book(
        found,
        asked.workshop,
        asked.categories,
        asked.language,
        level=asked.level,
        addressees=addressees or tuple(category.label for category in asked.categories),
        standing=Standing(final_numbers(reading, found.rows, asked.now), _follows(reading)),
    )


def _follows(reading: Reading) -> dict[RecommendationId, list[tuple[Follows, str]]]:
    """Return what each recommendation says again, by symbol or, where there is none, by where it is from."""
    names = {row["id"]: row["symbol"] or row["source"] for row in reading.ledger.rows("earlier")}
    found: dict[RecommendationId, list[tuple[Follows, str]]] = {}
    for row in reading.ledger.rows("follows"):
        found.setdefault(row["recommendation"], []).append((Follows(row["kind"]), names[row["earlier"]]))
    return found


def _ledger_fields(asked: Asked) -> Book:
    return fields_book(ledger(asked.views).rows, asked.workshop, asked.language)


def _earlier(asked: Asked) -> Book:
    return earlier_book(asked.desk.reading.ledger.rows("earlier"), asked.workshop, asked.language)


def _participants(asked: Asked) -> Book:
    reading = asked.desk.reading
    people = asked.views[0].people if asked.views else reading.people()
    listed = tuple(people.values())
    return participants_book(
        listed,
        spoken_by(asked.views),
        asked.workshop,
        asked.categories,
        asked.language,
        level=max([asked.level, *(view.ceilings.panel for view in asked.views)]),
        now=asked.now,
    )


def _programme(asked: Asked) -> Book:
    return programme_book(asked.views, asked.workshop, asked.language)


def _speakers(asked: Asked) -> Book:
    return speakers_book(asked.views, asked.workshop, asked.categories, asked.language)


def spoken_by(views: Sequence[View]) -> dict[ParticipantId, list[Intervention]]:
    """Return the interventions of each participant in these panels, the chair's own left out."""
    spoken: dict[ParticipantId, list[Intervention]] = {}
    for view in views:
        for intervention in without_chair(() if view.floor is None else view.floor.interventions):
            spoken.setdefault(intervention.participant, []).append(intervention)
    return spoken


BOOKS: dict[str, Callable[[Asked], Book]] = {
    "record": _record,
    "follow-up": _follow_up,
    "ledger": _ledger,
    "ledger-fields": _ledger_fields,
    "earlier": _earlier,
    "balance": _balance,
    "participants": _participants,
    "codebook": _codebook,
    "programme": _programme,
    "speakers": _speakers,
}
