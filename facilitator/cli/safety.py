"""The commands that keep a workshop: a snapshot, a check, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from facilitator.acts.erasure import certified_erasure
from facilitator.acts.instants import instant
from facilitator.acts.safety import (
    Checked,
    WorkshopFlawed,
    check,
    repair,
    rescued_told,
    restore_snapshot,
    snapshot_to,
)
from facilitator.cli.desk import AsJson, File, desk_of, print_found, system_clock
from facilitator.cli.keys import key_of
from facilitator.cli.speech import spoken
from facilitator.language.direction import bare
from facilitator.language.safety import finding
from facilitator.language.speech import Language, mark

Target = Annotated[Path, typer.Option("-o", "--out", help=mark("The file to write."), show_default=False)]
Source = Annotated[Path, typer.Argument(help=mark("The snapshot."), metavar="SNAPSHOT", show_default=False)]
Repaired = Annotated[
    Path | None,
    typer.Option("--repair", metavar="OUT", help=mark("Put what can be read of it into a new file.")),
]


def snapshot(file: File, out: Target) -> None:
    """Write a whole, verified copy of a workshop; a file that is there is never replaced."""
    with desk_of(file, system_clock) as desk:
        snapshot_to(desk.file, out)


def restore(snapshot: Source, out: Target) -> None:
    """Put a snapshot in the place of a workshop; what is there is set aside, with what lies beside it."""
    aside = restore_snapshot(snapshot, out, system_clock(), key_of(snapshot))
    if aside is not None:
        print(bare(spoken().say("What was there lies in {file} now.", file=aside.name)))


def check_file(file: File, repaired: Repaired = None, as_json: AsJson = False) -> None:
    """Look at all of a workshop and tell what is wrong with it; nothing in it is changed."""
    if repaired is not None:
        for line in rescued_told(repair(file, repaired, system_clock(), key_of(file)), repaired, spoken()):
            print(bare(line))
        return
    checked = check(file, key_of(file))
    print_found(checked.as_json(), map(bare, _checked_lines(checked, spoken())), as_json=as_json)
    if not checked.found.sound:
        raise WorkshopFlawed(file=file.name, folder=str(file.absolute().parent))


def erase(
    file: Annotated[Path, typer.Argument(help=mark("The workshop's file."), show_default=False)],
    participant: Annotated[str, typer.Argument(help=mark("The id of the participant."), show_default=False)],
    out: Annotated[
        Path, typer.Option("-o", "--out", help=mark("The certificate to write."), show_default=False)
    ],
) -> None:
    """Erase what is known of a participant: in tables, journal, snapshots and copies beside the file.

    This is not taken back. The certificate, in JSON, says what was done without naming the person.
    """
    certified_erasure(file, participant, system_clock(), out, key_of(file))


def _checked_lines(checked: Checked, language: Language) -> Iterator[str]:
    found = checked.found
    if found.sound:
        yield language.say(
            "{file} is sound: {events} events and {rows} rows can be read and belong together.",
            file=checked.path.name,
            events=language.number(found.events),
            rows=language.number(found.rows),
        )
        return
    for each in found.findings:
        yield finding(language, each.flaw.value, each.count, each.table, each.first, each.last)
    if checked.snapshots:
        newest = checked.snapshots[0]
        yield language.say("The newest snapshot: {file}, {at}", file=newest.path.name, at=instant(newest.at))
    else:
        yield language.say("There is no snapshot beside it.")
