"""Settling what reads differently on two laptops: one side stands, or a third text; no text is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NewType, Protocol

from facilitator.acts.instants import instant
from facilitator.acts.note_links import short
from facilitator.acts.notes import revised
from facilitator.acts.recommendations import redraft
from facilitator.acts.registry import Work, act
from facilitator.domain.ledger import working_number
from facilitator.domain.recommendation import LanguageCode
from facilitator.domain.refusals import NotUnderstood, StillInUse, UnknownReference
from facilitator.domain.union import THERE, Side
from facilitator.store.conflicts import Standing, count, hangs_on, standing
from facilitator.store.duties import DUTY
from facilitator.store.journal import Change
from facilitator.store.laptops import laptops
from facilitator.store.note_rows import to_note
from facilitator.store.reading import Reading
from facilitator.store.workshop_file import WorkshopFile


class Laptop(Protocol):
    """What the question is put to: a desk."""

    @property
    def file(self) -> WorkshopFile: ...

    @property
    def reading(self) -> Reading: ...


ConflictName = NewType("ConflictName", str)
SideId = NewType("SideId", str)


@act("secretariat", UnknownReference, NotUnderstood, StillInUse)
def settle_conflict(work: Work, conflict: ConflictName, keep: SideId, text: str = "") -> str:
    """One side of a conflict stands on every laptop, or a text in the place of both.

    `conflict` and `keep` are as the question `conflicts` tells them. Whatever does not stand can be read
    among the earlier texts of a note or a recommendation, and in the journal.
    """
    where = next(iter(standing(work.connection, conflict)), None)
    if where is None:
        raise UnknownReference(kind="conflict", id=conflict)
    side = next((side for side in where.sides if side.event == keep), None)
    if side is None:
        raise UnknownReference(kind="side", id=keep)
    if where.row is None or side.values.get(THERE, True) is None:
        _remove(work, where)
        return conflict
    wanted = _wanted(where, side)
    if text.strip():
        if "text" not in wanted:
            raise NotUnderstood(field="text")
        wanted["text"] = text
    work.subject = short(str(wanted.get("text", "")))
    _keep_texts(work, where, wanted)
    _write_all(work, where, wanted)
    return conflict


def contested(where: Standing) -> tuple[str, ...]:
    """Return the columns that sides made different things of."""
    names = {name for side in where.sides for name in side.values} - {THERE}
    return tuple(sorted(names))


def _wanted(where: Standing, side: Side) -> dict[str, Any]:
    row = where.row or {}
    return {name: side.values.get(name, row[name]) for name in contested(where) if name in row}


def _remove(work: Work, where: Standing) -> None:
    """The row is not there, as one side has it."""
    if where.row is None:
        raise UnknownReference(kind=where.kind, id=where.id)
    if hangs_on(work.connection, where.kind, where.id):
        raise StillInUse(name=str(where.row.get("title") or where.row.get("text") or where.kind))
    work.delete(where.kind, dict(where.row))


def _keep_texts(work: Work, where: Standing, wanted: dict[str, Any]) -> None:
    """Texts that do not stand are among the earlier ones; a note has a revision that says what does."""
    row = where.row or {}
    if where.kind == "note":
        seen = work.reading.note(where.id)
        revised(work, seen, to_note({**row, **wanted}))
        wanted["revision"], wanted["revisions"] = work.event, seen.revisions + 1
    if where.kind == "recommendation" and "text" in wanted:
        of = work.reading.ledger.recommendation(where.id)
        code = LanguageCode(of.original or work.reading.workshop().language)
        for side in where.sides:
            lost = side.values.get("text")
            if lost is not None and lost != wanted["text"]:
                redraft(work, of, code, lost, str(side.values.get("revision", "")))
        wanted["revision"] = work.event


def _write_all(work: Work, where: Standing, wanted: Mapping[str, Any]) -> None:
    """The event tells each column that was in conflict, also one that stays as it is: so all is settled."""
    now = standing(work.connection, where.name)[0].row or {}
    names = [name for name in wanted if name in now]
    before, after = {name: now[name] for name in names}, {name: wanted[name] for name in names}
    work.apply([Change(where.kind, where.id, before, after)])


def how_many(file: WorkshopFile) -> int:
    """Return how many places read differently on two laptops."""
    return file.look(count)


def _told(kind: str, values: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """Return what a side says; of who holds the floor it says the laptop's name."""
    if kind == DUTY:
        return {"holder": names.get(str(values.get("holder")), "?")}
    return {name: value for name, value in values.items() if name != THERE}


def _place(reading: Reading, where: Standing) -> dict[str, Any]:
    """Return which thing it is: its panel, the number a recommendation is called by, its first words here."""
    row = where.row or {}
    panel = next((panel for panel in reading.panels() if panel.id == row.get("panel")), None)
    called = where.kind == "recommendation" and panel is not None and where.row is not None
    words = next((str(row[name]) for name in ("text", "name", "title", "label") if row.get(name)), "")
    return {
        "panel": None if panel is None else panel.number,
        "number": working_number(panel, reading.ledger.recommendation(where.id)) if panel and called else "",
        "words": short(words),
    }


def conflicts_now(desk: Laptop) -> dict[str, Any]:
    """Return what reads differently on two laptops: which thing, each side, whose it is, what it says."""
    found = desk.file.look(standing)
    names = {laptop.id: laptop.name for laptop in desk.file.look(laptops).values()}
    return {
        "conflicts": [
            {
                "conflict": where.name,
                "kind": where.kind,
                "place": _place(desk.reading, where),
                "sides": [
                    {
                        "side": side.event,
                        "laptop": names.get(side.laptop, "?"),
                        "at": instant(side.at),
                        "values": _told(where.kind, side.values, names),
                        "removed": side.values.get(THERE, True) is None,
                    }
                    for side in where.sides
                ],
            }
            for where in found
        ]
    }
