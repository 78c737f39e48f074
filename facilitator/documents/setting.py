"""Text of a page set in its role and place: shielded where it runs the other way, no lone word at its end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from facilitator.documents.french import spaced
from facilitator.documents.grid import MARGIN_COLUMN_PT, NUMBER_ENDS_PT, UPRIGHT, Paper
from facilitator.documents.typeset import Block, Span, Style, Typesetter
from facilitator.language.direction import ltr

_ARABIC = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_EDGE = '\\s\u2066-\u2069()\\[\\]{}«»"“”،؛؟!;,…'
_LATIN = "A-Za-z\u00c0-\u024f\u0370-\u052f"
_WORD = f"[^{_EDGE}{_ARABIC}]*[{_LATIN}][^{_EDGE}{_ARABIC}]*"
_NEXT = f"[ \u00a0,–—&+-]+[^{_EDGE}{_ARABIC}]*[{_LATIN}0-9][^{_EDGE}{_ARABIC}]*"
_WESTERN = re.compile(f"{_WORD}(?:{_NEXT})*")
_LETTER_OF_THE_WEST = re.compile(f"[{_LATIN}]")
_LETTER_OF_ARABIC = re.compile(f"[{_ARABIC}]")
_SHORT_WORD, _SHORT_LABEL = 6, 4
_TWO_NUMBERS = re.compile("[0-9\u0660-\u0669] [0-9\u0660-\u0669][^ ]* *$")
_NO_LETTER = re.compile(r"[\W\u064b-\u065f\u0670]")


Missing = Callable[[str], None]
"""Is told the characters that no font has."""


def untold(_characters: str) -> None:
    """Nobody wants to know."""


def shielded(text: str, *, rtl: bool) -> str:
    """Return a text in which each stretch of Western words or symbols keeps its own order within Arabic."""
    if not rtl or _LETTER_OF_THE_WEST.search(text) is None:
        return text
    if _LETTER_OF_ARABIC.search(text) is None:
        return ltr(text)
    return _WESTERN.sub(_shield, text)


def _shield(match: re.Match[str]) -> str:
    """A sign at its end belongs to the sentence, not to the symbol before it."""
    western = match.group().rstrip(".:")
    return ltr(western) + match.group()[len(western) :]


def bound(text: str, short: int = _SHORT_WORD) -> str:
    """Return a text whose last word, if it is no longer than `short`, does not stand on a line alone."""
    before, _, last = text.rstrip().rpartition(" ")
    if len(last) > short + 1 and last[:-1].isalpha():  # a long word, perhaps with a sign behind it
        return text
    if " " in before and (len(last) <= short or len(_NO_LETTER.sub("", last)) <= short):
        return f"{before}\u00a0{last}"
    return text


class Setter:
    """Sets text of one document on its paper; a text of people keeps the direction of its own words."""

    def __init__(self, typesetter: Typesetter, *, french: bool = False, paper: Paper = UPRIGHT) -> None:
        self.typesetter = typesetter
        self.paper = paper
        self._french = french

    @property
    def abroad(self) -> Setter:
        """Sets texts of another language than the document's: without the spaces that French has."""
        return Setter(self.typesetter, paper=self.paper) if self._french else self

    def _as_printed(self, text: str, style: Style) -> str:
        if self._french:
            text = spaced(text)
        return shielded(text, rtl=True) if style.rtl else text

    def meet(self, texts: Iterable[str], style: Style) -> None:
        """The words of these texts are known, which is quicker than one text after another."""
        if self._french or style.rtl:
            texts = [self._as_printed(text, style) for text in texts]
        self.typesetter.meet(texts, style)

    def set(self, text: str, style: Style, width: float) -> Block:
        return self.typesetter.set(self._as_printed(text, style), style, width)

    def spans(self, spans: Sequence[Span], style: Style, width: float) -> Block:
        """Return a paragraph of spans, each shielded by itself."""
        return self.typesetter.set(self._shields(spans, style), style, width)

    def widest_word(self, spans: Sequence[Span], style: Style, *, whole: bool) -> float:
        """Return the width below which a paragraph has a word in two; if `whole`, more than one line."""
        return self.typesetter.widest_word(self._shields(spans, style), style, whole=whole)

    def _shields(self, spans: Sequence[Span], style: Style) -> list[Span]:
        printed = [self._as_printed(span.text, style) for span in spans]
        return [
            span if text == span.text else span._replace(text=text)
            for span, text in zip(spans, printed, strict=True)
        ]

    def text(self, text: str, style: Style, width: float) -> Block:
        """Return a paragraph or heading: its last short word has company."""
        return self._in_company(text, style, width, _SHORT_WORD)

    def label(self, text: str, style: Style, width: float) -> Block:
        """Return a label, whose narrow lines may end in a word a little shorter."""
        return self._in_company(text, style, width, _SHORT_LABEL)

    def _in_company(self, text: str, style: Style, width: float, short: int) -> Block:
        """Return a text whose last word takes the one before it along where it would stand alone.

        A fixed space does that, too, but makes of both one word, to be shaped and kept, in every text. Of two
        numbers it makes one, such as `350 000`, which Arabic would set as two from right to left.
        """
        if style.rtl and _TWO_NUMBERS.search(text) is not None:
            return self.set(bound(text, short), style, width)
        printed = self._as_printed(text, style) if self._french or style.rtl else text
        block = self.typesetter.set(printed, style, width)
        if not block.ends_in_one_word:
            return block
        closer = self._as_printed(bound(text, short), style)  # French holds a sign to its word anyway
        if closer == printed:
            return block
        return self.typesetter.in_company(block, style) or self.typesetter.set(closer, style, width)

    def line(self, text: str, style: Style) -> Block:
        """Return the text on one line, as wide as it is."""
        return self.typesetter.line(self._as_printed(text, style), style)

    def margin(self, text: str, style: Style) -> Block:
        return self.label(text, style, MARGIN_COLUMN_PT)

    def number(self, text: str, style: Style) -> tuple[Block, float]:
        """Return a paragraph's number and where its column begins: it grows towards the margin."""
        block = self.line(text, style)
        return block, NUMBER_ENDS_PT - block.width_pt
