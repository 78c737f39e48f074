"""The recommendation that is chosen, whole: texts, changes that wait, fields, sources and its way."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser

from facilitator.domain.difference import Fate, difference
from facilitator.domain.ledger import Recommended
from facilitator.domain.recommendation import Change, Recommendation, Step, Told
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.direction import first_strong_rtl
from facilitator.language.groups import group_name
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.language.vocabularies import label_of
from facilitator.ui.context import Context, Dossier
from facilitator.ui.ledger.words import FIELDS, TAGS, VALUES, listed, status_word
from facilitator.ui.type import Role

_QUOTED = 160

_EDGE = "QTextBrowser {{ border: 0; border-{edge}: 1px solid {line}; }}"


class Side(QTextBrowser):
    """Only read: what is to change is changed by the keys of the list."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        edge = "right" if context.rtl else "left"
        self.setStyleSheet(_EDGE.format(edge=edge, line=context.tokens.line.name()))
        self.setFont(context.font(Role.BODY))
        self.setOpenLinks(False)
        self.setAccessibleName(context.language.say("The recommendation that is chosen"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(16)
        palette = self.palette()
        palette.setColor(self.viewport().backgroundRole(), context.tokens.surface)
        palette.setColor(self.foregroundRole(), context.tokens.text)
        self.setPalette(palette)

    def show_chosen(self, row: Recommended | None, kept: Dossier | None) -> None:
        """The pane tells all of the row, or what there is to do while none is chosen."""
        say = self._context.language.say
        if row is None or kept is None:
            self.setHtml(self._para(say("Choose a recommendation to see all that is kept of it.")))
            return
        at = self.verticalScrollBar().value()
        self.setHtml("".join(self._parts(row, kept)))
        self.verticalScrollBar().setValue(at)

    def _parts(self, row: Recommended, kept: Dossier) -> Iterator[str]:
        held = kept.held
        yield self._para(row.number, small=True)
        yield self._para(row.text)
        for change in kept.changes:
            yield self._change(held, change)
        yield from self._texts(held)
        yield from self._fields(row, held)
        yield from self._sources(row, kept)
        yield from self._way(kept)

    def _change(self, held: Recommendation, change: Change) -> str:
        """A change in colour, and by lines for those who see none: through what goes, under what comes."""
        say = self._context.language.say
        who = say("Proposal {number}", number=change.number)
        if change.proposer:
            who = f"{who} · {change.proposer}"
        there = held.worded.get(change.language)
        old = held.text if change.language == held.original else there.text if there else ""
        return self._head(who) + self._para(marked(self._context, old, change.text), html=True)

    def _texts(self, held: Recommendation) -> Iterator[str]:
        language = self._context.language
        for code, worded in sorted(held.worded.items()):
            worth = label_of(VocabularyKey.TRANSLATIONS, worded.translation.value, language.code)
            stale = f" · {language.say('older than the original')}" if worded.of != held.revision else ""
            yield self._head(f"{code} · {worth}{stale}") + self._para(worded.text)

    def _fields(self, row: Recommended, held: Recommendation) -> Iterator[str]:
        language = self._context.language
        told = [
            (language.say(name), listed(getattr(held, tag.value), VocabularyKey(tag.value), language))
            for tag, name in TAGS.items()
        ]
        told += [(language.say(name), self._value(held, field)) for field, name in FIELDS.items()]
        asked = language.say("; ").join(map(str, row.questions))
        told.append((language.say("Guiding question"), asked))
        yield self._para("\u00a0", small=True)
        yield self._table(told)

    def _value(self, held: Recommendation, field: Told) -> str:
        value = str(getattr(held, field.value))
        key = VALUES.get(field)
        return label_of(key, value, self._context.language.code) if key and value else value

    def _sources(self, row: Recommended, kept: Dossier) -> Iterator[str]:
        language = self._context.language
        say = language.say
        yield self._head(say("Rests on"))
        yield self._table(
            [
                (say("Voices"), str(row.voices)),
                (say("Categories of the voices"), say("; ").join(row.categories)),
                (
                    say("Regions of the voices"),
                    say("; ").join(group_name(region, language) for region in row.regions),
                ),
                (say("Interventions"), str(kept.turns) if kept.turns else ""),
                (say("Conclusions of consultations"), str(kept.inputs) if kept.inputs else ""),
                (say("Earlier recommendations"), str(kept.earlier) if kept.earlier else ""),
            ]
        )
        for note in kept.notes:
            kind = say(NOTE_KINDS[note.kind])
            text = note.text if len(note.text) <= _QUOTED else f"{note.text[:_QUOTED]}…"
            yield self._para(f"{language.time_of_day(note.at)} · {kind}", small=True) + self._para(text)

    def _way(self, kept: Dossier) -> Iterator[str]:
        if kept.steps:
            yield self._head(self._context.language.say("Its way"))
        for step in reversed(kept.steps):
            yield self._para(self._step(step), small=True)

    def _step(self, step: Step) -> str:
        language = self._context.language
        words = f"{language.time_of_day(step.at)} · {status_word(step.becomes, language)}"
        return " · ".join(filter(None, (words, step.who, step.reason)))

    def _head(self, words: str) -> str:
        return self._div(escape(words), self._context.tokens.accent.name(), 14, rtl=self._context.rtl)

    def _para(self, words: str, *, small: bool = False, html: bool = False) -> str:
        tokens = self._context.tokens
        ink = tokens.text2 if small else tokens.text
        rtl = first_strong_rtl(words, otherwise=self._context.rtl)
        return self._div(words if html else escape(words), ink.name(), 4, rtl=rtl)

    def _div(self, words: str, ink: str, above: int, *, rtl: bool) -> str:
        side = "right" if self._context.rtl else "left"
        way = "rtl" if rtl else "ltr"
        style = f"color:{ink}; margin-top:{above}px; margin-bottom:2px"
        return f'<p dir="{way}" align="{side}" style="{style}">{words}</p>'

    def _table(self, told: list[tuple[str, str]]) -> str:
        tokens, way = self._context.tokens, "rtl" if self._context.rtl else "ltr"
        side = "right" if self._context.rtl else "left"
        rows = "".join(
            f'<p dir="{way}" align="{side}" style="margin-top:3px; margin-bottom:0">'
            f'<span style="color:{tokens.text2.name()}">{escape(name)}</span>&nbsp; {escape(value)}</p>'
            for name, value in told
            if value
        )
        return f'<div style="color:{tokens.text.name()}">{rows}</div>'


def marked(context: Context, old: str, new: str) -> str:
    """Return a change as rich text: what goes is struck through, what comes is underlined."""
    tokens = context.tokens
    looks = {
        Fate.GOES: f"color:{tokens.danger.name()}; text-decoration:line-through",
        Fate.COMES: f"color:{tokens.accent.name()}; text-decoration:underline",
    }
    return "".join(
        f'<span style="{looks[piece.fate]}">{escape(piece.text)}</span>'
        if piece.fate in looks
        else escape(piece.text)
        for piece in difference(old, new)
    )
