"""The typesetter of one document: text in, set paragraphs out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from math import inf

from facilitator.documents.typeset.bidi import unwrapped, with_numbers
from facilitator.documents.typeset.breaking import is_usual
from facilitator.documents.typeset.cleaning import cleaned
from facilitator.documents.typeset.composing import Composer
from facilitator.documents.typeset.filling import fill, fits
from facilitator.documents.typeset.font_object import DocumentFonts
from facilitator.documents.typeset.lines import SetLine, StraightLine, line_of, threads_of
from facilitator.documents.typeset.numbered import numbered_lines
from facilitator.documents.typeset.paragraph import Block
from facilitator.documents.typeset.shaping import Voice, WovenVoice
from facilitator.documents.typeset.straight import marked_lines, straight_lines, usual_lines
from facilitator.documents.typeset.style import Span, Style, Thread

_PLAIN = Span("")
_NUMBER = re.compile("[0-9]+")
_Looks = tuple[bool, str | None, bool, bool]
"""Of a span: whether it is bold, its colour, whether it is italic, whether it is raised."""
_WIDEST_AMONG_WIDE = 0.35  # of the size: what a space may gain on a line with Chinese characters


class Typesetter:
    """Sets the paragraphs of one document, and remembers which glyphs it needs.

    With a `stand_in`, characters that no face has are set as that; without, they are refused with
    MissingGlyphs.
    """

    def __init__(self, *, stand_in: str = "") -> None:
        self._stand_in = stand_in
        self._fonts = DocumentFonts()
        self._voices: dict[Style, dict[_Looks, Voice]] = {}
        """Of each style in any alignment: a word is known to the columns of figures and to all others."""
        self._styles: dict[int, tuple[Style, dict[_Looks, Voice]]] = {}
        self._plain: dict[int, tuple[Style, Voice]] = {}
        """Of styles met before, which are known by their identity: how a plain text is set."""
        self._met: dict[tuple[str, bool], str] = {}
        """Texts that are about to be set, as they will be."""

    @property
    def missing(self) -> str:
        """The characters for which the stand-in stands."""
        return "".join(self._fonts.missing)

    def set(self, text: str | Sequence[Span], style: Style, width_pt: float) -> Block:
        """Return the paragraph in lines of this width; white space of any kind counts as one space.

        Raises MissingGlyphs and UnknownFace.
        """
        voice = self._usual_voice(style)
        lines = self._lines(text, style, width_pt, voice)
        if style.rtl or style.align != "start":
            _align_all(lines, style, width_pt)
        threads: tuple[Thread, ...] = ()
        if not isinstance(text, str) and any(span.thread for span in text):
            threads = threads_of(lines)
        return Block(width_pt, style.leading_pt, voice.first_baseline_pt, self._fonts, lines, threads)

    @staticmethod
    def in_company(block: Block, style: Style) -> Block | None:
        """Return a block whose last word has taken the one before it to its line.

        None if that needs more care: the line above may hold no other word, or some that run both ways.
        """
        *lines, above, last = block.set_lines
        if not (isinstance(above, StraightLine) and isinstance(last, StraightLine)):
            return None
        *kept, word = above.pieces
        step = above.space.width + word.width
        if not kept or not fits(step + last.width_pt, block.width_pt):
            return None
        space, rtl = above.space, above.rtl
        lines.append(StraightLine(kept, space, rtl, above.width_pt - step, len(kept) - 1))
        lines.append(StraightLine([word, *last.pieces], space, rtl, step + last.width_pt, len(last.pieces)))
        if rtl or style.align != "start":
            _align_all(lines[-2:], style, block.width_pt)
        return Block(block.width_pt, block.leading_pt, block.first_baseline_pt, block.fonts, lines)

    def meet(self, texts: Iterable[str], style: Style) -> None:
        """The words of these texts are known; met together, they take less time than one after another."""
        met = {(text, style.rtl): _as_set(text, rtl=style.rtl) for text in texts}
        self._met.update(met)
        voice = self._voice(style, _PLAIN)
        said: Iterable[str] = met.values()
        if style.rtl:
            stretches = with_numbers(" ".join(said))
            voice.meet(list(dict.fromkeys(stretches[1::2])), rtl=False)
            said = (" ".join(stretches[::2]),)
        words = dict.fromkeys(chain.from_iterable(text.split(" ") for text in said))  # one text after another
        voice.meet(list(words), rtl=style.rtl)

    def meet_marks(self, marks: Sequence[str], style: Style, *, raised: bool = False) -> None:
        """Numbers with their signs are known, which run to the right in any text."""
        self._voice(style, Span("", raised=raised)).meet_numbers(marks)

    def line(self, text: str, style: Style) -> Block:
        """Return the text on one line, as wide as it is; raises MissingGlyphs and UnknownFace."""
        voice = self._usual_voice(style)
        piece = None if style.rtl or not (text.isascii() or is_usual(text)) else voice.known(text)
        if piece is not None:  # a number, as most are
            line = StraightLine([piece], voice.ink.space, False, piece.width, 0)
            return Block(piece.width, style.leading_pt, voice.first_baseline_pt, self._fonts, [line])
        lines = self._lines(text, style, inf, voice)
        width = max([line.width_pt for line in lines], default=0.0)
        return Block(width, style.leading_pt, voice.first_baseline_pt, self._fonts, lines)

    def widest_word(self, text: Sequence[Span], style: Style, *, whole: bool = False) -> float:
        """Return the width of the widest word, or of the whole text on one line.

        Raises MissingGlyphs and UnknownFace.
        """
        composer = self._composer(text, style)
        found = composer.words() if composer.text else []
        widths = [word.unit.width for word in found]
        gaps = [word.gap.width for word in found if word.gap]
        return sum(widths) + sum(gaps) if whole else max(widths, default=0.0)

    def _lines(
        self, text: str | Sequence[Span], style: Style, width_pt: float, voice: Voice
    ) -> Sequence[SetLine]:
        if isinstance(text, str):
            met = self._met.pop((text, style.rtl), None)
            words = _as_set(text, rtl=style.rtl) if met is None else met
            if not words:
                return []
            if (straight := straight_lines(words, voice, width_pt, rtl=style.rtl)) is not None:
                return straight
            if style.rtl and (numbered := numbered_lines(words, voice, width_pt)) is not None:
                return numbered
            composer = Composer(words, [voice], [0], rtl=style.rtl)
        else:
            if (marked := self._marked(text, style, width_pt)) is not None:
                return marked
            composer = self._composer(text, style)
        return _composed(composer, width_pt)

    def _marked(self, spans: Sequence[Span], style: Style, width_pt: float) -> Sequence[SetLine] | None:
        """The lines of a text with a raised number behind it, as most with a note are; None of any other."""
        match spans:
            case [said, mark] if mark.raised and not said.raised and not style.rtl:
                text = cleaned(said.text)
                if not text or text != text.strip(" ") or _NUMBER.fullmatch(mark.text) is None:
                    return None
                voices = self._voice(style, said), self._voice(style, mark)
                return marked_lines(text, mark.text, voices, width_pt)
        return None

    def _composer(self, text: str | Sequence[Span], style: Style) -> Composer:
        spans = [Span(text)] if isinstance(text, str) else text
        parts: list[str] = []
        voices: list[Voice] = []
        starts: list[int] = []
        length = 0
        for span in spans:
            part = cleaned(span.text)
            if not parts or parts[-1].endswith(" "):
                part = part.removeprefix(" ")
            if part:
                voices.append(self._voice(style, span))
                starts.append(length)
                parts.append(part)
                length += len(part)
        return Composer("".join(parts).removesuffix(" "), voices, starts, rtl=style.rtl)

    def _voice(self, style: Style, span: Span) -> Voice:
        if span.thread is not None:
            return WovenVoice(self._plain_voice(style, span), span.thread)
        return self._plain_voice(style, span)

    def _usual_voice(self, style: Style) -> Voice:
        """The voice of a text without spans."""
        found = self._plain.get(id(style))
        if found is None:  # it holds on to the style, as below
            found = self._plain[id(style)] = style, self._plain_voice(style, _PLAIN)
        return found[1]

    def _plain_voice(self, style: Style, span: Span) -> Voice:
        known = self._styles.get(id(style))
        if known is None:  # it holds on to the style, so that no other can have its identity
            voices = self._voices.setdefault(replace(style, align="start"), {})
            known = self._styles[id(style)] = style, voices
        voices = known[1]
        key = span.bold, span.colour, span.italic, span.raised
        found = voices.get(key)
        if found is None:
            found = voices[key] = Voice(self._fonts, style, span, stand_in=self._stand_in)
        return found


def _composed(composer: Composer, width_pt: float) -> Sequence[SetLine]:
    if not composer.text:
        return []
    usual = usual_lines(composer, width_pt)
    if usual is not None:
        return usual
    return [line_of(words, rtl=composer.rtl) for words in fill(composer, width_pt)]


def _as_set(text: str, *, rtl: bool) -> str:
    stripped = cleaned(text).strip(" ")
    return stripped if stripped.isascii() else unwrapped(stripped, rtl=rtl)


def _align_all(lines: Sequence[SetLine], style: Style, width_pt: float) -> None:
    """The lines, of which the last ends a paragraph, stand as their style has it."""
    for line in lines:
        _align(line, style, width_pt, last=line is lines[-1])


def _align(line: SetLine, style: Style, width_pt: float, *, last: bool) -> None:
    slack = width_pt - line.width_pt
    if style.align == "justify" and not last and line.stretch and slack > 0:
        extra = slack / line.stretch
        if extra <= _most_extra(line, style):
            line.extra_pt = extra
            return
    if style.align == "right" or ((style.align == "end") != style.rtl and style.align != "left"):
        line.left_pt = slack


def _most_extra(line: SetLine, style: Style) -> float:
    """How much a space may gain before the line gapes; between Chinese characters a gap shows sooner."""
    widest, only_spaces = line.widest_spaces()
    most = max(widest, style.size_pt / 4) * (style.widest_space - 1)
    return most if only_spaces else min(most, style.size_pt * _WIDEST_AMONG_WIDE)
