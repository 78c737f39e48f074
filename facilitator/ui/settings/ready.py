"""Whether a panel can begin: each point in a line, with the way to where it is mended."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.acts.readiness import Readiness
from facilitator.domain.readiness import Point, State
from facilitator.language.direction import RIGHT_TO_LEFT
from facilitator.language.readiness import told
from facilitator.language.wording import panel_title
from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Attire
from facilitator.ui.settings import PEOPLE, PROGRAMME, SAFETY
from facilitator.ui.settings.sheet import Sheet
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_MENDED = {
    "file": SAFETY,
    **dict.fromkeys(("people", "category", "language"), PEOPLE),
    **dict.fromkeys(
        ("hard_stop", "hard_stop_over", "questions", "plan", "no_plan", "interpretation"), PROGRAMME
    ),
}
"""Where a point is put in order; for the others nothing in the program does."""


class Ready(Sheet):
    """What is missing stands first, then what is to be looked at; a warning keeps no panel from beginning."""

    mend_wanted = Signal(str)  # one of ui.settings
    begin_wanted = Signal()

    def __init__(self, attire: Attire, found: Readiness, parent: QWidget, *, planned: bool) -> None:
        """A panel that is `planned` can be opened from here."""
        say = attire.language.say
        super().__init__(attire, say("Is everything ready?"), parent)
        self.add_heading(panel_title(found.panel, attire.language))
        order = [State.FAIL, State.WARN, State.OK]
        self.lines: list[str] = []
        self.ways: dict[str, Button] = {}
        for point in sorted(found.points, key=lambda each: order.index(each.state)):
            self._line(point)
        self.column.addStretch(1)
        self.begin = Button(attire, say("Open the panel"), Look.FILLED)
        self.begin.setVisible(planned)
        self.begin.clicked.connect(self.begin_wanted)
        self.foot.insertWidget(0, self.begin)

    def _line(self, point: Point) -> None:
        attire = self.attire
        well = point.state is State.OK
        ink, role = (attire.tokens.text2, Role.SMALL) if well else (attire.tokens.text, Role.BODY)
        self.lines.append(told(point, attire.language))
        row = QHBoxLayout()
        shown = f"{RIGHT_TO_LEFT if attire.rtl else ''}{self.lines[-1]}"  # all of it is isolated
        row.addWidget(label(attire, shown, attire.font(role), ink), 1)
        if not well and point.name in _MENDED:
            way = self.ways[point.name] = Button(attire, attire.language.say("Go there"))
            way.setAccessibleDescription(self.lines[-1])
            way.clicked.connect(partial(self.mend_wanted.emit, _MENDED[point.name]))
            row.addWidget(way)
        self.column.addLayout(row)
