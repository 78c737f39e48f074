"""The command that makes a template of a workshop."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from facilitator.acts.own_templates import save_template
from facilitator.cli.desk import File, desk_of, system_clock
from facilitator.language.speech import mark

Target = Annotated[
    Path, typer.Option("-o", "--out", help=mark("The template to write: a file that ends in .toml."))
]


def make_template(file: File, out: Target) -> None:
    """Write the programme, categories and rules as a template for new workshops; nobody is in it."""
    with desk_of(file, system_clock) as desk:
        save_template(desk.reading, out)
