"""Taking packages in: all of what one tells, or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from facilitator.domain.clocks import Ahead
from facilitator.domain.refusals import UndoConflict
from facilitator.domain.union import MERGE
from facilitator.exchange.faults import (
    LaptopUnknown,
    PackageDamaged,
    PackageIncomplete,
    PackageOfAnother,
)
from facilitator.exchange.keys import keep_closing_key, keep_invitation, let_in, opening_key, own_seed
from facilitator.exchange.package import Header
from facilitator.exchange.understanding import WRONG, Understood, understood_with
from facilitator.exchange.vouching import must_be_vouched
from facilitator.store.clocks import ahead
from facilitator.store.laptops import Laptop, add, birth, gaps, laptops
from facilitator.store.repairs import Unfounded
from facilitator.store.steps import Pause, no_pause
from facilitator.store.union import LaptopTwice
from facilitator.store.uniting import United, Uniting
from facilitator.store.work import Work
from facilitator.store.workshop_file import Entry, WorkshopFile, create_workshop
from facilitator.store.write_ahead import directly


@dataclass(frozen=True, slots=True)
class Merged:
    """What a package brought: from whom, events by laptop, conflicts, and what is missing still."""

    sender: str
    events: Mapping[str, int]
    fuller: int
    conflicts: int
    missing: Mapping[str, tuple[tuple[int, int], ...]]
    newcomers: tuple[str, ...]
    clock: Ahead
    erased: int

    @property
    def new(self) -> int:
        """How many acts came when it was taken, also those that had waited for it."""
        return sum(self.events.values())


def new_of_each(found: Sequence[Merged]) -> list[int]:
    """Return how many new acts came with each; one that waited for a later package came with its own."""
    first: dict[str, int] = {}
    new = [0] * len(found)
    for number, merged in enumerate(found):
        first.setdefault(merged.sender, number)
        for laptop, count in merged.events.items():
            new[number if laptop == merged.sender else first.get(laptop, number)] += count
    return new


@dataclass(frozen=True, slots=True)
class _Came:
    """What is remembered of a package that was taken: its events are in the journal by then."""

    header: Header
    digest: str
    name: str
    newcomers: Sequence[Laptop]


class _NothingNew(Exception):  # it ends the transaction: a merge that brought nothing leaves no trace
    def __init__(self, merged: list[Merged]) -> None:
        self.merged = merged


def merge(file: WorkshopFile, content: bytes, at: int, name: str) -> Merged:
    """The workshop knows what the package `name` tells; raises a fault, and then nothing has changed."""
    return merge_all(file, [understood(file, content, name)], at)[0]


def understood(file: WorkshopFile, content: bytes, name: str) -> Understood:
    """Return what the package `name` holds, opened with the keys of this file; raises a fault."""
    return understood_with(file.look(opening_key), content, name)


def merge_all(
    file: WorkshopFile, packages: Iterable[Understood], at: int, pause: Pause = no_pause
) -> list[Merged]:
    """The workshop knows what all of these tell; raises a fault, and then nothing has changed.

    Between its steps `pause` is called; what that raises ends it likewise.
    """
    arguments: dict[str, object] = {}
    came: list[_Came] = []

    def body(work: Work) -> list[Merged]:
        work.pause = pause
        merged, united = _merged(work, file.replica, packages, came)
        if united.stale:
            raise _NothingNew(merged)
        arguments["packages"] = [_source(each) for each in came]
        arguments["seen"] = {laptop: seq for laptop, seq in united.seen.items() if laptop != file.replica}
        if united.replaced:
            arguments["replaced"] = united.replaced
        return merged

    try:
        return file.write(Entry(MERGE, "secretariat", arguments, at), body)[1]
    except _NothingNew as nothing:
        return nothing.merged
    except LaptopTwice as twice:
        told = {laptop.id: laptop.name for each in came for laptop in each.header.laptops}
        name = told.get(str(twice.details["laptop"]), "?")
        raise LaptopTwice(file=came[-1].name, name=name, **twice.details) from twice
    except (UndoConflict, Unfounded, *WRONG) as wrong:
        raise PackageDamaged(file=came[-1].name if came else "?") from wrong


def _source(told: _Came) -> Mapping[str, object]:
    header = told.header
    return {"package": told.digest, "from": header.laptop, "packed_at": header.packed_at}


def new_replica(path: Path, content: bytes, at: int, *, name: str, laptop: str) -> Merged:
    """The path is a new laptop's copy of the workshop that the package tells of; raises a fault."""
    found: list[Merged] = []

    def fill(file: WorkshopFile) -> None:
        with file.in_bulk(directly):
            found.append(merge(file, content, at, name))

    create_workshop(path, replica_name=laptop, at=at, fill=fill)
    return found[0]


