"""Four steps round the floor desk for somebody who sees it for the first time; left by one key, for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.language.speech import mark
from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context
from facilitator.ui.live_keys import Foremost
from facilitator.ui.painting import Pencil, ground
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_WIDTH, _EDGE = 360, 16


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence about a part of the desk."""

    about: Callable[[], QWidget]
    says: str


STEPS = (
    mark("Here stands who speaks, and for how much longer. F9 gives the floor to the next."),
    mark("Here stand all who wait. F3 adds somebody: type a name, a delegation or a number."),
    mark("Here stands who has been heard and who has not. The desk suggests; you decide."),
    mark(
        "These keys work everywhere. F1 shows all of them; the panel’s menu has the guide and the settings."
    ),
)


class Tour(QWidget):
    """A card beside each part in turn. It stops nothing: the keys of the floor work under it."""

    def __init__(
        self,
        context: Context,
        console: QWidget,
        parts: Sequence[Callable[[], QWidget]],
        tell: Callable[[str], None],
        done: Callable[[], object],
    ) -> None:
        super().__init__(console)
        self._context, self._tell, self._done, self._step = context, tell, done, 0
        self.steps = [Step(part, context.language.say(says)) for part, says in zip(parts, STEPS, strict=True)]
        ground(self, context.tokens.surface)
        tokens, say = context.tokens, context.language.say
        self._words = label(context, "", context.font(Role.BODY), tokens.text)
        self._count = label(context, "", context.font(Role.SMALL), tokens.text2)
        self._count.setWordWrap(False)
        self.leave_button = Button(context, say("Leave"), Look.QUIET, key="Esc")
        self.next_button = Button(context, say("Next"), Look.OUTLINE)
        self._esc = Foremost(console, self.leave)
        self._arrange()
        self.hide()

    def begin(self) -> None:
        """The first step is shown."""
        self._esc.heard(on=True)
        self._show(0)

    def go_on(self) -> None:
        """The next step is shown; after the last one the tour is over."""
        if self._step + 1 < len(self.steps):
            self._show(self._step + 1)
        else:
            self.leave()

    def leave(self) -> None:
        """The tour is over, and is not shown again."""
        self._esc.heard(on=False)
        self.hide()
        self._done()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        pencil.frame(pencil.bounds, self._context.tokens.accent, 2)
        painter.end()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(12)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.addWidget(self._count)
        row.addStretch(1)
        for button, act in ((self.leave_button, self.leave), (self.next_button, self.go_on)):
            button.clicked.connect(act)
            row.addWidget(button)
        column.addLayout(row)

    def _show(self, step: int) -> None:
        self._step = step
        shown, language = self.steps[step], self._context.language
        self._words.setText(shown.says)
        self._count.setText(
            language.say(
                "{step} of {steps}", step=language.number(step + 1), steps=language.number(len(STEPS))
            )
        )
        self.setAccessibleName(shown.says)
        self.resize(_WIDTH, self.heightForWidth(_WIDTH))
        self.move(self._beside(shown.about()))
        self.show()
        self.raise_()
        self._tell(shown.says)

    def _beside(self, part: QWidget) -> QPoint:
        """Under the part if there is room, else over it; at its leading edge, and inside the window."""
        console = self.parentWidget()
        if console is None:
            return QPoint()
        if not part.isVisible():
            return QPoint((console.width() - self.width()) // 2, console.height() - self.height() - _EDGE)
        top = part.mapTo(console, part.rect().topLeft())
        bottom = top.y() + part.height()
        fits = bottom + self.height() + _EDGE <= console.height()
        y = bottom + 8 if fits else max(_EDGE, top.y() - self.height() - 8)
        if part.height() > console.height() // 3:
            y = top.y() + part.height() // 3
        x = top.x() + part.width() - self.width() - _EDGE if self._context.rtl else top.x() + _EDGE
        return QPoint(max(_EDGE, min(x, console.width() - self.width() - _EDGE)), y)
