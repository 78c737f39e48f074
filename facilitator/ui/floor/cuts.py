"""The same limit for everybody from now on: what each would do, and one press to do it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from facilitator.domain.people import CategoryKey
from facilitator.domain.planning import CHANGEOVER_MS, Forecast, capped
from facilitator.domain.steps import CAPS_MS, Verdict
from facilitator.domain.timing import MINUTE, SECOND
from facilitator.domain.view import View
from facilitator.language.direction import isolate
from facilitator.language.speech import Language
from facilitator.ui.context import Context
from facilitator.ui.painting import Pencil, Side
from facilitator.ui.reading import plain
from facilitator.ui.type import Role

CUTS_MS = (180 * SECOND, 150 * SECOND, 120 * SECOND)
_RADIUS, _SHOWN, _PAIR = 4, 3, 2


def rounded_up(instant: int) -> int:
    return -(-instant // MINUTE) * MINUTE


@dataclass(frozen=True, slots=True)
class Limits:
    """A step that can be taken: nobody has more than `most_ms`, and what comes of it.

    `allotments` are those of the categories that wait; none stands for the same limit for all.
    """

    most_ms: int
    allotments: Mapping[CategoryKey, int]
    then: Forecast
    chosen: bool = False
    proposed: bool = False

    def act(self) -> tuple[str, dict[str, object]]:
        """Return the act that takes the step."""
        if not self.allotments:
            return "set_allotment", {"seconds": self.most_ms / SECOND}
        return "set_allotments", {"allotments": {key: ms / SECOND for key, ms in self.allotments.items()}}


def limits(view: View, found: Verdict | None) -> tuple[Limits, ...]:
    """Return what holds now, then the steps down from it: up to the one that is proposed."""
    floor = view.floor
    if floor is None or found is None:
        return ()
    if not found.steps:  # nobody waits: one limit for everybody who may come
        common = {floor.allotment_for(category.key) for category in view.categories}
        return tuple(Limits(each, {}, found.now, chosen=common == {each}) for each in CUTS_MS)
    waiting = capped(floor, view.people, max(CAPS_MS))
    present = Limits(max(waiting.values()), waiting, found.now, chosen=True)
    proposal = found.proposal
    steps = [Limits(s.most_ms, s.allotments, s.then, proposed=s is proposal) for s in found.steps]
    end = max(_SHOWN - 1, 1 + next((n for n, step in enumerate(steps) if step.proposed), 0))
    return (present, *steps[end - (_SHOWN - 1) : end])


def limit_words(step: Limits, language: Language) -> str:
    """Return a step as it is announced: "2:00", or "3:00/2:00" where categories differ."""
    lengths = sorted(set(step.allotments.values()) or {step.most_ms}, reverse=True)
    shown = lengths if len(lengths) <= _PAIR else [lengths[0]]
    return plain("/".join(plain(language.duration(ms)) for ms in shown))


class Cut(QAbstractButton):
    """One step down for everybody who waits, and when the last would end with it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.step: Limits | None = None
        self.words = self.ends = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(72, 36)

    def show_step(self, step: Limits, view: View) -> None:
        language = self._context.language
        self.step, self.words = step, limit_words(step, language)
        self.ends = plain(language.time_of_day(rounded_up(step.then.ends)))
        told = language.say("{limit} for everybody from now on", limit=self.words)
        each = (
            f"{isolate(view.category(key).brief)}  {language.duration(ms)}"
            for key, ms in step.allotments.items()
        )
        key = language.say("Ctrl+F5 takes this") if step.proposed else ""
        self.setAccessibleName(plain(told))
        self.setToolTip(plain("\n".join(filter(None, (told, *each, key)))))
        self.update()

    @property
    def late(self) -> bool:
        return self.step is not None and self.step.then.behind_ms > 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        tokens, whole = self._context.tokens, QRectF(self.rect())
        chosen = self.step is not None and self.step.chosen
        proposed = self.step is not None and self.step.proposed
        if proposed or chosen or self.underMouse():
            ground = tokens.accent_soft if chosen else tokens.sunken
            pencil.fill(whole, tokens.accent if proposed else ground)
        if chosen:
            pencil.fill(pencil.box(0, whole.height() - 3, whole.width(), 3), tokens.accent)
        if self.hasFocus():
            pencil.frame(whole, tokens.accent, 2, 2)
        ink = tokens.accent_ink if proposed else tokens.text
        second = tokens.accent_ink if proposed else tokens.danger if self.late else tokens.text2
        font, half = self._context.font(Role.SMALL_STRONG), self.height() / 2
        pencil.text(pencil.box(0, 1, self.width(), half), self.words, font, ink, Side.MIDDLE)
        text = f"{self.ends} {'✗' if self.late else '✓'}" if self.ends else ""
        small = self._context.font(Role.CAPTION)
        pencil.text(pencil.box(0, half - 2, self.width(), half), text, small, second, Side.MIDDLE)
        painter.end()


class Cuts(QWidget):
    """Proposes the mildest step that lets everybody be heard; before the panel, counts who would fit."""

    chosen = Signal(object)  # Limits

    def __init__(self, context: Context, *, compact: bool = False) -> None:
        super().__init__()
        self._context, self._compact = context, compact
        self._told = self._room = ""
        self.setFixedWidth(250 if not compact else 234)
        self._cuts = [Cut(context) for _ in range(_SHOWN)]
        row = QHBoxLayout(self)
        row.setSpacing(1)
        for cut in self._cuts:
            row.addWidget(cut)
            cut.clicked.connect(self._choose)

    def show_steps(self, view: View, now: int, found: Verdict | None) -> None:
        steps, say, language = limits(view, found), self._context.language.say, self._context.language
        for number, cut in enumerate(self._cuts):
            cut.setVisible(number < len(steps))
            if number < len(steps):
                cut.show_step(steps[number], view)
        self._told = say("If each has, from now on")
        self._room = ""
        if not steps and view.panel is not None:
            time = max(0, view.panel.hard_stop - max(now, view.panel.starts))
            limit = language.duration(CUTS_MS[0])
            self._told = say("At {limit} each there is room for", limit=limit)
            fit = time // (CUTS_MS[0] + CHANGEOVER_MS)
            self._room = language.count("{n} speaker", "{n} speakers", fit)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        tokens, frame = self._context.tokens, self._frame()
        if not self._compact:
            box = pencil.box(16, frame.top() - 22, self.width() - 20, 20)
            pencil.text(box, self._told, self._context.font(Role.CAPTION), tokens.text2)
        if self._room:
            pencil.text(frame, self._room, self._context.font(Role.SMALL_STRONG), tokens.text, Side.MIDDLE)
        for cut in (c for c in self._cuts[1:] if not c.isHidden()):
            edge = cut.geometry().right() + 1 if self._context.rtl else cut.geometry().left() - 1
            painter.fillRect(edge, int(frame.top()), 1, int(frame.height()), tokens.line)
        pencil.frame(frame, tokens.edge, 1, _RADIUS)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        frame = self._frame()
        top, bottom = int(frame.top()) + 1, int(self.height() - frame.bottom()) + 1
        row = self.layout()
        if row is not None:
            row.setContentsMargins(17, top, 17, bottom)

    def _frame(self) -> QRectF:
        height = 36
        top = (self.height() - height) / 2 + (0 if self._compact else 12)
        return QRectF(16, round(top), self.width() - 32, height)

    def _choose(self) -> None:
        cut = self.sender()
        if isinstance(cut, Cut) and cut.step is not None:
            self.chosen.emit(cut.step)
