"""What a caller asks of a paragraph: its faces, its measure, its stretches of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from facilitator.documents.typeset.faces import Cut

Align = Literal["start", "end", "left", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set; `faces` are names from FACES, or cuts of other files, in order of preference.

    `start` and `end` follow the base direction that `rtl` names. Stretches of Latin, Greek or Cyrillic
    letters inside the paragraph take `first_choice_ltr` first, at `ltr_scale` of the size. A line whose
    spaces would grow beyond `widest_space` times their own width stays ragged.
    """

    faces: tuple[str | Cut, ...]
    size_pt: float
    leading_pt: float
    rtl: bool = False
    align: Align = "start"
    colour: str = "#1A1A1A"
    first_choice_ltr: tuple[str | Cut, ...] = ()
    ltr_scale: float = 1.0
    widest_space: float = 2.0


@dataclass(frozen=True, slots=True, eq=False)  # two links to one place are two
class Thread:
    """A stretch of a paragraph that is a part of the document by itself: a link, a note's mark, a quotation.

    `target` is where it leads: an address, or `#` and the name of a place in the document. `note` names the
    footnote that it is the mark of. `lang` is its language, where the paragraph has another. `words` is what
    a screen reader says.
    """

    target: str = ""
    note: str = ""
    lang: str = ""
    words: str = ""


class Span(NamedTuple):
    """A stretch of a paragraph with an ink or a meaning of its own; joins and order do not stop at its edges.

    `raised` letters are small and stand high, as the mark of a note does. If one span of a paragraph has a
    thread, all have.
    """

    text: str
    bold: bool = False
    colour: str | None = None
    italic: bool = False
    raised: bool = False
    thread: Thread | None = None


class MissingGlyphs(Exception):
    """No face has these characters."""

    def __init__(self, characters: str) -> None:
        super().__init__(characters)
        self.characters = characters
