"""The parts of the sheet on which a list is looked at: its columns, its words, and the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from facilitator.acts.importing.looking import WORDED, Look, Word
from facilitator.acts.importing.order import Report
from facilitator.acts.importing.programme import RoomsParallel
from facilitator.acts.importing.telling import (
    change_lines,
    column_told,
    elsewhere_lines,
    figures_line,
    problem_told,
    unit_word,
)
from facilitator.domain.likeness import Pair
from facilitator.domain.people import Category
from facilitator.domain.refusals import Explained
from facilitator.intake.faults import ColumnMissing
from facilitator.intake.participants import NO_SECTION
from facilitator.language.groups import NOT_STATED, group_name
from facilitator.language.list_fields import FIELD_NAMES, field_told
from facilitator.language.refusals import sentence
from facilitator.language.speech import mark
from facilitator.ui.context import Context
from facilitator.ui.live_keys import hear
from facilitator.ui.report.chooser import Chooser
from facilitator.ui.setup.grid import TextRows, dress_grid
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_MEANINGS = {"gender": ("female", "male", ""), "registered": ("yes", "no", "")}
_REGISTERED = {"yes": mark("Registered"), "no": mark("Not registered yet")}
_SHOWN, _NAMES = 200, 96


class ColumnsPane(QWidget):
    """For each field the column that holds it; the first rows are read anew when another is chosen."""

    chosen = Signal(str, str)  # a field and the name of its column, empty for none

    def __init__(self, context: Context, names: Mapping[str, str]) -> None:
        super().__init__()
        say = context.language.say
        self._none = say("No column")
        self.choosers = {name: Chooser(context, say(told), shrinks=True) for name, told in names.items()}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(8)
        for row, (name, chooser) in enumerate(self.choosers.items()):
            told = label(context, say(names[name]), context.font(Role.SMALL), context.tokens.text2)
            told.setFixedWidth(_NAMES)
            chooser.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            grid.addWidget(told, row, 0)
            grid.addWidget(chooser, row, 1)
            chooser.chosen.connect(lambda column, name=name: self.chosen.emit(name, str(column)))
        grid.setColumnStretch(1, 1)

    def show_look(self, look: Look) -> None:
        names = list(dict.fromkeys(name for name in look.header if name.strip()))
        for field, chooser in self.choosers.items():
            now = look.columns.get(field, "")
            more = [now] if now and now not in names else []
            chooser.offer([("", self._none), *((name, name) for name in (*more, *names))], now)


class WordsPane(QWidget):
    """The words of a column and what each stands for; a press on a row offers the other meanings."""

    meant = Signal(str, str, str)  # a field, a word of it, and its meaning

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._look = Look()
        self._categories: Sequence[Category] = ()
        say = context.language.say
        self.field = Chooser(context, say("Words of"))
        self.table, self.model = QTableView(), TextRows()
        self.table.setModel(self.model)
        dress_grid(self.table, context, say("What the words mean"))
        head = label(
            context, say("What the words mean"), context.font(Role.SMALL_STRONG), context.tokens.text
        )
        row = QHBoxLayout()
        row.addWidget(head, 1)
        row.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.field.chosen.connect(self._turn_to)
        self.table.clicked.connect(self._offer)
        for key in ("Return", "Space"):
            hear(key, self.table, lambda: self._offer(self.table.currentIndex()))

    def show_look(self, look: Look, categories: Sequence[Category]) -> None:
        self._look, self._categories = look, categories
        say = self._context.language.say
        offers = [(name, say(FIELD_NAMES[name])) for name in WORDED if look.words.get(name)]
        here = self.field.now if self.field.now in look.words else None
        self.field.offer(offers, here or (offers[0][0] if offers else ""))
        self.field.setVisible(bool(offers))
        self._fill()

    def menu(self, row: int) -> QMenu:
        """Return the meanings the word of a row can have."""
        menu, field, word = QMenu(self), str(self.field.now), self._words()[row]
        menu.setFont(self._context.font(Role.BODY))
        for meaning, told in self._meanings(field, word.cell):
            action = menu.addAction(told)
            action.setCheckable(True)
            action.setChecked(self._told(field, meaning) == self._told(field, word.meaning))
            action.triggered.connect(
                lambda _=False, meaning=meaning: self.meant.emit(field, word.cell, meaning)
            )
        return menu

    def _meanings(self, field: str, cell: str) -> Sequence[tuple[str, str]]:
        if field in _MEANINGS:
            return [(key, self._told(field, key)) for key in _MEANINGS[field]]
        there = [(str(category.key), category.label) for category in self._categories]
        own = self._context.language.say("A category of its own: {name}", name=cell)
        person = [] if "category" in self._look.columns else [(NO_SECTION, self._told(field, NO_SECTION))]
        return [*there, (cell, own), *person]

    def _words(self) -> Sequence[Word]:
        return self._look.words.get(str(self.field.now), ())

    def _told(self, field: str, meaning: str) -> str:
        if field == "gender":
            return group_name(meaning, self._context.language)
        if field == "registered":
            return self._context.language.say(_REGISTERED.get(meaning, NOT_STATED))
        if meaning == NO_SECTION:
            return self._context.language.say("No section: a person")
        return next((c.label for c in self._categories if meaning in (c.key, c.label)), meaning)

    def _turn_to(self, field: object) -> None:
        self.show_look(self._look, self._categories)
        self.field.offer(
            [(n, self._context.language.say(FIELD_NAMES[n])) for n in WORDED if self._look.words.get(n)],
            field,
        )
        self._fill()

    def _fill(self) -> None:
        language, field = self._context.language, str(self.field.now)
        heads = [language.say("In the file"), language.say("Rows"), language.say("Means")]
        rows = [
            (word.cell, language.number(word.rows), self._told(field, word.meaning)) for word in self._words()
        ]
        self.model.show_rows(heads, rows)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(1, 64)

    def _offer(self, index: QModelIndex) -> None:
        if index.isValid():
            self.menu(index.row()).popup(QCursor.pos())


class ReportPane(QWidget):
    """What became of the rows, or would: figures, who is gone, defects by row and column, likely doubles."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say, tokens = context.language.say, context.tokens
        self.head = label(context, "", context.font(Role.SMALL_STRONG), tokens.text)
        self.told = label(context, "", context.font(Role.SMALL), tokens.text)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table, self.model = QTableView(), TextRows()
        self.table.setModel(self.model)
        dress_grid(self.table, context, say("What is wrong"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.head, self.told):
            column.addWidget(part)
        column.addWidget(self.table, 1)

    def show_report(self, report: Report | None, *, done: bool, doubles: Sequence[Pair] = ()) -> None:
        """The report of a trial, or of what was done; without one nothing is told."""
        language = self._context.language
        self.head.setText(language.say("What has come in") if done else language.say("What will come in"))
        if report is None:
            self.told.setText(language.say("Nothing, as it is read now."))
            self.model.show_rows((), ())
            return
        lines = [figures_line(report, language), *elsewhere_lines(report, language)]
        lines += change_lines(report, language)
        if doubles:
            lines.append(_doubles_told(len(doubles), self._context))
        self.told.setText("\n".join(lines))
        self._fill(report, doubles)

    def say_more(self, told: str) -> None:
        """One more sentence stands under the figures."""
        self.told.setText(f"{self.told.text()}\n{told}")

    def _fill(self, report: Report, doubles: Sequence[Pair]) -> None:
        language = self._context.language
        rows = [
            (
                language.number(defect.row) if defect.row else "",
                column_told(defect, language),
                problem_told(defect, language),
            )
            for defect in report.defects[:_SHOWN]
        ]
        rows += [
            ("", language.say(FIELD_NAMES["name"]), _pair_told(pair, self._context))
            for pair in doubles[:_SHOWN]
        ]
        where, what = unit_word(report.unit, language), language.say("What is wrong")
        heads = (where, language.say("Column"), what)
        self.model.show_rows(heads if rows else (), rows)
        if rows:
            head = self.table.horizontalHeader()
            head.resizeSection(0, 64)
            head.resizeSection(1, 110)
            head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)


def _doubles_told(pairs: int, context: Context) -> str:
    return context.language.count(
        "{n} pair may be one person written twice; nothing was put together.",
        "{n} pairs may be one person written twice; nothing was put together.",
        pairs,
        n=context.language.number(pairs),
    )


def _pair_told(pair: Pair, context: Context) -> str:
    names: Mapping[str, str] = {"one": pair.one.name, "other": pair.other.name}
    return context.language.say("{one} and {other} may be one person", **names)


def trouble_told(told: Explained, context: Context) -> str:
    """Return why nothing can come in, and what to do about it on the sheet."""
    say = context.language.say
    if isinstance(told, RoomsParallel):
        return say("Several rooms are in use at the same time, and a workshop sits in one. Choose a room.")
    if isinstance(told, ColumnMissing):
        name = field_told(str(told.details["field"]), context.language)
        return say("No column is known to hold this: {field}. Choose one below.", field=name)
    return sentence(context.language, told)


def figure(context: Context) -> QLabel:
    """Return a line of second words."""
    return label(context, "", context.font(Role.SMALL), context.tokens.text2)
