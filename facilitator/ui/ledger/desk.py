"""The ledger's desk: every recommendation in a list, the chosen one whole beside it, all by keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QStackedWidget, QTableView, QWidget

from facilitator.domain.ledger import Recommended
from facilitator.domain.notes import RecommendationId
from facilitator.domain.recommendation import Change, Recommendation, Status
from facilitator.domain.sifting import NOBODY, grouped
from facilitator.domain.view import View
from facilitator.language.direction import ltr
from facilitator.language.speech import mark
from facilitator.language.vocabularies import meaning_of
from facilitator.language.wording import panel_title
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.floor.prompt import Prompt
from facilitator.ui.ledger.before import BeforePage
from facilitator.ui.ledger.field_list import FieldList
from facilitator.ui.ledger.fields import Fields
from facilitator.ui.ledger.filters import name_acts, offer, opens_menu
from facilitator.ui.ledger.gestures import LEDGER_KEYS, OF_ROWS, SIGNED, Gestures
from facilitator.ui.ledger.halves import Halves
from facilitator.ui.ledger.layout import arranged, dress_table, dress_words, go_to, select, stacked
from facilitator.ui.ledger.read_back import ReadBack
from facilitator.ui.ledger.rows import LedgerModel
from facilitator.ui.ledger.side import Side
from facilitator.ui.ledger.words import FLAGS, HANDED_ON, addressee_word, ending_words, status_word
from facilitator.ui.live_keys import hear
from facilitator.ui.painting import ground
from facilitator.ui.report.wish import PRODUCT_WORDS
from facilitator.ui.setup.import_door import LedgerDoor
from facilitator.ui.tables import turn_order


class LedgerDesk(QWidget):
    """Shows the ledger and turns gestures into acts; one key takes each of them back."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments
    export_wanted = Signal(str, str, object)  # a product, the ending of its file, a panel's number or None

    def __init__(self, context: Context, size: tuple[int, int], within: QWidget | None = None) -> None:
        super().__init__(within)
        self._context, self._size = context, size
        self._view: View | None = None
        self._signer: str | None = None
        self.model = LedgerModel(context)
        self.field, self.told, self.empty = QLineEdit(), QLabel(), QLabel()
        self.table, self.side = QTableView(), Side(context)
        self.sheet, self.pages = ReadBack(context), QStackedWidget()
        say = context.language.say
        self.filters = [
            (Button(context, say(words)), choices)
            for words, choices in (
                (mark("Panel"), self.panels),
                (mark("Status"), self.statuses),
                (mark("Addressed to"), self.addressees),
                (mark("To look at"), self.flags),
            )
        ]
        self.acts, self.came = Button(context, say("Acts")), Button(context, say("What came before"))
        self.door, self.export = LedgerDoor(context, self), Button(context, say("Export…"))
        self.prompt = Prompt(context, self)
        self.gestures = Gestures(context, self, self.prompt, self._act, self.door.told.emit)
        self.fields = Fields(context, self.chosen, FieldList(context, self), self.prompt, self._act)
        self._dress(size)
        bar = (self.field, self.told, *(button for button, _ in self.filters), self.acts, self.came)
        bar = (*bar, self.door.button, self.export)
        self.halves = Halves(context, self.table, self.empty, self.side, size)
        self._list = arranged(bar, self.halves, size)
        self.pages.addWidget(self._list)
        self.pages.addWidget(self.sheet)
        stacked(self, self.pages)
        self._connect()

    @cached_property
    def before(self) -> BeforePage:
        """Made when somebody asks for it: the ledger is there the sooner."""
        made = BeforePage(self._context, self._size)
        self.pages.addWidget(made)
        made.act_wanted.connect(self.act_wanted)
        made.left.connect(self.show_before)
        return made

    def to_words(self) -> None:
        """The keys go to the field by which a list is narrowed."""
        go_to(self._in_sight().field)

    def _on_before(self) -> bool:
        return "before" in self.__dict__ and self.pages.currentWidget() is self.before

    def _in_sight(self) -> LedgerDesk | BeforePage:
        return self.before if self._on_before() else self

    def take_focus(self) -> None:
        """The keys go to the page that is in sight."""
        if self.pages.currentWidget() is not self._list:
            (self.before.take_focus if self._on_before() else self.sheet.setFocus)()
            return
        if not self.chosen():  # the first of the list
            self.choose([row.id for row in self.model.entries if isinstance(row, Recommended)][:1])
        (self.table if self.model.entries else self.field).setFocus()

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through; what is not in sight is passed by."""
        before = (self.before.field, self.before.table) if self._on_before() else ()
        return self.field, self.table, self.side, *before, self.sheet

    def show_view(self, view: View, now: int) -> None:
        """The rows are those of the workshop; what was chosen stays chosen."""
        if view is self._view:
            return
        self._view = view
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        chosen = [held.id for held in self.chosen()]
        self.model.show_view(view)
        if chosen:
            self.choose(self.model.kept(chosen, min(rows)))
        if self.pages.currentWidget() is self.sheet:
            self.sheet.show_rows(self.model.all)
        elif self._on_before():
            self.before.show_view(view)
        self._tell()

    def chosen(self) -> Sequence[Recommendation]:
        """Return the recommendations whose rows are selected, in the order of the list."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        found = {held.id: held for held in map(self.model.at, rows) if held is not None}
        return tuple(found.values())

    def choose(self, ids: Sequence[RecommendationId]) -> None:
        """These are selected, the first of them in sight."""
        places = [place for place in map(self.model.place, ids) if place >= 0]
        select(self.table, places)

    def changes(self) -> Sequence[Change]:
        """Return the changes that wait for an answer."""
        held = next(iter(self.chosen()), None)
        return () if held is None else self._context.desk.dossier(held.id).changes

    def every(self) -> Sequence[Recommendation]:
        return [row.held for row in self.model.all if row.held is not None]

    def read_back(self) -> None:
        """The sheet for the room is shown, or the list again."""
        if self.pages.currentWidget() is self.sheet:
            self.pages.setCurrentIndex(0)
            self.take_focus()
            return
        held = next(iter(self.chosen()), None)
        rows = [row for row in self.model.entries if isinstance(row, Recommended)]
        self.sheet.begin(rows, None if held is None else held.id)
        self.pages.setCurrentWidget(self.sheet)
        self.sheet.setFocus()

    def show_before(self) -> None:
        """What came before is shown, or the list again."""
        if self._on_before():
            self.pages.setCurrentIndex(0)
            self.take_focus()
        elif self._view is not None:
            self.before.show_view(self._view)
            self.pages.setCurrentWidget(self.before)
            self.before.take_focus()

    # what the list is narrowed to

    def panels(self, menu: QMenu) -> None:
        panels = () if self._view is None else self._view.panels
        self._offer(menu, "panel", {p.id: panel_title(p, self._context.language) for p in panels})

    def statuses(self, menu: QMenu) -> None:
        self._offer(menu, "status", {s: status_word(s, self._context.language) for s in Status})

    def addressees(self, menu: QMenu) -> None:
        codes = (*grouped(self.model.all, meaning_of), NOBODY)
        named = {code: addressee_word(code, self._context.language) for code in codes}
        self._offer(menu, "addressee", named)

    def flags(self, menu: QMenu) -> None:
        self._offer(menu, "flag", {f: self._context.language.say(words) for f, words in FLAGS.items()})

    def products(self, menu: QMenu) -> None:
        """The menu holds what can be handed over of all panels, or of the one the list is narrowed to."""
        panels = () if self._view is None else self._view.panels
        number = next((n for n, each in enumerate(panels, 1) if each.id == self.model.sieve.panel), None)
        for what, endings in HANDED_ON.items():
            for ending in endings:
                words = f"{self._context.language.say(PRODUCT_WORDS[what])} · {ltr(ending_words(ending))}"
                wanted = partial(self.export_wanted.emit, what, ending, number)
                menu.addAction(words).triggered.connect(lambda _=False, wanted=wanted: wanted())

    def gesture_acts(self) -> Mapping[str, Callable[[], object]]:
        """Return what the keys do, in the order in which they are listed."""
        do = self.gestures
        acts = (
            *(self.to_words, do.who, *do.of_rows(), self._turn, self.fields.open),
            *(self._regroup, self._sort, self.read_back, self.show_before, self.door.ask, self.export.click),
        )
        return dict(zip((keys for keys, _ in LEDGER_KEYS), acts, strict=True))

    def _offer(self, menu: QMenu, field: str, named: Mapping[Any, str]) -> None:
        every = {None: self._context.language.say("All"), **named}
        offer(menu, every, getattr(self.model.sieve, field), lambda value: self._sift(**{field: value}))

    def _sift(self, **told: Any) -> None:  # noqa: ANN401 - each field of the sieve has a type of its own
        chosen = [held.id for held in self.chosen()]
        self.model.sift(replace(self.model.sieve, **told))
        self.choose(self.model.kept(chosen, 0))
        self._tell()

    def _turn(self) -> None:
        self._in_sight().halves.turn()

    def _sort(self) -> None:
        turn_order(self._in_sight().table)

    def _regroup(self) -> None:
        chosen = [held.id for held in self.chosen()]
        self.model.group(not self.model.by_addressee)
        self.choose(chosen)

    def signer(self) -> str:
        """Return who decides the steps: whoever was named, or was the last time on this laptop."""
        held = next(iter(self.chosen()), None)
        if self._signer is None and held is not None:
            self._signer = self._context.desk.dossier(held.id).signer
        return self._signer or ""

    def sign(self, who: str) -> None:
        self._signer = who
        self._show_chosen()

    def _act(self, act: str, told: Mapping[str, object]) -> None:
        signed = {"who": self.signer()} if act in SIGNED else {}
        self.act_wanted.emit(act, {**told, **signed})

    def _show_chosen(self) -> None:
        held = next(iter(self.chosen()), None)
        row = next((r for r in self.model.all if held is not None and r.id == held.id), None)
        kept = None if held is None else self._context.desk.dossier(held.id)
        self._signer = kept.signer if self._signer is None and kept is not None else self._signer
        self.side.show_chosen(row, kept, self.signer())

    def _tell(self) -> None:
        language, every = self._context.language, len(self.model.all)
        self.told.setText(language.say("{shown} of {all}", shown=self.model.shown, all=every))
        words = (
            language.say("Nothing passes. Clear the words and the filters.")
            if every
            else language.say("No recommendation yet. On the notes, Ctrl+6 writes one.")
        )
        self.empty.setText(words)
        self.halves.tell(filled=bool(self.model.entries))
        self._show_chosen()

    def _dress(self, size: tuple[int, int]) -> None:
        context, say = self._context, self._context.language.say
        ground(self, context.tokens.surface)
        dress_words(context, self.field, say("Words of a recommendation"), self.told, self.empty)
        dress_table(self.table, self.model, context, size)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda words: self._sift(words=words))
        self.model.act_wanted.connect(self.act_wanted)
        self.sheet.act_wanted.connect(self._act)
        self.sheet.left.connect(self.read_back)
        self.came.clicked.connect(self.show_before)
        self.sheet.propose_wanted.connect(self._propose_on_sheet)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self.door.act_wanted.connect(self.act_wanted)
        for button, choices in (*self.filters, (self.acts, self.list_acts), (self.export, self.products)):
            opens_menu(button, self._context, choices)
        hear("Esc", self.halves, self.halves.back)
        for keys, act in self.gesture_acts().items():
            hear(keys, self._list if keys in dict(OF_ROWS) else self, act)
        for keys, name in (("Ctrl+Z", "undo"), ("Ctrl+Y", "redo")):
            hear(keys, self, partial(self.act_wanted.emit, name, {"desk": "secretariat"}))

    def _propose_on_sheet(self) -> None:
        row = self.sheet.shown()
        if row is not None:
            self.choose((row.id,))
            self.gestures.propose()

    def list_acts(self, menu: QMenu) -> None:
        """The menu names every act with its key."""
        acts, say = self.gesture_acts(), self._context.language.say
        name_acts(menu, ((say(words), keys, acts[keys]) for keys, words in LEDGER_KEYS))
