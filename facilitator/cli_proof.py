"""The command that proves how text is set; by itself it needs no workshop, and loads nothing of one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from facilitator.cli_tables import shown
from facilitator.cli_telling import run_told


def proof(
    paragraphs: Annotated[Path, typer.Argument(help="JSON: a list of {text, dir}.", show_default=False)],
    out: Annotated[Path, typer.Option("-o", "--out", help="The file to write.", show_default=False)],
    width: Annotated[float | None, typer.Option(help="The column's width in points.")] = None,
) -> None:
    """Set paragraphs one after the other on A4, to judge how they are set."""
    from facilitator.acts.proof import make_proof  # noqa: PLC0415 - other commands do without the typesetter

    with shown(paragraphs.name) as progress:
        make_proof(paragraphs, out, width, progress)


def run_proof(words: Sequence[str]) -> int:
    """Return the exit code of `facilitator proof` with these words behind it."""
    alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    alone.command()(proof)
    return run_told(alone, words, "facilitator proof")
