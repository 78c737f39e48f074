"""The command that finds by words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from facilitator.acts.search_told import search_told
from facilitator.cli.desk import AsJson, File, PanelNumber, desk_of, print_found, system_clock
from facilitator.cli.speech import spoken
from facilitator.domain.hits import ALL, Hits, Wanted
from facilitator.domain.notes import NoteKind
from facilitator.domain.people import CategoryKey, ParticipantId
from facilitator.language.direction import bare
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.language.speech import Language, mark

_WIDTH = 100


def search_file(  # noqa: PLR0913, PLR0917 - the line has as many options
    file: File,
    words: Annotated[list[str], typer.Argument(help=mark("Words; a phrase in quotation marks."))],
    panel: PanelNumber = None,
    kind: Annotated[str, typer.Option(help=mark("Only one kind of note by its key, or note, panel …"))] = "",
    speaker: Annotated[str | None, typer.Option(help=mark("Only notes of a participant, by id."))] = None,
    category: Annotated[str | None, typer.Option(help=mark("Only one category, by its key."))] = None,
    restricted: Annotated[
        bool, typer.Option("--restricted", help=mark("Protection concerns and private memos too."))
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Find notes, recommendations, people and programme by words, in whatever way they are written."""
    wanted = Wanted(
        " ".join(words),
        panel,
        kind,
        None if speaker is None else ParticipantId(speaker),
        None if category is None else CategoryKey(category),
        restricted=restricted,
        most=ALL,
    )
    with desk_of(file, system_clock) as desk:
        if as_json:
            print_found(search_told(desk, wanted), (), as_json=True)
            return
        lines = list(_lines(desk.search(wanted), spoken()))
    print_found({}, lines, as_json=False)


def _lines(hits: Hits, language: Language) -> Iterator[str]:
    for hit in hits.hits:
        found = hit.found
        kind = language.say(NOTE_KINDS[NoteKind(found.kind)]) if found.kind else ""
        number = hits.panels.get(found.panel or "")
        where = "" if number is None else language.number(number)
        text = " ".join(found.text.split())
        short = text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
        yield bare("  ".join(part for part in (where, kind, short) if part))
    yield bare(language.count("{n} hit", "{n} hits", hits.total))
