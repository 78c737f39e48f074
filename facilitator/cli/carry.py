"""The option that carries the recommendations of one workshop to the next."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facilitator.acts.carrying import carry_over
from facilitator.acts.desk import open_desk
from facilitator.cli.desk import desk_of, system_clock
from facilitator.language.speech import mark
from facilitator.store.keys import FileKey

Carried = Annotated[
    Path | None,
    typer.Option(
        "--carry", help=mark("A workshop before it, whose recommendations are reported against."), exists=True
    ),
]


def carry_into(file: Path, key: FileKey | None, earlier: Path) -> None:
    """What stands in the ledger of the earlier workshop is an earlier recommendation of the new one."""
    with desk_of(earlier, system_clock) as before:
        after = open_desk(file, system_clock, key)
        try:
            carry_over(before, after)
        finally:
            after.close()
