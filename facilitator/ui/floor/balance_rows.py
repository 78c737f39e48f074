"""The lines of the balance: bars for those who were heard, dots for those who were not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QFont, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from facilitator.domain.balance import Share
from facilitator.domain.tally import CATEGORY
from facilitator.domain.timing import MINUTE
from facilitator.domain.view import View
from facilitator.language.advising import dimension_group
from facilitator.language.direction import isolate
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.reading import plain
from facilitator.ui.type import Role

_FULL = 0.55  # the share at which a bar ends
_FEW = 12  # dots beyond which a number is easier to read
_NARROW = 410  # below this the percentages give way to the bars
_GAP = 8
Column = tuple[Callable[[Share], str], QFont, float]


def _planned(share: Share) -> float | None:
    """Return the share a group should have: its target, else its part by numbers."""
    return share.planned_share if share.target_share is None else share.target_share


class Rows(QWidget):
    """A line for each group of the dimension that is looked at."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.row = 36 if context.large else 28
        self.shares: tuple[Share, ...] = ()
        self.view: View | None = None
        self.by = CATEGORY

    def show_shares(self, view: View, shares: tuple[Share, ...], by: str = CATEGORY) -> None:
        self.view, self.shares, self.by = view, shares, by
        self.setFixedHeight(self.row * max(1, len(shares)))
        told = (f"{self.label(share)}: {self.spoken_words(share)}" for share in shares)
        self.setAccessibleDescription(plain("; ".join(told)))
        self.update()

    def spoken_words(self, share: Share) -> str:
        """Return a group's figures in words."""
        language, count = self.context.language, self.context.language.count
        parts = [
            language.duration(share.ms, down=False),
            count("{n} turn", "{n} turns", share.turns),
            count("{n} speaker", "{n} speakers", share.speakers),
            count("{n} waiting", "{n} waiting", share.waiting),
            count("{n} in the room", "{n} in the room", share.present),
            count("{n} invited", "{n} invited", share.invited),
        ]
        return " · ".join(map(isolate, parts))

    def event(self, event: QEvent) -> bool:
        """The tip over a line tells all its figures."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = event.pos().y() // self.row
            if 0 <= place < len(self.shares):
                share = self.shares[place]
                words = plain(f"{self.label(share)}: {self.spoken_words(share)}")
                QToolTip.showText(event.globalPos(), words, self)
                return True
        return super().event(event)

    @property
    def total_ms(self) -> int:
        return sum(share.ms for share in self.shares)

    def label(self, share: Share) -> str:
        if self.view is None:
            return share.key
        return dimension_group(self.view, self.by, share.key, self.context.language)

    def column(self, texts: Callable[[Share], str], font: QFont, least: float) -> float:
        """Return the width of a column: its least, or that of its widest text."""
        return max([least, *(width_of(texts(share), font) + 2 for share in self.shares)])


class BalanceRows(Rows):
    """A bar for each group: filled to its share, hatched beyond what is planned, outlined in the gap.

    Nothing is made of the gap of a group so small that one turn more or less decides.
    """

    def short(self, share: Share) -> bool:
        return self.away(share) <= -MINUTE and not (share.small and share.target_share is None)

    def away(self, share: Share) -> int:
        """Return how far a group is above what is planned for it, below zero if under it."""
        planned = _planned(share)
        return 0 if planned is None else share.ms - round(planned * self.total_ms)

    def distance(self, share: Share) -> str:
        say, language = self.context.language.say, self.context.language
        away = self.away(share)
        if _planned(share) is None or not self.total_ms:
            return ""
        if share.small and share.target_share is None:
            return say("few")
        if abs(away) < MINUTE:
            return say("on target")
        amount = language.duration(abs(away), down=False)
        return say("{time} above", time=amount) if away > 0 else say("{time} below", time=amount)

    def _spoken(self, share: Share) -> str:
        return plain(self.context.language.duration(share.ms, down=False)) if self.total_ms else ""

    def _percent(self, share: Share) -> str:
        part = share.share if self.total_ms else _planned(share)
        return "" if part is None else self.context.language.percent(part)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self.context.rtl)
        small, strong = self.context.font(Role.SMALL), self.context.font(Role.SMALL_STRONG)
        columns: list[Column] = [
            (self.distance, small, self.column(self.distance, strong, 84)),
            (self._spoken, strong, self.column(self._spoken, strong, 40)),
        ]
        if pencil.width >= _NARROW or not self.total_ms:
            columns.append((self._percent, small, self.column(self._percent, small, 36)))
        for number, share in enumerate(self.shares):
            self._draw(pencil, number * self.row, share, columns)
        painter.end()

    def _draw(
        self,
        pencil: Pencil,
        top: float,
        share: Share,
        columns: list[Column],
    ) -> None:
        tokens, row = self.context.tokens, self.row
        small, name = self.context.font(Role.SMALL), 136 if self.context.large else 112
        pencil.text(pencil.box(16, top, name, row), self.label(share), small, tokens.text)
        end = pencil.width - 16
        for number, (text, font, width) in enumerate(columns):
            gap = number == 0 and self.short(share)
            ink = tokens.accent if gap else tokens.text2 if number > 1 else tokens.text
            face = self.context.font(Role.SMALL_STRONG) if gap else font
            pencil.text(pencil.box(end - width, top, width, row), text(share), face, ink, Side.END)
            end -= width + _GAP
        begin = 16 + name + _GAP
        self._draw_bar(pencil, (begin, top + (row - 12) / 2, end - begin, 12), share)

    def _draw_bar(self, pencil: Pencil, box: tuple[float, float, float, float], share: Share) -> None:
        tokens = self.context.tokens
        x, y, width, height = box
        pencil.fill(pencil.box(x, y, width, height), tokens.sunken)
        reach = min(1.0, share.share / _FULL) * width
        planned = _planned(share)
        target = reach if planned is None else min(1.0, planned / _FULL) * width
        pencil.fill(pencil.box(x, y, min(reach, target), height), tokens.text2)
        if reach > target:
            pencil.hatch(pencil.box(x + target, y, reach - target, height), tokens.text2, 5, 2)
        if self.short(share) and target - reach > 3:
            pencil.fill(pencil.box(x + reach, y, target - reach, height), tokens.accent_soft)
            pencil.frame(pencil.box(x + reach, y, target - reach, height), tokens.accent, 2)
        if planned is not None:
            pencil.fill(pencil.box(x + target - 1, y - 4, 2, height + 8), tokens.text)


class UnheardRows(Rows):
    """A dot for each who is in the room: with a point those who wait, empty those who have not asked."""

    _lines = 1_000
    present = 0
    """How many people are in the room."""

    def none(self) -> str:
        """Return why there is no line."""
        say = self.context.language.say
        if not self.present:
            return say("Nobody is marked as present yet.")
        if self.by == CATEGORY:
            return say("Every category in the room has been heard.")
        return say("Every group in the room has been heard.")

    def fit(self, height: int) -> int:
        """As many lines as there is room for, and at least one, are shown; returns how high they are."""
        self._lines = max(1, height // self.row)
        shown = self.row * min(self._lines, max(1, len(self.shares)))
        self.setFixedHeight(shown)
        self.update()
        return shown

    def shown(self) -> tuple[Share, ...]:
        """Return the groups that have a line; if some have none, the last line says how many."""
        all_fit = len(self.shares) <= self._lines
        return self.shares if all_fit else self.shares[: self._lines - 1]

    def more(self) -> str:
        """Return how many groups more there are, and which."""
        rest = self.shares[len(self.shown()) :]
        language = self.context.language
        names = language.names([self.label(share) for share in rest])
        return (
            language.count("{n} more: {names}", "{n} more: {names}", len(rest), names=names) if rest else ""
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self.context.rtl)
        context, tokens, row = self.context, self.context.tokens, self.row
        small, strong = context.font(Role.SMALL), context.font(Role.SMALL_STRONG)
        if not self.shares:
            pencil.text(pencil.box(16, 0, pencil.width - 32, row), self.none(), small, tokens.text2)
        end = self.column(self._words, small, 60)
        name = self.column(self.label, strong, 152)
        shown, more = self.shown(), self.more()
        pencil.text(pencil.box(16, len(shown) * row, pencil.width - 32, row), more, small, tokens.text2)
        for number, share in enumerate(shown):
            top = number * row
            pencil.text(pencil.box(16, top, name, row), self.label(share), strong, tokens.text)
            x, most = 16 + name + _GAP, pencil.width - 32 - name - end - 2 * _GAP
            self._dots(pencil, x, top + row / 2, share, int(most // 14))
            box = pencil.box(pencil.width - 16 - end, top, end, row)
            pencil.text(box, self._words(share), small, tokens.text2, Side.END)
        painter.end()

    def _words(self, share: Share) -> str:
        language = self.context.language
        if self.view is not None and not self.view.live:
            return language.count("{n} in the room", "{n} in the room", share.present)
        if share.waiting:
            return language.count("{n} waiting", "{n} waiting", share.waiting)
        return language.say("none waiting")

    def _dots(self, pencil: Pencil, x: float, middle: float, share: Share, most: int) -> None:
        tokens, painter = self.context.tokens, pencil.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n in range(min(share.present, most, _FEW)):
            centre = pencil.box(x + n * 14, middle - 4, 8, 8).center()
            waits = n < share.waiting
            painter.setPen(QPen(tokens.accent if waits else tokens.edge, 2))
            painter.setBrush(tokens.surface)
            painter.drawEllipse(QPointF(centre), 4, 4)
            if waits:
                painter.setBrush(tokens.accent)
                painter.drawEllipse(QPointF(centre), 1, 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
