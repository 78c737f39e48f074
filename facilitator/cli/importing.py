"""The command that takes in what somebody sends."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from facilitator.acts.importing.faulty import write_faulty
from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.importing.telling import problem_typed
from facilitator.acts.intake import import_list
from facilitator.cli.desk import AsJson, File, PanelNumber, desk_of, print_found, system_clock
from facilitator.cli.progress import shown
from facilitator.cli.speech import spoken
from facilitator.cli.tables import import_lines
from facilitator.intake.legend import parse_map
from facilitator.language.speech import mark

Source = Annotated[
    Path,
    typer.Argument(
        help=mark("The list, programme or concept note, of any usual format."), show_default=False
    ),
]
Maps = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="FIELD=COLUMN",
        help=mark("The column that holds a field, or what a cell stands for: FIELD:CELL=MEANING."),
    ),
]
Room = Annotated[str, typer.Option(help=mark("Of a programme with parallel rooms, the room to take."))]
Consultation = Annotated[
    str,
    typer.Option(
        help=mark("Of conclusions, which consultation came to them."),
        show_default=mark("the name of the file"),
    ),
]
Encoding = Annotated[
    str, typer.Option(help=mark("Of a text, if the one found is wrong."), show_default=mark("what is found"))
]
Delimiter = Annotated[
    str, typer.Option(help=mark("Between cells, as --encoding."), show_default=mark("what is found"))
]
FaultyOut = Annotated[
    Path | None, typer.Option(help=mark("Where the faulty rows are written as CSV, to be mended."))
]
RemoveGone = Annotated[
    bool, typer.Option("--remove-gone", help=mark("Take out whom a corrected list leaves out."))
]
DryRun = Annotated[bool, typer.Option("--dry-run", help=mark("Only report; change nothing."))]


def import_rows(  # noqa: PLR0913, PLR0917 - the line has as many options
    file: File,
    source: Source,
    kind: Annotated[Kind, typer.Option("--as", help=mark("What it holds."), show_default=False)],
    panel: PanelNumber = None,
    map_: Maps = None,
    room: Room = "",
    consultation: Consultation = "",
    encoding: Encoding = "",
    delimiter: Delimiter = "",
    faulty: FaultyOut = None,
    remove_gone: RemoveGone = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Take in a list: all of it or, if it cannot be read, nothing."""
    if kind is Kind.RECOMMENDATIONS and consultation:
        kind = Kind.CONCLUSIONS
    if panel is not None and kind not in {Kind.SPEECHES, Kind.CONCLUSIONS}:
        raise typer.BadParameter(mark("Only speeches and conclusions go to a panel."))
    if consultation and kind is not Kind.CONCLUSIONS:
        raise typer.BadParameter(mark("Only conclusions are of a consultation."))
    if room and kind is not Kind.PROGRAMME:
        raise typer.BadParameter(mark("Only a programme has rooms."))
    cut = delimiter.replace("\\t", "\t")
    legend = parse_map(map_ or ())
    order = Order(source, legend, encoding, cut, panel, room, remove_gone, dry_run, consultation)
    with desk_of(file, system_clock) as desk, shown(source.name) as progress:
        report = import_list(desk, kind, replace(order, progress=progress))
    print_found(report.as_json(), import_lines(report, spoken(), dry_run=dry_run), as_json=as_json)
    if faulty is not None:
        write_faulty(report, faulty, spoken(), problem_typed)
