"""The words of a document, met before it is set: all of one style together take a fraction of the time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.documents import blocks
from facilitator.documents.blocks import Words
from facilitator.documents.headed_table import look_of
from facilitator.documents.rich import around_mark, is_plain, mark_of, spoken
from facilitator.documents.setting import Setter
from facilitator.documents.styles import Roles
from facilitator.documents.typeset import Style
from facilitator.language.direction import isolate
from facilitator.language.numerals import heading_numeral, paragraph_numeral
from facilitator.language.speech import Language

_STATED = blocks.Numbered, blocks.SubParagraph


def style_of(block: blocks.Numbered | blocks.SubParagraph, roles: Roles) -> Style:
    """Return the style of a paragraph's text; bold for a recommendation."""
    return roles.recommendation if block.recommendation else roles.numbered


def meet(all_blocks: Sequence[blocks.Block], setter: Setter, roles: Roles, language: Language) -> None:
    """The words of headings, paragraphs, notes and tables are known, and all numbers beside them."""
    texts: dict[int, tuple[Style, list[str]]] = {}
    for style, some in _texts(all_blocks, roles, language):
        texts.setdefault(id(style), (style, []))[1].extend(some)
    for style, said in texts.values():
        setter.meet(said, style)
    for style in (roles.numbered, roles.recommendation):
        setter.typesetter.meet_marks(_numerals(all_blocks, style, roles, language), style)
    notes = sum(_notes(block) for block in all_blocks)
    marks = [mark_of(number, rtl=language.rtl) for number in range(1, notes + 1)]
    setter.typesetter.meet_marks(marks, roles.note)
    for style in {id(style): style for style in roles.numerals}.values():
        setter.typesetter.meet_marks(marks, style, raised=True)


def _numerals(
    all_blocks: Sequence[blocks.Block], style: Style, roles: Roles, language: Language
) -> list[str]:
    """The numbers of paragraphs in a style; in Arabic what is beside their digits runs the other way."""
    numbered = [block for block in all_blocks if isinstance(block, blocks.Numbered)]
    numbers = [block.number for block in numbered if style_of(block, roles) is style]
    return [str(number) if language.rtl else paragraph_numeral(language.code, number) for number in numbers]


def _notes(block: blocks.Block) -> int:
    if not isinstance(block, _STATED):
        return 0
    return sum([1 for run in block.text if run.note])


def _texts(
    all_blocks: Sequence[blocks.Block], roles: Roles, language: Language
) -> Iterator[tuple[Style, Sequence[str]]]:
    """Yield texts of one style; those of each come in their order."""
    rtl = language.rtl
    for block in all_blocks:
        match block:
            case blocks.Numbered() | blocks.SubParagraph():
                yield style_of(block, roles), _parts(block.text, rtl=rtl)
                for run in block.text:
                    if run.note:
                        yield roles.note, (isolate(run.note),)
            case blocks.Heading():
                yield from _of_heading(block, roles, language.code)
            case blocks.Table(role=None):
                looks = [look_of(column, roles) for column in block.columns]
                for style in {id(look): look for look in looks}.values():
                    cells = [
                        cell
                        for row in block.rows
                        for look, cell in zip(looks, row, strict=True)
                        if look is style
                    ]
                    yield style, [text for cell in cells for text in _parts(cell, rtl=rtl)]


def _of_heading(heading: blocks.Heading, roles: Roles, code: str) -> Iterator[tuple[Style, Sequence[str]]]:
    """What a heading says where it stands and in the table of contents."""
    said = [spoken(heading.text)]
    if heading.numeral is not None:
        said.append(heading_numeral(code, heading.level, heading.numeral))
    for style in (roles.headings[min(heading.level, 3) - 1], roles.listed):
        yield style, said


def _parts(words: Words, *, rtl: bool) -> Sequence[str]:
    """The texts as they are set."""
    if is_plain(words):
        return (spoken(words),)
    return [text for run in words for text in around_mark(run, rtl=rtl) if text]
