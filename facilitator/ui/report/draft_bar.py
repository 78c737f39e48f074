"""The line above the draft: what can be done with the chosen paragraph, and how long the report is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.paragraphs import Progress
from facilitator.language.direction import ltr
from facilitator.language.speech import mark
from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context
from facilitator.ui.live_keys import hear
from facilitator.ui.painting import ground
from facilitator.ui.report.chooser import Chooser
from facilitator.ui.report.draft_lists import PROGRESS_WORDS
from facilitator.ui.report.line import Line

ACTS = {
    "new": (mark("New paragraph"), "Ctrl+Shift+P"),
    "footnote": (mark("Footnote"), "Ctrl+Shift+O"),
    "document": (mark("Document"), "Ctrl+Shift+D"),
    "fields": (mark("Fields"), "Ctrl+Shift+T"),
    "up": (mark("Earlier"), "Ctrl+Up"),
    "down": (mark("Later"), "Ctrl+Down"),
    "remove": (mark("Remove"), "Ctrl+Delete"),
}
_AS_GIVEN = "Ctrl+0"
DRAFT_KEYS = (
    *((keys, words) for words, keys in ACTS.values()),
    ("Ctrl+1 2 3", mark("Draft, reviewed, final")),
    (_AS_GIVEN, mark("The whole section as the workshop gives it again")),
    (
        "Return",
        mark("Write in the chosen paragraph; put the chosen source into it; to the remark’s paragraph"),
    ),
    ("Shift+Return", mark("The chosen paragraph rests on the chosen note, or no more")),
    ("Tab", mark("From the outline to the text, its translation, the sources and the remarks")),
    ("Ctrl+Return", mark("Store what is written")),
    ("Ctrl+Z", mark("Take back the last step; in a text, what was typed")),
)
"""Keys of the draft of the report."""

_ARROWS = {"up": "↑", "down": "↓"}
"""What is told by a sign where the words of all acts would not fit into the smallest window."""
_STATES = {f"Ctrl+{number}": progress for number, progress in enumerate(Progress, 1)}


class DraftBar(QWidget):
    """`asked` names an act of ACTS; the keys work wherever the focus is on the draft."""

    asked = Signal(str)
    marked = Signal(object)
    released = Signal()

    def __init__(self, context: Context, within: QWidget) -> None:
        super().__init__()
        self._context = context
        say = context.language.say
        ground(self, context.tokens.bg)
        self.setFixedHeight(40)
        self.state, self.length = Chooser(context, say("State")), Line(context)
        self.buttons = {
            name: Button(context, _ARROWS.get(name, say(words)), Look.QUIET)
            for name, (words, _) in ACTS.items()
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(0)
        row.addWidget(self.state)
        for name, button in self.buttons.items():
            words, keys = ACTS[name]
            button.setAccessibleName(say(words))
            button.setToolTip(f"{say(words)} {ltr(keys)}")
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
            hear(keys, within, partial(self.asked.emit, name))
            row.addWidget(button)
        row.addWidget(self.length, 1)
        for keys, progress in _STATES.items():
            hear(keys, within, partial(self.marked.emit, progress))
        hear(_AS_GIVEN, within, self.released.emit)
        self.state.chosen.connect(self._chosen)

    def show_progress(self, progress: Progress | None) -> None:
        say = self._context.language.say
        given, states = (None, say("As given")), [(each, say(word)) for each, word in PROGRESS_WORDS.items()]
        self.state.offer([given, *states] if progress is None else [*states, given], progress)

    def _chosen(self, progress: object) -> None:
        if isinstance(progress, Progress):
            self.marked.emit(progress)
        else:
            self.released.emit()
