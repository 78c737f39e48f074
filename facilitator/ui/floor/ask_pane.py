"""Under the field for a new speaker: who fits what is typed, and how the floor is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.inscription import usual_capacity
from facilitator.domain.people import CategoryKey
from facilitator.domain.requests import Capacity, Kind
from facilitator.domain.view import View
from facilitator.language.speech import mark
from facilitator.language.wording import CAPACITIES, KINDS
from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context
from facilitator.ui.dropping import drop
from facilitator.ui.field import Field
from facilitator.ui.floor.entries import Entry
from facilitator.ui.floor.panes import PopOver
from facilitator.ui.tabs import Tab
from facilitator.ui.type import Role

_WIDTH, _ROWS, _ROW = 460, 10, 24
_AROUND = 92  # what the kinds over the list and the fields under it take
Arguments = dict[str, object]
_STATEMENT = mark("statement")


class AskPane(PopOver):
    """Shown while the field or something in it has the focus; what is chosen holds for one request."""

    taken = Signal(object)  # an Entry
    left = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._view: View | None = None
        self._entries: list[Entry] = []
        self._capacity: Capacity | None = None
        self._category, self._rank = CategoryKey(""), 0
        self._model = QStringListModel(self)
        self._kinds: dict[Kind, Tab] = {}
        self._make_list()
        self._make_fields()
        self._arrange()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self.hide()

    def show_view(self, view: View) -> None:
        self._view = view

    def choose(self, kind: Kind) -> None:
        """The next request is of this kind."""
        self._kinds[kind].setChecked(True)
        self._fit_fields()

    def kind(self) -> Kind:
        return next((kind for kind, tab in self._kinds.items() if tab.isChecked()), Kind.STATEMENT)

    def clear(self) -> None:
        """The next request is a statement from the floor in one's own capacity again."""
        for field in (self.behalf, self.organisations, self.note):
            field.clear()
        self._capacity, self._category, self._rank = None, CategoryKey(""), 0
        self.choose(Kind.STATEMENT)
        self._name_hat()

    def offer(self, entries: list[Entry], under: QWidget) -> None:
        """These lines can be chosen; the first known person is chosen already."""
        self._entries = entries
        self._model.setStringList([entry.text for entry in entries])
        known = bool(entries) and entries[0].person is not None
        self.list.setCurrentIndex(self._model.index(0) if known else QModelIndex())
        self._place(under)
        self.show()
        self.raise_()

    def settle(self, field: QWidget) -> None:
        """The pane goes unless the focus went from the field into it."""
        focus = QApplication.focusWidget()
        if focus is not field and not (focus is not None and self.isAncestorOf(focus)):
            self.hide()

    def step(self, by: int) -> None:
        """Another line is chosen."""
        index = self.list.currentIndex()
        place = index.row() + by if index.isValid() else 0 if by > 0 else len(self._entries) - 1
        if 0 <= place < len(self._entries):
            self.list.setCurrentIndex(self._model.index(place))

    def enter(self) -> None:
        """The line chosen is taken; with none chosen, the first is, to be confirmed."""
        index = self.list.currentIndex()
        if index.isValid():
            self.taken.emit(self._entries[index.row()])
        elif self._entries and self._entries[0].name:
            self.step(1)

    def act(self, entry: Entry) -> tuple[str, Arguments]:
        """Return the act that puts an entry on the list, as everything here says."""
        kind = self.kind()
        if entry.person is None and not entry.name:
            return "keep_place", {"category": entry.category, "kind": kind, **self._ahead()}
        asked: Arguments = {
            "kind": kind,
            "capacity": self._capacity or self._usual(entry),
            "on_behalf_of": self.behalf.text().strip(),
            "note": self.note.text().strip(),
            **self._ahead(),
        }
        if self.organisations.text().isdecimal():
            asked["organisations"] = int(self.organisations.text())
        if self._rank and self._ranks():
            asked["rank"] = self._rank
        if entry.person is None:
            return "add_speaker", {"name": entry.name, "category": entry.category, **asked}
        asked["participant"] = entry.person
        if self._category:
            asked["category"] = self._category
        speaking = None if self._view is None or self._view.floor is None else self._view.floor.speaking
        if kind is Kind.REPLY and speaking is not None and speaking.request:
            asked["answers"] = speaking.request
        return "request_floor", asked

    def _ahead(self) -> Arguments:
        """A request before the panel opens names the panel."""
        view = self._view
        return {} if view is None or view.live or view.panel is None else {"panel": view.panel.id}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        else:
            super().keyPressEvent(event)

    def _make_list(self) -> None:
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setFont(self.context.font(Role.BODY))
        self.list.setUniformItemSizes(True)
        self.list.setStyleSheet(f"QListView::item {{ height: {_ROW}px; }}")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.context.language.say("Who fits what is typed"))
        self.list.clicked.connect(self._clicked)

    def _make_fields(self) -> None:
        say = self.context.language.say
        self.behalf = self._field(say("on behalf of"))
        self.organisations = self._field(say("how many"))
        self.organisations.setFixedWidth(96)
        self.note = self._field(say("note"))
        self.hat = Button(self.context, "", Look.PLAIN)
        self.hat.clicked.connect(self._open_hats)
        self._name_hat()

    def _field(self, words: str) -> Field:
        field = Field(rtl=self.context.rtl)
        field.setFont(self.context.font(Role.BODY))
        field.setFixedHeight(28)
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        return field

    def _arrange(self) -> None:
        say, column = self.context.language.say, QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 8)
        column.setSpacing(4)
        kinds = QHBoxLayout()
        kinds.setSpacing(0)
        for kind in Kind:
            tab = Tab(self.context, say(KINDS.get(kind, _STATEMENT)), 32)
            tab.setChecked(kind is Kind.STATEMENT)
            tab.toggled.connect(self._fit_fields)
            kinds.addWidget(tab)
            self._kinds[kind] = tab
        kinds.addStretch(1)
        details = QHBoxLayout()
        details.setContentsMargins(8, 0, 8, 0)
        for part in (self.hat, self.behalf, self.organisations, self.note):
            details.addWidget(part, 1 if part in (self.behalf, self.note) else 0)
        column.addLayout(kinds)
        column.addWidget(self.list)
        column.addLayout(details)
        self._fit_fields()

    def _fit_fields(self) -> None:
        """A point of order has a note and perhaps a rank; only others speak for somebody."""
        procedural = self.kind().procedural
        self.note.setVisible(procedural)
        for field in (self.behalf, self.organisations):
            field.setVisible(not procedural)
        self.hat.setVisible(not procedural or bool(self._ranks()))
        self._name_hat()

    def _ranks(self) -> tuple[str, ...]:
        """Return the ranked kinds of points of order, if one is to be raised."""
        floor = None if self._view is None else self._view.floor
        return floor.rules.points_of_order if floor and self.kind() is Kind.POINT_OF_ORDER else ()

    def hats(self) -> QMenu:
        """Return the capacities in which somebody may speak this once, or the ranks of a point of order."""
        menu, say = QMenu(self), self.context.language.say
        menu.setFont(self.context.font(Role.BODY))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for rank, words in enumerate((say("no rank"), *self._ranks()) if self._ranks() else ()):
            self._offer(menu, words, partial(self._put, rank))
        if not menu.isEmpty():
            return menu
        for capacity in Capacity:
            self._offer(menu, say(CAPACITIES[capacity]), partial(self._wear, capacity, CategoryKey("")))
        menu.addSeparator()
        for category in () if self._view is None else self._view.categories:
            self._offer(menu, category.singular, partial(self._wear, Capacity.FLOOR, category.key))
        return menu

    def _offer(self, menu: QMenu, words: str, act: Callable[[], None]) -> None:
        menu.addAction(words).triggered.connect(lambda _=False: act())

    def _open_hats(self) -> None:
        drop(self.hats(), self.hat, rtl=self.context.rtl)

    def _wear(self, capacity: Capacity, category: CategoryKey) -> None:
        self._capacity, self._category = capacity, category
        self._name_hat()

    def _usual(self, entry: Entry) -> Capacity:
        panel = None if self._view is None else self._view.panel
        return Capacity.FLOOR if panel is None else usual_capacity(panel, entry.person)

    def _put(self, rank: int) -> None:
        self._rank = rank
        self._name_hat()

    def _name_hat(self) -> None:
        ranks = self._ranks()
        words = self.context.language.say(CAPACITIES[self._capacity or Capacity.FLOOR])
        if self._category and self._view is not None:
            words = self._view.category(self._category).singular
        if ranks:
            words = ranks[self._rank - 1] if self._rank else self.context.language.say("no rank")
        self.hat.setText(words)
        self.hat.setAccessibleName(words)
        self.hat.updateGeometry()

    def _clicked(self, index: QModelIndex) -> None:
        self.taken.emit(self._entries[index.row()])

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and not self.isAncestorOf(now) and now is not self._under:
            self.hide()

    _under: QWidget | None = None

    def _place(self, under: QWidget) -> None:
        """Under the field, within the desk."""
        self._under, parent, layout = under, self.parentWidget(), self.layout()
        if parent is None or layout is None:
            return
        corner = under.mapTo(parent, QPoint(0, under.height() + 4))
        rows = min(_ROWS, len(self._entries), (parent.height() - corner.y() - _AROUND) // _ROW)
        self.list.setFixedHeight(max(2, rows) * _ROW)
        layout.activate()
        self.resize(max(_WIDTH, layout.minimumSize().width()), layout.sizeHint().height())
        x = corner.x() + under.width() - self.width() if self.context.rtl else corner.x()
        self.move(max(4, min(x, parent.width() - self.width() - 4)), corner.y())
