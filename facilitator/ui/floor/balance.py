"""Who has been heard: each category's share against its target, and who is in the room unheard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.balance import Share
from facilitator.domain.timing import MINUTE
from facilitator.domain.view import View
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.pane import PaneHeader
from facilitator.ui.reading import plain
from facilitator.ui.type import Role

_FULL = 0.55  # the share at which a bar ends
_FEW = 12  # dots beyond which a number is easier to read
_NARROW = 410  # below this the percentages give way to the bars
_GAP = 8
Column = tuple[Callable[[Share], str], QFont, float]


class _Rows(QWidget):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.row = 36 if context.large else 28
        self.shares: tuple[Share, ...] = ()
        self.view: View | None = None

    def show_shares(self, view: View, shares: tuple[Share, ...]) -> None:
        self.view, self.shares = view, shares
        self.setFixedHeight(self.row * max(1, len(shares)) + 8)
        self.update()

    @property
    def total_ms(self) -> int:
        return sum(share.ms for share in self.shares)

    def label(self, share: Share) -> str:
        if self.view is None:
            return share.key
        return next((c.brief for c in self.view.categories if c.key == share.key), share.key)

    def column(self, texts: Callable[[Share], str], font: QFont, least: float) -> float:
        """Return the width of a column: its least, or that of its widest text."""
        return max([least, *(width_of(texts(share), font) + 2 for share in self.shares)])


class BalanceRows(_Rows):
    """A bar for each category: filled to its share, hatched beyond the target, outlined in the gap."""

    def short(self, share: Share) -> bool:
        return share.distance_ms(self.total_ms) <= -MINUTE

    def distance(self, share: Share) -> str:
        say, language = self.context.language.say, self.context.language
        away = share.distance_ms(self.total_ms)
        if share.target_share is None or not self.total_ms:
            return ""
        if abs(away) < MINUTE:
            return say("on target")
        amount = language.duration(abs(away), down=False)
        return say("{time} above", time=amount) if away > 0 else say("{time} below", time=amount)

    def _spoken(self, share: Share) -> str:
        return plain(self.context.language.duration(share.ms, down=False)) if self.total_ms else ""

    def _percent(self, share: Share) -> str:
        part = share.share if self.total_ms else share.target_share
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
        target = reach if share.target_share is None else min(1.0, share.target_share / _FULL) * width
        pencil.fill(pencil.box(x, y, min(reach, target), height), tokens.text2)
        if reach > target:
            pencil.hatch(pencil.box(x + target, y, reach - target, height), tokens.text2, 5, 2)
        if self.short(share) and target - reach > 3:
            pencil.fill(pencil.box(x + reach, y, target - reach, height), tokens.accent_soft)
            pencil.frame(pencil.box(x + reach, y, target - reach, height), tokens.accent, 2)
        if share.target_share is not None:
            pencil.fill(pencil.box(x + target - 1, y - 4, 2, height + 8), tokens.text)


class UnheardRows(_Rows):
    """A dot for each who is in the room: with a point those who wait, empty those who have not asked."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self.context.rtl)
        context, tokens, row = self.context, self.context.tokens, self.row
        small, strong = context.font(Role.SMALL), context.font(Role.SMALL_STRONG)
        if not self.shares:
            words = context.language.say("Every category in the room has been heard.")
            pencil.text(pencil.box(16, 0, pencil.width - 32, row), words, small, tokens.text2)
        end = self.column(self._words, small, 60)
        name = self.column(self.label, strong, 152)
        for number, share in enumerate(self.shares):
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


class BalancePane(QWidget):
    """The balance over those not heard yet."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._head = PaneHeader(context, context.language.say("Balance"))
        self._rows = BalanceRows(context)
        self._unheard_head = PaneHeader(context, context.language.say("Not heard yet"))
        self._unheard = UnheardRows(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._head, self._rows, self._unheard_head, self._unheard):
            column.addWidget(part)
        column.addStretch(1)

    def show_view(self, view: View, now: int) -> None:
        say, language = self._context.language.say, self._context.language
        shares = view.balance(now)
        spoken_ms = sum(share.ms for share in shares)
        total = language.duration(spoken_ms, down=False)
        told = say("{time} of speech so far · mark = target share", time=total)
        self._head.tell(told if spoken_ms else say("target shares, nothing spoken yet"))
        self._rows.show_shares(view, shares)
        present = sum(share.present for share in shares)
        floor = view.floor
        active = set() if floor is None else {r.participant for r in floor.queue.requests}
        active |= set() if floor is None else {i.participant for i in floor.interventions}
        told = say("{n} of {all} in the room have asked or spoken", n=len(active), all=present)
        self._unheard_head.tell(told if view.live else "")
        self._unheard_head.rename(say("Not heard yet") if view.live else say("In the room"))
        self._unheard.show_shares(view, tuple(share for share in shares if share.unheard))

    def worst(self) -> str:
        """Return the group furthest below its share and how far, or nothing if none falls short."""
        rows = self._rows
        worst = min(rows.shares, key=lambda share: share.distance_ms(rows.total_ms), default=None)
        if worst is None or not rows.short(worst):
            return ""
        return f"{rows.label(worst)} {rows.distance(worst)}"
