"""What a concept note leaves for a person to decide: each line accepted, dismissed, or open again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from facilitator.domain.programme import Anomaly, Decision, Panel
from facilitator.language.direction import isolate
from facilitator.language.speech import mark
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.live_keys import hear
from facilitator.ui.setup.lines import choose, field
from facilitator.ui.setup.workshop_parts import LinesOfWorkshop

_TOLD = {
    Decision.OPEN: mark("Not decided yet"),
    Decision.ACCEPTED: mark("Accepted"),
    Decision.DISMISSED: mark("Dismissed"),
}


class AnomalyLines(LinesOfWorkshop):
    """Return accepts the line, Delete dismisses it; each goes on to the next that is open."""

    name = mark("To be decided")
    heads = (mark("Number"), mark("In the concept note"), mark("Decision"))
    widths = (80, 0, 260)
    changes = mark("Accept")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        say = context.language.say
        self.remove.setText(say("Dismiss"))
        self.change.setToolTip(say("What is typed is what was chosen (Enter)"))
        self.remove.setToolTip(say("It stays as the note has it (Delete)"))
        for button in (self.add, self.up, self.down):
            button.hide()
        self._buttons.addWidget(self.again)
        self.again.clicked.connect(partial(self._on_line, partial(self._decide, Decision.OPEN)))
        hear("Return", self.table, self.change.click)
        hear("Delete", self.table, self.remove.click)

    def inputs(self) -> Sequence[tuple[QWidget, int]]:
        self.chosen = field(self._context, self._context.language.say("What was chosen"))
        self.again = Button(self._context, self._context.language.say("Open again"))
        self.chosen.returnPressed.connect(self._accept)
        return ((self.chosen, 1),)

    def _accept(self) -> None:
        self.change.click()

    def lines(self, panel: Panel) -> list[tuple[str, ...]]:
        number = self._context.language.number
        return [
            (number(place), isolate(each.text), self._told(each))
            for place, each in enumerate(self._those(), 1)
        ]

    def _told(self, of: Anomaly) -> str:
        decision = self._context.language.say(_TOLD[of.decision])
        return f"{decision} · {isolate(of.chosen)}" if of.chosen else decision

    def _those(self) -> tuple[Anomaly, ...]:
        return self._context.desk.view().anomalies

    def show_line(self, line: int | None) -> None:
        self.chosen.setText("" if line is None else self._those()[line].chosen)
        self.chosen.setCursorPosition(0)
        self.again.setEnabled(line is not None and self._those()[line].decision is not Decision.OPEN)

    def alter(self, panel: Panel, line: int) -> None:
        self._decide(Decision.ACCEPTED, panel, line, chosen=self.chosen.text())

    def take_out(self, panel: Panel, line: int) -> None:
        self._decide(Decision.DISMISSED, panel, line)

    def _decide(self, decision: Decision, _: Panel, line: int, chosen: str = "") -> None:
        """The line is decided so; the next that is open is chosen."""
        self.do("decide_anomaly", anomaly=self._those()[line].id, decision=decision, chosen=chosen)
        those = self._those()
        after = (*range(line + 1, len(those)), *range(line))
        if decision is not Decision.OPEN:
            choose(self.table, next((each for each in after if those[each].decision is Decision.OPEN), line))
