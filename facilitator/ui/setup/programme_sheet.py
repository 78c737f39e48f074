"""The sheet of the programme: its panels, and of the one chosen its title, room, times and questions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from facilitator.domain.programme import Panel, PanelId, Question
from facilitator.domain.view import View
from facilitator.language.direction import bare, isolate
from facilitator.language.speech import mark
from facilitator.language.typed_times import instant_typed
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.field import Field
from facilitator.ui.settings.sheet import Sheet
from facilitator.ui.setup.grid import TextRows, dress_grid
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_WIDE, _PANELS_HIGH, _QUESTIONS_HIGH = 1100, 170, 150
_TEXTS = (("title", mark("Title"), 4), ("room", mark("Room"), 1))
_TIMES = (("starts", mark("Begins")), ("ends", mark("Ends")), ("hard_stop", mark("Hard stop")))
_PANEL_HEADS = (mark("Panel"), mark("Title"), mark("Day"), mark("Time"), mark("Room"))


class ProgrammeSheet(Sheet):
    """What is typed becomes true when its field is left; a new beginning moves end and hard stop, too."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments

    def __init__(self, context: Context, parent: QWidget) -> None:
        say = context.language.say
        super().__init__(context, say("Programme"), parent, _WIDE)
        self._context, self._chosen = context, PanelId("")
        self._shown: tuple[Panel, ...] = ()
        self.panels, self.questions = QTableView(), QTableView()
        self.panel_rows, self.question_rows = TextRows(), TextRows()
        self.fields = {name: Field(rtl=context.rtl) for name, _, _ in _TEXTS}
        self.fields |= {name: Field(rtl=context.rtl) for name, _ in _TIMES}
        self.asked = Field(rtl=context.rtl)
        self.add = Button(context, say("Add"), icon="plus")
        self.reword = Button(context, say("Reword"))
        self.up = Button(context, say("Earlier"))
        self.down = Button(context, say("Later"))
        self.remove = Button(context, say("Remove"))
        self._dress()
        self._arrange()
        self._connect()

    def look(self) -> None:
        """The sheet is open on the programme as it stands."""
        sits = self._context.desk.view().panel
        self._chosen = self._chosen if self._chosen or sits is None else sits.id
        self.show_now()
        self.open()
        self.panels.setFocus()

    def show_view(self, view: View) -> None:
        """A programme that changed elsewhere, or was taken back, is shown; what is being typed stays else."""
        if self.isVisible() and view.panels != self._shown:
            self.show_now()

    def show_now(self) -> None:
        """The rows and fields are those of the programme; the panel that was chosen stays chosen."""
        language = self._context.language
        panels = self._shown = self._panels()
        rows = [
            (
                language.number(panel.number),
                isolate(panel.title),
                language.date(panel.starts),
                language.time_range(panel.starts, panel.ends),
                isolate(panel.room),
            )
            for panel in panels
        ]
        self.panel_rows.show_rows([language.say(head) for head in _PANEL_HEADS], rows)
        self.panels.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 80), (2, 230), (3, 150), (4, 140)):
            self.panels.setColumnWidth(column, width)
        ids = [panel.id for panel in panels]
        row = ids.index(self._chosen) if self._chosen in ids else 0
        _choose(self.panels, row)
        self._fill()

    def panel(self) -> Panel | None:
        """Return the panel that is chosen."""
        row, panels = self.panels.currentIndex().row(), self._panels()
        return panels[row] if 0 <= row < len(panels) else None

    def question(self) -> Question | None:
        """Return the question that is chosen."""
        row, panel = self.questions.currentIndex().row(), self.panel()
        return panel.questions[row] if panel is not None and 0 <= row < len(panel.questions) else None

    def _panels(self) -> tuple[Panel, ...]:
        return self._context.desk.view().panels

    def _fill(self) -> None:
        """The fields and questions are those of the panel that is chosen."""
        panel, language = self.panel(), self._context.language
        for name, field in self.fields.items():
            field.setText("" if panel is None else self._told(panel, name))
            field.setCursorPosition(0)
            field.setEnabled(panel is not None)
        asked = () if panel is None else panel.questions
        row = self.questions.currentIndex().row()
        texts = [(language.number(each.number), isolate(each.text)) for each in asked]
        self.question_rows.show_rows([language.say("Number"), language.say("Question or focus area")], texts)
        self.questions.setColumnWidth(0, 80)
        self.questions.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        _choose(self.questions, max(0, min(row, len(asked) - 1)))
        self._chosen = self._chosen if panel is None else panel.id
        self._turn()

    def _turn(self) -> None:
        """The line below is the question that is chosen; what acts on one waits until there is one."""
        question = self.question()
        self.asked.setText("" if question is None else question.text)
        self.asked.setCursorPosition(0)
        self.add.setEnabled(self.panel() is not None)
        for button in (self.reword, self.up, self.down, self.remove):
            button.setEnabled(question is not None)

    def _told(self, panel: Panel, name: str) -> str:
        value = getattr(panel, name)
        return value if isinstance(value, str) else bare(self._context.language.time_of_day(value))

    def _keep(self, name: str) -> None:
        """What was typed is true, if it is something else than before; a time that is none is put back."""
        panel, typed = self.panel(), self.fields[name].text().strip()
        if panel is None or typed == self._told(panel, name):
            return
        value: object = typed
        if name not in {text for text, _, _ in _TEXTS}:
            value = instant_typed(typed, getattr(panel, name), self._context.language.zone)
        if name == "starts" and value is not None:
            self._do("move_panel", panel=panel.id, starts=value)
        elif value is not None:
            self._do("edit_panel", panel=panel.id, **{name: value})
        self.show_now()

    def _ask(self) -> None:
        panel = self.panel()
        if panel is not None and self.asked.text().strip():
            self._do("add_question", panel=panel.id, text=self.asked.text())
            self.show_now()

    def _act(self, act: str) -> None:
        """The question that is chosen is reworded or removed."""
        question = self.question()
        if question is not None:
            told = {"text": self.asked.text()} if act == "edit_question" else {}
            self._do(act, question=question.id, **told)
            self.show_now()

    def _move(self, by: int) -> None:
        """The question that is chosen goes one place earlier or later, and stays chosen."""
        panel, question = self.panel(), self.question()
        if panel is None or question is None:
            return
        place = question.number - 1 + by
        if 0 <= place < len(panel.questions):
            others = [each.id for each in panel.questions if each.id != question.id]
            self._do("move_question", question=question.id, before=[*others, None][place])
            self.show_now()
            _choose(self.questions, place)
            self._turn()

    def _do(self, act: str, **told: object) -> None:
        self.act_wanted.emit(act, told)

    def _dress(self) -> None:
        say, context = self._context.language.say, self._context
        for table, rows, name, high in (
            (self.panels, self.panel_rows, say("Panels"), _PANELS_HIGH),
            (self.questions, self.question_rows, say("Questions and focus areas"), _QUESTIONS_HIGH),
        ):
            table.setModel(rows)
            dress_grid(table, context, name)
            table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
            table.setFixedHeight(high)
        for field in (*self.fields.values(), self.asked):
            field.setFont(context.font(Role.BODY))
            field.setFixedHeight(28)
        self.asked.setAccessibleName(say("Question or focus area"))
        self.asked.setPlaceholderText(say("Question or focus area"))

    def _arrange(self) -> None:
        say, context = self._context.language.say, self._context
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, words, wide in (*_TEXTS, *((name, words, 1) for name, words in _TIMES)):
            column = QVBoxLayout()
            column.setSpacing(4)
            told = label(context, say(words), context.font(Role.SMALL), context.tokens.text2)
            told.setBuddy(self.fields[name])
            self.fields[name].setAccessibleName(say(words))
            column.addWidget(told)
            column.addWidget(self.fields[name])
            row.addLayout(column, wide)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.asked, 1)
        for button in (self.add, self.reword, self.up, self.down, self.remove):
            below.addWidget(button)
        self.column.addWidget(self.panels)
        self.column.addLayout(row)
        self.column.addWidget(self.questions)
        self.column.addLayout(below)

    def _connect(self) -> None:
        self.panels.selectionModel().currentRowChanged.connect(self._fill)
        self.questions.selectionModel().currentRowChanged.connect(self._turn)
        for name, field in self.fields.items():
            field.editingFinished.connect(partial(self._keep, name))
        self.add.clicked.connect(self._ask)
        self.asked.returnPressed.connect(self._ask)
        self.reword.clicked.connect(partial(self._act, "edit_question"))
        self.remove.clicked.connect(partial(self._act, "remove_question"))
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))


def _choose(table: QTableView, row: int) -> None:
    """The row is chosen: selectRow finds none where the page runs from the right and is not laid out."""
    table.setCurrentIndex(table.model().index(row, 0))
