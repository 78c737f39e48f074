"""Who has been heard: each group's share against what is planned, and who is in the room unheard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facilitator.domain.inscription import active
from facilitator.domain.view import View
from facilitator.language.advising import gap_words
from facilitator.ui.context import Context
from facilitator.ui.floor.balance_rows import BalanceRows, UnheardRows
from facilitator.ui.floor.outlook import OutlookButton
from facilitator.ui.pane import PaneHeader
from facilitator.ui.reading import plain
from facilitator.ui.type import Role

_MOST = 2  # gaps that are told in words
_TALL = 10_000  # until the pane knows its height


class BalancePane(QWidget):
    """The balance over those not heard yet; it is looked at by one dimension and scope at a time."""

    hide_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._head = PaneHeader(context, context.language.say("Balance"))
        self.outlook = OutlookButton(context, self._look_again, self.hide_wanted.emit)
        self._head.add(self.outlook)
        self._view: View | None = None
        self._rows = BalanceRows(context)
        self._unheard_head = PaneHeader(context, context.language.say("Not heard yet"))
        self._unheard = UnheardRows(context)
        self.gaps = QLabel()
        self._height = _TALL
        self._arrange()

    def _arrange(self) -> None:
        self.gaps.setFont(self._context.font(Role.SMALL))
        self.gaps.setWordWrap(True)
        self.gaps.setTextFormat(Qt.TextFormat.PlainText)
        self.gaps.setContentsMargins(16, 0, 16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._head, self._rows, self._unheard_head, self._unheard, self.gaps):
            column.addWidget(part)
        column.addStretch(1)

    def show_view(self, view: View, now: int) -> None:
        say, language = self._context.language.say, self._context.language
        self._view = view
        self.outlook.show_view(view)
        look = self.outlook.outlook
        shares = view.balance(now, by=look.by, scope=look.scope, side=look.side)
        spoken_ms = sum(share.ms for share in shares)
        total = language.duration(spoken_ms, down=False)
        told = say("{time} of speech so far · mark = target share", time=total)
        self._head.tell(told if spoken_ms else say("target shares, nothing spoken yet"))
        self._rows.show_shares(view, shares, look.by)
        present = sum(share.present for share in shares)
        floor = view.floor
        n = 0 if floor is None else len(active(floor))
        told = say("{n} of {all} in the room have asked or spoken", n=n, all=present)
        self._unheard_head.tell(told if view.live else "")
        self._unheard_head.rename(say("Not heard yet") if view.live else say("In the room"))
        self._unheard.present = present
        self._unheard.show_shares(view, tuple(share for share in shares if share.unheard), look.by)
        gaps = [plain(gap_words(view, gap, language)) for gap in view.gaps(now)] if view.live else []
        self.gaps.setText("\n".join(gaps[:_MOST]))
        self._unheard_head.setAccessibleDescription("; ".join(gaps))
        self.fit(self._height)

    def fit(self, height: int) -> None:
        """Where the pane is low the sentences go first; then the last line says how many more there are."""
        self._height = height
        room = height - self._head.height() - self._rows.height() - self._unheard_head.height()
        lines = self._unheard.fit(room)
        words = self.gaps.heightForWidth(max(1, self.width()))
        self.gaps.setVisible(bool(self.gaps.text()) and room - lines >= words)

    def look_by(self, dimension: str) -> None:
        """The balance is looked at by this dimension."""
        self.outlook.outlook = replace(self.outlook.outlook, by=dimension)
        self._look_again()

    def _look_again(self) -> None:
        if self._view is not None:
            self.show_view(self._view, self._context.desk.now())

    def worst(self) -> str:
        """Return the group furthest below its share and how far, or nothing if none falls short."""
        rows = self._rows
        worst = min(rows.shares, key=rows.away, default=None)
        if worst is None or not rows.short(worst):
            return ""
        return f"{rows.label(worst)} {rows.distance(worst)}"
