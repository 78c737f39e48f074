"""A document as blocks, one after the other: worded in one language, not yet set by any program."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Sign(StrEnum):
    """A small shape before a word or a figure that says how it stands, drawn beside it."""

    DISC = "disc"
    RING_AND_DOT = "ring_and_dot"
    RING = "ring"
    DASH = "dash"
    BELOW = "below"


@dataclass(slots=True)  # a frozen one takes four times as long to make, and a report has thousands
class Run:
    """A stretch of text; `note` is the footnote whose mark stands after it, `link` where it leads.

    A `starred` note has an asterisk for its mark and does not count among the numbered ones. The `sign` of
    the first run of a table's cell stands before its text; in a key each sign stands before what it means.
    """

    text: str
    bold: bool = False
    note: str = ""
    link: str = ""
    starred: bool = False
    sign: Sign | None = None


Words = tuple[Run, ...]


def words(text: str, *, bold: bool = False) -> Words:
    return (Run(text, bold),) if text else ()


class Role(StrEnum):
    """What a paragraph is; each role has one look, whatever the program."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    LABEL = "label"
    SECOND_LABEL = "second_label"
    QUESTION_LABEL = "question_label"
    PARTICIPANT = "participant"
    MASTHEAD = "masthead"
    SYMBOL = "symbol"
    BOXED_HEADING = "boxed_heading"
    BOXED = "boxed"
    SMALL = "small"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Heading:
    """`numeral` counts the headings of its level from 1; a heading without one has no number.

    A `ruled` one is opened by a hair over the number and text columns.
    """

    text: Words
    level: int
    numeral: int | None = None
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Words
    role: Role = Role.BODY
    keeps_next: bool = False


@dataclass(slots=True)  # as above
class Numbered:
    """A paragraph of the one count that runs through the document; a recommendation is bold."""

    text: Words
    number: int
    recommendation: bool = False


@dataclass(frozen=True, slots=True)
class SubParagraph:
    """`number` counts from 1 within the paragraph above."""

    text: Words
    number: int
    recommendation: bool = False


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of `width_mm`; figures stand flush right in every language.

    What people `said` is set as text is, all else as labels are, of which `strong` ones stand out.
    """

    head: str
    width_mm: float
    figures: bool = False
    said: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`alt` says what the table shows; a table without rules is a layout of labels and values.

    What stands in its cells is labels, or of the `role` if there is one.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Words, ...], ...]
    alt: str = ""
    rules: bool = True
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars side by side for each label: fractions of the time, of the room, and what was planned."""

    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture over the width of the page's text; `alt` says what it shows, and stands for it in DOCX."""

    file: Path
    alt: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of the first two levels with their pages."""

    title: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class Rule:
    """A hair over the width of the page's text, between two parts of a list."""


Block = Heading | Paragraph | Numbered | SubParagraph | Table | Bars | Figure | Contents | PageBreak | Rule


@dataclass(frozen=True, slots=True)
class Document:
    """`head` stands over every page but the first, `foot` under all beside the page's number.

    `boxed` headings and paragraphs stand in one frame. On `facing` pages the head is bold, and stands at
    the end of odd pages and at the start of even ones. `original` is the language in which people wrote.
    """

    title: str
    subject: str
    author: str
    blocks: tuple[Block, ...]
    head: str = ""
    foot: str = ""
    landscape: bool = False
    facing: bool = False
    original: str = ""
