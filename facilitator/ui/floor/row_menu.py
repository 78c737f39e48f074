"""What can be done with a line of the list, by mouse and by keyboard; an open menu stops nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.requests import Request, RequestId
from facilitator.domain.timing import SECOND
from facilitator.domain.view import View
from facilitator.language.wording import speaker_name
from facilitator.ui.context import Context
from facilitator.ui.floor.questions import Questions
from facilitator.ui.floor.rows import Row, Stage
from facilitator.ui.type import Role

_STEP_MS = 30 * SECOND
_MOST_TO_SWAP = 20
Ask = Callable[..., None]


class RowMenu:
    """Fills a menu for a row; what is chosen leaves through `ask`, what must be typed through `questions`."""

    def __init__(
        self, context: Context, ask: Ask, questions: Questions, shift: Callable[[str, int], None]
    ) -> None:
        self._context, self._ask, self._questions, self._shift = context, ask, questions, shift

    def fill(self, menu: QMenu, row: Row, view: View) -> QMenu:
        menu.setFont(self._context.font(Role.BODY))
        if row.stage is Stage.WAITING and row.request is not None:
            self._waiting(menu, row.request, view)
        elif row.intervention is not None and view.floor is not None:
            turn = view.floor.intervention(row.intervention)
            self._turn(menu, turn, view)
        elif row.request is not None:
            self._gone(menu, row.request)
        return menu

    def _waiting(self, menu: QMenu, id_: RequestId, view: View) -> None:
        say, floor = self._context.language.say, view.floor
        if floor is None:
            return
        request = floor.queue.request(id_)
        self._offer(menu, say("Withdraw (Delete)"), "withdraw", request=id_)
        self._offer(menu, say("Not in the room (Shift+Delete)"), "mark_absent", request=id_)
        self._offer(menu, say("Called and not there: second call at the end"), "skip", request=id_)
        self._offer(menu, say("Statement received in writing"), "receive_statement", request=id_)
        menu.addSeparator()
        self._does(menu, say("One place up (Alt ↑)"), partial(self._shift, id_, -1))
        self._does(menu, say("One place down (Alt ↓)"), partial(self._shift, id_, 1))
        self._offer(menu, say("To the end"), "move", request=id_, before=None)
        self._swap(menu, request, view)
        if floor.speaking is not None:
            self._offer(
                menu, say("Give the floor with the rest of the speaker’s time"), "yield_rest", request=id_
            )
        menu.addSeparator()
        self._persons(menu, request, view)
        self._terms(menu, request, "request")
        self._does(menu, say("Limit of its own…"), partial(self._questions.limit, request, view))

    def _swap(self, menu: QMenu, request: Request, view: View) -> None:
        others = [r for r in (view.floor.waiting if view.floor else ()) if r.id != request.id]
        inner = menu.addMenu(self._context.language.say("Exchange places with"))
        inner.setFont(menu.font())
        inner.setEnabled(bool(others))
        for other in others[:_MOST_TO_SWAP]:
            name = speaker_name(view, other.participant, self._context.language)
            self._offer(inner, name, "swap", request=request.id, other=other.id)

    def _persons(self, menu: QMenu, request: Request, view: View) -> None:
        say = self._context.language.say
        if view.people[request.participant].unnamed:
            self._does(menu, say("Name the speaker…"), partial(self._questions.name, request.participant))
        self._does(menu, say("Substitute…"), partial(self._questions.substitute, request.id))

    def _terms(self, menu: QMenu, turn: Request | Intervention, which: str) -> None:
        """What is agreed for a turn, before it or while it lasts."""
        say = self._context.language.say
        terms = turn.terms if isinstance(turn, Request) else turn
        where = {which: turn.id}
        menu.addSeparator()
        self._does(menu, say("More time as an accommodation…"), partial(self._questions.accommodation, where))
        extra_ms = turn.terms.accommodation_ms if isinstance(turn, Request) else turn.clock.extra_ms
        off = self._offer(
            menu,
            say("Without a clock"),
            "accommodate",
            seconds=extra_ms / SECOND,
            clock_off=not terms.clock_off,
            **where,
        )
        twice = self._offer(
            menu, say("Interpreted consecutively"), "interpret", on=not terms.interpreted, **where
        )
        out = self._offer(menu, say("Not counted"), "leave_out", on=terms.counted, **where)
        for action, on in ((off, terms.clock_off), (twice, terms.interpreted), (out, not terms.counted)):
            action.setCheckable(True)
            action.setChecked(on)
        if isinstance(turn, Request):
            self._does(menu, say("Words of the text…"), partial(self._questions.words, turn.id))

    def _turn(self, menu: QMenu, turn: Intervention, view: View) -> None:
        """One who speaks or has spoken: what was pressed wrongly is put right."""
        say, clock = self._context.language.say, turn.clock
        for words, by in (
            (say("Began 30 seconds earlier"), -_STEP_MS),
            (say("Began 30 seconds later"), _STEP_MS),
        ):
            self._offer(menu, words, "repair", intervention=turn.id, begin=clock.began + by)
        self._does(menu, say("Began at…"), partial(self._questions.began, turn))
        if clock.ended is not None:
            menu.addSeparator()
            for words, by in (
                (say("Ended 30 seconds earlier"), -_STEP_MS),
                (say("Ended 30 seconds later"), _STEP_MS),
            ):
                self._offer(menu, words, "repair", intervention=turn.id, end=clock.ended + by)
            self._does(menu, say("Ended at…"), partial(self._questions.ended, turn))
        menu.addSeparator()
        if view.people[turn.participant].unnamed:
            self._does(menu, say("Name the speaker…"), partial(self._questions.name, turn.participant))
        self._does(menu, say("It was somebody else…"), partial(self._questions.somebody_else, turn.id))
        if _spoke_last(view, turn.id):
            self._offer(menu, say("Put back on the list, as if never called"), "re_add_last")
        self._terms(menu, turn, "intervention")

    def _gone(self, menu: QMenu, request: RequestId) -> None:
        words = self._context.language.say("Statement received in writing")
        self._offer(menu, words, "receive_statement", request=request)

    def _offer(self, menu: QMenu, words: str, act: str, **arguments: object) -> QAction:
        return self._does(menu, words, partial(self._ask, act, **arguments))

    def _does(self, menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(lambda _=False: act())
        return action


def _spoke_last(view: View, id_: InterventionId) -> bool:
    spoken = () if view.floor is None else view.floor.spoken
    last = max((i for i in spoken if i.request), key=lambda i: i.clock.ended or 0, default=None)
    return last is not None and last.id == id_
