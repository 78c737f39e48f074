"""What a panel has in an order: its questions, its phases with their minutes, who sits at its table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from facilitator.domain.finding import found
from facilitator.domain.people import Participant
from facilitator.domain.programme import Panel, Phase, PlannedPhase, SeatRole
from facilitator.domain.timing import MINUTE, SECOND
from facilitator.language.direction import isolate
from facilitator.language.durations import duration_typed
from facilitator.language.speech import mark
from facilitator.language.wording import PHASES, SEAT_ROLES
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.dropping import drop
from facilitator.ui.setup.lines import Lines, field
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_OFFERED = 8


class QuestionLines(Lines):
    """The guiding questions or focus areas."""

    heads = (mark("Number"), mark("Question or focus area"))
    widths = (80, 0)
    changes = mark("Reword")

    def inputs(self) -> Sequence[tuple[QWidget, int]]:
        self.asked = field(self._context, self._context.language.say("Question or focus area"))
        self.asked.returnPressed.connect(self._add)
        return ((self.asked, 1),)

    def lines(self, panel: Panel) -> list[tuple[str, ...]]:
        number = self._context.language.number
        return [(number(each.number), isolate(each.text)) for each in panel.questions]

    def show_line(self, line: int | None) -> None:
        self.asked.setText("" if line is None or self.panel is None else self.panel.questions[line].text)
        self.asked.setCursorPosition(0)

    def append(self, panel: Panel) -> None:
        if self.asked.text().strip():
            self.do("add_question", panel=panel.id, text=self.asked.text())

    def alter(self, panel: Panel, line: int) -> None:
        self.do("edit_question", question=panel.questions[line].id, text=self.asked.text())

    def shift(self, panel: Panel, line: int, to: int) -> None:
        others = [each.id for each in panel.questions if each.number != line + 1]
        self.do("move_question", question=panel.questions[line].id, before=[*others, None][to])

    def take_out(self, panel: Panel, line: int) -> None:
        self.do("remove_question", question=panel.questions[line].id)


class PhaseLines(Lines):
    """The phases with their minutes, and their sum against the panel's length."""

    name = mark("Phases")
    heads = (mark("Number"), mark("Phase"), mark("Length"))
    widths = (80, 0, 140)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.phase = Phase.OPENING

    def inputs(self) -> Sequence[tuple[QWidget, int]]:
        context, say = self._context, self._context.language.say
        self.kind = Button(context, say(PHASES[Phase.OPENING]))
        self.kind.clicked.connect(self._ask)
        self.minutes = field(context, say("Minutes"))
        self.minutes.returnPressed.connect(self._add)
        self.sum = label(context, "", context.font(Role.SMALL), context.tokens.text2)
        return ((self.kind, 0), (self.minutes, 1), (self.sum, 3))

    def plan(self, panel: Panel) -> tuple[PlannedPhase, ...]:
        """Return the phases that are planned."""
        return self._context.desk.view().floors[panel.id].plan

    def menu(self) -> QMenu:
        """Return the phases there are, each of which can be the one typed below."""
        menu = QMenu(self)
        menu.setFont(self._context.font(Role.BODY))
        for phase in Phase:
            menu.addAction(self._context.language.say(PHASES[phase])).triggered.connect(
                partial(self.choose_phase, phase)
            )
        return menu

    def choose_phase(self, phase: Phase, *_: object) -> None:
        """The phase typed below is this one."""
        self.phase = phase
        self.kind.setText(self._context.language.say(PHASES[phase]))
        self.kind.updateGeometry()
        self.kind.update()

    def lines(self, panel: Panel) -> list[tuple[str, ...]]:
        language, plan = self._context.language, self.plan(panel)
        planned, length = sum(each.ms for each in plan), panel.ends - panel.starts
        words = (
            mark("{planned} of {length}, {left} left")
            if planned <= length
            else mark("{planned} of {length}, {left} too many")
        )
        lengths = {"planned": planned, "length": length, "left": abs(length - planned)}
        self.sum.setText(language.say(words, **{key: language.duration(ms) for key, ms in lengths.items()}))
        return [
            (language.number(number), language.say(PHASES[each.phase]), language.duration(each.ms))
            for number, each in enumerate(plan, 1)
        ]

    def show_line(self, line: int | None) -> None:
        if line is not None and self.panel is not None:
            each = self.plan(self.panel)[line]
            self.choose_phase(each.phase)
            minutes, rest = divmod(each.ms // SECOND, 60)
            self.minutes.setText(f"{minutes}:{rest:02}" if rest else f"{minutes}")

    def append(self, panel: Panel) -> None:
        typed = self._typed()
        if typed is not None:
            self._set(panel, [*self.plan(panel), typed])

    def alter(self, panel: Panel, line: int) -> None:
        typed, plan = self._typed(), list(self.plan(panel))
        if typed is not None:
            self._set(panel, [*plan[:line], typed, *plan[line + 1 :]])

    def shift(self, panel: Panel, line: int, to: int) -> None:
        plan = list(self.plan(panel))
        plan.insert(to, plan.pop(line))
        self._set(panel, plan)

    def take_out(self, panel: Panel, line: int) -> None:
        plan = self.plan(panel)
        self._set(panel, [*plan[:line], *plan[line + 1 :]])

    def _ask(self) -> None:
        drop(self.menu(), self.kind, rtl=self._context.rtl)

    def _typed(self) -> PlannedPhase | None:
        ms = duration_typed(self.minutes.text())
        return None if not ms else PlannedPhase(self.phase, ms)

    def _set(self, panel: Panel, plan: Sequence[PlannedPhase]) -> None:
        phases = tuple((each.phase, each.ms / MINUTE) for each in plan)
        self.do("set_plan", panel=panel.id, phases=phases)


class SeatLines(Lines):
    """Who sits at the table: found among the people as one types, in a role and a capacity."""

    name = mark("Seats at the table")
    heads = (mark("Number"), mark("Name"), mark("Role"), mark("Capacity"))
    widths = (80, 320, 220, 0)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.role = SeatRole.PANELLIST
        self._lines_office = ""

    def inputs(self) -> Sequence[tuple[QWidget, int]]:
        context, say = self._context, self._context.language.say
        self.who, self.office = field(context, say("Name")), field(context, say("Capacity"))
        self.who.returnPressed.connect(self._add)
        self.who.textEdited.connect(self._begin_another)
        self.office.returnPressed.connect(self._keep)
        self.kind = Button(context, say(SEAT_ROLES[SeatRole.PANELLIST]))
        self.kind.clicked.connect(self._next_role)
        return ((self.who, 2), (self.kind, 0), (self.office, 2))

    def lines(self, panel: Panel) -> list[tuple[str, ...]]:
        language, people = self._context.language, self._context.desk.view().invited
        return [
            (
                language.number(seat.number),
                isolate(people[seat.participant].name),
                language.say(SEAT_ROLES[seat.role]),
                isolate(seat.capacity),
            )
            for seat in panel.seats
        ]

    def show_line(self, line: int | None) -> None:
        if line is not None and self.panel is not None:
            seat = self.panel.seats[line]
            self.choose_role(seat.role)
            self.office.setText(seat.capacity)
            self._lines_office = seat.capacity

    def _begin_another(self) -> None:
        """Whoever is typed does not get the capacity of the chosen line; one that was typed stays."""
        if self.office.text() == self._lines_office:
            self.office.clear()

    def choose_role(self, role: SeatRole) -> None:
        """The role chosen below is this one."""
        self.role = role
        self.kind.setText(self._context.language.say(SEAT_ROLES[role]))
        self.kind.updateGeometry()
        self.kind.update()

    def offered(self, panel: Panel) -> list[Participant]:
        """Return who may be meant by the typed name and does not sit there yet, the likeliest first."""
        seated = {seat.participant for seat in panel.seats}
        people = self._context.desk.view().invited.values()
        likely = found(people, self.who.text()) if self.who.text().strip() else ()
        return [who for who in likely if who.id not in seated][:_OFFERED]

    def append(self, panel: Panel) -> None:
        """Whoever is meant sits there; where several may be, they are offered."""
        offered = self.offered(panel)
        if len(offered) == 1:
            self.seat(panel, offered[0])
        elif offered:
            menu = QMenu(self)
            menu.setFont(self._context.font(Role.BODY))
            for who in offered:
                told = " · ".join(filter(None, (who.name, who.delegation)))
                menu.addAction(told).triggered.connect(partial(self.seat, panel, who))
            drop(menu, self.who, rtl=self._context.rtl)

    def seat(self, panel: Panel, who: Participant, *_: object) -> None:
        """Somebody sits there in the role and capacity chosen below."""
        self.do("add_seat", panel=panel.id, participant=who.id, role=self.role, capacity=self.office.text())
        self.who.clear()

    def alter(self, panel: Panel, line: int) -> None:
        self.do("edit_seat", seat=panel.seats[line].id, role=self.role, capacity=self.office.text())

    def shift(self, panel: Panel, line: int, to: int) -> None:
        others = [each.id for each in panel.seats if each.number != line + 1]
        self.do("move_seat", seat=panel.seats[line].id, before=[*others, None][to])

    def take_out(self, panel: Panel, line: int) -> None:
        self.do("remove_seat", seat=panel.seats[line].id)

    def _keep(self) -> None:
        """The typed capacity is that of whoever is typed beside it, else of the chosen line."""
        (self.add if self.who.text().strip() else self.change).click()

    def _next_role(self) -> None:
        roles = list(SeatRole)
        self.choose_role(roles[(roles.index(self.role) + 1) % len(roles)])
