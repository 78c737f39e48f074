"""How much documents show of somebody: lowered at will, raised only with consent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from facilitator.acts.panels import find_panel
from facilitator.acts.people import must_be_short
from facilitator.acts.registry import Work, act
from facilitator.domain.attribution import Level
from facilitator.domain.guarding import guarded
from facilitator.domain.notes import NoteId
from facilitator.domain.people import ParticipantId
from facilitator.domain.programme import PanelId
from facilitator.domain.protection import Ceilings, ConsentId, ceilings, usual
from facilitator.domain.refusals import ConsentMissing, NotUnderstood, TextTooLong, UnknownReference
from facilitator.domain.view import View
from facilitator.store.reading import Reading


@act("secretariat", UnknownReference, NotUnderstood, ConsentMissing)
def set_attribution(
    work: Work,
    level: Level | None,
    participant: ParticipantId | None = None,
    note: NoteId | None = None,
) -> None:
    """No document shows more of somebody, or of who said what is in a note; null takes it back.

    More than until now, or than the rules of the panels show, is shown only with consent.
    """
    table, id_ = _target(work, participant, note)
    own = work.reading.ledger.own_levels().get(id_, "")
    until_now, wanted = Level(own or _usual(work.reading, participant)), level or Level.NAME
    if (own or level is not None) and wanted < until_now and not _agreed(work, id_, wanted):
        raise ConsentMissing(level=wanted.value)
    work.update(table, id_, {"attribution": own}, {"attribution": "" if level is None else level.value})
    work.subject = "" if level is None else level.value


@act("secretariat", UnknownReference, NotUnderstood, TextTooLong)
def record_consent(
    work: Work,
    level: Level,
    how: str,
    participant: ParticipantId | None = None,
    note: NoteId | None = None,
    panel: PanelId | int | None = None,
) -> str:
    """Somebody agreed to be shown at a level: everywhere or in one panel, or with one note."""
    _target(work, participant, note)
    if not how.strip():
        raise NotUnderstood(field="how")
    must_be_short("how", how)
    row: dict[str, Any] = {
        "id": work.new_id(),
        "participant": participant,
        "note": note,
        "panel": None if panel is None else find_panel(work.reading, panel).id,
        "level": level.value,
        "how": how,
        "at": work.now,
    }
    work.insert("consent", row)
    work.subject = level.value
    return str(row["id"])


@act("secretariat", UnknownReference)
def withdraw_consent(work: Work, consent: ConsentId) -> None:
    """Nobody has agreed so any more: documents made from now on show what is shown without it."""
    for row in work.reading.ledger.rows("consent"):
        if row["id"] == consent:
            work.delete("consent", {name: item for name, item in row.items() if name != "owner"})
            work.subject = row["level"]
            return
    raise UnknownReference(kind="consent", id=consent)


def ceilings_of(reading: Reading, panel: PanelId) -> Ceilings:
    """Return what documents may show of anybody in a panel."""
    return _ceilings_as_read(reading, panel)()


def shown_as_read(reading: Reading, view: View) -> Callable[[], View]:
    """Return what makes the view that documents may have, out of what is read by now."""
    if view.panel is None:
        return lambda: view
    ceilings_of_view = _ceilings_as_read(reading, view.panel.id)
    return lambda: guarded(view, ceilings_of_view())


def _ceilings_as_read(reading: Reading, panel: PanelId) -> Callable[[], Ceilings]:
    people = tuple(reading.people().values())
    own, consents = reading.ledger.own_levels(), reading.ledger.consents()
    return partial(ceilings, reading.rules(panel), people, own, consents, panel)


def _target(work: Work, participant: ParticipantId | None, note: NoteId | None) -> tuple[str, str]:
    if (participant is None) is (note is None):
        raise NotUnderstood(field="participant")
    if participant is not None:
        return "participant", work.reading.participant(participant).id
    return "note", work.reading.note(str(note)).id


def _usual(reading: Reading, participant: ParticipantId | None) -> Level:
    """Return the most that the rules of any panel let documents show of somebody, or of a note."""
    if participant is None:
        return Level.NAME
    who = reading.participant(participant)
    rules = [reading.rules(panel.id) for panel in reading.panels()] or [reading.rules()]
    return min(usual(each, who) for each in rules)


def _agreed(work: Work, id_: str, level: Level) -> bool:
    consents = work.reading.ledger.consents()
    return any(c.level <= level and id_ in (c.participant, c.note) for c in consents)
