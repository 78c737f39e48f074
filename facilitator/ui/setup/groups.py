"""The tree of categories and of the bodies in each, of as many levels as their names tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem

from facilitator.domain.grouping import BETWEEN, EVERYBODY, Group, Levels, headings, levels
from facilitator.domain.view import View
from facilitator.language.groups import NOT_STATED
from facilitator.ui.context import Context
from facilitator.ui.type import Role

_WIDE = 240
_GROUP = Qt.ItemDataRole.UserRole
_FILLED = Qt.ItemDataRole.UserRole + 1
_SHEET = """
QTreeWidget {{ background: {surface}; border: 0; }}
QTreeWidget::item {{ height: 28px; color: {text}; }}
QTreeWidget::item:selected {{ background: {accent_soft}; color: {text}; }}
"""


class GroupTree(QTreeWidget):
    """Whoever chooses a group sees its people only; a group has those of all that is below it."""

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
        opened = {_group(item) for item in self._items() if item.isExpanded()}
        self.blockSignals(True)
        self.clear()
        self._add(None, self._context.language.say("Everybody"), len(view.invited), EVERYBODY)
        often = Counter(who.category for who in view.invited.values())
        places: dict[Levels, QTreeWidgetItem] = {}
        for group in headings(view.categories):
            people = sum(often[key] for key in group.categories)
            above = places.get(group.within[:-1])
            places[group.within] = self._add(above, group.within[-1], people, group, parted=bool(people))
        for item in self._items():
            if _group(item) in opened:
                self._fill(item)
                item.setExpanded(True)
        self._point_at(now)
        self.blockSignals(False)
        self._choose()

    def group(self) -> Group:
        """Return the group that is chosen."""
        item = self.currentItem()
        return EVERYBODY if item is None else _group(item)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        """Yield all items there are, also those that are made meanwhile below one that was yielded."""
        waiting = [self.topLevelItem(n) for n in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            if item is not None:
                yield item
                waiting = [*(item.child(n) for n in range(item.childCount())), *waiting]

    def _fill(self, item: QTreeWidgetItem) -> None:
        """Below a category or a body stand the bodies in it, counted when it is opened for the first time."""
        group = _group(item)
        if item.data(0, _FILLED) or group == EVERYBODY:
            return
        item.setData(0, _FILLED, True)
        depth = len(group.body)
        own = {key for key in group.categories if levels(self._view.category(key).label) == group.within}
        bodies = [
            levels(who.delegation)
            for who in self._view.invited.values()
            if (depth or who.category in own) and group.holds(who)
        ]
        parted = {body[: depth + 1] for body in bodies if len(body) > depth + 1}
        often = Counter(body[: depth + 1] for body in bodies if len(body) > depth)
        for body in sorted(often, key=lambda body: body[-1].casefold()):
            name = body[-1] or self._context.language.say(NOT_STATED)
            below = Group(group.categories if depth else frozenset(own), body, group.within)
            self._add(item, name, often[body], below, parted=body in parted)

    def _add(
        self, above: QTreeWidgetItem | None, name: str, people: int, group: Group, *, parted: bool = False
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem([f"{self._context.language.number(people)} · {name}"])
        item.setToolTip(0, BETWEEN.join(group.body or group.within) or name)
        item.setData(0, _GROUP, group)
        if above is None:
            self.addTopLevelItem(item)
        else:
            above.addChild(item)
        if parted:
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        return item

    def _point_at(self, group: Group) -> None:
        for item in self._items():
            if _group(item) == group:
                self.setCurrentItem(item)
                return

    def _choose(self, *_: object) -> None:
        self.chosen.emit(self.group())


def _group(item: QTreeWidgetItem) -> Group:
    group = item.data(0, _GROUP)
    return group if isinstance(group, Group) else EVERYBODY
