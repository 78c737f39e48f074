"""What is chosen of a file that comes in: what it holds, how it is read, and where its rows go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.acts.importing.looking import Look
from facilitator.acts.importing.order import Kind, Order
from facilitator.domain.programme import Panel
from facilitator.intake.decoding import OFFERED
from facilitator.intake.delimited import DELIMITERS
from facilitator.language.speech import mark
from facilitator.language.wording import panel_title
from facilitator.ui.context import Context
from facilitator.ui.report.chooser import Chooser

_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", *OFFERED)
_BETWEEN = {",": mark("Comma"), ";": mark("Semicolon"), "\t": mark("Tab"), "|": mark("Vertical bar")}
_KINDS = {
    Kind.PARTICIPANTS: mark("People"),
    Kind.PROGRAMME: mark("Programme"),
    Kind.SPEECHES: mark("Speeches"),
    Kind.RECOMMENDATIONS: mark("Recommendations"),
    Kind.LEDGER: mark("Ledger"),
    Kind.CONCLUSIONS: mark("Conclusions of a consultation"),
}


class ImportChoices(QWidget):
    """A chooser for each, shown where there is something to choose; `chosen` tells of which, and what."""

    chosen = Signal(str, object)

    def __init__(self, context: Context, kinds: Sequence[Kind]) -> None:
        super().__init__()
        self._context, self._kinds = context, kinds
        say = context.language.say
        self.choosers = {
            "kind": Chooser(context, say("What it holds")),
            "encoding": Chooser(context, say("Encoding")),
            "delimiter": Chooser(context, say("Between cells")),
            "room": Chooser(context, say("Room"), shrinks=True),
            "panel": Chooser(context, say("Panel"), shrinks=True),
            "remove_gone": Chooser(context, say("Whom the list leaves out")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for what, chooser in self.choosers.items():
            chooser.chosen.connect(partial(self.chosen.emit, what))
            row.addWidget(chooser)

    def offer(self, kind: Kind, look: Look, order: Order, panels: Sequence[Panel]) -> None:
        """What can be chosen of how the file is read, and what was found."""
        say = self._context.language.say
        self._offer_reading(kind, look, order)
        rooms = [("", say("All rooms")), *((room, room) for room in look.rooms if room)]
        self.choosers["room"].offer(rooms, order.room)
        self.choosers["room"].setVisible(len(rooms) > 2)
        named = ((panel.number, panel_title(panel, self._context.language)) for panel in panels)
        self.choosers["panel"].offer([(None, say("A panel for each day")), *named], order.panel)
        self.choosers["panel"].setVisible(kind is Kind.SPEECHES)
        gone = look.report is not None and bool(look.report.changes.gone)
        stays = [(False, say("Left out: they stay")), (True, say("Left out: taken out"))]
        self.choosers["remove_gone"].offer(stays, order.remove_gone)
        self.choosers["remove_gone"].setVisible(gone)

    def _offer_reading(self, kind: Kind, look: Look, order: Order) -> None:
        say = self._context.language.say
        self.choosers["kind"].offer([(each, say(_KINDS[each])) for each in self._kinds], kind)
        encoding = order.encoding or look.encoding
        names = [*([encoding] if encoding not in _ENCODINGS else []), *_ENCODINGS]
        self.choosers["encoding"].offer([(name, _encoding_told(name)) for name in names], encoding)
        self.choosers["encoding"].setVisible(bool(encoding))
        between = order.delimiter or look.delimiter
        signs = [*([between] if between not in DELIMITERS else []), *DELIMITERS]
        told = [(sign, say(_BETWEEN[sign]) if sign in _BETWEEN else sign) for sign in signs]
        self.choosers["delimiter"].offer(told, between)
        self.choosers["delimiter"].setVisible(bool(between))


def _encoding_told(name: str) -> str:
    """Return an encoding as people know it."""
    if name.startswith("cp125"):
        return name.replace("cp", "Windows-")
    return name.replace("iso8859_", "ISO 8859-").replace("_", "-").upper()
