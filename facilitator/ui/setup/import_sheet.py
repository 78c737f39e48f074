"""The sheet on which a list or a programme comes in: looked at, mapped, tried, taken, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QWidget

from facilitator.acts.desk import Desk
from facilitator.acts.doubles import proposal
from facilitator.acts.importing.faulty import write_faulty
from facilitator.acts.importing.looking import PLANNED, RECOMMENDED, Look, look_into, usual_kind, usual_list
from facilitator.acts.importing.order import ImportStopped, Kind, Order, Report, Unit
from facilitator.acts.intake import import_list
from facilitator.domain.likeness import Pair
from facilitator.domain.refusals import Explained
from facilitator.intake.legend import Legend, plain
from facilitator.language.direction import isolate
from facilitator.language.list_fields import (
    FIELD_NAMES,
    PROGRAMME_NAMES,
    RECOMMENDED_NAMES,
    SPOKEN_NAMES,
)
from facilitator.ui.buttons import Button
from facilitator.ui.buttons import Look as ButtonLook
from facilitator.ui.context import Context
from facilitator.ui.settings.sheet import Sheet
from facilitator.ui.setup.consultation import ConsultationLine
from facilitator.ui.setup.grid import TextRows, dress_grid
from facilitator.ui.setup.import_choices import ImportChoices
from facilitator.ui.setup.import_parts import ColumnsPane, ReportPane, WordsPane, figure, trouble_told
from facilitator.ui.setup.long_work import LongWork
from facilitator.ui.start.asking import where_to_keep_rows
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_WIDE, _PREVIEW, _LOWER, _COLUMN = 1280, 268, 200, 150
_FEW, _FEW_ALONE = 5, 8  # as many columns share the room beside the choosers, and without them
SETUP = (Kind.PARTICIPANTS, Kind.PROGRAMME, Kind.SPEECHES)
LEDGER = (Kind.RECOMMENDATIONS, Kind.LEDGER, Kind.CONCLUSIONS)


class ImportSheet(Sheet):
    """Nothing comes in before somebody says so; what came in goes with one press."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments
    came = Signal(int, int)  # how many of how many are in, while they come

    def __init__(self, context: Context, desk: Desk, parent: QWidget, kinds: Sequence[Kind] = SETUP) -> None:
        super().__init__(context, context.language.say("Import"), parent, _WIDE)
        self._context, self._desk, self._kinds = context, desk, kinds
        self.kind = kinds[0]
        self.order = Order(Path())
        self.look = Look()
        self.done: Report | None = None
        self._wrote = False  # else there is nothing of it to take back, and an undo would meet another act
        self._doubles: tuple[Pair, ...] = ()
        say = context.language.say
        self.about = figure(context)
        self.choices = ImportChoices(context, kinds)
        self.choosers = self.choices.choosers
        self.trouble = label(context, "", context.font(Role.BODY), context.tokens.danger)
        self.columns, self.spoken = ColumnsPane(context, FIELD_NAMES), ColumnsPane(context, SPOKEN_NAMES)
        self.planned = ColumnsPane(context, {name: PROGRAMME_NAMES[name] for name in PLANNED})
        self.recommended = ColumnsPane(context, {name: RECOMMENDED_NAMES[name] for name in RECOMMENDED})
        self.words, self.report = WordsPane(context), ReportPane(context)
        self.held = ConsultationLine(context, desk)
        self.preview, self.rows = QTableView(), TextRows()
        self.take_in = Button(context, say("Import"), ButtonLook.FILLED)
        self.take_back = Button(context, say("Take it back"), icon="undo-2")
        self.save_rows = Button(context, say("Save the faulty rows…"))
        self.decide = Button(context, say("Decide…"))
        self.stop = Button(context, say("Cancel"), key="Esc")
        self.stop.hide()
        self._work = LongWork(self.stop)
        self._arrange()
        self._connect()

    def look_at(self, source: Path) -> None:
        """The sheet is open on a file, which is read and tried as it seems to be meant."""
        usual = usual_kind if Kind.PARTICIPANTS in self._kinds else usual_list
        self.kind = usual(source)
        self.held.begin(source)
        self.order = Order(source, consultation=self.held.named())
        self._try()
        self.open()
        self.take_in.setFocus()

    def import_now(self) -> None:
        """The file is in the workshop, and the report says what became of it."""
        order, newest = replace(self._at_work(), progress=self._tell_progress), self._desk.newest_event()
        self._show_at_work(at_work=True)
        with self._work.under_way():
            self.done = self._guarded(lambda: import_list(self._desk, self.kind, order))
            self._wrote = self._desk.newest_event() != newest
            self._work.pump()
            if self.done is not None and self.kind in (Kind.PARTICIPANTS, Kind.SPEECHES):
                self._doubles = self._work.beside(proposal(self._desk.reading))
        self._show_at_work(at_work=False)
        if self.done is not None:
            self.look = replace(self.look, trouble=None)
        self._show()
        (
            self.take_in if self.done is None else self.take_back if self._wrote else self.close_button
        ).setFocus()

    def back(self) -> None:
        """What came in is gone again, and the file is as it was looked at before."""
        self.act_wanted.emit("undo", {"desk": "secretariat"})
        self._try()

    def save(self, out: Path) -> None:
        """The faulty rows are in a file, to be mended and brought back."""
        report = self.done or self.look.report
        if report is not None:
            self._guarded(lambda: write_faulty(report, out, self._context.language))
            self._show()
            if self.look.trouble is None:
                self.report.say_more(
                    self._context.language.say("The faulty rows are in {file}.", file=out.name)
                )

    def _try(self) -> None:
        self.done, self._doubles = None, ()
        with self._work.under_way():
            self.look = look_into(self._desk, self.kind, self._at_work())
        self._show()

    def _at_work(self) -> Order:
        """Return the order as it is carried out without holding up the window."""
        work = self._work
        return replace(self.order, pause=work.breathe, after=work.pump, beside=work.beside)

    def _tell_progress(self, done: int, total: int) -> None:
        """How far it is stands on the sheet at once."""
        language = self._context.language
        come = language.say("{done} of {total}", done=language.number(done), total=language.number(total))
        self.about.setText(f"{self._about()} · {come}")
        self.came.emit(done, total)
        self._work.breathe()

    def _show_at_work(self, *, at_work: bool) -> None:
        """While a list comes in, there is one button, and it stops that."""
        self.stop.setVisible(at_work)
        for button in (self.take_in, self.save_rows, self.close_button):
            button.setVisible(not at_work)
        if at_work:
            self.stop.setFocus()

    def _guarded(self, act: Callable[[], Report | None]) -> Report | None:
        try:
            return act()
        except Explained as told:
            self.look = replace(self.look, trouble=told)
            return None

    def _show(self) -> None:
        look, people = self.look, self.kind is Kind.PARTICIPANTS
        language = self._context.language
        self.about.setText(self._about())
        self.trouble.setText("" if look.trouble is None else trouble_told(look.trouble, self._context))
        self.trouble.setVisible(look.trouble is not None)
        self.choices.offer(self.kind, look, self.order, self._desk.view().panels)
        self.columns.setVisible(people)
        self.spoken.setVisible(self.kind is Kind.SPEECHES)
        self.words.setVisible(people or self.kind is Kind.SPEECHES)
        tabled = bool(look.encoding or look.sheet)
        self.planned.setVisible(self.kind is Kind.PROGRAMME and tabled)
        self.recommended.setVisible(self.kind is Kind.RECOMMENDATIONS)
        self.held.setVisible(self.kind is Kind.CONCLUSIONS)
        for pane in self._panes():
            pane.show_look(look)
        self.words.show_look(look, self._desk.view().categories)
        own = self.kind is not Kind.PROGRAMME or tabled
        heads = look.header if own else [language.say(PROGRAMME_NAMES[name]) for name in look.header]
        self.rows.show_rows(heads, [row.cells for row in look.rows])
        self._share_room(len(heads))
        done = self.done is not None
        self.report.show_report(self.done or look.report, done=done, doubles=self._doubles)
        hindered = look.trouble is not None and not isinstance(look.trouble, ImportStopped)
        self.take_in.setEnabled(not done and look.report is not None and not hindered)
        self.take_back.setVisible(done and self._wrote)
        report = self.done or look.report
        noted = report is not None and report.unit is Unit.LINE and report.defects != ()
        self.decide.setVisible(done and noted)
        self.save_rows.setVisible(report is not None and bool(report.faulty.rows))
        for each in (*self._panes(), self.words, self.held, *self.choosers.values()):
            each.setEnabled(not done)

    def _share_room(self, columns: int) -> None:
        """A few columns share what room there is; many are as wide as is read well."""
        head, modes = self.preview.horizontalHeader(), QHeaderView.ResizeMode
        shares = columns <= (_FEW_ALONE if all(pane.isHidden() for pane in self._panes()) else _FEW)
        head.setSectionResizeMode(modes.Stretch if shares else modes.Interactive)
        if not shares:
            for column in range(columns):
                head.resizeSection(column, _COLUMN)

    def _panes(self) -> tuple[ColumnsPane, ...]:
        return self.columns, self.spoken, self.planned, self.recommended

    def _about(self) -> str:
        language, look = self._context.language, self.look
        parts = [isolate(self.order.source.name)]
        if look.sheet:
            parts.append(language.say("Sheet {name}", name=look.sheet))
        return " · ".join(parts)

    def _choose(self, what: str, value: object) -> None:
        if what == "kind":
            self.kind = Kind(str(value))
            self.order = Order(self.order.source, consultation=self.held.named())
            self._try()
        else:
            self._read_so(**{what: value})

    def _read_so(self, **told: object) -> None:
        """Something else is told of how the file is to be read."""
        self.order = replace(self.order, **told)  # type: ignore[arg-type] # values of its fields
        self._try()

    def _map(self, field: str, column: str) -> None:
        legend = self.look.legend
        self._read_so(legend=Legend({**legend.columns, field: column}, legend.values))

    def _mean(self, field: str, word: str, meaning: str) -> None:
        legend = self.look.legend
        told = {**legend.values.get(field, {}), plain(word): meaning}
        self._read_so(legend=Legend(legend.columns, {**legend.values, field: told}))

    def _save_rows(self) -> None:
        out = where_to_keep_rows(self, self._context.language, self.order.source)
        if out is not None:
            self.save(out)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.about, 1)
        head.addWidget(self.choices)
        self.preview.setModel(self.rows)
        dress_grid(self.preview, self._context, self._context.language.say("The first rows"))
        self.preview.horizontalHeader().setDefaultSectionSize(_COLUMN)
        self.preview.setMinimumHeight(_PREVIEW)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.setSpacing(16)
        lower.setSpacing(16)
        for pane in self._panes():
            pane.setFixedWidth(340)
            upper.addWidget(pane)
        upper.addWidget(self.preview, 1)
        for part in (self.words, self.report):
            part.setMinimumHeight(_LOWER)
            lower.addWidget(part, 1)
        self.column.addLayout(head)
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.held)
        self.column.addLayout(upper)
        self.column.addLayout(lower, 1)
        buttons = self.save_rows, self.take_back, self.decide, self.take_in, self.stop
        for place, button in enumerate(buttons):
            self.foot.insertWidget(1 + place, button)
        self.foot.setSpacing(8)

    def _connect(self) -> None:
        self.choices.chosen.connect(self._choose)
        for pane in self._panes():
            pane.chosen.connect(self._map)
        self.words.meant.connect(self._mean)
        self.held.told.connect(lambda told: self._read_so(consultation=told))
        self.take_in.clicked.connect(self.import_now)
        self.take_back.clicked.connect(self.back)
        self.save_rows.clicked.connect(self._save_rows)
