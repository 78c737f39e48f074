"""The times of a panel by category and kind: limits, budgets, target shares, warnings; taken from another."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from facilitator.domain.floor import Floor
from facilitator.domain.people import Category
from facilitator.domain.programme import Panel, PanelState
from facilitator.domain.requests import Kind
from facilitator.domain.timing import SECOND
from facilitator.language.direction import isolate
from facilitator.language.durations import duration_typed
from facilitator.language.speech import mark
from facilitator.language.wording import KINDS, panel_title
from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.dropping import drop
from facilitator.ui.setup.lines import Lines, field
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_TYPED = (
    ("limit", mark("Limit")),
    ("budget", mark("Budget")),
    ("share", mark("Target, %")),
    ("warning", mark("Warning")),
    ("danger", mark("Last seconds")),
)
_HUNDRED = 100


class RulesOfPanel(Lines):
    """Lines of which none is added, moved or removed, and all of which can be taken over from a panel."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        for button in (self.add, self.up, self.down, self.remove):
            button.hide()
        self.copy = Button(context, context.language.say("As at another panel…"))
        self.copy.clicked.connect(self._ask)
        self._buttons.addWidget(self.copy)
        self.profile = field(context, context.language.say("Name of a profile"))
        self.profile.returnPressed.connect(self._save)
        self.save = Button(context, context.language.say("Save as a profile"))
        self.save.clicked.connect(self._save)
        self.profiles = Button(context, context.language.say("Profiles…"))
        self.profiles.clicked.connect(self._ask_profile)
        kept = QHBoxLayout()
        kept.setSpacing(8)
        kept.addWidget(self.profile, 1)
        kept.addWidget(self.save)
        kept.addWidget(self.profiles)
        self.arranged.addLayout(kept)
        self.trouble = label(context, "", context.font(Role.SMALL), context.tokens.danger)
        self.arranged.addWidget(self.trouble)

    def complain(self, words: str) -> None:
        """What was typed cannot be; nothing is changed by it."""
        self.trouble.setText(words)

    def floor(self, panel: Panel) -> Floor:
        """Return the panel's floor, which has its rules, limits and budgets."""
        return self._context.desk.view().floors[panel.id]

    def others(self, panel: Panel) -> QMenu:
        """Return the other panels, whose rules, plan, limits and budgets can be taken over."""
        menu = QMenu(self)
        menu.setFont(self._context.font(Role.BODY))
        for other in self._context.desk.view().panels:
            if other.id != panel.id:
                copy = partial(self._copy, other, panel)
                menu.addAction(panel_title(other, self._context.language)).triggered.connect(copy)
        return menu

    def _copy(self, other: Panel, panel: Panel, *_: object) -> None:
        self.do("copy_rules", panel=other.id, to=(panel.id,))

    def show_panel(self, panel: Panel | None) -> None:
        super().show_panel(panel)
        self.save.setEnabled(panel is not None)
        self.profiles.setEnabled(panel is not None and bool(self._context.desk.view().profiles))

    def known(self, panel: Panel) -> QMenu:
        """Return the profiles there are: each can be applied here or to all panels to come, or removed."""
        menu, say = QMenu(self), self._context.language.say
        menu.setFont(self._context.font(Role.BODY))
        view = self._context.desk.view()
        coming = tuple(each for each, state in view.states.items() if state is PanelState.PLANNED)
        for profile in view.profiles:
            one = menu.addMenu(isolate(profile.text))
            one.setFont(menu.font())
            for words, act, told in (
                (say("Apply to this panel"), "apply_profile", {"to": (panel.id,)}),
                (say("Apply to all panels to come"), "apply_profile", {"to": coming}),
                (say("Remove the profile"), "remove_profile", {}),
            ):
                do = partial(self._do, act, {"profile": profile.id, **told})
                one.addAction(words).triggered.connect(do)
        return menu

    def _do(self, act: str, told: Mapping[str, object], *_: object) -> None:
        self.do(act, **told)

    def _save(self) -> None:
        """What this panel has is a profile of the name that is typed."""
        if self.panel is not None and self.profile.text().strip():
            self.do("save_profile", panel=self.panel.id, name=self.profile.text())
            self.profile.clear()

    def _ask_profile(self) -> None:
        if self.panel is not None:
            drop(self.known(self.panel), self.profiles, rtl=self._context.rtl)

    def _ask(self) -> None:
        if self.panel is not None:
            drop(self.others(self.panel), self.copy, rtl=self._context.rtl)