def _merged(
    work: Work, me: str, packages: Iterable[Understood], came: list[_Came]
) -> tuple[list[Merged], United]:
    """Take each package as it comes; `came` tells which did."""
    connection = work.connection
    uniting = Uniting(work)
    for each in packages:
        newcomers = _let_in(connection, me, each)
        own_seed(connection, me)
        came.append(_Came(each.header, each.digest, each.name, newcomers))
        taken = uniting.take(each.runs)
        must_be_vouched(connection, each.header, each.runs, taken, each.name)
    united = uniting.end()
    work.pause()
    if birth(connection) is None:
        raise PackageIncomplete(file=came[-1].name)
    names = {laptop.id: laptop.name for laptop in laptops(connection).values()}
    work.subject = ", ".join(dict.fromkeys(names[each.header.laptop] for each in came))
    missing = {names.get(laptop, "?"): each for laptop, each in gaps(united.seen, united.waits).items()}
    merged = [
        Merged(
            names[each.header.laptop],
            {names[laptop]: count for laptop, count in brought.events.items()},
            brought.fuller,
            brought.conflicts,
            missing,
            tuple(laptop.name for laptop in each.newcomers),
            _clock(work, me, each.header),
            united.people,
        )
        for each, brought in zip(came, united.brought, strict=True)
    ]
    return merged, united


def _clock(work: Work, me: str, header: Header) -> Ahead:
    work.pause()
    return replace(ahead(work.connection, me, header.laptop), least=header.packed_at - work.now)


def _let_in(connection: Connection, me: str, told: Understood) -> list[Laptop]:
    """The laptops a package tells of are known; returns those that were not. A stranger is a fault."""
    header, known = told.header, laptops(connection)
    born = birth(connection)
    newcomers = _newcomers(header, known, me, born, told.name)
    add(connection, newcomers)
    if born is None:
        keep_invitation(connection, header.invitation)
    keep_closing_key(connection, header.closing_key)
    return [laptop for laptop in newcomers if laptop.id not in known]


def _newcomers(
    header: Header, known: Mapping[str, Laptop], me: str, born: tuple[str, str] | None, name: str
) -> list[Laptop]:
    """Return the laptops that are told of and not known, or not by their key; a stranger is a fault."""
    if born is not None and born[0] != header.workshop:
        raise PackageOfAnother(file=name)
    told = {laptop.id: laptop for laptop in header.laptops}
    trusted = dict(known) if born is not None else {header.founder: told.get(header.founder, known[me])}
    for laptop in told.values():
        if laptop.key and not let_in(laptop, trusted, told):
            raise LaptopUnknown(file=name, name=laptop.name)
    new = [laptop for laptop in told.values() if laptop.id != me]
    return [each for each in new if each.id not in known or (each.key and not known[each.id].key)]


def as_json(merged: Merged) -> dict[str, Any]:
    """Return the report of a merge as programs read it."""
    names = [name for name in Merged.__slots__ if name != "clock"]
    told: dict[str, Any] = json.loads(json.dumps({name: getattr(merged, name) for name in names}))
    return told | {"ahead_ms": merged.clock.least, "ahead_at_most_ms": merged.clock.most}
