"""Laptops that write apart: packing for them, taking in what they packed, and settling what differs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QWidget

from facilitator.ui.buttons import Button
from facilitator.ui.context import Attire
from facilitator.ui.settings.sheet import Sheet
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_SUFFIX = ".package"
_WIDE, _SHOWN, _FIELD = 960, 20, 64
Conflict = Mapping[str, Any]


class Exchange(Protocol):
    """What can be done between laptops; each answers with what is to be told."""

    def conflicts(self) -> Sequence[Conflict]: ...

    def pack(self, target: Path, *, for_secretariat: bool) -> str: ...

    def take_in(self, packages: Sequence[Path]) -> str: ...

    def settle(self, conflict: str, keep: str, text: str = "") -> str: ...

    def when(self, conflict: Conflict, side: int) -> str: ...


class _Third(QPlainTextEdit):
    """A text in the place of both; Ctrl+Enter keeps it."""

    kept = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if ends and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


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
        self._conflicts = list(exchange.conflicts())
        self._make_conflicts()
        self._make_stick()
        self.setAcceptDrops(True)
        self.column.addStretch(1)

    def tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 and 2 keep a side of the first conflict."""
        number = event.key() - Qt.Key.Key_1
        if self._conflicts and number in range(len(self._conflicts[0]["sides"])):
            self._settle(self._conflicts[0], number)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._locked and _packages(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Packages that are dropped on the sheet are taken in."""
        found = _packages(event)
        if found and not self._locked:
            event.acceptProposedAction()
            self._again(self._exchange.take_in(found))

    def _make_conflicts(self) -> None:
        language = self.attire.language
        if not self._conflicts:
            return
        self.add_heading(language.say("Conflicts"))
        self._words(
            language.count(
                "{n} place was written on two laptops apart. Keep one; the other stays among its earlier "
                "texts.",
                "{n} places were written on two laptops apart. Keep one; the other stays among its earlier "
                "texts.",
                len(self._conflicts),
            )
        )
        self.keep = [
            self._sides(each, first=not number) for number, each in enumerate(self._conflicts[:_SHOWN])
        ]

    def _make_third(self, conflict: Conflict) -> None:
        """Under the first conflict, a field for a text in the place of both."""
        say, sides = self.attire.language.say, conflict["sides"]
        if not all("text" in side["values"] for side in sides):
            return
        self.third = _Third(str(sides[0]["values"]["text"]))
        self.third.setAccessibleName(say("A third text"))
        self.third.setFont(self.attire.font(Role.BODY))
        self.third.setTabChangesFocus(True)
        self.third.setFixedHeight(_FIELD)
        self.third.kept.connect(partial(self._settle_by_third, conflict))
        keep = Button(self.attire, say("Keep the third text"), key="Ctrl+Enter")
        keep.clicked.connect(partial(self._settle_by_third, conflict))
        self.column.addWidget(self.third)
        self.column.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeading)

    def _settle_by_third(self, conflict: Conflict, *_: object) -> None:
        keep = conflict["sides"][0]["side"]
        self._again(self._exchange.settle(conflict["conflict"], keep, self.third.toPlainText()))

    def _sides(self, conflict: Conflict, *, first: bool) -> list[Button]:
        """The sides stand beside one another, each with who and when, and the key that keeps it."""
        grid, attire, found = QGridLayout(), self.attire, []
        grid.setHorizontalSpacing(16)
        for number, side in enumerate(conflict["sides"]):
            who = f"{side['laptop']} · {self._exchange.when(conflict, number)}"
            grid.addWidget(label(attire, who, attire.font(Role.SMALL), attire.tokens.text2), 0, number)
            words = label(attire, self._said(side), attire.font(Role.BODY), attire.tokens.text)
            across = words.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
            words.setAlignment(across | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, 1, number)
            key = str(number + 1) if first else ""
            keep = Button(attire, attire.language.say("Keep this"), key=key)
            keep.setAccessibleDescription(self._said(side))
            keep.clicked.connect(partial(self._settle, conflict, number))
            grid.addWidget(keep, 2, number, Qt.AlignmentFlag.AlignLeading)
            grid.setColumnStretch(number, 1)
            found.append(keep)
        self.column.addLayout(grid)
        if first:
            self._make_third(conflict)
        return found

    def _said(self, side: Mapping[str, Any]) -> str:
        if side["removed"]:
            return self.attire.language.say("Removed.")
        values = side["values"]
        if "text" in values:
            return str(values["text"])
        return " · ".join(str(value) for value in values.values() if value not in (None, ""))

    def _settle(self, conflict: Conflict, number: int, *_: object) -> None:
        self._again(self._exchange.settle(conflict["conflict"], conflict["sides"][number]["side"]))

    def _make_stick(self) -> None:
        say = self.attire.language.say
        self.add_heading(say("By stick"))
        self._words(
            say(
                "A package is all this laptop knows, signed. Take in those of others in any order, also "
                "twice. Private memos stay here."
            )
        )
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
        name = QFileDialog.getSaveFileName(self, self.attire.language.say("Pack"), "", f"*{_SUFFIX}")[0]
        if name:
            target = Path(name).with_suffix(_SUFFIX)
            self._again(self._exchange.pack(target, for_secretariat=for_secretariat))

    def _take(self) -> None:
        title = self.attire.language.say("Take packages in")
        names = QFileDialog.getOpenFileNames(self, title, "", f"*{_SUFFIX}")[0]
        if names:
            self._again(self._exchange.take_in([Path(name) for name in names]))

    def _words(self, text: str, role: Role = Role.SMALL) -> QLabel:
        ink = self.attire.tokens.text if role is Role.BODY else self.attire.tokens.text2
        words = label(self.attire, text, self.attire.font(role), ink)
        self.column.addWidget(words)
        return words


def _packages(event: QDropEvent) -> list[Path]:
    """Return the packages among what is dropped."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [file for file in files if file.suffix == _SUFFIX]
