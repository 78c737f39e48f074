"""The sheet of the programme: its panels, and of the one chosen its title, room, times and questions."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from facilitator.domain.programme import Panel, PanelId
from facilitator.domain.timing import MINUTE, SECOND
from facilitator.domain.view import View
from facilitator.language.direction import bare, isolate
from facilitator.language.moving import told as effects_told
from facilitator.language.speech import mark
from facilitator.language.typed_times import day_typed, instant_typed
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.field import Field
from facilitator.ui.flow import Flow
from facilitator.ui.settings.sheet import Sheet
from facilitator.ui.setup.anomaly_lines import AnomalyLines
from facilitator.ui.setup.floor_rules import FloorRuleLines
from facilitator.ui.setup.grid import TextRows, dress_grid
from facilitator.ui.setup.lines import Lines, choose
from facilitator.ui.setup.panel_parts import PhaseLines, QuestionLines, SeatLines
from facilitator.ui.setup.panel_rules import RuleLines
from facilitator.ui.setup.panel_words import PanelWords
from facilitator.ui.setup.workshop_parts import CategoryLines, DayLines, ObjectiveLines
from facilitator.ui.start.parts import label
from facilitator.ui.tabs import Tab
from facilitator.ui.type import Role

_WIDE, _PANELS_HIGH, _TIME_WIDE = 1100, 122, 112
_TEXTS = (("title", mark("Title"), 4), ("room", mark("Room"), 1))
_TIMES = (
    ("day", mark("Day")),
    ("starts", mark("Begins")),
    ("ends", mark("Ends")),
    ("hard_stop", mark("Hard stop")),
)
_MOVED = {"day": "starts"}  # another day is another beginning
_TABS = (
    ("asking", mark("Questions and focus areas")),
    ("phases", mark("Phases")),
    ("seats", mark("Seats at the table")),
    ("words", mark("Titles and languages")),
    ("rules", mark("Limits and budgets")),
    ("floor", mark("Rules of the floor")),
    ("categories", mark("Stakeholder categories")),
    ("objectives", mark("Objectives of the workshop")),
    ("days", mark("Days")),
    ("anomalies", mark("To be decided")),
)
_PANEL_HEADS = (mark("Panel"), mark("Title"), mark("Day"), mark("Time"), mark("Room"))


class ProgrammeSheet(Sheet):
    """Title and room are kept when their field is left, times by Enter: what they do is told before."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments

    def __init__(self, context: Context, parent: QWidget) -> None:
        say = context.language.say
        super().__init__(context, say("Programme"), parent, _WIDE)
        self._context, self._chosen = context, PanelId("")
        self._shown: object = None
        self.panels, self.panel_rows = QTableView(), TextRows()
        self.fields = {name: Field(rtl=context.rtl) for name, _, _ in _TEXTS}
        self.fields |= {name: Field(rtl=context.rtl) for name, _ in _TIMES}
        self.add = Button(context, say("Add a panel"), icon="plus")
        self.remove = Button(context, say("Take the panel out"))
        self.effect = label(context, "", context.font(Role.SMALL), context.tokens.text2)
        self.asking, self.phases, self.seats = QuestionLines(context), PhaseLines(context), SeatLines(context)
        self.words, self.rules, self.floor = PanelWords(context), RuleLines(context), FloorRuleLines(context)
        self.categories = CategoryLines(context)
        self.objectives, self.days = ObjectiveLines(context), DayLines(context)
        self.anomalies = AnomalyLines(context)
        self.parts: dict[str, Lines | PanelWords] = {name: getattr(self, name) for name, _ in _TABS}
        self.tabs = {name: Tab(context, say(words), 36) for name, words in _TABS}
        self.stack = QStackedWidget()
        self._dress()
        self._arrange()
        self._connect()

    def look(self, part: str = "") -> None:
        """The sheet is open on the programme as it stands, at one of its parts if that is told."""
        sits = self._context.desk.view().panel
        self._chosen = self._chosen if self._chosen or sits is None else sits.id
        self.show_now()
        self.open()
        if part:
            self.tabs[part].click()
            self.column.activate()
            self._scroll.ensureWidgetVisible(self.parts[part])
            (getattr(self.parts[part], "table", self.panels)).setFocus()
        else:
            self.focus(self.panels)

    def show_view(self, view: View) -> None:
        """A programme that changed elsewhere, or was taken back, is shown; what is being typed stays else."""
        if self.isVisible() and self._seen(view) != self._shown:
            self.show_now()

    def show_now(self) -> None:
        """The rows and fields are those of the programme; the panel that was chosen stays chosen."""
        language = self._context.language
        panels, self._shown = self._panels(), self._seen(self._context.desk.view())
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
        heads, mode = self.panels.horizontalHeader(), QHeaderView.ResizeMode
        for column in range(len(_PANEL_HEADS)):
            heads.setSectionResizeMode(column, mode.Stretch if column == 1 else mode.ResizeToContents)
        ids = [panel.id for panel in panels]
        row = ids.index(self._chosen) if self._chosen in ids else 0
        choose(self.panels, row)
        self._fill()

    def _seen(self, view: View) -> object:
        """Return all that the sheet shows of a view."""
        floors = (
            (floor.plan, floor.allotments, floor.kinds, floor.budgets, floor.usual, floor.rules)
            for floor in view.floors.values()
        )
        lists = view.days, view.objectives, view.profiles, view.anomalies
        return view.panels, view.categories, tuple(floors), lists

    def panel(self) -> Panel | None:
        """Return the panel that is chosen."""
        row, panels = self.panels.currentIndex().row(), self._panels()
        return panels[row] if 0 <= row < len(panels) else None

    def _panels(self) -> tuple[Panel, ...]:
        return self._context.desk.view().panels

    def _fill(self) -> None:
        """The fields and questions are those of the panel that is chosen."""
        panel = self.panel()
        for name, field in self.fields.items():
            field.setText("" if panel is None else self._told(panel, name))
            field.setCursorPosition(0)
            field.setEnabled(panel is not None)
        for part in self.parts.values():
            part.show_panel(panel)
        self.effect.setText("")
        self.remove.setEnabled(panel is not None)
        self._chosen = self._chosen if panel is None else panel.id

    def _told(self, panel: Panel, name: str) -> str:
        language = self._context.language
        if name == "day":
            return f"{datetime.fromtimestamp(panel.starts / SECOND, ZoneInfo(language.zone)):%Y-%m-%d}"
        value = getattr(panel, name)
        return value if isinstance(value, str) else bare(language.time_of_day(value))

    def _keep(self, name: str) -> None:
        """What was typed is true, if it is something else than before."""
        panel, typed = self.panel(), self.fields[name].text().strip()
        if panel is not None and typed != self._told(panel, name):
            self._act("edit_panel", {"panel": panel.id, name: typed})

    def _time(self, name: str) -> int | None:
        """Return the instant that is typed, None if it is none or the one that was there."""
        panel, typed = self.panel(), self.fields[name].text().strip()
        if panel is None or typed == self._told(panel, name):
            return None
        zone = self._context.language.zone
        if name == "day":
            return day_typed(typed, panel.starts, zone)
        return instant_typed(typed, getattr(panel, name), zone)

    def _show_effect(self, name: str) -> None:
        """The line below the times says what the typed one would do, before it is true."""
        from facilitator.acts.desk import Desk  # noqa: PLC0415 - SQLAlchemy loads when it is needed
        from facilitator.acts.moving import at_times, effects_of  # noqa: PLC0415 - as above

        panel, time, desk = self.panel(), self._time(name), self._context.desk
        if panel is None or time is None or not isinstance(desk, Desk):
            self.effect.setText("")
            return
        times = {"starts": None, "ends": None, "hard_stop": None} | {_MOVED.get(name, name): time}
        language = self._context.language
        does = effects_told(effects_of(desk.reading, at_times(panel, **times)), desk.view(), language)
        self.effect.setText(language.say("{effects} Press Enter to do it.", effects=does))

    def _keep_time(self, name: str) -> None:
        """The time that was typed is true; a new beginning moves end and hard stop, too."""
        panel, time = self.panel(), self._time(name)
        if panel is not None and time is not None:
            act = "move_panel" if name in {"day", "starts"} else "edit_panel"
            self._act(act, {"panel": panel.id, _MOVED.get(name, name): time})

    def _put_back(self, name: str) -> None:
        """A time that was typed and not entered is as before."""
        panel = self.panel()
        if panel is not None and self.fields[name].text() != self._told(panel, name):
            self._fill()

    def _add_panel(self) -> None:
        """One more panel follows the last, as long as that one."""
        panels = self._panels()
        now = self._context.desk.now()
        starts, ends = (
            (panels[-1].ends, 2 * panels[-1].ends - panels[-1].starts) if panels else (now, now + 60 * MINUTE)
        )
        title = self._context.language.say("New panel")
        self._act("add_panel", {"title": title, "starts": starts, "ends": ends})
        choose(self.panels, len(self._panels()) - 1)

    def _remove_panel(self) -> None:
        panel = self.panel()
        if panel is not None:
            self._act("remove_panel", {"panel": panel.id})

    def _act(self, act: str, told: object) -> None:
        self.act_wanted.emit(act, told)
        self.show_now()

    def _dress(self) -> None:
        say, context = self._context.language.say, self._context
        self.panels.setModel(self.panel_rows)
        dress_grid(self.panels, context, say("Panels"))
        self.panels.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.panels.setFixedHeight(_PANELS_HIGH)
        for field in self.fields.values():
            field.setFont(context.font(Role.BODY))
            field.setFixedHeight(28)
        for name, _ in _TIMES:
            self.fields[name].setFixedWidth(_TIME_WIDE)
        for part in self.parts.values():
            self.stack.addWidget(part)

    def _arrange(self) -> None:
        say, context = self._context.language.say, self._context
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, words, wide in (*_TEXTS, *((name, words, 0) for name, words in _TIMES)):
            column = QVBoxLayout()
            column.setSpacing(4)
            told = label(context, say(words), context.font(Role.SMALL), context.tokens.text2)
            told.setBuddy(self.fields[name])
            self.fields[name].setAccessibleName(say(words))
            column.addWidget(told)
            column.addWidget(self.fields[name])
            row.addLayout(column, wide)
        above, tabs = QHBoxLayout(), QWidget()
        above.setSpacing(8)
        for button in (self.add, self.remove):
            above.addWidget(button)
        above.addStretch(1)
        line = Flow(tabs, QMargins(), 8)
        for tab in self.tabs.values():
            line.addWidget(tab)
        self.tabs["asking"].setChecked(True)
        self.column.addWidget(self.panels)
        self.column.addLayout(above)
        self.column.addLayout(row)
        self.column.addWidget(self.effect)
        self.column.addWidget(tabs)
        self.column.addWidget(self.stack)

    def _connect(self) -> None:
        self.panels.selectionModel().currentRowChanged.connect(self._fill)
        for name, _, _ in _TEXTS:
            self.fields[name].editingFinished.connect(partial(self._keep, name))
        for name, _ in _TIMES:
            self.fields[name].textEdited.connect(partial(self._on_typed, name))
            self.fields[name].returnPressed.connect(partial(self._keep_time, name))
            self.fields[name].editingFinished.connect(partial(self._put_back, name))
        for name, tab in self.tabs.items():
            tab.clicked.connect(partial(self.stack.setCurrentWidget, self.parts[name]))
            self.parts[name].act_wanted.connect(self._act)
        self.add.clicked.connect(self._add_panel)
        self.remove.clicked.connect(self._remove_panel)

    def _on_typed(self, name: str, _: str) -> None:
        self._show_effect(name)
