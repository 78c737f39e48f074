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


def style_of(block: blocks.Numbered | blocks.SubParagraph, roles: Roles) -> Style:
    """Return the style of a paragraph's text; bold for a recommendation."""
    return roles.recommendation if block.recommendation else roles.numbered


def meet(all_blocks: Sequence[blocks.Block], setter: Setter, roles: Roles, language: Language) -> None:
    """The words of headings, paragraphs, notes and tables are known, and all numbers beside them."""
    texts: dict[int, tuple[Style, list[str]]] = {}
    for style, text in _texts(all_blocks, roles, language):
        texts.setdefault(id(style), (style, []))[1].append(text)
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
    if not isinstance(block, blocks.Numbered | blocks.SubParagraph):
        return 0
    return sum(bool(run.note) for run in block.text)


def _texts(
    all_blocks: Sequence[blocks.Block], roles: Roles, language: Language
) -> Iterator[tuple[Style, str]]:
    code = language.code
    for block in all_blocks:
        match block:
            case blocks.Numbered() | blocks.SubParagraph():
                style = style_of(block, roles)
                for text in _parts(block.text, rtl=language.rtl):
                    yield style, text
                for run in block.text:
                    if run.note:
                        yield roles.note, isolate(run.note)
            case blocks.Heading():
                yield from _of_heading(block, roles, code)
            case blocks.Table(role=None):
                looks = [look_of(column, roles) for column in block.columns]
                cells = [cell for row in block.rows for cell in zip(looks, row, strict=True)]
                yield from ((look, text) for look, cell in cells for text in _parts(cell, rtl=language.rtl))


def _of_heading(heading: blocks.Heading, roles: Roles, code: str) -> Iterator[tuple[Style, str]]:
    """What a heading says where it stands and in the table of contents."""
    for style in (roles.headings[min(heading.level, 3) - 1], roles.listed):
        yield style, spoken(heading.text)
        if heading.numeral is not None:
            yield style, heading_numeral(code, heading.level, heading.numeral)


def _parts(words: Words, *, rtl: bool) -> Sequence[str]:
    """The texts as they are set."""
    if is_plain(words):
        return (spoken(words),)
    return [text for run in words for text in around_mark(run, rtl=rtl) if text]
