"""The words of a document, met before it is set: all of one style together take a fraction of the time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.documents import blocks
from facilitator.documents.headed_table import look_of
from facilitator.documents.rich import spoken
from facilitator.documents.setting import Setter
from facilitator.documents.styles import Roles
from facilitator.documents.typeset import Style
from facilitator.language.direction import isolate
from facilitator.language.numerals import paragraph_numeral


def style_of(block: blocks.Numbered | blocks.SubParagraph, roles: Roles) -> Style:
    """Return the style of a paragraph's text; bold for a recommendation."""
    return roles.recommendation if block.recommendation else roles.numbered


def meet(all_blocks: Sequence[blocks.Block], setter: Setter, roles: Roles, code: str) -> None:
    """The words of paragraphs, their numbers and notes, and of tables are known; `code` is the language's."""
    texts: dict[int, tuple[Style, list[str]]] = {}
    for style, text in _texts(all_blocks, roles, code):
        texts.setdefault(id(style), (style, []))[1].append(text)
    for style, said in texts.values():
        setter.meet(said, style)


def _texts(all_blocks: Sequence[blocks.Block], roles: Roles, code: str) -> Iterator[tuple[Style, str]]:
    for block in all_blocks:
        match block:
            case blocks.Numbered() | blocks.SubParagraph():
                style = style_of(block, roles)
                yield style, spoken(block.text)
                if isinstance(block, blocks.Numbered):
                    yield style, paragraph_numeral(code, block.number)
                yield from ((roles.note, isolate(run.note)) for run in block.text if run.note)
            case blocks.Table(role=None):
                looks = [look_of(column, roles) for column in block.columns]
                for row in block.rows:
                    yield from ((look, spoken(cell)) for look, cell in zip(looks, row, strict=True))
