"""What the workshop itself has in an order: categories, objectives, and days with their sittings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from facilitator.domain.people import Category
from facilitator.domain.programme import Day, Named, Panel, PanelId
from facilitator.domain.timing import SECOND
from facilitator.language.direction import isolate, ltr
from facilitator.language.speech import mark
from facilitator.language.typed_times import clock_typed, date_typed
from facilitator.ui.context import Context
from facilitator.ui.setup.lines import Lines, field
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_NO_PANEL = Panel(PanelId(""), 0, "", 0, 1, 1)
_BETWEEN = re.compile(r"\s*[-–—]\s*")
_NEXT = re.compile(r"[,،，;؛]")


class LinesOfWorkshop(Lines):
    """Lines that are there whatever panel is chosen, and if there is none."""

    def show_panel(self, panel: Panel | None) -> None:
        super().show_panel(panel or _NO_PANEL)


class ObjectiveLines(LinesOfWorkshop):
    """What the report says that the workshop was for."""

    name = mark("Objectives of the workshop")
    heads = (mark("Number"), mark("Objective"))
    widths = (80, 0)
    changes = mark("Reword")

    def inputs(self) -> Sequence[tuple[QWidget, int]]:
        self.said = field(self._context, self._context.language.say("Objective"))
        self.said.returnPressed.connect(self._add)
        return ((self.said, 1),)

    def lines(self, panel: Panel) -> list[tuple[str, ...]]:
        number = self._context.language.number
        return [(number(place), isolate(each.text)) for place, each in enumerate(self._those(), 1)]

    def _those(self) -> tuple[Named, ...]:
        return self._context.desk.view().objectives

    def show_line(self, line: int | None) -> None:
        self.said.setText("" if line is None else self._those()[line].text)
        self.said.setCursorPosition(0)

    def append(self, panel: Panel) -> None:
        if self.said.text().strip():
            self.do("add_objective", text=self.said.text())

    def alter(self, panel: Panel, line: int) -> None:
        self.do("edit_objective", objective=self._those()[line].id, text=self.said.text())

    def shift(self, panel: Panel, line: int, to: int) -> None:
        moved = self._those()[line].id
        others = [each.id for each in self._those() if each.id != moved]
        self.do("move_objective", objective=moved, before=[*others, None][to])

    def take_out(self, panel: Panel, line: int) -> None:
        self.do("remove_objective", objective=self._those()[line].id)


class CategoryLines(LinesOfWorkshop):
    """Whom the workshop tells apart; a code that is given stays, the names can be put otherwise."""

    name = mark("Stakeholder categories")
    heads = (mark("Code"), mark("Name"), mark("Short name"), mark("One of them"), mark("People"))
    widths = (90, 0, 200, 200, 80)
    changes = mark("Rename")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.trouble = label(context, "", context.font(Role.SMALL), context.tokens.danger)
        self.arranged.addWidget(self.trouble)

    def inputs(self) -> Sequence[tuple[QWidget, int]]:
        say = self._context.language.say
        self.code, self.label = field(self._context, say("Code")), field(self._context, say("Name"))
        self.short = field(self._context, say("Short name"))
        self.one = field(self._context, say("One of them"))
        self.one.returnPressed.connect(self._add)
        return (self.code, 1), (self.label, 3), (self.short, 2), (self.one, 2)

    def lines(self, panel: Panel) -> list[tuple[str, ...]]:
        view, number = self._context.desk.view(), self._context.language.number
        people = Counter(who.category for who in view.people.values())
        return [
            (*map(isolate, (each.key, each.label, each.short, each.one)), number(people[each.key]))
            for each in view.categories
        ]

    def _those(self) -> tuple[Category, ...]:
        return self._context.desk.view().categories

    def show_line(self, line: int | None) -> None:
        each = None if line is None else self._those()[line]
        told = ("",) * 4 if each is None else (each.key, each.label, each.short, each.one)
        for place, text in zip((self.code, self.label, self.short, self.one), told, strict=True):
            place.setText(text)
            place.setCursorPosition(0)
        self.trouble.setText("")

    def append(self, panel: Panel) -> None:
        """One more category, if its code is no other's and it has a name."""
        say, code = self._context.language.say, self.code.text().strip()
        if any(each.key == code for each in self._those()):
            self.trouble.setText(say("Another category has this code. Type a new one."))
        elif self._named(code):
            self.do("add_category", key=code, **self._names())

    def alter(self, panel: Panel, line: int) -> None:
        key = self._those()[line].key
        if self._named(key):
            self.do("edit_category", category=key, **self._names())

    def _named(self, code: str) -> bool:
        """Say whether there is a code and a name; if not, that is told."""
        there = bool(code and self.label.text().strip())
        say = self._context.language.say
        self.trouble.setText("" if there else say("Type a code of some letters, and a name."))
        return there

    def _names(self) -> dict[str, str]:
        told = {"label": self.label, "short": self.short, "one": self.one}
        return {name: each.text().strip() for name, each in told.items()}

    def shift(self, panel: Panel, line: int, to: int) -> None:
        moved = self._those()[line].key
        others = [each.key for each in self._those() if each.key != moved]
        self.do("move_category", category=moved, before=[*others, None][to])

    def take_out(self, panel: Panel, line: int) -> None:
        self.do("remove_category", category=self._those()[line].key)


