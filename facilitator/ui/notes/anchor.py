"""The line above the field: what the note will be linked to."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.domain.notes import Note
from facilitator.domain.programme import Panel, QuestionId, QuestionKind
from facilitator.domain.view import View
from facilitator.language.direction import isolate, ltr
from facilitator.ui.context import Context
from facilitator.ui.icons import draw_icon
from facilitator.ui.notes.moment import Moment, Whose, moment_of
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.type import Role

_HEIGHT = 28


@dataclass(frozen=True, slots=True)
class Anchored:
    """The link in words: what is sure, the question, and what the keys would do."""

    words: tuple[str, ...] = ()
    end: str = ""


def anchored(
    context: Context,
    view: View | None,
    now: int,
    *,
    panel: Panel | None,
    question: QuestionId | None,
    moment: Moment | None,
    note: Note | None,
    tags: tuple[str, ...] = (),
    whose: Whose = Whose.SPEAKER,
) -> Anchored:
    """Return what the line says: the link of the note being edited, of the one begun, or of the next."""
    say = context.language.say
    if view is None:
        return Anchored()
    if note is not None:
        name = "" if note.participant is None else view.people[note.participant].name
        seen = Moment(note.at, note.panel, note.intervention, name, note.offset_ms, note.nobody)
        words = _link(context, seen)
        end = say("{enter} stores a new version, {escape} leaves it", enter="Enter", escape="Esc")
        return Anchored((say("Editing"), *words, _question(context, panel, question)), end)
    words = (*_link(context, moment or moment_of(view, now, whose)), *tags)
    if panel is not None and not panel.questions:
        return Anchored(words)
    areas = panel is not None and panel.questions_are is QuestionKind.FOCUS_AREAS
    keys = ltr("Ctrl+↑ ↓")
    end = say("{keys} focus area", keys=keys) if areas else say("{keys} question", keys=keys)
    return Anchored((*words, _question(context, panel, question)), "" if panel is None else end)


def _link(context: Context, moment: Moment) -> tuple[str, ...]:
    if moment.nobody:
        return (context.language.say("for nobody"),)
    if not moment.speaker:
        return (context.language.say("for the panel"),)
    name = isolate(moment.speaker)
    if moment.offset_ms is None:
        return (name,)
    return name, context.language.duration(moment.offset_ms, down=False)


def _question(context: Context, panel: Panel | None, wanted: QuestionId | None) -> str:
    question = next((q for q in (panel.questions if panel else ()) if q.id == wanted), None)
    if question is not None and panel is not None:
        return isolate(f"{panel.number}.{question.number} {question.brief}")
    areas = panel is not None and panel.questions_are is QuestionKind.FOCUS_AREAS
    return context.language.say("no focus area") if areas else context.language.say("no question")


class Anchor(QWidget):
    """Painted in one line; a press turns to the next question."""

    pressed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.told = Anchored()
        self.setFixedHeight(_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(self, told: Anchored) -> None:
        if told != self.told:
            self.told = told
            self.setAccessibleName(self.text())
            self.setToolTip(self.text())
            self.update()

    def text(self) -> str:
        return " · ".join(self.told.words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        context, tokens = self._context, self._context.tokens
        pencil = Pencil(painter, QRectF(self.rect()), rtl=context.rtl)
        small, strong = context.font(Role.SMALL), context.font(Role.SMALL_STRONG)
        draw_icon(painter, "link", pencil.box(0, 6, 16, 16), tokens.text2, rtl=context.rtl)
        end = width_of(self.told.end, small) + 2
        words = self.text()
        width = min(width_of(words, strong) + 2, pencil.width - 24 - 32 - end)
        pencil.text(pencil.box(24, 0, width, _HEIGHT), words, strong, tokens.text)
        draw_icon(painter, "chevron-down", pencil.box(24 + width + 8, 6, 16, 16), tokens.text2)
        pencil.text(
            pencil.box(pencil.width - end, 0, end, _HEIGHT), self.told.end, small, tokens.text2, Side.END
        )
        painter.end()
