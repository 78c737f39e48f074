"""The commands that carry a workshop between laptops."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facilitator.acts.exchange import Waiting, pack, take_in_all
from facilitator.cli.desk import AsJson, File, desk_of, print_found, system_clock
from facilitator.cli.keys import key_of
from facilitator.cli.progress import shown
from facilitator.cli.speech import spoken
from facilitator.exchange.merging import Merged, as_json, new_of_each
from facilitator.language.direction import bare
from facilitator.language.exchanging import brought, clocks, to_look_at
from facilitator.language.speech import mark

Target = Annotated[Path, typer.Option("-o", "--out", help=mark("The package to write."), show_default=False)]
Encrypted = Annotated[
    bool,
    typer.Option(
        "--encrypt", help=mark("Only the secretariat, whose laptop made the workshop, can read it.")
    ),
]
Packages = Annotated[
    list[Path],
    typer.Argument(help=mark("What other laptops packed."), metavar="PACKAGE...", show_default=False),
]
Name = Annotated[
    str, typer.Option(help=mark("What a new laptop is called."), show_default=mark("the file's name"))
]


def pack_file(file: File, out: Target, encrypt: Encrypted = False) -> None:
    """Write what this laptop knows, for the others; private memos and unfinished lines stay here."""
    with desk_of(file, system_clock) as desk:
        pack(desk, out, for_secretariat=encrypt)


def merge_packages(file: File, packages: Packages, name: Name = "", json_: AsJson = False) -> None:
    """Take in what others packed, in any order and as often as you like.

    A file that is not there yet becomes a new laptop's copy of the workshop. JSON: {"packages": [{"sender",
    "events": {laptop: count}, "fuller", "conflicts", "missing": {laptop: [[first, last]]}, "newcomers",
    "erased", "ahead_ms", "ahead_at_most_ms"}]}: by how much at least and at most the sender's clock is
    ahead, null where nothing tells.
    """
    key = key_of(file) if file.exists() else None
    with shown(file.name) as progress:
        found = take_in_all(file, packages, system_clock, key, name, Waiting(progress))
    told = {"packages": [as_json(each) for each in found]}
    print_found(told, _lines(found), as_json=json_)


def _lines(found: list[Merged]) -> list[str]:
    language = spoken()
    lines: list[str] = []
    for merged, new in zip(found, new_of_each(found), strict=True):
        lines += brought(merged.sender, new, merged.fuller, merged.newcomers, language)
        lines += clocks(merged.sender, merged.clock, language)
    lines += to_look_at(sum(merged.conflicts for merged in found), found[-1].missing, language)
    return list(map(bare, lines))
