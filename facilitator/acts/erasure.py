"""Erasing what is known of a person, on request, and the certificate that says what was done."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.acts.desk import open_desk
from facilitator.acts.instants import instant
from facilitator.acts.output import written_whole
from facilitator.acts.safety import keep_snapshot
from facilitator.domain.people import ParticipantId
from facilitator.domain.refusals import UnknownReference
from facilitator.store.chain import ERASURE
from facilitator.store.encrypting import copies_of, remake
from facilitator.store.erasing import Erased, erase, names_of, stand_in
from facilitator.store.keys import FileKey
from facilitator.store.restoring import COMPANIONS
from facilitator.store.snapshots import Why, clear
from facilitator.store.work import Work
from facilitator.store.workshop_file import Entry


@dataclass(frozen=True, slots=True)
class Certificate:
    """What was erased, without a word of whom: the participant's id stands for the person."""

    participant: str
    at: int
    event: str
    rows: int
    events: int
    copies: int
    verifies: bool

    def as_json(self) -> dict[str, Any]:
        return {
            "participant": self.participant,
            "erased": instant(self.at),
            "journal_event": self.event,
            "rows_changed": self.rows,
            "events_changed": self.events,
            "copies_deleted": self.copies,
            "journal_verifies": self.verifies,
            "not_covered": ["printed and exported documents", "packages and copies on other computers"],
        }


def erase_person(path: Path, participant: str, at: int, key: FileKey | None = None) -> Certificate:
    """Nobody finds the person in the workshop, its journal or a copy beside it; returns what was done.

    The snapshots that knew the person are gone, and there is a new one. Raises UnknownReference.
    """
    desk = open_desk(path, lambda: at, key)
    try:
        key = desk.key
        who = desk.view().people.get(ParticipantId(participant))
        if who is None:
            raise UnknownReference(kind="participant", id=participant)
        arguments: dict[str, object] = {"participant": participant}
        done = Erased()

        def body(work: Work) -> None:
            nonlocal done
            names = names_of(work.connection, participant)
            done = erase(work.connection, participant, names, stand_in(participant))
            arguments["replaced"] = done.replaced

        event, _ = desk.file.write(Entry(ERASURE, "secretariat", arguments, at), body)
    finally:
        desk.close()
    copies = delete_copies(path)
    remake(path, key, key)  # free pages of the old file still had the words
    desk = open_desk(path, lambda: at, key)
    try:
        verifies = desk.file.breaches() == ()
        keep_snapshot(desk.file, at, Why.ASKED)
    finally:
        desk.close()
    return Certificate(participant, at, event, done.rows, done.events, copies, verifies)


def certified_erasure(path: Path, participant: str, at: int, out: Path, key: FileKey | None) -> Certificate:
    """As `erase_person`, and the certificate lies in `out`; raises NotWritten before anything is erased."""
    with written_whole(out) as making:
        certificate = erase_person(path, participant, at, key)
        making.write_text(json.dumps(certificate.as_json(), indent=1), encoding="utf-8")
    return certificate


def delete_copies(workshop: Path) -> int:
    """No snapshot knows anybody any more, nor one half made; returns how many there were."""
    clear(workshop)
    found = copies_of(workshop)
    for copy in found:
        for suffix in ("", *COMPANIONS):
            copy.with_name(copy.name + suffix).unlink(missing_ok=True)
    return len(found)
