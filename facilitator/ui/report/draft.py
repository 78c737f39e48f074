"""The draft of the report at work: every step by a key, every step undone by one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.notes import NoteId
from facilitator.domain.outline import Row
from facilitator.domain.paragraphs import ParagraphId, Progress, SectionKey, is_section
from facilitator.domain.refusals import Explained
from facilitator.language.refusals import sentence
from facilitator.language.report_fields import MASTHEAD
from facilitator.ui.context import Context
from facilitator.ui.live_keys import hear
from facilitator.ui.report.citing import Citing
from facilitator.ui.report.draft_editor import Side
from facilitator.ui.report.draft_fields import DraftFields
from facilitator.ui.report.draft_lists import same_row
from facilitator.ui.report.draft_page import DraftPage
from facilitator.ui.report.draft_sources import Source


class Draft(DraftPage):
    """What is typed is stored when the paragraph is left; a refusal keeps it where it stands."""

    def __init__(self, context: Context, within: QWidget) -> None:
        super().__init__(context, within)
        self.citing = Citing(context, self, self.left.field, lambda: self.told_now.documents)
        self.fields = DraftFields(context, self, lambda: self.told_now, self._fill, lambda: self.left.code)
        self._connect()

    def close_draft(self) -> None:
        """What was typed is stored, and nothing is looked at any more."""
        self._settle.stop()
        self.store()
        self._view = self._shown = None

    def hideEvent(self, event: QHideEvent) -> None:
        self.store()

    # what is done

    def store(self) -> bool:
        """What was typed is in the report; say whether nothing is left to store."""
        row = self._shown
        if row is None or row.title:
            return True
        changed = [side for side in self._sides if side.changed]
        if not changed:
            return True
        paragraph = self._in_hand(row)
        if paragraph is None:
            return False
        for side in changed:
            told = self._do(
                "revise_paragraph",
                paragraph=paragraph,
                text=side.text(),
                language=side.code,
                base=side.base,
            )
            if told is None:
                return False
            side.stored()
        self.look()
        return True

    def put_in(self, source: Source, row: Row | None = None, before: ParagraphId | None = None) -> None:
        """A note or recommendation is a paragraph of the section of the row, behind it or before another."""
        row = row or self.outline.row_chosen()
        if row is None or not self.store():
            return
        told = self._do(
            "add_paragraph",
            section=row.section,
            notes=() if source.note is None else (source.note.id,),
            recommendation=None if source.recommendation is None else source.recommendation.id,
            before=before or self._behind(row),
        )
        if told is not None:
            self._choose(ParagraphId(told))

    def write_new(self) -> None:
        """A paragraph of its own stands behind the chosen one, ready to be written."""
        row = self.outline.row_chosen()
        if row is None or not self.store():
            return
        words = self._language(self.left.code).say("New paragraph")
        told = self._do(
            "add_paragraph",
            section=row.section,
            text=words,
            language=self.left.code,
            before=self._behind(row),
        )
        if told is not None:
            self._choose(ParagraphId(told))
            self.left.field.setFocus()
            self.left.field.selectAll()

    def shift(self, by: int) -> None:
        """The paragraph stands one place earlier or later; beyond the edge of its section, in the next."""
        row = self.outline.row_chosen()
        if row is None or row.title or not self.store():
            return
        paragraph = self._in_hand(row)
        order = [r.paragraph.id for r in self.outline.rows if r.section == row.section and r.paragraph]
        if paragraph is None:
            return
        if not 0 <= order.index(paragraph) + by < len(order):
            self._shift_out(paragraph, row.section, by)
            return
        at = order.index(paragraph) + (by if by < 0 else by + 1)
        before = order[at] if at < len(order) else None
        if self._do("move_paragraph", paragraph=paragraph, before=before) is not None:
            self._choose(paragraph)

    def _shift_out(self, paragraph: ParagraphId, section: SectionKey, by: int) -> None:
        """The paragraph is the last of the section before its own, or the first of the one behind."""
        panels = (
            [] if self._view is None else [(p.id, [q.id for q in p.questions]) for p in self._view.panels]
        )
        told = dict.fromkeys(row.section for row in self.outline.rows)
        sections = [each for each in told if is_section(each, panels)]
        at = sections.index(section) + by
        if not 0 <= at < len(sections):
            return
        there = next((r for r in self.outline.rows if r.section == sections[at] and not r.title), None)
        before = None if by < 0 or there is None else self._in_hand(there)
        if self._do("move_paragraph", paragraph=paragraph, section=sections[at], before=before) is not None:
            self._choose(paragraph)

    def mark_as(self, progress: Progress) -> None:
        row = self.outline.row_chosen()
        if row is not None and not row.title and self.store():
            paragraph = self._in_hand(row)
            if paragraph is not None:
                self._do("mark_paragraph", paragraph=paragraph, progress=progress)
                self.look()

    def release(self) -> None:
        """The section of the chosen row says again what the workshop gives for it."""
        row = self.outline.row_chosen()
        if row is not None and self.store():
            self._do("release_section", section=row.section)
            self.look()

    def rest_on(self, note: NoteId) -> None:
        """The chosen paragraph rests on the note besides, or does so no more."""
        row = self.outline.row_chosen()
        if row is None or row.title or not self.store():
            return
        paragraph = self._in_hand(row)
        before = self._rests(paragraph)
        after = tuple(each for each in before if each != note) if note in before else (*before, note)
        if paragraph is not None:
            self._do("source_paragraph", paragraph=paragraph, notes=after)
            self.look()

    def remove(self) -> None:
        row = self.outline.row_chosen()
        if row is not None and not row.title:
            paragraph = self._in_hand(row)
            if paragraph is not None:
                self._do("remove_paragraph", paragraph=paragraph)
                self.look()

    def add_footnote(self) -> None:
        """A footnote or the symbol of a document is written between the brackets."""
        cursor = self.left.field.textCursor()
        cursor.insertText("[^]")
        cursor.movePosition(cursor.MoveOperation.PreviousCharacter)
        self.left.field.setTextCursor(cursor)
        self.left.field.setFocus()

    def jump(self) -> None:
        """The paragraph of the chosen remark is chosen in the outline, or the field it wants is asked for."""
        place = self.remarks.currentRow()
        remark = self.told_now.remarks[place] if place >= 0 else None
        if remark is not None and remark.number is not None:
            self.outline.choose_number(remark.number)
            self.outline.setFocus()
        elif remark is not None and remark.about in MASTHEAD:
            self.fields.ask(remark.about)

    # how it is done

    def _fill(self, act: str, **arguments: object) -> None:
        self._do(act, **arguments)
        self.look()

    def _do(self, act: str, **arguments: object) -> str | None:
        """Return what an act made, "" if nothing; None if it was refused, and that is told."""
        try:
            answer = self.desk.do(act, **arguments)
        except Explained as told:
            self.told.emit(sentence(self.context.language, told))
            return None
        self.told.emit("")
        return answer.id or ""

    def _in_hand(self, row: Row) -> ParagraphId | None:
        """Return the paragraph; its section is taken over if it says only what the workshop gives."""
        if row.paragraph is not None:
            return row.paragraph.id
        if self._do("draft_section", section=row.section) is None:
            return None
        rows = self.desk.outline(self._language(self.left.code)).rows
        found = next((each for each in rows if same_row(each, row)), None)
        self.outline.show_rows(rows)
        return None if found is None or found.paragraph is None else found.paragraph.id

    def _rests(self, paragraph: ParagraphId | None) -> tuple[NoteId, ...]:
        """Return the notes on which a paragraph rests."""
        held = (row.paragraph for row in self.outline.rows if row.paragraph is not None)
        return next((each.notes for each in held if each.id == paragraph), ())

    def _behind(self, row: Row) -> ParagraphId | None:
        """Return the paragraph behind a row in its section, before which a new one goes."""
        order = [each for each in self.outline.rows if each.section == row.section and each.paragraph]
        first = 0 if row.title else row.place + 1
        found = next((each.paragraph for each in order if each.place >= first), None)
        return None if found is None else found.id

    def _choose(self, paragraph: ParagraphId) -> None:
        self.look()
        for place, row in enumerate(self.outline.rows):
            if row.paragraph is not None and row.paragraph.id == paragraph:
                self.outline.setCurrentRow(place)

    def _turned(self) -> None:
        """Another row is chosen: what was typed is stored, or its row stays chosen."""
        if self.outline.row_chosen() is not None and not self.store() and self._shown is not None:
            for place, row in enumerate(self.outline.rows):
                if same_row(row, self._shown):
                    blocked = self.outline.blockSignals(True)
                    self.outline.setCurrentRow(place)
                    self.outline.blockSignals(blocked)
            return
        self._show_row()

    def _brought(self, of: object, place: int) -> None:
        """Something was dropped on a row: it goes before it, or to the end of a heading's section."""
        row = self.outline.rows[place]
        before = None if row.paragraph is None else row.paragraph.id
        source = self.sources.chosen()
        if of is self.sources.list and source is not None:
            self.put_in(source, row, before)
        elif of is self.outline and self.outline.row_chosen() not in (None, row) and self.store():
            moved = self.outline.row_chosen()
            paragraph = None if moved is None or moved.title else self._in_hand(moved)
            if paragraph is not None and paragraph != before:
                self._do("move_paragraph", paragraph=paragraph, section=row.section, before=before)
                self._choose(paragraph)

    def _speak(self, side: Side, code: str) -> None:
        """One side is in another language; what was typed is stored in its own before."""
        if self.store():
            side.offer(code)
            self.look()

    def _connect(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "new": self.write_new,
            "footnote": self.add_footnote,
            "document": self.citing.begin,
            "fields": self.fields.open,
            "up": partial(self.shift, -1),
            "down": partial(self.shift, 1),
            "remove": self.remove,
        }
        self.bar.asked.connect(lambda name: acts[name]())
        self.bar.marked.connect(self.mark_as)
        self.bar.released.connect(self.release)
        self._settle.timeout.connect(self.look)
        self.outline.currentRowChanged.connect(lambda _: self._turned())
        self.outline.entered.connect(self.left.field.setFocus)
        self.outline.removed.connect(self.remove)
        self.outline.brought.connect(self._brought)
        self.sources.wanted.connect(self.put_in)
        self.sources.turned.connect(self.rest_on)
        self.remarks.entered.connect(self.jump)
        for side in self._sides:
            side.language_wanted.connect(partial(self._speak, side))
        hear("Ctrl+Return", self, self.store)
        for listed in (self.outline, self.sources.list):
            hear("Ctrl+Z", listed, partial(self._step, "undo"))
            hear("Ctrl+Y", listed, partial(self._step, "redo"))

    def _step(self, act: str) -> None:
        self._do(act, desk="secretariat")
        self.look()
