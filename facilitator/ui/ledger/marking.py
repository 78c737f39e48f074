"""Rich text of several paragraphs, each in its own direction, and what a change does to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from facilitator.domain.difference import Fate, Piece, difference
from facilitator.language.direction import first_strong_rtl
from facilitator.ui.context import Context

_LINE = "margin-top:4px; margin-bottom:2px"


def paragraph(html: str, style: str, *, rtl: bool, side: str = "") -> str:
    """Return a paragraph that runs so and stands at a side of the page, or where it begins."""
    align = f' align="{side}"' if side else ""
    return f'<p dir="{"rtl" if rtl else "ltr"}"{align} style="{style}">{html}</p>'


def side_of(context: Context) -> str:
    """Return the side of the page at which its lines begin."""
    return "right" if context.rtl else "left"


def marked(context: Context, old: str, new: str, *, side: str = "", style: str = _LINE) -> str:
    """Return a change as rich text: what goes is struck through, what comes is underlined."""
    tokens = context.tokens
    looks = {
        Fate.GOES: f"color:{tokens.danger.name()}; text-decoration:line-through",
        Fate.COMES: f"color:{tokens.accent.name()}; text-decoration:underline",
    }
    otherwise = first_strong_rtl(new or old, otherwise=context.rtl)
    return "".join(
        paragraph(
            "".join(_in_look(piece, looks.get(piece.fate)) for piece in pieces),
            style,
            rtl=first_strong_rtl("".join(piece.text for piece in pieces), otherwise=otherwise),
            side=side,
        )
        for pieces in _paragraphs(difference(old, new))
    )


def _in_look(piece: Piece, look: str | None) -> str:
    words = escape(piece.text)
    return words if look is None or not words else f'<span style="{look}">{words}</span>'


def _paragraphs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces of each paragraph; one is broken where a line ends in the old or in the new text."""
    found: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        found.append(Piece(piece.fate, first))
        for line in others:
            yield found
            found = [Piece(piece.fate, line)]
    yield found
