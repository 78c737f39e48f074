"""Which question has notes from whom, an outline where there is none yet, and what is missing."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QRectF, QTimer
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from facilitator.domain.coverage import Missing, Unproposed, counts, mentions, missing
from facilitator.domain.people import Category, CategoryKey
from facilitator.domain.programme import Panel, QuestionId, QuestionKind
from facilitator.domain.view import View
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.direction import first_strong_rtl, ltr
from facilitator.language.groups import group_name
from facilitator.language.speech import Language
from facilitator.language.vocabularies import label_of, vocabulary
from facilitator.ui.context import Context
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.type import Role
from facilitator.ui.wrapping import draw_lines, height_of, shortened

_ROW, _CELL, _GAP, _HEAD, _EDGE, _LINE = 40, 36, 4, 60, 16, 32
_LABEL_MIN, _LABEL_MAX = 110, 240
_BESIDE = 260  # what is missing stands beside the board where there is room
_MANY, _GROUP = 4, 24
_AFTER_MS = 100  # the frame that shows what a press has done comes first
_Counts = Mapping[tuple[QuestionId, CategoryKey], int]


class Coverage(QWidget):
    """The notes of a panel by question and by the category of who spoke."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: View | None = None
        self._next: View | None = None
        self._after = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._after.timeout.connect(self._look)
        self._gaps: tuple[str, ...] = ()
        self._noted: _Counts = {}
        self._mentioned: Counter[str] = Counter()
        self._present: Counter[CategoryKey] = Counter()
        self.setAccessibleName(context.language.say("Coverage"))

    def show_view(self, view: View) -> None:
        """The view is counted and shown in a moment, of many in that moment the last; at once if asked."""
        self._next = view
        if self._view is None:
            self._look()
        elif not self._after.isActive():
            self._after.start()

    def gaps(self) -> tuple[str, ...]:
        """Return in words what is missing before the panel ends."""
        self._look()
        return self._gaps

    def _look(self) -> None:
        """What is counted is what is the case."""
        view, before = self._next, self._view
        if view is None or view is before:
            return
        if before is None or view.people is not before.people:
            self._present = Counter(person.category for person in view.people.values() if person.present)
        self._view = view
        self._count(view)
        self.setAccessibleDescription("\n".join(self._gaps))
        self.update()

    def _count(self, view: View) -> None:
        """All is counted once for each view: painting counts nothing."""
        self._noted, self._mentioned = counts(view), mentions(view, VocabularyKey.GROUPS)
        self._gaps = self._words(view)

    def _words(self, view: View) -> tuple[str, ...]:
        language = self._context.language
        if view.panel is None:
            return ()
        groups = vocabulary(VocabularyKey.GROUPS) if self._mentioned else ()
        lacks = missing(view, groups, vocabulary(VocabularyKey.OBJECTIVES))
        number = view.panel.number
        unasked = {question.id for question in lacks.questions}
        words = [
            language.say("{question} has no note", question=f"{number}.{question.number}")
            if question.id in unasked
            else language.say("{question} has no recommendation", question=f"{number}.{question.number}")
            for question in view.panel.questions
            if question.id in unasked or question in lacks.recommendation
        ]
        return (*words, *self._unheard(lacks), *self._unproposed(lacks.unproposed))

    def _unheard(self, lacks: Missing) -> Iterator[str]:
        """Yield who has not been heard or spoken of, and which objectives nothing serves."""
        language = self._context.language
        if lacks.voices:
            names = language.names([category.brief for category in lacks.voices])
            yield language.say("No note from: {names}", names=names)
        if lacks.regions:
            names = language.names([group_name(region, language) for region in lacks.regions])
            yield language.say("No note from: {names}", names=names)
        if lacks.groups:
            yield language.say("No note about: {names}", names=_groups(lacks.groups, language))
        if lacks.objectives:
            numbers = _numbers(lacks.objectives, language)
            yield language.say("No note for the objectives: {numbers}", numbers=numbers)

    def _unproposed(self, lacks: Unproposed) -> Iterator[str]:
        """Yield of whom and of what there are notes only."""
        language = self._context.language
        for told in (
            [category.brief for category in lacks.voices],
            [group_name(region, language) for region in lacks.regions],
        ):
            if told:
                yield language.say("No recommendation from: {names}", names=language.names(told))
        if lacks.groups:
            yield language.say("No recommendation about: {names}", names=_groups(lacks.groups, language))
        if lacks.objectives:
            numbers = _numbers(lacks.objectives, language)
            yield language.say("No recommendation for the objectives: {numbers}", numbers=numbers)

    def event(self, event: QEvent) -> bool:
        """A question that is too long for its place is told in full by a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            panel = None if self._view is None else self._view.panel
            row = int((event.pos().y() - _HEAD) // (_CELL + _GAP))
            questions = panel.questions if panel is not None else ()
            if event.pos().y() >= _HEAD and row < len(questions):
                QToolTip.showText(event.globalPos(), questions[row].text, self)
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What was counted last is drawn: the frame of a press waits for no counting."""
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        pencil.fill(pencil.bounds, self._context.tokens.surface)
        view = self._view
        self._draw_title(pencil, view)
        if view is not None and view.panel is not None:
            right, foot = self._draw_cells(pencil, view, view.panel)
            beside = pencil.width - right > _BESIDE
            foot = self._draw_groups(pencil, foot, right if beside else pencil.width)
            self._draw_gaps(pencil, right + _EDGE if beside else 0, 2 if beside else foot)
        painter.end()

    def _draw_title(self, pencil: Pencil, view: View | None) -> None:
        context, tokens, say = self._context, self._context.tokens, self._context.language.say
        heading, title = context.font(Role.HEADING), say("Coverage")
        width = width_of(title, heading) + 2
        pencil.text(pencil.box(_EDGE, 4, width, 32), title, heading, tokens.text)
        panel = None if view is None else view.panel
        areas = panel is not None and panel.questions_are is QuestionKind.FOCUS_AREAS
        told = say("notes by focus area and who spoke") if areas else say("notes by question and who spoke")
        rest = pencil.box(_EDGE + width + 8, 5, pencil.width - 2 * _EDGE - width - 8, 32)
        if width_of(told, context.font(Role.CAPTION)) <= rest.width():
            pencil.text(rest, told, context.font(Role.CAPTION), tokens.text2)

    def _draw_cells(self, pencil: Pencil, view: View, panel: Panel) -> tuple[float, float]:
        """The board is drawn; answers where it ends, from the leading edge and from the top."""
        context, tokens = self._context, self._context.tokens
        if not panel.questions:
            words = context.language.say("This panel has no questions.")
            box = pencil.box(_EDGE, 40, pencil.width - 2 * _EDGE, 24)
            pencil.text(box, words, context.font(Role.SMALL), tokens.text2)
            return pencil.width, 72
        columns = self._columns(view, pencil.width)
        left = self._left(pencil.width, len(columns))
        for number, category in enumerate(columns):
            box = pencil.box(left + number * (_ROW + _GAP) - 4, _HEAD - 22, _ROW + 8, 20)
            pencil.text(box, category.heading, context.font(Role.CAPTION), tokens.text2, Side.MIDDLE)
        for row, question in enumerate(panel.questions):
            top = _HEAD + row * (_CELL + _GAP)
            self._draw_label(
                pencil, top, left - _EDGE - 8, f"{panel.number}.{question.number} {question.brief}"
            )
            for number, category in enumerate(columns):
                box = pencil.box(left + number * (_ROW + _GAP), top, _ROW, _CELL)
                self._draw_cell(pencil, box, self._noted.get((question.id, category.key), 0))
        right = left + len(columns) * (_ROW + _GAP)
        return right, _HEAD + len(panel.questions) * (_CELL + _GAP) + 8

    def _columns(self, view: View, width: float) -> Sequence[Category]:
        """Return as many categories as there is room for: those that have notes first, then the largest."""
        room = max(1, int((width - 2 * _EDGE - _LABEL_MIN + _GAP) // (_ROW + _GAP)))
        if len(view.categories) <= room:
            return view.categories
        written = {category for _, category in self._noted}
        ranked = sorted(view.categories, key=lambda c: (c.key not in written, -self._present[c.key]))
        return [category for category in view.categories if category in ranked[:room]]

    def _left(self, width: float, columns: int) -> float:
        """On a wide page the cells stand beside their labels, not at the far edge."""
        return min(width - _EDGE - columns * (_ROW + _GAP) + _GAP, _EDGE + _LABEL_MAX)

    def _draw_label(self, pencil: Pencil, top: float, width: float, label: str) -> None:
        font = self._context.font(Role.SMALL)
        rtl = first_strong_rtl(label, otherwise=pencil.rtl)
        label = shortened(label, font, int(width), 2, rtl=rtl)
        height = height_of(label, font, int(width), page_rtl=pencil.rtl)
        box = pencil.box(_EDGE, top + (_CELL - height) / 2, width, height)
        draw_lines(pencil, box, label, font, self._context.tokens.text)

    def _draw_cell(self, pencil: Pencil, box: QRectF, count: int) -> None:
        tokens = self._context.tokens
        if count == 0:
            pencil.frame(box, tokens.accent, 2)
            return
        many = count >= _MANY
        pencil.fill(box, tokens.text2 if many else tokens.hatch if count > 1 else tokens.sunken)
        ink = tokens.surface if many else tokens.text
        pencil.text(
            box, self._context.language.number(count), self._context.font(Role.FIGURE), ink, Side.MIDDLE
        )

    def _draw_groups(self, pencil: Pencil, top: float, width: float) -> float:
        """How often each group is mentioned is drawn; answers where that ends."""
        context, tokens = self._context, self._context.tokens
        noted = self._mentioned
        if not noted:
            return top
        pencil.fill(pencil.box(0, top, width, 1), tokens.line)
        title = pencil.box(_EDGE, top + 2, width - 2 * _EDGE, 36)
        pencil.text(title, context.language.say("Groups mentioned"), context.font(Role.HEADING), tokens.text)
        most, small, y = max(noted.values()), context.font(Role.SMALL), top + 38
        for code, count in noted.most_common():
            label = _label(VocabularyKey.GROUPS, code, context.language)
            pencil.text(pencil.box(_EDGE, y, width - 180, _GROUP), label, small, tokens.text)
            bar = pencil.box(width - 150, y + 8, 90 * count / most, 8)
            pencil.fill(bar, tokens.text2)
            figure = pencil.box(width - 52, y, 36, _GROUP)
            number = context.language.number(count)
            pencil.text(figure, number, context.font(Role.SMALL_STRONG), tokens.text, Side.END)
            y += _GROUP
        return y + 6

    def shown_gaps(self, width: int, room: float) -> tuple[str, ...]:
        """Return what is missing as far as there is room; the last line tells how much more Ctrl+G lists."""
        font, gaps, rtl = self._context.font(Role.SMALL), self._gaps, self._context.rtl
        ends = list(accumulate(max(_LINE, height_of(gap, font, width, page_rtl=rtl) + 12) for gap in gaps))
        if not ends or ends[-1] <= room:
            return gaps
        many = bisect_right(ends, room - _LINE)
        more = self._context.language.count("{n} more", "{n} more", len(gaps) - many)
        return (*gaps[:many], f"{more} · {ltr('Ctrl+G')}")

    def _draw_gaps(self, pencil: Pencil, left: float, top: float) -> None:
        context, tokens, gaps = self._context, self._context.tokens, self._gaps
        if not gaps:
            return
        line = (left, 0, 1, pencil.bounds.height()) if left else (0, top, pencil.width, 1)
        pencil.fill(pencil.box(*line), tokens.line)
        width = pencil.width - left - 2 * _EDGE
        title = pencil.box(left + _EDGE, top + 2, width, 36)
        heading = context.font(Role.HEADING)
        pencil.text(title, context.language.say("Missing before the end"), heading, tokens.text)
        font, y = context.font(Role.SMALL), top + 38
        for gap in self.shown_gaps(int(width - 24), pencil.bounds.height() - y):
            height = height_of(gap, font, int(width - 24), page_rtl=pencil.rtl)
            icon = pencil.box(left + _EDGE, y + (_LINE - 16) / 2, 16, 16)
            draw_icon(pencil.painter, "circle-dashed", icon, tokens.accent, rtl=context.rtl)
            draw_lines(
                pencil, pencil.box(left + _EDGE + 24, y + 6, width - 24, height), gap, font, tokens.text
            )
            y += max(_LINE, height + 12)


def _groups(codes: Sequence[str], language: Language) -> str:
    return language.names([_label(VocabularyKey.GROUPS, code, language) for code in codes])


def _numbers(objectives: Sequence[str], language: Language) -> str:
    return language.names([code.removeprefix("O") for code in objectives])


def _label(key: VocabularyKey, code: str, language: Language) -> str:
    return label_of(key, code, language.code)
