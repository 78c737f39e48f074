"""Who is invited, registered, at the panel and heard: in figures, and to be told of several at once."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.people import Attendance, ParticipantId
from facilitator.domain.programme import PanelId
from facilitator.domain.turnout import turnout
from facilitator.domain.view import View
from facilitator.language.speech import mark
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.flow import Flow
from facilitator.ui.painting import width_of
from facilitator.ui.report.chooser import Chooser
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

NEXT = {
    Attendance.PRESENT: Attendance.REMOTE,
    Attendance.REMOTE: Attendance.ABSENT,
    Attendance.ABSENT: Attendance.PRESENT,
}
"""What one key makes of whoever is at a panel, or is not."""

_LONGEST = 40


class AttendingBar(QWidget):
    """The panel that is meant, what is told of it, and what can be told of the people who are chosen."""

    panel_chosen = Signal(object)  # a PanelId, None for the whole workshop

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.language.say
        self.panel = Chooser(context, say("Panel"), shrinks=True)
        self.panel.chosen.connect(self.panel_chosen)
        self.figures = label(context, "", context.font(Role.SMALL), context.tokens.text2)
        self.figures.setWordWrap(False)
        self.present = Button(context, say("In the room"))
        self.remote = Button(context, say("From afar"))
        self.absent = Button(context, say("Not in the room"))
        self.registered = Button(context, say("Registered"))
        self.registered.setToolTip(say("Those who are chosen have registered, or have not"))
        self.category = Button(context, say("Category…"))
        self.shown = Button(context, say("Shown as…"))
        self.shown.setToolTip(say("How much documents show of those who are chosen, and what they agreed to"))
        self.one = Button(context, say("One person"))
        self.one.setToolTip(say("Two who are chosen are one person: the one pointed at stays"))
        self.remove = Button(context, say("Remove"))
        self.told = label(context, "", context.font(Role.SMALL), context.tokens.text)
        self.told.setWordWrap(False)
        self._room = QWidget()
        within = QHBoxLayout(self._room)
        within.setContentsMargins(QMargins())
        within.addWidget(self.told)
        within.addStretch()
        row = Flow(self, QMargins(16, 0, 16, 8), 8)
        for part in (self.panel, *self.buttons(), self.figures, self._room):
            row.addWidget(part)

    def buttons(self) -> tuple[Button, ...]:
        there = (self.present, self.remote, self.absent, self.registered)
        return (*there, self.category, self.shown, self.one, self.remove)

    def show_view(self, view: View, panel: PanelId | None) -> None:
        """The panels of the workshop can be chosen; the figures are those of the one that is."""
        say = self._context.language.say
        panels = [(each.id, _short(f"{each.number} · {each.title}")) for each in view.panels]
        self.panel.offer([(None, say("All panels")), *panels], panel)
        number = self._context.language.number
        told = turnout(view, panel)
        shown = [say(words, n=number(getattr(told, what))) for what, words in _SHOWN[panel is None]]
        self.figures.setText(" · ".join(shown))
        self._keep_room(len(view.people))

    def _keep_room(self, people: int) -> None:
        """What is told of those who are chosen has room, so that the rows stay where they are."""
        language = self._context.language
        each = language.number(people)
        shown, chosen = language.say("{shown} of {all}", shown=each, all=each), ("{n} chosen", "{n} chosen")
        widest = f"{shown} · {language.count(*chosen, people)}"
        self._room.setMinimumWidth(ceil(width_of(widest, self.told.font())) + 2)

    def enable(self, chosen: int, panel: PanelId | None) -> None:
        """What acts on the people who are chosen waits until somebody is."""
        for button in self.buttons():
            button.setEnabled(chosen > 0)
        self.remote.setEnabled(chosen > 0 and panel is not None)
        self.one.setEnabled(chosen == 2)


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[:_LONGEST].rstrip()}…"


_OF_PANEL = (
    ("invited", mark("Invited {n}")),
    ("registered", mark("Registered {n}")),
    ("present", mark("Present {n}")),
    ("remote", mark("From afar {n}")),
    ("heard", mark("Heard {n}")),
)
_SHOWN = {False: _OF_PANEL, True: tuple(each for each in _OF_PANEL if each[0] not in {"present", "remote"})}

_SHARED = ("delegation", "region", "language", "registered")


def of_all(
    act: str, told: dict[str, object], chosen: Sequence[ParticipantId]
) -> tuple[str, dict[str, object]]:
    """Return an edit of one of several who are chosen as one of all of them, if they can share it."""
    shared = {field: told[field] for field in _SHARED if field in told}
    if act == "edit_participant" and shared and len(chosen) > 1 and told["participant"] in chosen:
        return "edit_participants", {"participants": chosen, **shared}
    return act, told
