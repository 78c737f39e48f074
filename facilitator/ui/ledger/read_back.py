"""The sheet that is read to the room: one recommendation after another, large, and nobody's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from facilitator.domain.difference import Fate, Piece, difference
from facilitator.domain.ledger import Recommended
from facilitator.domain.notes import RecommendationId
from facilitator.domain.recommendation import Change, Status, stays_with_the_team
from facilitator.language.direction import first_strong_rtl, ltr
from facilitator.ui.announcing import announce
from facilitator.ui.context import Context
from facilitator.ui.ledger.marking import marked
from facilitator.ui.ledger.words import addressee_word, status_word
from facilitator.ui.painting import ground
from facilitator.ui.room.readout import Readout
from facilitator.ui.type import Role
from facilitator.ui.wrapping import wrapped

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -1}
_SETTLED = (Status.RETAINED, Status.NOT_RETAINED)
_SIZES = (44, 36, 30, 24, 20)  # of the letters: the largest that the sheet has room for


class ReadBack(QWidget):
    """Arrows go on and back, Enter retains, Delete strikes; a digit chooses a proposal, which they settle."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments
    propose_wanted = Signal()
    left = Signal()
    read_out = Signal(object)  # a Readout for the room's screen, None when it goes

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.rows: Sequence[Recommended] = ()
        self.place = 0
        self._changes: Sequence[Change] = ()
        self._change = -1
        self.in_room = self._told_room = False
        self._plain: Mapping[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Escape: self.left.emit,
            Qt.Key.Key_Insert: self.propose_wanted.emit,
            Qt.Key.Key_Space: lambda: self.show_in_room(wanted=not self.in_room),
        }
        on = -1 if context.rtl else 1  # a page is turned the way it is read
        self._steps = {**_STEPS, Qt.Key.Key_Right: on, Qt.Key.Key_Left: -on}
        self.number, self.text, self.under, self.state, self.keys = (QLabel() for _ in range(5))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(context.language.say("Read back to the room"))
        self._arrange()

    def begin(self, rows: Sequence[Recommended], at: RecommendationId | None) -> None:
        """The sheet shows what still stands, from the chosen one on."""
        self.rows = [row for row in rows if self._public(row)]
        ids = [row.id for row in self.rows]
        self.place = ids.index(at) if at in ids else 0
        self._show()

    def show_rows(self, rows: Sequence[Recommended]) -> None:
        """What was read stays on the sheet as it is now, also what was struck."""
        now = {row.id: row for row in rows}
        self.rows = [now[row.id] for row in self.rows if row.id in now and self._public(now[row.id])]
        self.place = min(self.place, max(0, len(self.rows) - 1))
        self._show()

    def shown(self) -> Recommended | None:
        return self.rows[self.place] if self.rows else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.shown()
        if key in self._plain:
            self._plain[Qt.Key(key)]()
        elif key in self._steps:
            self.place = max(0, min(len(self.rows) - 1, self.place + self._steps[Qt.Key(key)]))
            self._change = -1
            self._show()
        elif row is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept(row)
        elif key == Qt.Key.Key_Delete:
            self._strike(row)
        elif event.text().isdecimal():
            self._change = int(event.text()) - 1
            self._show()
        else:
            super().keyPressEvent(event)

    def show_in_room(self, *, wanted: bool) -> None:
        """The room's screen reads what stands here, at every step and answer; or its clock again."""
        self.in_room = wanted
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is read back any more: the room has its clock again."""
        super().hideEvent(event)
        self.show_in_room(wanted=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines are broken for another width."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show)  # when the labels have their widths

    def _accept(self, row: Recommended) -> None:
        if 0 <= self._change < len(self._changes):
            self.act_wanted.emit("accept_change", {"change": self._changes[self._change].id})
            self._change = -1
            self._show()
        elif row.held is not None and row.held.status not in _SETTLED:
            self.act_wanted.emit("settle_recommendation", {"recommendation": row.id, "retained": True})
        elif row.held is not None and row.held.status is Status.NOT_RETAINED:
            self._tell_struck()

    def _strike(self, row: Recommended) -> None:
        if 0 <= self._change < len(self._changes):
            self.act_wanted.emit("reject_change", {"change": self._changes[self._change].id})
            self._change = -1
            self._show()
            return
        reason = self._context.language.say("Struck when it was read back")
        told = {"recommendation": row.id, "retained": False, "reason": reason}
        self.act_wanted.emit("settle_recommendation", told)

    def _tell_struck(self) -> None:
        """Enter does not retain what was struck: why not stands below until something else is read."""
        self._show_here()
        told = self._context.language.say("It has been struck. Ctrl+Z takes back, the last act first.")
        self.state.setText(f"{self.state.text()} · {told}")
        announce(self, told)

    def _public(self, row: Recommended) -> bool:
        """What is sensitive, kept back, or came of a protection concern is not read to anybody."""
        held = row.held
        return held is not None and not stays_with_the_team(held, self._context.desk.view(held.panel).notes)

    def _readout(self) -> Readout | None:
        row, language = self.shown(), self._context.language
        held = None if row is None else row.held
        if not self.in_room or row is None or held is None:
            return None
        chosen = 0 <= self._change < len(self._changes)
        new = self._changes[self._change].text if chosen else ""
        return Readout(
            ltr(row.number),
            self._place_told(),
            difference(held.text, new) if chosen else (Piece(Fate.STAYS, row.text),),
            self.under.text(),
            status_word(held.status, language) if held.status in _SETTLED else "",
            struck=held.status is Status.NOT_RETAINED,
            kept=held.status is Status.RETAINED,
            others={} if chosen else {code: worded.text for code, worded in held.worded.items()},
        )

    def _place_told(self) -> str:
        return self._context.language.say("{n} of {all}", n=self.place + 1, all=len(self.rows))

    def _show(self) -> None:
        """The sheet shows what is read, and so does the room if it is to."""
        self._show_here()
        if self.in_room or self._told_room:
            self._told_room = self.in_room
            self.read_out.emit(self._readout())

    def _show_here(self) -> None:
        row, language = self.shown(), self._context.language
        if row is None or row.held is None:
            self.text.setText(language.say("There is nothing to read back."))
            for label in (self.number, self.under, self.state):
                label.clear()
            return
        held = row.held
        self._changes = self._context.desk.dossier(held.id).changes
        self.number.setText(f"{ltr(row.number)} · {self._place_told()}")
        self._show_text(row)
        asked = language.say("; ").join(addressee_word(code, language) for code in row.addressees)
        self.under.setText(asked)
        told = [status_word(held.status, language)]
        if self.in_room:
            told.append(language.say("on the room screen"))
        if self._changes:
            told.append(language.count("{n} proposal", "{n} proposals", len(self._changes)))
        self.state.setText(" · ".join(told))

    def _show_text(self, row: Recommended) -> None:
        context, held = self._context, row.held
        if held is None:
            return
        text = held.text
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        if 0 <= self._change < len(self._changes):
            self.text.setTextFormat(Qt.TextFormat.RichText)
        rtl = first_strong_rtl(text, otherwise=context.rtl)
        face, lines = self._set_large(row.text, rtl=rtl)
        face.setStrikeOut(held.status is Status.NOT_RETAINED)
        self.text.setFont(face)
        words = "\n".join(lines)
        if self.text.textFormat() is Qt.TextFormat.RichText:
            words = marked(context, text, self._changes[self._change].text, style="margin:0")
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        self.text.setLayoutDirection(way)
        self.text.setText(words)

    def _set_large(self, text: str, *, rtl: bool) -> tuple[QFont, Sequence[str]]:
        """Return the largest face in which the text has room, and its lines."""

        def at(px: int) -> tuple[QFont, Sequence[str]]:
            face = self._context.font(Role.NAME, px)
            return face, wrapped(text, face, self.text.width() - 2, rtl=rtl)

        def has_room(face: QFont, lines: Sequence[str]) -> bool:
            return len(lines) * QFontMetrics(face).lineSpacing() <= self.text.height()

        return next((each for each in map(at, _SIZES) if has_room(*each)), at(_SIZES[-1]))

    def _arrange(self) -> None:
        context, tokens = self._context, self._context.tokens
        ground(self, tokens.surface)
        roles = (Role.VERDICT, Role.NAME, Role.PHASE, Role.VERDICT, Role.SMALL)
        inks = (tokens.accent, tokens.text, tokens.text2, tokens.text2, tokens.text2)
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 32, 64, 24)
        column.setSpacing(24)
        labels = (self.number, self.text, self.under, self.state, self.keys)
        for label, role, ink in zip(labels, roles, inks, strict=True):
            label.setFont(context.font(role))
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            palette = label.palette()
            palette.setColor(label.foregroundRole(), ink)
            label.setPalette(palette)
            column.addWidget(label, 1 if label is self.text else 0)
        self.text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.keys.setText(
            context.language.say(
                "Arrows: on and back · Enter: retain · Delete: strike · 1–9: show a proposal, "
                "then Enter accepts and Delete rejects it · Insert: propose · Space: on the room screen · "
                "Ctrl+Z: take back · Esc: leave"
            )
        )
