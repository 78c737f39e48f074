"""Which question has notes from whom: a cell for each, an outline where there is none yet."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.programme import QuestionKind
from facilitator.domain.view import View
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, Side
from facilitator.ui.type import Role

_ROW, _CELL, _GAP, _HEAD = 40, 36, 4, 64
_MANY = 4


class Coverage(QWidget):
    """The notes of a panel by question and by the category of who spoke."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: View | None = None
        self.setAccessibleName(context.language.say("Coverage"))

    def show_view(self, view: View) -> None:
        self._view = view
        self.update()

    def counts(self) -> Counter[tuple[str | None, str | None]]:
        """Return the number of notes by question and category."""
        notes = () if self._view is None else self._view.notes
        return Counter((note.question, note.category) for note in notes)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        tokens, say = self._context.tokens, self._context.language.say
        pencil.fill(pencil.bounds, tokens.surface)
        view = self._view
        heading, small = self._context.font(Role.HEADING), self._context.font(Role.CAPTION)
        pencil.text(pencil.box(16, 4, 100, 32), say("Coverage"), heading, tokens.text)
        areas = (
            view is not None
            and view.panel is not None
            and view.panel.questions_are is QuestionKind.FOCUS_AREAS
        )
        told = say("notes by focus area and who spoke") if areas else say("notes by question and who spoke")
        pencil.text(pencil.box(100, 5, pencil.width - 116, 32), told, small, tokens.text2)
        if view is not None and view.panel is not None:
            self._draw(pencil, view)
        painter.end()

    def _draw(self, pencil: Pencil, view: View) -> None:
        context, tokens, panel = self._context, self._context.tokens, view.panel
        if panel is None:
            return
        if not panel.questions:
            words = context.language.say("This panel has no questions.")
            pencil.text(
                pencil.box(16, 44, pencil.width - 32, 24), words, context.font(Role.SMALL), tokens.text2
            )
            return
        categories = view.categories[: max(1, int((pencil.width - 140) // (_ROW + _GAP)))]
        left = pencil.width - 16 - len(categories) * (_ROW + _GAP) + _GAP
        counts = self.counts()
        for column, category in enumerate(categories):
            box = pencil.box(left + column * (_ROW + _GAP) - 6, _HEAD - 24, _ROW + 12, 20)
            pencil.text(box, category.heading, context.font(Role.CAPTION), tokens.text2, Side.MIDDLE)
        for row, question in enumerate(panel.questions):
            top = _HEAD + row * (_CELL + _GAP)
            label = f"{panel.number}.{question.number} {question.brief}"
            self._label(pencil, pencil.box(16, top, left - 26, _CELL), label)
            for column, category in enumerate(categories):
                box = pencil.box(left + column * (_ROW + _GAP), top, _ROW, _CELL)
                self._cell(pencil, box, counts[(question.id, category.key)])

    def _label(self, pencil: Pencil, box: QRectF, label: str) -> None:
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        side = Qt.AlignmentFlag.AlignRight if self._context.rtl else Qt.AlignmentFlag.AlignLeft
        pencil.painter.setFont(self._context.font(Role.SMALL))
        pencil.painter.setPen(self._context.tokens.text)
        pencil.painter.drawText(box, int(flags | side), label)

    def _cell(self, pencil: Pencil, box: QRectF, count: int) -> None:
        tokens = self._context.tokens
        if count == 0:
            pencil.frame(box, tokens.accent, 2)
            return
        many = count >= _MANY
        pencil.fill(box, tokens.text2 if many else tokens.hatch if count > 1 else tokens.sunken)
        ink = tokens.surface if many else tokens.text
        pencil.text(box, str(count), self._context.font(Role.FIGURE), ink, Side.MIDDLE)
