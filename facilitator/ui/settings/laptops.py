"""Laptops that write apart: packing for them, taking in what they packed, and settling what differs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.acts.exchange import Waiting
from facilitator.language.direction import LEFT_TO_RIGHT, RIGHT_TO_LEFT
from facilitator.ui.buttons import Button
from facilitator.ui.context import Attire
from facilitator.ui.landing import SUFFIX, accept, packages_in
from facilitator.ui.settings.conflict_list import Conflict, ConflictList
from facilitator.ui.settings.conflict_sides import ConflictSides
from facilitator.ui.settings.floor_part import FloorPart
from facilitator.ui.settings.sheet import Sheet
from facilitator.ui.setup.long_work import LongWork
from facilitator.ui.start.asking import where_to_save
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_WIDE = 960


class Exchange(Protocol):
    """What can be done between laptops; each answers with what is to be told."""

    def conflicts(self) -> Sequence[Conflict]: ...

    def clocks(self) -> Sequence[str]: ...

    def staying(self) -> str: ...

    def usual(self, *, for_secretariat: bool) -> Path: ...

    def pack(self, target: Path, *, for_secretariat: bool) -> str: ...

    def take_in(self, packages: Sequence[Path], waiting: Waiting) -> str: ...

    def settle(self, conflict: str, keep: str, text: str = "") -> str: ...

    def when(self, conflict: Conflict, side: int) -> str: ...

    def floor(self) -> tuple[str, Sequence[str]]: ...

    def hand_over(self, laptop: str) -> str: ...

    def take_over(self) -> str: ...


class Laptops(Sheet):
    """`locked` says why nothing can be taken in now; `again` opens the sheet anew with what is told."""

    def __init__(
        self,
        attire: Attire,
        exchange: Exchange,
        parent: QWidget,
        locked: str,
        again: Callable[[str], object],
    ) -> None:
        super().__init__(attire, attire.language.say("Between laptops"), parent, _WIDE)
        self._exchange, self._locked, self._again = exchange, locked, again
        self.told = self._words("", Role.BODY)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.told.hide()
        self.sides: ConflictSides | None = None
        conflicts = exchange.conflicts()
        if conflicts:
            self._make_conflicts(conflicts)
        self._make_stick()
        self._make_clocks()
        self.floor = FloorPart(attire, exchange, again)
        self.add_heading(attire.language.say("The floor"))
        self.column.addWidget(self.floor)
        self.stop = Button(attire, attire.language.say("Cancel"), key="Esc")
        self.stop.hide()
        self.foot.addWidget(self.stop)
        self._work = LongWork(self.stop)
        self.setAcceptDrops(True)
        self.column.addStretch(1)

    def tell(self, text: str) -> None:
        """Each line runs as the page does, also one that begins with a name in other letters."""
        side = RIGHT_TO_LEFT if self.attire.rtl else LEFT_TO_RIGHT
        self.told.setText("\n".join(side + line for line in text.splitlines()))
        self.told.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 and 2 keep a side of the conflict that is looked at."""
        number = event.key() - Qt.Key.Key_1
        if self.sides is not None and number in range(len(self.sides.keep)):
            self._settle(number, "")
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._locked and packages_in(event):
            accept(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Packages that are dropped on the sheet are taken in."""
        accept(event)
        self.take_in(packages_in(event))

    def take_in(self, packages: Sequence[Path]) -> None:
        """What these packages brought is told; while a panel is locked, why they have to wait."""
        if packages and self._locked:
            self.tell(self._locked)
        elif packages:
            self._again(self._taken_in(packages))

    def _taken_in(self, packages: Sequence[Path]) -> str:
        """Return what came of it; meanwhile the sheet says how far it is, and one button stops it."""
        work = self._work
        self._show_at_work(at_work=True)
        with work.under_way():
            told = self._exchange.take_in(packages, Waiting(self._tell_progress, work.breathe, work.beside))
        self._show_at_work(at_work=False)
        return told

    def _show_at_work(self, *, at_work: bool) -> None:
        self.stop.setVisible(at_work)
        self.close_button.setVisible(not at_work)
        if at_work:
            self._tell_progress(0, 1)
            self.open()
            self.stop.setFocus()

    def _tell_progress(self, done: int, total: int) -> None:
        share = self.attire.language.percent(done / total)
        self.tell(
            self.attire.language.say(
                "Packages come in: {share}. Until all of it is in, nothing changes here.", share=share
            )
        )

    def _make_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        self.add_heading(self.attire.language.say("Conflicts"))
        self._counted = self._words(self._how_many(len(conflicts)))
        self.list = ConflictList(self.attire, conflicts)
        self.list.chosen.connect(self._look_at)
        self.column.addWidget(self.list)
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)
        self._look_at(0)

    def _how_many(self, many: int) -> str:
        return self.attire.language.count(
            "{n} place was written on two laptops apart. Keep one; the other stays among its earlier texts.",
            "{n} places were written on two laptops apart. Keep one; the other stays among its earlier "
            "texts.",
            many,
        )

    def _look_at(self, row: int) -> None:
        """The conflict stands below the list with all its words."""
        if self.sides is not None:
            self._place.removeWidget(self.sides)
            self.sides.hide()
            self.sides.deleteLater()
        conflict = self.list.model_.conflicts[row]
        whens = [self._exchange.when(conflict, number) for number in range(len(conflict["sides"]))]
        self.sides = ConflictSides(self.attire, conflict, whens)
        self.sides.kept.connect(self._settle)
        self._place.addWidget(self.sides)

    def _settle(self, number: int, text: str) -> None:
        """The side stands, or the text; the next conflict takes the place of this one."""
        conflict = self.list.model_.conflicts[self.list.currentIndex().row()]
        told = self._exchange.settle(conflict["conflict"], conflict["sides"][number]["side"], text)
        left = self._exchange.conflicts()
        if not left:
            self._again(told)
            return
        self.tell(told)
        self._counted.setText(self._how_many(len(left)))
        self.list.show_conflicts(left)

    def _make_clocks(self) -> None:
        told = self._exchange.clocks()
        if told:
            self.add_heading(self.attire.language.say("Clocks"))
            self._words("\n".join(told))

    def _make_stick(self) -> None:
        say = self.attire.language.say
        self.add_heading(say("By stick"))
        self._words(
            say(
                "A package is all this laptop knows, signed. Take in those of others in any order, also "
                "twice. Private memos stay here."
            )
        )
        self._words(self._exchange.staying())
        self.pack = Button(self.attire, say("Pack for all"))
        self.pack.clicked.connect(partial(self._pack, False))
        self.pack_closed = Button(self.attire, say("Pack for the secretariat only"), icon="lock")
        self.pack_closed.clicked.connect(partial(self._pack, True))
        self.take = Button(self.attire, say("Take packages in"))
        self.take.setEnabled(not self._locked)
        self.take.setToolTip(self._locked)
        self.take.clicked.connect(self._take)
        row = QHBoxLayout()
        for button in (self.pack, self.pack_closed, self.take):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        if self._locked:
            self._words(self._locked)

    def _pack(self, for_secretariat: bool, *_: object) -> None:  # noqa: FBT001 - bound to a button
        usual = self._exchange.usual(for_secretariat=for_secretariat)
        target = where_to_save(self, self.attire.language.say("Pack"), SUFFIX, usual)
        if target is not None:
            self._again(self._exchange.pack(target, for_secretariat=for_secretariat))

    def _take(self) -> None:
        title = self.attire.language.say("Take packages in")
        names = QFileDialog.getOpenFileNames(self, title, "", f"*{SUFFIX}")[0]
        if names:
            self.take_in([Path(name) for name in names])

    def _words(self, text: str, role: Role = Role.SMALL) -> QLabel:
        ink = self.attire.tokens.text if role is Role.BODY else self.attire.tokens.text2
        words = label(self.attire, text, self.attire.font(role), ink)
        self.column.addWidget(words)
        return words
