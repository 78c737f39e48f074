"""The setup desk: the people of the workshop, found as one types, corrected in place, several at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.grouping import EVERYBODY, Group
from facilitator.domain.people import Attendance, CategoryKey, ParticipantId
from facilitator.domain.programme import PanelId
from facilitator.domain.view import View
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.dropping import drop
from facilitator.ui.field import Finder
from facilitator.ui.live_keys import hear
from facilitator.ui.painting import ground
from facilitator.ui.setup.attending import NEXT, AttendingBar, of_all
from facilitator.ui.setup.grid import dress_grid
from facilitator.ui.setup.groups import GroupTree
from facilitator.ui.setup.import_door import ImportDoor
from facilitator.ui.setup.people import COLUMNS, PeopleModel
from facilitator.ui.setup.people_paint import PeopleDelegate, PeopleTable
from facilitator.ui.setup.protecting import Protecting
from facilitator.ui.type import Role

_WIDTHS = (64, 0, 0, 132, 120, 84, 104, 100, 72, 108)
"""Of the columns, at least; those of 0 share what is left."""
_BESIDE_GROUPS = ("region", "pronounced")
"""What gives its room to the tree of groups."""


class SetupDesk(QWidget):
    """Shows the people and turns gestures into acts; Delete takes out whoever is chosen, undo brings back."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments

    def __init__(self, context: Context, within: QWidget | None = None) -> None:
        super().__init__(within)
        self._context = context
        self._view: View | None = None
        self._panel: PanelId | None = None
        self.model = PeopleModel(context)
        self.field = Finder(rtl=context.rtl)
        self.table = PeopleTable()
        say = context.language.say
        self.add = Button(context, say("Add…"), icon="plus")
        self.add.setToolTip(say("The name in the field is somebody new, in the category chosen"))
        self.bar = AttendingBar(context)
        self.grouped = Button(context, say("Groups"))
        self.grouped.setCheckable(True)
        self.grouped.setToolTip(say("What stands before “ / ” in a name is what it is a part of"))
        self.tree = GroupTree(context)
        self.tree.hide()
        self.remove = self.bar.remove
        self.door = ImportDoor(context, self)
        self.protecting = Protecting(context, self, lambda act, **told: self.act_wanted.emit(act, told))
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
        self.door.show_view(view)
        if self._panel is not None and self._panel not in view.states:
            self._panel = None
        view = view if self._panel is None else self._context.desk.view(self._panel)
        self._view, chosen, pointed = view, self.chosen(), self._pointed()
        self.model.show_view(view, self._panel)
        self.bar.show_view(view, self._panel)
        if self.grouped.isChecked():
            self.tree.show_view(view)
        self._choose(chosen)
        self._point_at(pointed)
        self._tell()

    def tick(self, now: int) -> None:
        """Nothing here moves with the clock."""

    def _pointed(self) -> tuple[tuple[ParticipantId, ...], int, bool]:
        """Return who is pointed at, in which column, and whether the keys go to the table."""
        index = self.table.currentIndex()
        within = self.table.isAncestorOf(self.window().focusWidget()) or self.table.hasFocus()
        return self.model.ids([index.row()]) if index.isValid() else (), index.column(), within

    def _point_at(self, pointed: tuple[tuple[ParticipantId, ...], int, bool]) -> None:
        """Rows that came anew leave neither the person nor the keys elsewhere."""
        people, column, within = pointed
        if self.table.currentIndex().isValid():
            return
        for place in self.model.places(people):
            index = self.model.index(place, column)
            self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.table.scrollTo(index)
        if within and people:
            self.table.setFocus()

    def chosen(self) -> tuple[ParticipantId, ...]:
        """Return the people whose rows are selected."""
        return self.model.ids([index.row() for index in self.table.selectionModel().selectedRows()])

    def categories(self) -> QMenu:
        """Return the categories that those who are chosen can be put in."""
        return self._categories(lambda category: self._edit(category=category))

    def newcomers(self) -> QMenu:
        """Return the categories in which the name that is typed can be added."""
        name = self.field.text().strip()

        def add(category: CategoryKey) -> None:
            self.act_wanted.emit("add_participant", {"name": name, "category": category})

        return self._categories(add)

    def show_groups(self, wanted: bool) -> None:  # noqa: FBT001 - Qt says it by place
        """The tree of categories and delegations stands beside the people, or everybody is shown."""
        self.tree.setVisible(wanted)
        for column, (field, _) in enumerate(COLUMNS):
            self.table.setColumnHidden(column, wanted and field in _BESIDE_GROUPS)
        if wanted and self._view is not None:
            self.tree.show_view(self._view)
        self._narrow(self.tree.group() if wanted else EVERYBODY)

    def _narrow(self, group: Group) -> None:
        chosen = self.chosen()
        self.model.narrow_to(group)
        self._choose(chosen)
        self._tell()

    def turn_to(self, panel: PanelId | None) -> None:
        """The marks are those of a panel, or of the whole workshop."""
        self._panel = panel
        self.show_view(self._context.desk.view(panel), 0)

    def tell_attendance(self, told: Attendance) -> None:
        """Whoever is chosen is at the panel so; of the whole workshop only whether they are in the room."""
        if self._panel is None:
            self._edit(present=told.there)
        elif self.chosen():
            who = {"participants": self.chosen(), "attendance": told}
            self.act_wanted.emit("set_attendance", {**who, "panel": self._panel})

    def turn_attendance(self) -> None:
        """One key: from in the room to afar, to absent, and round again, for all who are chosen."""
        chosen = self.chosen()
        if chosen:
            now = self.model.attendance(chosen[0])
            away = now is not Attendance.ABSENT and self._panel is None
            self.tell_attendance(Attendance.ABSENT if away else NEXT[now])

    def turn_registered(self) -> None:
        """All who are chosen have registered; if the first of them has, none of them has."""
        chosen = self.chosen()
        who = None if self._view is None or not chosen else self._view.invited.get(chosen[0])
        if who is not None:
            self._edit(registered=not who.registered)

    def merge(self) -> None:
        """The two who are chosen are one: the one pointed at, else the upper, has what was told of both."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        if len(rows) == 2:
            pointed = self.table.currentIndex().row() == rows[1]
            keep, other = self.model.ids(rows[::-1] if pointed else rows)
            self.act_wanted.emit("merge_participants", {"keep": keep, "other": other})

    def offer_levels(self) -> None:
        """How much documents show of those who are chosen can be said, and what they agreed to."""
        if self.chosen():
            drop(self.protecting.menu(self.chosen()), self.bar.shown, rtl=self._context.rtl)

    def _categories(self, act: Callable[[CategoryKey], object]) -> QMenu:
        menu = QMenu(self)
        menu.setFont(self._context.font(Role.BODY))
        for category in () if self._view is None else self._view.categories:
            put = partial(act, category.key)
            menu.addAction(category.brief).triggered.connect(lambda _=False, put=put: put())
        return menu

    def _do_here(self, act: str, told: dict[str, object]) -> None:
        """Whatever is done here is taken back here: plans and limits are acts of the floor elsewhere."""
        act, told = of_all(act, told, self.chosen())
        self.act_wanted.emit(act, {**told, "desk": "secretariat"})

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
        figures = {"shown": len(self.model.rows), "all": self.model.people}
        words = language.say("{shown} of {all}", **{each: language.number(n) for each, n in figures.items()})
        if chosen:
            words = f"{words} · {language.count('{n} chosen', '{n} chosen', chosen)}"
        self.bar.told.setText(words)
        self.table.tell(language, len(self.model.rows), self.model.people)
        self.bar.enable(chosen, self._panel)
        self.add.setEnabled(bool(self.field.text().strip()))

    def _dress(self) -> None:
        context, say, table = self._context, self._context.language.say, self.table
        ground(self, context.tokens.surface)
        self.field.setFont(context.font(Role.BODY))
        self.field.setFixedHeight(28)
        self.field.setPlaceholderText(say("Find somebody: number, name or delegation"))
        self.field.setAccessibleName(say("Find somebody"))
        self.field.setClearButtonEnabled(True)
        table.setModel(self.model)
        dress_grid(table, context, say("Participants"))
        table.setItemDelegate(PeopleDelegate(context, self.model, table))
        head = table.horizontalHeader()
        head.setMinimumSectionSize(min(filter(None, _WIDTHS)))
        for column, width in enumerate(_WIDTHS):
            if width:
                table.setColumnWidth(column, max(width, head.sectionSizeHint(column)))
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(8)
        bar.addWidget(self.field, 1)
        for button in (self.grouped, self.add, self.door.panels, self.door.doubles, self.door.button):
            bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.bar)
        around = QHBoxLayout()
        around.setContentsMargins(8, 0, 0, 0)
        around.addWidget(self.tree)
        around.addWidget(self.table, 1)
        column.addLayout(around, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._find)
        self.tree.chosen.connect(self._narrow)
        self.grouped.clicked.connect(self.show_groups)
        for part in (self.model, self.door):
            part.act_wanted.connect(self._do_here)
        self.table.selectionModel().selectionChanged.connect(self._tell)
        self.bar.panel_chosen.connect(self.turn_to)
        self.model.caught_up.connect(lambda: self.turn_to(self._panel))
        for button, told in (
            (self.bar.present, Attendance.PRESENT),
            (self.bar.remote, Attendance.REMOTE),
            (self.bar.absent, Attendance.ABSENT),
        ):
            button.clicked.connect(lambda _=False, told=told: self.tell_attendance(told))
        self.bar.category.clicked.connect(
            lambda: drop(self.categories(), self.bar.category, rtl=self._context.rtl)
        )
        self.bar.shown.clicked.connect(self.offer_levels)
        self.bar.registered.clicked.connect(self.turn_registered)
        self.bar.one.clicked.connect(self.merge)
        self.add.clicked.connect(lambda: drop(self.newcomers(), self.add, rtl=self._context.rtl))
        self.remove.clicked.connect(self._remove)
        hear("Space", self.table, self.turn_attendance)
        hear("Delete", self.table, self._remove)
        hear("Ctrl+P", self.table, self.offer_levels)
        for keys, act in (("Ctrl+Z", "undo"), ("Ctrl+Y", "redo")):
            hear(keys, self, partial(self.act_wanted.emit, act, {"desk": "secretariat"}))
