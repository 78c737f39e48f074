"""The commands, each told by its options; the program begins here when a word follows its name."""

from __future__ import annotations

import io
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from facilitator.acts.about import parts
from facilitator.acts.desk import Desk
from facilitator.acts.keys import key_for_new
from facilitator.acts.statistics import Grouping, statistics
from facilitator.acts.wire import HeldClock, Wire, listing
from facilitator.acts.workshops import UnknownLanguage, new_workshop
from facilitator.cli.carry import Carried, carry_into
from facilitator.cli.command_help import run_command_help
from facilitator.cli.desk import AsJson, File, PanelNumber, desk_of, print_found, system_clock
from facilitator.cli.exchange import merge_packages, pack_file
from facilitator.cli.export import export_product
from facilitator.cli.help import COMMANDS
from facilitator.cli.importing import import_rows
from facilitator.cli.keys import PASSPHRASE, chosen_passphrase, encrypt_file, tell_code
from facilitator.cli.proof import proof
from facilitator.cli.ready import ready
from facilitator.cli.safety import check_file, erase, restore, snapshot
from facilitator.cli.search import search_file
from facilitator.cli.speech import spoken
from facilitator.cli.tables import statistics_lines
from facilitator.cli.telling import run_told
from facilitator.cli.template import make_template
from facilitator.language.direction import bare
from facilitator.language.refusals import sentence
from facilitator.language.speech import LANGUAGES, Language, language_for, mark

cli = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Lang = Annotated[str, typer.Option(help=mark("Language: {codes}."))]


def run_command(words: Sequence[str]) -> int:
    """Return the exit code of a command; what is wrong is told in one sentence, never by a traceback."""
    if "--help" in words[1:] and words[0] in COMMANDS:
        return run_command_help(cli, words[0])
    return run_told(cli, words)


@cli.callback(invoke_without_command=True)
def about(
    version: Annotated[bool, typer.Option("--version")] = False,
    _selftest: Annotated[bool, typer.Option("--selftest")] = False,
) -> None:
    """Facilitator runs panels: the floor, the notes, the record. Without a command it opens the window."""
    if version:
        for name, number in parts():
            print(f"{name} {number}")
        raise typer.Exit


@cli.command()
def demo(lang: Lang = "en") -> None:
    """Open a throwaway copy of the sample workshop."""
    from facilitator.acts.sample import build  # noqa: PLC0415 - only this command needs it
    from facilitator.app import run  # noqa: PLC0415 - the only command with a window

    _must_be_language(lang)
    with tempfile.TemporaryDirectory(prefix="facilitator-") as folder:
        path = Path(folder) / f"sample-{lang}.facilitator"
        raise typer.Exit(run(path, language=lang, clock=_running_from(build(path, lang))))


@cli.command()
def new(  # noqa: PLR0913, PLR0917 - each option of the command is one
    file: File,
    template: Annotated[
        str | None, typer.Option(help=mark("The template: durban-2019, or a file that ends in .toml."))
    ] = None,
    begins: Annotated[
        datetime | None,
        typer.Option(help=mark("The first day of the template's programme."), formats=["%Y-%m-%d"]),
    ] = None,
    title: Annotated[str, typer.Option(help=mark("The workshop's title."))] = "",
    lang: Lang = "en",
    carry: Carried = None,
    encrypted: Annotated[
        bool, typer.Option("--encrypt", help=mark("Encrypt it; the passphrase is asked for."))
    ] = False,
) -> None:
    """Make a new workshop, from a template or empty.

    The passphrase of an encrypted one may be given by FACILITATOR_PASSPHRASE.
    """
    given = key_for_new(chosen_passphrase(PASSPHRASE)) if encrypted else None
    key = None if given is None else given.key
    new_workshop(
        file,
        language=lang,
        at=system_clock(),
        template=template,
        title=title,
        key=key,
        begins=None if begins is None else begins.date(),
    )
    if carry is not None:
        carry_into(file, key, carry)
    if given is not None:
        tell_code(given, remembered=False)


@cli.command(name="do")
def do_lines(
    file: Annotated[
        Path | None, typer.Argument(help=mark("The workshop's file."), show_default=False)
    ] = None,
    list_: Annotated[
        bool, typer.Option("--list", help=mark("Name every act with its arguments and refusals."))
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Read acts and questions from standard input, one JSON object a line, and answer each with one."""
    if list_:
        _print_listing(as_json=as_json)
        return
    if file is None:
        raise typer.BadParameter(mark("The file of a workshop is needed."))
    clock = HeldClock(system_clock)
    with desk_of(file, clock) as desk:
        wire = Wire(desk, clock, lambda told: bare(sentence(_language_of(desk), told)))
        for stream in (sys.stdin, sys.stdout):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="replace")  # whatever the system's own would be
        for line in sys.stdin:
            if line.strip():
                sys.stdout.write(json.dumps(wire.answer(line), ensure_ascii=False) + "\n")
                sys.stdout.flush()  # only now does the other side know: the act is on the disk


cli.command()(proof)
cli.command()(erase)


cli.command(name="export")(export_product)
cli.command(name="import")(import_rows)
cli.command(name="search")(search_file)
cli.command(name="check")(check_file)
cli.command(name="encrypt")(encrypt_file)
cli.command(name="pack")(pack_file)
cli.command(name="merge")(merge_packages)
cli.command(name="template")(make_template)
cli.command()(ready)
cli.command()(snapshot)
cli.command()(restore)


@cli.command()
def stats(
    file: File,
    panel: PanelNumber = None,
    by: Annotated[Grouping, typer.Option(help=mark("What is counted by."))] = Grouping.CATEGORY,
    without_chair: Annotated[
        bool, typer.Option("--without-chair", help=mark("Leave the chair out."))
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Count who spoke for how long, in a panel or in all; "participants" are those of the whole workshop."""
    with desk_of(file, system_clock) as desk:
        found = statistics(desk, by=by, panel=panel, chair=not without_chair)
    print_found(found, statistics_lines(found, spoken()), as_json=as_json)


def _running_from(moment: int) -> Callable[[], int]:
    """Return a clock that shows this moment when it is first asked, however long it took until then."""
    began: list[int] = []

    def clock() -> int:
        now = time.monotonic_ns()
        began[:] = began or [now]
        return moment + (now - began[0]) // 1_000_000

    return clock


def _must_be_language(code: str) -> None:
    if code not in LANGUAGES:
        raise UnknownLanguage(language=code, known=", ".join(LANGUAGES))


def _language_of(desk: Desk) -> Language:
    workshop = desk.view().workshop
    return language_for(workshop.language, workshop.zone)


def _print_listing(*, as_json: bool) -> None:
    found = listing()
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for entry in found:
        print(entry.get("act") or f"ask {entry['ask']}", "-", entry["summary"])
        for argument in entry["arguments"]:
            print("   ", _described(argument))
        if entry.get("refusals"):
            print("    refuses:", ", ".join(entry["refusals"]))


def _described(argument: Any) -> str:  # noqa: ANN401 - a name, or a name with its type
    if isinstance(argument, str):
        return f"{argument}?"
    return f"{argument['name']}{'' if argument['required'] else '?'}: {argument['type']}"
