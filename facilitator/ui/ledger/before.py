"""What came before: earlier recommendations and conclusions of consultations, reported against by keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QLineEdit, QMenu, QTableView, QWidget

from facilitator.domain.before import Before, Column, Look
from facilitator.domain.programme import Panel
from facilitator.domain.view import View
from facilitator.language.speech import mark
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.floor.prompt import Prompt
from facilitator.ui.ledger.before_gestures import BEFORE_KEYS, BeforeGestures
from facilitator.ui.ledger.before_painting import BeforeDelegate
from facilitator.ui.ledger.before_rows import BeforeModel
from facilitator.ui.ledger.before_side import BeforeSide
from facilitator.ui.ledger.filters import name_acts, offer, opens_menu
from facilitator.ui.ledger.halves import Halves
from facilitator.ui.ledger.layout import arranged, dress_words, stacked
from facilitator.ui.ledger.painting import ROW
from facilitator.ui.live_keys import hear
from facilitator.ui.painting import ground
from facilitator.ui.setup.grid import dress_grid

_WIDTHS = (140, 150, 300, 170, 130, 130)
_BROAD = 1600  # below it, who recommended stands only beside the list
LOOKS: Mapping[Look, str] = {
    Look.EARLIER: mark("Earlier recommendations"),
    Look.CONCLUSIONS: mark("Conclusions of consultations"),
    Look.AWAITED: mark("Nothing said yet"),
}


class BeforePage(QWidget):
    """One list of both kinds; the chosen one stands whole beside it."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments
    left = Signal()

    def __init__(self, context: Context, size: tuple[int, int]) -> None:
        super().__init__()
        self._context = context
        self._view: View | None = None
        say = context.language.say
        self.model, self.table = BeforeModel(context), QTableView()
        self.field, self.told, self.empty = QLineEdit(), QLabel(), QLabel()
        self.side = BeforeSide(context)
        self.filters = [
            (Button(context, say("Came from")), self.sources),
            (Button(context, say("Show")), self.looks),
        ]
        self.acts, self.back = Button(context, say("Acts")), Button(context, say("Ledger"))
        self.prompt = Prompt(context, self)
        self.gestures = BeforeGestures(context, self, self.prompt, self._act)
        self._dress()
        self.table.setColumnHidden(list(Column).index(Column.BY), size[0] < _BROAD)
        bar = (self.field, self.told, *(button for button, _ in self.filters), self.acts, self.back)
        self.halves = Halves(context, self.table, self.empty, self.side, size)
        stacked(self, arranged(bar, self.halves, size))
        self._connect()

    def take_focus(self) -> None:
        (self.table if self.model.rows else self.field).setFocus()

    def show_view(self, view: View) -> None:
        """The rows are those of the workshop as it is; what was chosen stays chosen."""
        self._view = view
        chosen = self.chosen()
        self.model.show_rows(self._context.desk.before())
        self._choose(chosen)

    def chosen(self) -> Before | None:
        """Return the row that the keys are at if it is chosen, else the first of those that are."""
        chosen, row = self.all_chosen(), self.table.currentIndex().row()
        current = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        return current if current in chosen or not chosen else chosen[0]

    def all_chosen(self) -> Sequence[Before]:
        """Return those whose rows are selected, in the order of the list."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.rows[row] for row in rows if row < len(self.model.rows)]

    def panels(self) -> tuple[Panel, ...]:
        return () if self._view is None else self._view.panels

    def panel_at_hand(self) -> Panel | None:
        return None if self._view is None else self._view.panel

    def sources(self, menu: QMenu) -> None:
        sources = dict.fromkeys(row.source for row in self.model.all)
        self._offer(menu, "source", {source: source for source in sources})

    def looks(self, menu: QMenu) -> None:
        self._offer(menu, "look", {look: self._context.language.say(words) for look, words in LOOKS.items()})

    def list_acts(self, menu: QMenu) -> None:
        """The menu names every act with its key."""
        acts, say = self.gesture_acts(), self._context.language.say
        name_acts(menu, ((say(words), keys, acts[keys]) for keys, words in BEFORE_KEYS))

    def gesture_acts(self) -> Mapping[str, Callable[[], object]]:
        do = self.gestures
        acts = (do.progress, do.gap, do.lesson, do.to_panel, do.to_recommendation, do.add_conclusion)
        return dict(zip((keys for keys, _ in BEFORE_KEYS), acts, strict=True))

    def _offer(self, menu: QMenu, field: str, named: Mapping[Any, str]) -> None:
        every = {None: self._context.language.say("All"), **named}
        offer(menu, every, getattr(self.model.sieve, field), lambda value: self._sift(**{field: value}))

    def _sift(self, **told: object) -> None:
        chosen = self.chosen()
        self.model.sift(replace(self.model.sieve, **told))  # type: ignore[arg-type] # values of its fields
        self._choose(chosen)

    def _choose(self, row: Before | None) -> None:
        """The row is the current one; where it was already, those that are chosen besides stay chosen."""
        place = max(0, self.model.place(row))
        if self.model.rows and self.table.currentIndex().row() != place:
            self.table.setCurrentIndex(self.model.index(place, 2))
        self._tell()

    def _tell(self) -> None:
        language, shown, every = self._context.language, len(self.model.rows), len(self.model.all)
        self.told.setText(language.say("{shown} of {all}", shown=shown, all=every))
        words = language.say(
            "Nothing came before yet. Ctrl+Shift+I imports a list or carries over an earlier workshop; "
            "Alt+6 adds a conclusion."
        )
        self.empty.setText(
            language.say("Nothing passes. Clear the words and the filters.") if every else words
        )
        self.halves.tell(filled=bool(shown))
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.side.show_row(self.chosen())

    def _act(self, act: str, told: Mapping[str, object]) -> None:
        self.act_wanted.emit(act, dict(told))

    def _dress(self) -> None:
        context, say, table = self._context, self._context.language.say, self.table
        ground(self, context.tokens.surface)
        dress_words(context, self.field, say("Words, a source or a symbol"), self.told, self.empty)
        table.setModel(self.model)
        dress_grid(table, context, say("What came before"))
        table.verticalHeader().setDefaultSectionSize(ROW)
        table.setItemDelegate(BeforeDelegate(context, self.model, table))
        table.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        text = list(Column).index(Column.TEXT)
        table.horizontalHeader().setSectionResizeMode(text, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda words: self._sift(words=words))
        for moved in ("currentChanged", "selectionChanged"):
            getattr(self.table.selectionModel(), moved).connect(self._show_chosen)
        self.model.modelReset.connect(self._show_chosen)
        for button, choices in (*self.filters, (self.acts, self.list_acts)):
            opens_menu(button, self._context, choices)
        self.back.clicked.connect(self.left)
        hear("Esc", self, self._leave)
        for keys, act in self.gesture_acts().items():
            hear(keys, self, act)

    def _leave(self) -> None:
        """Back to the list, if the keys were beside it; else back to the ledger."""
        if not self.halves.back():
            self.left.emit()