class DayLines(LinesOfWorkshop):
    """The days by their date; a day that is typed again has other sittings."""

    name = mark("Days")
    heads = (mark("Number"), mark("Day"), mark("Sittings"))
    widths = (80, 260, 0)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.up.hide()
        self.down.hide()
        self.trouble = label(context, "", context.font(Role.SMALL), context.tokens.danger)
        self.arranged.addWidget(self.trouble)

    def inputs(self) -> Sequence[tuple[QWidget, int]]:
        say = self._context.language.say
        self.day = field(self._context, say("Day"))
        self.sittings = field(self._context, say("Sittings"))
        self.sittings.setPlaceholderText("10:00–13:00, 15:00–18:00")
        self.sittings.returnPressed.connect(self._add)
        return (self.day, 1), (self.sittings, 3)

    def lines(self, panel: Panel) -> list[tuple[str, ...]]:
        language = self._context.language
        return [
            (language.number(place), language.date(self._noon(each)), ltr(_told(each.sittings)))
            for place, each in enumerate(self._those(), 1)
        ]

    def _those(self) -> tuple[Day, ...]:
        return self._context.desk.view().days

    def _noon(self, day: Day) -> int:
        noon = datetime.combine(date.fromisoformat(day.date), time(12), ZoneInfo(self._context.language.zone))
        return round(noon.timestamp()) * SECOND

    def show_line(self, line: int | None) -> None:
        day = None if line is None else self._those()[line]
        self.day.setText("" if day is None else day.date)
        self.sittings.setText("" if day is None else _told(day.sittings))
        self.trouble.setText("")

    def append(self, panel: Panel) -> None:
        self._set()

    def alter(self, panel: Panel, line: int) -> None:
        self._set()

    def take_out(self, panel: Panel, line: int) -> None:
        self.do("remove_day", day=self._those()[line].id)

    def _set(self) -> None:
        say = self._context.language.say
        day, sittings = date_typed(self.day.text()), sittings_typed(self.sittings.text())
        if day is None:
            self.trouble.setText(say("This is no day. Type one such as 2019-10-21."))
        elif sittings is None:
            self.trouble.setText(say("These are no sittings. Type them such as 10:00–13:00, 15:00–18:00."))
        else:
            self.do("set_day", day=day, sittings=sittings)


def sittings_typed(text: str) -> tuple[tuple[str, str], ...] | None:
    """Return the sittings that are typed, one after the other; None if they cannot be."""
    found: list[tuple[str, str]] = []
    for typed in filter(None, (part.strip() for part in _NEXT.split(text))):
        clocks = [clock_typed(part) for part in _BETWEEN.split(typed)]
        begins, ends = clocks if len(clocks) == 2 else (None, None)
        if begins is None or ends is None or begins >= ends or (found and begins < found[-1][1]):
            return None
        found.append((begins, ends))
    return tuple(found)


def _told(sittings: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"{begins}–{ends}" for begins, ends in sittings)
