"""The setup desk: the people of the workshop, found as one types, corrected in place, several at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.people import ParticipantId
from facilitator.domain.view import View
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.live_keys import hear
from facilitator.ui.painting import ground
from facilitator.ui.setup.grid import dress_grid
from facilitator.ui.setup.import_door import ImportDoor
from facilitator.ui.setup.people import COLUMNS, PeopleModel
from facilitator.ui.type import Role

_WIDTHS = (64, 300, 260, 210, 190, 110, 100)


class SetupDesk(QWidget):
    """Shows the people and turns gestures into acts; Delete takes out whoever is chosen, undo brings back."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: View | None = None
        self.model = PeopleModel(context)
        self.field = QLineEdit()
        self.table = QTableView()
        self.told = QLabel()
        say = context.language.say
        self.present = Button(context, say("In the room"))
        self.absent = Button(context, say("Not in the room"))
        self.category = Button(context, say("Category…"))
        self.remove = Button(context, say("Remove"))
        self.door = ImportDoor(context, self)
        self._dress()
        self._arrange()
        self._connect()

    def take_focus(self) -> None:
        self.field.setFocus()

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through."""
        return self.field, self.table

    def show_view(self, view: View, now: int) -> None:
        """The rows are those of the workshop; whoever was chosen stays chosen."""
        self._view, chosen = view, self.chosen()
        self.model.show_view(view)
        self._choose(chosen)
        self._tell()

    def tick(self, now: int) -> None:
        """Nothing here moves with the clock."""

    def chosen(self) -> tuple[ParticipantId, ...]:
        """Return the people whose rows are selected."""
        return self.model.ids([index.row() for index in self.table.selectionModel().selectedRows()])

    def categories(self) -> QMenu:
        """Return the categories that those who are chosen can be put in."""
        menu = QMenu(self)
        menu.setFont(self._context.font(Role.BODY))
        for category in () if self._view is None else self._view.categories:
            put = partial(self._edit, category=category.key)
            menu.addAction(category.brief).triggered.connect(lambda _=False, put=put: put())
        return menu

    def _edit(self, **told: object) -> None:
        if self.chosen():
            self.act_wanted.emit("edit_participants", {"participants": self.chosen(), **told})

    def _remove(self) -> None:
        if self.chosen():
            self.act_wanted.emit("remove_participants", {"participants": self.chosen()})

    def _find(self, typed: str) -> None:
        chosen = self.chosen()
        self.model.narrow(typed)
        self._choose(chosen)
        self._tell()

    def _choose(self, people: tuple[ParticipantId, ...]) -> None:
        if people == self.chosen():
            return
        rows = QItemSelection()
        for place in self.model.places(people):
            rows.select(self.model.index(place, 0), self.model.index(place, len(COLUMNS) - 1))
        self.table.selectionModel().select(rows, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _tell(self) -> None:
        """How many are shown and chosen; what acts on the chosen waits until somebody is."""
        language, chosen = self._context.language, len(self.table.selectionModel().selectedRows())
        words = language.say("{shown} of {all}", shown=len(self.model.rows), all=self.model.people)
        if chosen:
            words = f"{words} · {language.count('{n} chosen', '{n} chosen', chosen)}"
        self.told.setText(words)
        for button in (self.present, self.absent, self.category, self.remove):
            button.setEnabled(chosen > 0)

    def _dress(self) -> None:
        context, say, table = self._context, self._context.language.say, self.table
        ground(self, context.tokens.surface)
        self.field.setFont(context.font(Role.BODY))
        self.field.setFixedHeight(28)
        self.field.setPlaceholderText(say("Find somebody: number, name or delegation"))
        self.field.setAccessibleName(say("Find somebody"))
        self.field.setClearButtonEnabled(True)
        self.told.setFont(context.font(Role.SMALL))
        table.setModel(self.model)
        dress_grid(table, context, say("Participants"))
        head = table.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(8)
        bar.addWidget(self.field, 1)
        bar.addWidget(self.told)
        bar.addSpacing(8)
        for button in (self.present, self.absent, self.category, self.remove, self.door.button):
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        around = QHBoxLayout()
        around.setContentsMargins(8, 0, 0, 0)
        around.addWidget(self.table)
        column.addLayout(around, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._find)
        for part in (self.model, self.door):
            part.act_wanted.connect(self.act_wanted)
        self.table.selectionModel().selectionChanged.connect(self._tell)
        self.present.clicked.connect(lambda: self._edit(present=True))
        self.absent.clicked.connect(lambda: self._edit(present=False))
        self.category.clicked.connect(self._open_categories)
        self.remove.clicked.connect(self._remove)
        hear("Delete", self.table, self._remove)
        for keys, act in (("Ctrl+Z", "undo"), ("Ctrl+Y", "redo")):
            hear(keys, self, partial(self.act_wanted.emit, act, {"desk": "secretariat"}))

    def _open_categories(self) -> None:
        self.categories().popup(self.category.mapToGlobal(QPoint(0, self.category.height())))
