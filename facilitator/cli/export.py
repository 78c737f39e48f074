"""The command that writes a document."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from facilitator.acts.arguments import instant
from facilitator.cli.desk import AsJson, File, PanelNumber, desk_of, print_found, system_clock
from facilitator.cli.progress import shown
from facilitator.cli.speech import spoken
from facilitator.cli.tables import naming_lines
from facilitator.language.places import own_templates
from facilitator.language.remarks import remarks
from facilitator.language.speech import mark

ProductName = Annotated[
    str,
    typer.Option(
        help=mark("The product: {products}."),
    ),
]
TemplateFolder = Annotated[
    Path | None,
    typer.Option(
        help=mark("The folder with page.toml, fonts and logo."),
        show_default=mark("“templates” beside the settings, if it is there"),
    ),
]
LevelName = Annotated[
    str | None,
    typer.Option(help=mark("How much of a speaker it shows: A0 to A5."), show_default=mark("the product's")),
]
NamesOnly = Annotated[
    bool, typer.Option("--names-only", help=mark("Tell whom it would name, and write nothing."))
]
Moment = Annotated[
    str | None,
    typer.Option(help=mark("The moment it speaks of, ISO 8601 with zone."), show_default=mark("now")),
]
Target = Annotated[Path, typer.Option("-o", "--out", help=mark("The file to write."), show_default=False)]


def export_product(  # noqa: PLR0913, PLR0917 - the line has as many options
    file: File,
    out: Target,
    what: ProductName = "panel-summary",
    panel: PanelNumber = None,
    lang: Annotated[
        str | None, typer.Option(help=mark("Its language; the workshop's own if none is given."))
    ] = None,
    attribution: LevelName = None,
    at: Moment = None,
    template_folder: TemplateFolder = None,
    names_only: NamesOnly = False,
    as_json: AsJson = False,
) -> None:
    """Write a document; its format is the ending of its name. Whom it will name is told before that.

    What is to be looked at is told, and no fault. JSON: {"names", "missing", "words", "budget", "findings":
    [{"rule", "paragraph", "sentence"}]}; "missing" are characters that no font has, words and findings
    those of a report.
    """
    from facilitator.acts.export import export, kept_from, would_name  # noqa: PLC0415 - the typesetter loads slowly

    asked: dict[str, Any] = {"what": what, "panel": panel, "language": lang, "level": attribution}
    clock = system_clock if at is None else partial(instant, "--at", at)
    with desk_of(file, clock) as desk, shown(out.name) as told:
        folder, rules = template_folder or own_templates(), kept_from(desk, **asked)
        if names_only:
            names = would_name(desk, **asked)
            print_found({"names": list(names)}, naming_lines(names, rules, spoken()), as_json=as_json)
            return
        heard = bool if as_json else partial(_tell_names, rules)
        made = export(desk, out, **asked, template=folder, progress=told, naming=heard).as_json(spoken())
    if as_json:
        print_found(made, (), as_json=True)
    for line in () if as_json else remarks(made, spoken()):
        print(line, file=sys.stderr)


def _tell_names(rules: Sequence[str], names: Sequence[str]) -> None:
    print(*naming_lines(names, rules, spoken()), file=sys.stderr)
