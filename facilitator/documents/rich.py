"""Words of a document as spans, and its notes: numbered through, each with its mark in the text."""

from __future__ import annotations

import re
from copy import copy
from itertools import count

from facilitator.documents.blocks import Run, Words
from facilitator.documents.colours import BLUE
from facilitator.documents.flow import Item, Placed
from facilitator.documents.grid import NUMBER_AT_PT, TEXT_AT_PT
from facilitator.documents.notes import NoteAtFoot
from facilitator.documents.setting import Setter
from facilitator.documents.surface import plain
from facilitator.documents.typeset import Block, Span, Style, Thread
from facilitator.language.direction import isolate, ltr

_LAST_SIGN = re.compile(r"[.،؛:؟!]+\s*$")


def spoken(words: Words) -> str:
    """Return what words say, without marks."""
    return words[0].text if len(words) == 1 else "".join([run.text for run in words])


def around_mark(run: Run, *, rtl: bool) -> tuple[str, str]:
    """Return what stands before the mark of a note, and the sign behind it: Arabic ends a sentence there."""
    sign = _LAST_SIGN.search(run.text) if rtl and run.note else None
    return (run.text, "") if sign is None else (run.text[: sign.start()], sign.group())


def mark_of(number: int, *, rtl: bool) -> str:
    """Return how the mark of a note is written."""
    return f"({number})" if rtl else str(number)


def is_plain(words: Words) -> bool:
    """Return whether words are one text, without marks, links or a change of weight."""
    for run in words:  # noqa: SIM110 - a generator takes twice the time, and each text is asked twice
        if run.note or run.link or run.bold:
            return False
    return True


class RichText:
    """Sets words with their links and notes; `notes` gathers the notes by name, for the foot of the page."""

    def __init__(self, setter: Setter, note_style: Style, *, rtl: bool) -> None:
        self._setter = setter
        self._style = note_style
        self._rtl = rtl
        self.notes: dict[str, Item] = {}
        self._numbers = count(1)

    @property
    def abroad(self) -> RichText:
        """Sets words of another language than the document's; its notes are gathered with the others."""
        other = copy(self)
        other._setter = self._setter.abroad  # noqa: SLF001 - a copy of itself
        return other

    def set(self, words: Words, style: Style, width: float) -> Block:
        """Return the paragraph; its notes are gathered."""
        if is_plain(words):
            return self._setter.text(spoken(words), style, width)
        spans = [span for run in words for span in self._spans(run)]
        if any(span.thread for span in spans):
            spans = [
                span if span.thread else span._replace(thread=Thread(words=plain(span.text)))
                for span in spans
            ]
        return self._setter.spans(spans, style, width)

    def widest_word(self, words: Words, style: Style, *, whole: bool) -> float:
        """Return the width of the widest word, or of the whole text; notes are not gathered."""
        return self._setter.widest_word([Span(run.text, bold=run.bold) for run in words], style, whole=whole)

    def _spans(self, run: Run) -> list[Span]:
        thread = Thread(target=run.link, words=plain(run.text)) if run.link else None
        text = Span(run.text, bold=run.bold, colour=BLUE if run.link else None, thread=thread)
        if not run.note:
            return [text]
        mark = self._mark(run)
        before, behind = around_mark(run, rtl=self._rtl)
        if not behind:
            return [text, mark]
        return [text._replace(text=before), mark, text._replace(text=behind)]

    def _mark(self, run: Run) -> Span:
        name = f"note-{len(self.notes) + 1}"
        shown = self._shown(run)
        self.notes[name] = self._at_foot(name, shown, run.note)
        return Span(
            ltr(shown) if self._rtl else shown, raised=True, thread=Thread(f"#{name}", note=name, words=shown)
        )

    def _shown(self, run: Run) -> str:
        return "*" if run.starred else mark_of(next(self._numbers), rtl=self._rtl)

    def _at_foot(self, name: str, shown: str, note: str) -> NoteAtFoot:
        text = self._setter.text(isolate(note), self._style, self._setter.paper.text_width)
        number = self._setter.line(ltr(shown) if self._rtl else shown, self._style)
        return NoteAtFoot(name, Placed(text, TEXT_AT_PT, words=note), Placed(number, NUMBER_AT_PT))
