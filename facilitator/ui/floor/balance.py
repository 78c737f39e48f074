"""Who has been heard: each category's share against its target, and who is in the room unheard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.balance import Share
from facilitator.domain.timing import MINUTE
from facilitator.domain.view import View
from facilitator.ui.context import Context
from facilitator.ui.pane import PaneHeader
from facilitator.ui.painting import Pencil, Side
from facilitator.ui.reading import plain
from facilitator.ui.type import Role

_ROW = 28
_FULL = 0.55  # the share at which a bar ends
_FEW = 8  # dots beyond which a number is easier to read


class _Rows(QWidget):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.shares: tuple[Share, ...] = ()
        self.view: View | None = None

    def show_shares(self, view: View, shares: tuple[Share, ...]) -> None:
        self.view, self.shares = view, shares
        self.setFixedHeight(_ROW * max(1, len(shares)) + 8)
        self.update()

    def label(self, share: Share) -> str:
        if self.view is None:
            return share.key
        return next((c.brief for c in self.view.categories if c.key == share.key), share.key)


class BalanceRows(_Rows):
    """A bar for each category: filled to its share, hatched beyond the target, outlined where it falls short."""

    def distance(self, share: Share, total_ms: int) -> str:
        say, language = self.context.language.say, self.context.language
        away = share.distance_ms(total_ms)
        if share.target_share is None:
            return ""
        if abs(away) < MINUTE:
            return say("on target")
        amount = language.duration(abs(away), down=False)
        return say("{time} above", time=amount) if away > 0 else say("{time} below", time=amount)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self.context.rtl)
        total = sum(share.ms for share in self.shares)
        for number, share in enumerate(self.shares):
            self._draw(pencil, number * _ROW, share, total)
        painter.end()

    def _draw(self, pencil: Pencil, top: float, share: Share, total: int) -> None:
        context, tokens, language = self.context, self.context.tokens, self.context.language
        narrow = pencil.width < 400
        body, small = context.font(Role.BODY), context.font(Role.SMALL)
        pencil.text(pencil.box(16, top, 114, _ROW), self.label(share), small, tokens.text)
        end = pencil.width - 16
        short = share.distance_ms(total) <= -MINUTE
        words = self.distance(share, total)
        pencil.text(
            pencil.box(end - 92, top, 92, _ROW),
            words,
            context.font(Role.SMALL_STRONG) if short else small,
            tokens.accent if short else tokens.text,
            Side.END,
        )
        spoken = plain(language.duration(share.ms, down=False))
        pencil.text(
            pencil.box(end - 92 - 54, top, 50, _ROW), spoken, context.font(Role.FIGURE), tokens.text, Side.END
        )
        left = end - 92 - 54
        if not narrow:
            pencil.text(
                pencil.box(left - 44, top, 40, _ROW),
                language.percent(share.share),
                body,
                tokens.text2,
                Side.END,
            )
            left -= 44
        self._draw_bar(pencil, (136, top + 8, left - 136 - 12, 12), share, short=short)

    def _draw_bar(
        self, pencil: Pencil, box: tuple[float, float, float, float], share: Share, *, short: bool
    ) -> None:
        tokens = self.context.tokens
        x, y, width, height = box
        pencil.fill(pencil.box(x, y, width, height), tokens.sunken)
        reach = min(1.0, share.share / _FULL) * width
        target = reach if share.target_share is None else min(1.0, share.target_share / _FULL) * width
        pencil.fill(pencil.box(x, y, min(reach, target), height), tokens.text2)
        if reach > target:
            pencil.hatch(pencil.box(x + target, y, reach - target, height), tokens.text2, 5, 2)
        if short and target - reach > 3:
            pencil.frame(pencil.box(x + reach, y, target - reach, height), tokens.accent, 2)
        if share.target_share is not None:
            pencil.fill(pencil.box(x + target - 1, y - 4, 2, height + 8), tokens.text)


class UnheardRows(_Rows):
    """A dot for each who is in the room: with a point those who wait, empty those who have not asked."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self.context.rtl)
        context, tokens = self.context, self.context.tokens
        if not self.shares:
            words = context.language.say("Every category in the room has been heard.")
            pencil.text(
                pencil.box(16, 0, pencil.width - 32, _ROW), words, context.font(Role.SMALL), tokens.text2
            )
        for number, share in enumerate(self.shares):
            top = number * _ROW
            pencil.text(
                pencil.box(16, top, 160, _ROW),
                self.label(share),
                context.font(Role.SMALL_STRONG),
                tokens.text,
            )
            self._dots(pencil, 180, top + _ROW / 2, share)
            waiting = context.language.count("{n} waiting", "{n} waiting", share.waiting)
            words = waiting if share.waiting else context.language.say("none waiting")
            pencil.text(
                pencil.box(pencil.width - 16 - 120, top, 120, _ROW),
                words,
                context.font(Role.SMALL),
                tokens.text2,
                Side.END,
            )
        painter.end()

    def _dots(self, pencil: Pencil, x: float, middle: float, share: Share) -> None:
        tokens, painter = self.context.tokens, pencil.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n in range(min(share.present, _FEW)):
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
        say = context.language.say
        self._head = PaneHeader(context, say("Balance"))
        self._rows = BalanceRows(context)
        self._unheard_head = PaneHeader(context, say("Not heard yet"))
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
        total = language.duration(sum(share.ms for share in shares), down=False)
        self._head.tell(say("{time} of speech so far · mark = target share", time=total))
        self._rows.show_shares(view, shares)
        present = sum(share.present for share in shares)
        floor = view.floor
        active = set() if floor is None else {r.participant for r in floor.queue.requests}
        active |= set() if floor is None else {i.participant for i in floor.interventions}
        self._unheard_head.tell(
            say("{n} of {all} in the room have asked or spoken", n=len(active), all=present)
        )
        self._unheard.show_shares(view, tuple(share for share in shares if share.unheard))
