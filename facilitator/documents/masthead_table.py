"""The table above a masthead's lines: what it names is large, its rows run their own way, a line is below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from facilitator.documents import blocks
from facilitator.documents.blocks import Role, Words
from facilitator.documents.flow import Placed
from facilitator.documents.own_voice import OwnVoice
from facilitator.documents.rich import RichText, spoken
from facilitator.documents.surface import plain
from facilitator.documents.tables import Table, TableRow
from facilitator.documents.typeset import Align, Style
from facilitator.language.distribution import distribution_language
from facilitator.language.speech import language_for

_THIN_PT, _THICK_PT = 0.5, 2.0


def masthead_table(table: blocks.Table, widths: Sequence[float], rich: RichText, voice: OwnVoice) -> Table:
    """Return the table as it stands above the masthead's lines."""
    rows = [
        TableRow(tuple(_cells(cells, widths, rich, voice, symbol=table.role is Role.SYMBOL)), 0.0)
        for cells in table.rows
    ]
    line = _THIN_PT if table.role is Role.SYMBOL else _THICK_PT
    return Table(None, tuple(rows), 0.0, sum(widths), plain(table.alt), ruled=False, line=line)


def _cells(
    cells: Sequence[Words], widths: Sequence[float], rich: RichText, voice: OwnVoice, *, symbol: bool
) -> Iterator[Placed]:
    start = 0.0
    for place, (text, width) in enumerate(zip(cells, widths, strict=True)):
        look = _of_symbol(voice, place) if symbol else _of_name(voice, place)
        block = (rich.abroad if look.lang else rich).set(text, look.style, width)
        yield Placed(block, start, below=look.below, words=spoken(text), lang=look.lang)
        start += width


@dataclass(frozen=True, slots=True)
class _Look:
    style: Style
    below: float = 0.0
    lang: str = ""


def _of_symbol(voice: OwnVoice, place: int) -> _Look:
    """The organization and the symbol stand opposite each other, in letters of one size."""
    roles, _ = voice.of("")
    size = roles.h2
    align: Align = "end" if place else "start"
    return _Look(replace(roles.body, size_pt=size.size_pt, leading_pt=size.leading_pt, align=align))


def _of_name(voice: OwnVoice, place: int) -> _Look:
    """The body is large beside the lines of distribution, in Latin letters in every language."""
    roles, _ = voice.of("")
    spoken = distribution_language(voice.language.code)
    lines = voice.roles(language_for(spoken)).cell
    if place:
        return _Look(lines, lang="" if voice.language.code == spoken else spoken)
    return _Look(roles.title, below=lines.leading_pt - roles.title.leading_pt)
