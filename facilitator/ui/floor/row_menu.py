"""What can be done with a line of the list, by mouse and by keyboard; an open menu stops nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.requests import Capacity, Request, RequestId
from facilitator.domain.timing import SECOND
from facilitator.domain.view import View
from facilitator.language.wording import CAPACITIES, speaker_name
from facilitator.ui.context import Context
from facilitator.ui.floor.offers import Ask, Offers
from facilitator.ui.floor.questions import Questions
from facilitator.ui.floor.rows import Row, Stage
from facilitator.ui.type import Role

_STEP_MS = 30 * SECOND
_MOST_TO_SWAP = 20


class RowMenu(Offers):
    """Fills a menu for a row."""

    def __init__(
        self, context: Context, ask: Ask, questions: Questions, shift: Callable[[str, int], None]
    ) -> None:
        super().__init__(context, ask, questions)
        self._shift = shift

    def fill(self, menu: QMenu, row: Row, view: View) -> QMenu:
        menu.setFont(self.context.font(Role.BODY))
        if row.stage is Stage.WAITING and row.request is not None:
            self._waiting(menu, row.request, view)
        elif row.intervention is not None and view.floor is not None:
            turn = view.floor.intervention(row.intervention)
            self._turn(menu, turn, view)
        return menu

    def _waiting(self, menu: QMenu, id_: RequestId, view: View) -> None:
        say, floor = self.context.language.say, view.floor
        if floor is None:
            return
        request = floor.queue.request(id_)
        self.offer(menu, say("Withdraw (Delete)"), "withdraw", request=id_)
        self.offer(menu, say("Not in the room (Shift+Delete)"), "mark_absent", request=id_)
        self.offer(menu, say("Called and not there: second call at the end"), "skip", request=id_)
        self.offer(menu, say("Statement received in writing"), "receive_statement", request=id_)
        menu.addSeparator()
        up = self.does(menu, say("One place up (Alt ↑)"), partial(self._shift, id_, -1))
        down = self.does(menu, say("One place down (Alt ↓)"), partial(self._shift, id_, 1))
        end = self.offer(menu, say("To the end"), "move", request=id_, before=None)
        up.setEnabled(id_ != floor.waiting[0].id)
        for action in (down, end):
            action.setEnabled(id_ != floor.waiting[-1].id)
        self._swap(menu, request, view)
        if floor.speaking is not None:
            self.offer(
                menu, say("Give the floor with the rest of the speaker’s time"), "yield_rest", request=id_
            )
        menu.addSeparator()
        self._persons(menu, request, view)
        self._terms(menu, request, "request")
        self.does(menu, say("Limit of its own…"), partial(self.questions.limit, request, view))

    def _swap(self, menu: QMenu, request: Request, view: View) -> None:
        others = [r for r in (view.floor.waiting if view.floor else ()) if r.id != request.id]
        inner = self.inner(menu, self.context.language.say("Exchange places with"))
        inner.setEnabled(bool(others))
        for other in others[:_MOST_TO_SWAP]:
            name = speaker_name(view, other.participant, self.context.language)
            self.offer(inner, name, "swap", request=request.id, other=other.id)
        if others[_MOST_TO_SWAP:]:
            inner.addSeparator()
            self.does(
                inner, self.context.language.say("Another…"), partial(self.questions.swap, request.id, others)
            )

    def _persons(self, menu: QMenu, request: Request, view: View) -> None:
        say = self.context.language.say
        if view.people[request.participant].unnamed:
            self.does(menu, say("Name the speaker…"), partial(self.questions.name, request.participant))
        self.does(menu, say("Substitute…"), partial(self.questions.substitute, request.id))
        self._hats(menu, request, "request", view)

    def _hats(self, menu: QMenu, turn: Request | Intervention, which: str, view: View) -> None:
        """In which capacity somebody speaks this once, and on whose behalf."""
        say, where = self.context.language.say, {which: turn.id}
        own = view.people[turn.participant].category
        inner = self.inner(menu, say("Speaks this once as"))
        for capacity in Capacity:
            words = say(CAPACITIES[capacity])
            action = self.offer(inner, words, "speak_as", capacity=capacity, **where)
            self.check(action, on=turn.capacity is capacity)
        inner.addSeparator()
        for category in view.categories:
            worn = None if category.key == own else category.key
            action = self.offer(inner, category.singular, "speak_as", category=worn, **where)
            self.check(action, on=(turn.category or own) == category.key)
        self.does(menu, say("On behalf of…"), partial(self.questions.behalf, turn, where))

    def _terms(self, menu: QMenu, turn: Request | Intervention, which: str) -> None:
        """What is agreed for a turn, before it or while it lasts."""
        say = self.context.language.say
        terms = turn.terms if isinstance(turn, Request) else turn
        where = {which: turn.id}
        menu.addSeparator()
        self.does(menu, say("More time as an accommodation…"), partial(self.questions.accommodation, where))
        extra_ms = turn.terms.accommodation_ms if isinstance(turn, Request) else turn.clock.extra_ms
        off = self.offer(
            menu,
            say("Without a clock"),
            "accommodate",
            seconds=extra_ms / SECOND,
            clock_off=not terms.clock_off,
            **where,
        )
        twice = self.offer(
            menu, say("Interpreted consecutively"), "interpret", on=not terms.interpreted, **where
        )
        out = self.offer(menu, say("Not counted"), "leave_out", on=terms.counted, **where)
        for action, on in ((off, terms.clock_off), (twice, terms.interpreted), (out, not terms.counted)):
            self.check(action, on=on)
        if isinstance(turn, Request):
            self.does(menu, say("Words of the text…"), partial(self.questions.words, turn.id))

    def _turn(self, menu: QMenu, turn: Intervention, view: View) -> None:
        """One who speaks or has spoken: what was pressed wrongly is put right."""
        say, clock = self.context.language.say, turn.clock
        for words, by in (
            (say("Began 30 seconds earlier"), -_STEP_MS),
            (say("Began 30 seconds later"), _STEP_MS),
        ):
            self.offer(menu, words, "repair", intervention=turn.id, begin=clock.began + by)
        self.does(menu, say("Began at…"), partial(self.questions.began, turn))
        if clock.ended is not None:
            menu.addSeparator()
            for words, by in (
                (say("Ended 30 seconds earlier"), -_STEP_MS),
                (say("Ended 30 seconds later"), _STEP_MS),
            ):
                self.offer(menu, words, "repair", intervention=turn.id, end=clock.ended + by)
            self.does(menu, say("Ended at…"), partial(self.questions.ended, turn))
        menu.addSeparator()
        if view.people[turn.participant].unnamed:
            self.does(menu, say("Name the speaker…"), partial(self.questions.name, turn.participant))
        self.does(menu, say("It was somebody else…"), partial(self.questions.somebody_else, turn.id))
        if _spoke_last(view, turn.id):
            self.offer(menu, say("Put back on the list, as if never called"), "re_add_last")
        self._hats(menu, turn, "intervention", view)
        self._terms(menu, turn, "intervention")


def _spoke_last(view: View, id_: InterventionId) -> bool:
    spoken = () if view.floor is None else view.floor.spoken
    last = max((i for i in spoken if i.request), key=lambda i: i.clock.ended or 0, default=None)
    return last is not None and last.id == id_
