"""The command that proves how text is set, with its options explained."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from facilitator.cli.command_help import run_command_help
from facilitator.cli.proving import prove
from facilitator.cli.telling import run_told
from facilitator.language.speech import mark


def proof(
    paragraphs: Annotated[
        Path, typer.Argument(help=mark("The paragraphs in JSON: {shape}."), show_default=False)
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help=mark("The file to write."), show_default=False)],
    width: Annotated[float | None, typer.Option(help=mark("The column's width in points."))] = None,
) -> None:
    """Set paragraphs one after the other on A4, to judge how they are set."""
    prove(paragraphs, out, width)


def run_explained(words: Sequence[str]) -> int:
    """Return the exit code of `facilitator proof` with these words behind it, in any form."""
    alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    alone.command()(proof)
    if "--help" in words:
        return run_command_help(alone, "proof")
    return run_told(alone, words, "facilitator proof")
