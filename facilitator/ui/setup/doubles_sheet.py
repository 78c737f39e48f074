"""The sheet of those who may be one person, written twice: nobody is put together before somebody says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from facilitator.acts.desk import Desk
from facilitator.acts.doubles import proposal
from facilitator.domain.likeness import Likeness, Pair
from facilitator.domain.people import Participant
from facilitator.language.speech import mark
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.settings.sheet import Sheet
from facilitator.ui.setup.grid import TextRows, dress_grid
from facilitator.ui.setup.long_work import LongWork
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_WIDE, _HIGH = 1100, 420
_WHY = {
    Likeness.NAME: mark("the same name"),
    Likeness.ORDER: mark("its parts in another order"),
    Likeness.SOUND: mark("a name that sounds like it"),
}


class DoublesSheet(Sheet):
    """Each row is a pair; the first of it stays, with all that was told of the other."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments

    def __init__(self, context: Context, desk: Desk, parent: QWidget) -> None:
        say = context.language.say
        super().__init__(context, say("Who may be one person"), parent, _WIDE)
        self._context, self._desk = context, desk
        self.pairs: Sequence[Pair] = ()
        self.told = label(context, "", context.font(Role.BODY), context.tokens.text)
        self.table, self.rows = QTableView(), TextRows()
        self.table.setModel(self.rows)
        dress_grid(self.table, context, say("Who may be one person"))
        self.table.setMinimumHeight(_HIGH)
        self.first = Button(context, say("One person: the first"))
        self.second = Button(context, say("One person: the second"))
        self.apart = Button(context, say("Two persons"))
        self.column.addWidget(self.told)
        self.column.addWidget(self.table, 1)
        for place, button in enumerate((self.first, self.second, self.apart)):
            self.foot.insertWidget(1 + place, button)
        self.foot.setSpacing(8)
        self._work = LongWork(self.close_button)
        self.first.clicked.connect(lambda: self._merge(first=True))
        self.second.clicked.connect(lambda: self._merge(first=False))
        self.apart.clicked.connect(self._keep_apart)

    def look(self) -> None:
        """The pairs are looked for while the window lives, and the sheet is open."""
        with self._work.under_way():
            self.pairs = self._work.beside(proposal(self._desk.reading))
        self._show(0)
        self.open()
        self.table.setFocus()

    def _merge(self, *, first: bool) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.pairs):
            pair = self.pairs[row]
            keep, other = (pair.one, pair.other) if first else (pair.other, pair.one)
            self._act("merge_participants", {"keep": keep.id, "other": other.id}, row)

    def _keep_apart(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.pairs):
            pair = self.pairs[row]
            self._act("keep_apart", {"one": pair.one.id, "other": pair.other.id}, row)

    def _act(self, name: str, arguments: Mapping[str, object], row: int) -> None:
        """The act is done; of the pairs those are left that still are two who may be one."""
        self.act_wanted.emit(name, arguments)
        people, apart = self._desk.reading.people(), self._desk.reading.apart()
        self.pairs = tuple(
            replace(pair, one=people[pair.one.id], other=people[pair.other.id])
            for pair in self.pairs
            if {pair.one.id, pair.other.id} <= people.keys() and {pair.one.id, pair.other.id} not in apart
        )
        self._show(row)

    def _show(self, row: int) -> None:
        language = self._context.language
        n = language.number(len(self.pairs))
        told = language.count(
            "{n} pair may be one person written twice.",
            "{n} pairs may be one person written twice.",
            len(self.pairs),
            n=n,
        )
        self.told.setText(told if self.pairs else language.say(_NONE))
        heads = [language.say(head) for head in (_FIRST, _SECOND, _ALIKE)]
        self.rows.show_rows(
            heads,
            [(_told(pair.one), _told(pair.other), language.say(_WHY[pair.why])) for pair in self.pairs],
        )
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(2, 220)
        self.table.selectRow(min(row, len(self.pairs) - 1))
        for button in (self.first, self.second, self.apart):
            button.setEnabled(bool(self.pairs))


_NONE = mark("Nobody seems to be in the workshop twice.")
_FIRST, _SECOND, _ALIKE = mark("The first"), mark("The second"), mark("Alike by")


def _told(who: Participant) -> str:
    number = "" if who.number is None else f"{who.number} · "
    return f"{number}{who.name} · {who.delegation}" if who.delegation else f"{number}{who.name}"
