"""The page on which the report is drafted: what stands where, and what is in sight."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from facilitator.domain.outline import Outline, Row
from facilitator.domain.report import BUDGET
from facilitator.domain.view import View
from facilitator.language.speech import LANGUAGE_NAMES, Language, language_for
from facilitator.ui.context import Context
from facilitator.ui.painting import ground
from facilitator.ui.pane import rule
from facilitator.ui.report.draft_bar import DraftBar
from facilitator.ui.report.draft_editor import Side
from facilitator.ui.report.draft_lists import Lines, OutlineList, same_row
from facilitator.ui.report.draft_sources import Sources

SETTLE_MS = 120


class DraftPage(QWidget):
    """Outline, paragraph, sources and remarks, as they are at this moment."""

    told = Signal(str)

    def __init__(self, context: Context, within: QWidget) -> None:
        super().__init__(within)
        self.context, self.desk = context, context.desk
        say = context.language.say
        self._view: View | None = None
        self._shown: Row | None = None
        self.outline, self.sources = OutlineList(context), Sources(context)
        self.remarks = Lines(context, say("Remarks"))
        self.left, self.right = Side(context, say("Language")), Side(context, say("Beside"))
        self.bar = DraftBar(context, self)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        ground(self, context.tokens.surface)
        self._arrange()

    def show_view(self, view: View) -> None:
        """The draft follows what has changed, if somebody looks at it."""
        if self._view is None:
            self.left.offer(view.workshop.language)
            self.right.offer("ar" if view.workshop.language != "ar" else "en")
        self._view = view
        if self.isVisible():
            self._settle.start()

    def look(self) -> None:
        """Outline, length, remarks and sources are those of this moment."""
        self._settle.stop()
        if self._view is None:
            return
        self.told_now = self.desk.outline(self._language(self.left.code), self.context.language)
        self.beside = self.desk.outline(self._language(self.right.code))
        self.outline.show_rows(self.told_now.rows)
        language = self.context.language
        told, budget = (self.told_now, self.beside), language.number(BUDGET)
        counts = [
            language.say(
                "{language}: {words} of {budget} words",
                language=LANGUAGE_NAMES[side.code],
                words=language.number(each.words),
                budget=budget,
            )
            for side, each in zip(self._sides, told, strict=True)
        ]
        self.bar.length.say(" · ".join(counts), warn=any(each.words > BUDGET for each in told))
        self.remarks.put([remark.sentence for remark in self.told_now.remarks])
        self.sources.show_view(self._view)
        self._show_row()

    def showEvent(self, event: QShowEvent) -> None:
        self.look()

    told_now = Outline()
    beside = Outline()

    @property
    def _sides(self) -> tuple[Side, Side]:
        return self.left, self.right

    def _show_row(self) -> None:
        row, before = self.outline.row_chosen(), self._shown
        place = self.outline.currentRow()
        same = row is not None and before is not None and same_row(row, before)
        other = self.beside.rows[place] if 0 <= place < len(self.beside.rows) else None
        self._shown = row
        self.left.show_row(row, same=same)
        self.right.show_row(other, same=same)
        paragraph = None if row is None else row.paragraph
        self.bar.show_progress(None if paragraph is None else paragraph.progress)
        self.sources.show_rests(() if paragraph is None else paragraph.notes)

    def _language(self, code: str) -> Language:
        zone = "UTC" if self._view is None else self._view.workshop.zone
        return language_for(code, zone)

    # how it is put together

    def _arrange(self) -> None:
        panes = QGridLayout()
        panes.setContentsMargins(12, 8, 12, 8)
        panes.setSpacing(8)
        panes.addWidget(self.outline, 0, 0, 2, 1)
        panes.addWidget(self.left, 0, 1)
        panes.addWidget(self.right, 0, 2)
        panes.addWidget(self.sources, 1, 1)
        panes.addWidget(self.remarks, 1, 2)
        for place, share in enumerate((4, 3, 3)):
            panes.setColumnStretch(place, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(rule(self.context))
        column.addLayout(panes, 1)
