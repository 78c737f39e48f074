"""The report as it is drafted, in one language: what stands where, how long it is, what to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.domain.paragraphs import Paragraph, SectionKey
from facilitator.domain.renderings import InLanguages


@dataclass(frozen=True, slots=True)
class Row:
    """A heading (`title`), or a paragraph: its number in the report, its place in the section, its text.

    `paragraph` is what the secretariat has in hand; None is what the workshop gives by itself. What is
    `behind` was translated from an original that has been changed since; in what is `foreign`, something
    that people wrote stands in another language than the outline.
    """

    section: SectionKey
    level: int
    title: str = ""
    place: int = 0
    number: int = 0
    text: str = ""
    paragraph: Paragraph | None = None
    behind: bool = False
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding in words; `number` is its paragraph's, None if it concerns the whole report.

    `about` is the field of the report that it asks for, if it asks for one.
    """

    number: int | None
    sentence: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    rows: tuple[Row, ...] = ()
    words: int = 0
    remarks: tuple[Remark, ...] = ()
    fields: Mapping[str, InLanguages] = field(default_factory=dict)
    """What the secretariat wrote, by the names of the report's fields."""
    titles: Mapping[str, InLanguages] = field(default_factory=dict)
    """What the documents are called, by their symbols."""
    documents: tuple[str, ...] = ()
    """The symbols that can be cited: those of the report, and those that notes for it name."""
