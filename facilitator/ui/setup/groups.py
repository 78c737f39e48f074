"""The tree of categories and of the delegations in each: how many people each has, and only those shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem

from facilitator.domain.people import CategoryKey, Participant
from facilitator.domain.view import View
from facilitator.language.groups import NOT_STATED
from facilitator.ui.context import Context
from facilitator.ui.type import Role

_WIDE = 240
_GROUP = Qt.ItemDataRole.UserRole
_SHEET = """
QTreeWidget {{ background: {surface}; border: 0; }}
QTreeWidget::item {{ height: 28px; color: {text}; }}
QTreeWidget::item:selected {{ background: {accent_soft}; color: {text}; }}
"""


class Group(NamedTuple):
    """People of a category, perhaps only those of one delegation; without a category everybody."""

    category: CategoryKey | None = None
    delegation: str | None = None

    def holds(self, who: Participant) -> bool:
        return self.category in {None, who.category} and self.delegation in {None, who.delegation}


EVERYBODY = Group()


class GroupTree(QTreeWidget):
    """The delegations of a category are counted when it is opened for the first time."""

    chosen = Signal(object)  # a Group

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view = View(workshop=context.desk.view().workshop)
        names = ("surface", "text", "accent_soft")
        self.setStyleSheet(_SHEET.format(**{name: getattr(context.tokens, name).name() for name in names}))
        self.setFont(context.font(Role.SMALL))
        self.setAccessibleName(context.language.say("Categories and delegations"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(_WIDE)
        self.itemExpanded.connect(self._fill)
        self.currentItemChanged.connect(self._choose)

    def show_view(self, view: View) -> None:
        """The groups are those of the workshop; what was open and chosen stays so."""
        if view.invited is self._view.invited and view.categories is self._view.categories:
            return
        self._view, now = view, self.group()
        opened = {Group(*item.data(0, _GROUP)) for item in self._tops() if item.isExpanded()}
        self.blockSignals(True)
        self.clear()
        say = self._context.language.say
        self._add(None, say("Everybody"), len(view.invited), EVERYBODY)
        often = Counter(who.category for who in view.invited.values())
        for category in view.categories:
            item = self._add(None, category.label, often[category.key], Group(category.key))
            if often[category.key]:
                item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            if Group(category.key) in opened:
                self._fill(item)
                item.setExpanded(True)
        self._point_at(now)
        self.blockSignals(False)
        self._choose()

    def group(self) -> Group:
        """Return the group that is chosen."""
        item = self.currentItem()
        return EVERYBODY if item is None else Group(*item.data(0, _GROUP))

    def _tops(self) -> Iterable[QTreeWidgetItem]:
        return [item for n in range(self.topLevelItemCount()) if (item := self.topLevelItem(n)) is not None]

    def _fill(self, item: QTreeWidgetItem) -> None:
        if item.childCount():
            return
        group = Group(*item.data(0, _GROUP))
        often = Counter(who.delegation for who in self._view.invited.values() if group.holds(who))
        for delegation in sorted(often, key=str.casefold):
            name = delegation or self._context.language.say(NOT_STATED)
            self._add(item, name, often[delegation], Group(group.category, delegation))

    def _add(self, above: QTreeWidgetItem | None, name: str, people: int, group: Group) -> QTreeWidgetItem:
        item = QTreeWidgetItem([f"{self._context.language.number(people)} · {name}"])
        item.setToolTip(0, name)
        item.setData(0, _GROUP, group)
        if above is None:
            self.addTopLevelItem(item)
        else:
            above.addChild(item)
        return item

    def _point_at(self, group: Group) -> None:
        children = (top.child(n) for top in self._tops() for n in range(top.childCount()))
        for item in (*self._tops(), *children):
            if item is not None and Group(*item.data(0, _GROUP)) == group:
                self.setCurrentItem(item)
                return

    def _choose(self, *_: object) -> None:
        self.chosen.emit(self.group())
