"""What a panel is called in each language, what it is for, and what it is interpreted into."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.programme import Panel, QuestionKind
from facilitator.language.speech import LANGUAGE_NAMES, LANGUAGES
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.field import Field
from facilitator.ui.setup.lines import field
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role


class PanelWords(QWidget):
    """What is typed is true when its field is left; a language is interpreted while its button is down."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments

    def __init__(self, context: Context) -> None:
        super().__init__()
        say = context.language.say
        self._context = context
        self.panel: Panel | None = None
        self.summary = field(context, say("Objective"), Field)
        self.titles = {code: field(context, LANGUAGE_NAMES[code], Field) for code in LANGUAGES}
        self.spoken = {code: Button(context, LANGUAGE_NAMES[code]) for code in LANGUAGES}
        self.areas = Button(context, say("Focus areas, not questions"))
        self._arrange()
        self.summary.editingFinished.connect(self._keep_summary)
        for code, typed in self.titles.items():
            typed.editingFinished.connect(partial(self._keep_title, code))
        for button in self.spoken.values():
            button.clicked.connect(self._keep_spoken)
        self.areas.clicked.connect(self._keep_kind)

    def show_panel(self, panel: Panel | None) -> None:
        """The words are those of the panel."""
        self.panel = panel
        self.setEnabled(panel is not None)
        titles = {} if panel is None else dict(panel.titles)
        _show(self.summary, "" if panel is None else panel.summary)
        for code, typed in self.titles.items():
            _show(typed, titles.get(code, ""))
        for code, button in self.spoken.items():
            button.setChecked(panel is not None and code in panel.interpretation)
        self.areas.setChecked(panel is not None and panel.questions_are is QuestionKind.FOCUS_AREAS)

    def _keep_summary(self) -> None:
        if self.panel is not None and self.summary.text().strip() != self.panel.summary:
            self._do("edit_panel", summary=self.summary.text())

    def _keep_title(self, code: str) -> None:
        typed = self.titles[code].text().strip()
        if self.panel is not None and typed != dict(self.panel.titles).get(code, ""):
            self._do("set_title", language=code, title=typed)

    def _keep_spoken(self) -> None:
        codes = tuple(code for code, button in self.spoken.items() if button.isChecked())
        self._do("edit_panel", interpretation=codes)

    def _keep_kind(self) -> None:
        kind = QuestionKind.FOCUS_AREAS if self.areas.isChecked() else QuestionKind.QUESTIONS
        self._do("edit_panel", questions_are=kind)

    def _do(self, act: str, **told: object) -> None:
        if self.panel is not None:
            self.act_wanted.emit(act, {"panel": self.panel.id, **told})

    def _arrange(self) -> None:
        say, context = self._context.language.say, self._context
        column, grid, row = QVBoxLayout(self), QGridLayout(), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.summary)
        grid.setSpacing(8)
        for place, typed in enumerate(self.titles.values()):
            grid.addWidget(typed, place // 2, place % 2)
        column.addLayout(grid)
        row.setSpacing(4)
        row.addWidget(label(context, say("Interpretation"), context.font(Role.SMALL), context.tokens.text2))
        for button in (*self.spoken.values(), self.areas):
            button.setCheckable(True)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)


def _show(typed: Field, text: str) -> None:
    typed.setText(text)
    typed.setCursorPosition(0)