class RuleLines(RulesOfPanel):
    """A line for each category and kind; what is empty below is the usual, or none."""

    name = mark("Limits")
    heads = (mark("For"), *(words for _, words in _TYPED))
    widths = (0, 110, 110, 110, 110, 110)

    def inputs(self) -> Sequence[tuple[QWidget, int]]:
        context, say = self._context, self._context.language.say
        self.fields = {name: field(context, say(words)) for name, words in _TYPED}
        for each in self.fields.values():
            each.returnPressed.connect(self.change.click)
        return [(each, 1) for each in self.fields.values()]

    def lines(self, panel: Panel) -> list[tuple[str, ...]]:
        say = self._context.language.say
        floor = self.floor(panel)
        named = [(isolate(each.label), *self._told(floor, each)) for each in self._categories()]
        return named + [(say(words), *self._told(floor, kind)) for kind, words in KINDS.items()]

    def show_line(self, line: int | None) -> None:
        told = [""] * len(_TYPED)
        if line is not None and self.panel is not None:
            told = self._told(self.floor(self.panel), self._meant(line))
        for each, text in zip(self.fields.values(), told, strict=True):
            each.setText(text)
            each.setEnabled(line is not None)
        self.complain("")

    def alter(self, panel: Panel, line: int) -> None:
        """Whatever of the fields is something else than before is true, each by its own act."""
        meant, now = self._meant(line), self._told(self.floor(panel), self._meant(line))
        typed = {name: each.text().strip() for name, each in self.fields.items()}
        changed = {name for (name, _), was in zip(_TYPED, now, strict=True) if typed[name] != was}
        seconds = {name: _seconds(typed[name]) for name in ("limit", "budget", "warning")}
        seconds["danger"] = _seconds(
            f"0:{typed['danger']}" if typed["danger"].isdecimal() else typed["danger"]
        )
        wrong = self._wrong(typed, seconds, changed)
        if wrong:
            self.complain(wrong)
            return
        if "limit" in changed:
            whose = {"kind": meant} if isinstance(meant, Kind) else {"category": meant.key}
            self.do("set_allotment", panel=panel.id, seconds=seconds["limit"], **whose)
        if isinstance(meant, Kind):
            return
        if "budget" in changed:
            self.do("set_budget", panel=panel.id, category=meant.key, seconds=seconds["budget"])
        if "share" in changed:
            self.do("edit_category", category=meant.key, target_share=_share(typed["share"]))
        if changed & {"warning", "danger"}:
            told = {"warning_s": seconds["warning"], "danger_s": seconds["danger"]}
            self.do("set_thresholds", category=meant.key, **told)

    def _wrong(
        self, typed: Mapping[str, str], seconds: Mapping[str, float | None], changed: Collection[str]
    ) -> str:
        """Return what is to be said of what was typed, nothing if all of it can be."""
        say = self._context.language.say
        if any(typed[name] and ms is None for name, ms in seconds.items()):
            return say("This is no time. Type minutes, such as 2 or 1:30.")
        share = _share(typed["share"])
        if typed["share"] and (share is None or not 0 <= share <= 1):
            return say("Type a number from 0 to 100.")
        limit, warning = seconds["limit"], seconds["warning"]
        if "warning" in changed and limit and warning and warning > limit:
            return say("This warning is longer than the limit. Type seconds like 0:30.")
        return ""

    def _categories(self) -> tuple[Category, ...]:
        return self._context.desk.view().categories

    def _meant(self, line: int) -> Category | Kind:
        meant: list[Category | Kind] = [*self._categories(), *KINDS]
        return meant[line]

    def _told(self, floor: Floor, meant: Category | Kind) -> list[str]:
        if isinstance(meant, Kind):
            return [_clock(floor.kinds.get(meant)), "", "", "", ""]
        limit = floor.allotments.get(meant.key, floor.usual.get(meant.key))
        budget = floor.budgets.get(meant.key)
        share = meant.target_share
        return [
            _clock(limit),
            _clock(None if budget is None else budget.granted_ms),
            "" if share is None else f"{share * _HUNDRED:g}",
            _clock(meant.warning_ms),
            _clock(meant.danger_ms),
        ]


def _clock(ms: int | None) -> str:
    """Return minutes and seconds as one types them."""
    return "" if ms is None else f"{ms // SECOND // 60}:{ms // SECOND % 60:02}"


def _seconds(typed: str) -> float | None:
    ms = duration_typed(typed)
    return None if ms is None else ms / SECOND


def _share(typed: str) -> float | None:
    try:
        return float(typed.replace(",", ".")) / _HUNDRED if typed else None
    except ValueError:
        return None
