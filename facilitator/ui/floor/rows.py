"""The lines of the list: who was heard, who speaks and who waits, each with its texts ready."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import overload

from facilitator.domain.floor import Floor
from facilitator.domain.inscription import heard
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.planning import Forecast, Slot
from facilitator.domain.requests import Kind, Request, RequestId, RequestState
from facilitator.domain.timing import MINUTE
from facilitator.domain.view import View
from facilitator.language.speech import Language
from facilitator.language.wording import KINDS, capacity_line, speaker_name
from facilitator.ui.floor.faces import pace_words
from facilitator.ui.reading import mode_of, plain
from facilitator.ui.shapes import Mode


class Stage(Enum):
    """What has become of a request."""

    HEARD = "heard"
    SPEAKING = "speaking"
    WAITING = "waiting"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Row:
    """What one line shows; texts are ready, `late` is beyond the hard stop, then its tag is the last.

    `place` counts those who wait from 1 and is 0 for all others; `mode` is that of a speaker's clock.
    """

    stage: Stage
    request: RequestId | None
    intervention: InterventionId | None
    place: int
    name: str
    line: str
    tags: tuple[str, ...]
    starts: str
    limit: str
    late: bool = False
    protected: bool = False
    mode: Mode | None = None

    @property
    def id(self) -> str:
        return str(self.request or self.intervention)


@dataclass(frozen=True, slots=True)
class Moment:
    """What of an instant the lines depend on: while it stays the same, so do they."""

    rest: Forecast
    starts: tuple[tuple[int, bool], ...]
    clock: tuple[str, Mode] | None


def moment(view: View, now: int, language: Language, *, past: bool) -> Moment | None:
    """Return what the lines depend on at `now` beside the view; None if there is no panel."""
    floor, rest = view.floor, view.forecast(now)
    if floor is None or rest is None:
        return None
    turn = floor.speaking if past else None
    clock = None if turn is None else (language.duration(turn.clock.remaining(now)), mode_of(turn.clock, now))
    return Moment(
        rest, tuple((_minute(slot.starts), slot.ends > rest.hard_stop) for slot in rest.slots), clock
    )


class Lines(Sequence[Row]):
    """The lines of a list at a moment, each written when it is first looked at: few of many are in sight.

    `live` is the line of who has the floor, else of who is next, else the last. `written` are those that
    somebody has looked at, by their place.
    """

    def __init__(
        self, ids: Sequence[str] = (), write: Callable[[int], Row] | None = None, live: int = 0
    ) -> None:
        self.ids, self._write, self.live = tuple(ids), write, live
        self.written: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(place, slice):
            return tuple(self[n] for n in range(*place.indices(len(self))))
        if not 0 <= place < len(self) or self._write is None:
            raise IndexError(place)
        if place not in self.written:
            self.written[place] = self._write(place)
        return self.written[place]


def lines(view: View, now: int, language: Language, rest: Forecast, *, past: bool) -> Lines:
    """Return the lines at `now`; with `past` also who was heard, has the floor or left the list."""
    floor = view.floor
    if floor is None:
        return Lines()
    write = _Writer(view, floor, now, language, rest.hard_stop)
    over = _past(floor) if past else ()
    waiting = floor.waiting

    def row(place: int) -> Row:
        if place < len(over):
            return write.over(over[place])
        number = place - len(over)
        slot = rest.slots[number]
        return write.waiting(number + 1, waiting[number], slot, late=slot.ends > rest.hard_stop)

    ids = [str(r.id if isinstance(r, Request) else r.request or r.id) for r in (*over, *waiting)]
    live = len(over) - 1 if past and floor.under_way else len(over)
    return Lines(ids, row, max(0, min(live, len(ids) - 1)))


def _past(floor: Floor) -> tuple[Request | Intervention, ...]:
    """Return who was heard or left, in the order in which it happened, then who has the floor."""
    gone = [r for r in floor.queue.requests if r.state not in (_WAITS, _CALLED)]
    over: list[tuple[int, Request | Intervention]] = [(r.settled_at or 0, r) for r in gone]
    over += [(i.clock.began, i) for i in floor.spoken]
    return (*(one for _, one in sorted(over, key=lambda each: each[0])), *floor.under_way)


def _minute(instant: int) -> int:
    return (instant + MINUTE // 2) // MINUTE * MINUTE


class _Writer:
    def __init__(self, view: View, floor: Floor, now: int, language: Language, through_by: int) -> None:
        self._view, self._floor, self._now, self._language = view, floor, now, language
        self._through_by = through_by
        self._spoke = heard(floor)

    def over(self, one: Request | Intervention) -> Row:
        """Return the line of somebody who waits no more."""
        if isinstance(one, Request):
            return self._gone(one)
        return self._speaking(one) if one.under_way else self._heard(one)

    def waiting(self, place: int, request: Request, slot: Slot, *, late: bool) -> Row:
        language = self._language
        return Row(
            Stage.WAITING,
            request.id,
            None,
            place,
            speaker_name(self._view, request.participant, language),
            capacity_line(self._view, request, language),
            self._tags(request, slot, late=late),
            language.time_of_day(_minute(slot.starts)),
            plain(language.duration(slot.length_ms)),
            late,
            self._protects(place),
        )

    def _protects(self, place: int) -> bool:
        return 1 < place <= self._floor.rules.protected

    def _heard(self, turn: Intervention) -> Row:
        return Row(
            Stage.HEARD,
            turn.request,
            turn.id,
            0,
            speaker_name(self._view, turn.participant, self._language),
            capacity_line(self._view, turn, self._language),
            self._kind(turn.kind) + self._left_out(turn),
            self._language.time_of_day(turn.clock.began),
            plain(self._language.duration(turn.clock.elapsed(self._now), down=False)),
        )

    def _speaking(self, turn: Intervention) -> Row:
        clock = turn.clock
        return Row(
            Stage.SPEAKING,
            turn.request,
            turn.id,
            0,
            speaker_name(self._view, turn.participant, self._language),
            capacity_line(self._view, turn, self._language),
            self._kind(turn.kind),
            self._language.time_of_day(clock.began),
            "" if turn.clock_off else plain(self._language.duration(clock.remaining(self._now))),
            mode=mode_of(clock, self._now),
        )

    def _gone(self, request: Request) -> Row:
        say, language = self._language.say, self._language
        at = "" if request.settled_at is None else language.time_of_day(request.settled_at)
        tag = {
            RequestState.ABSENT: say("absent {time}", time=at),
            RequestState.RECEIVED: say("statement received {time}", time=at),
        }.get(request.state, say("withdrawn {time}", time=at))
        return Row(
            Stage.GONE,
            request.id,
            None,
            0,
            speaker_name(self._view, request.participant, language),
            capacity_line(self._view, request, language),
            (tag,),
            "",
            "",
        )

    def _tags(self, request: Request, slot: Slot, *, late: bool) -> tuple[str, ...]:
        """Return what is particular to a request, what matters most first."""
        say, count, language = self._language.say, self._language.count, self._language
        again = request.participant in self._spoke
        terms = request.terms
        tags = [
            *self._kind(request.kind, request),
            say("again") if again else "",
            say("second call") if request.calls else "",
            self._instead(request),
            count("overtaken once", "overtaken {n} times", request.overtaken) if request.overtaken else "",
            say("interpreted") if terms.interpreted else "",
            say("without a clock") if terms.clock_off else "",
            say("not counted") if not terms.counted else "",
            say("own limit") if terms.allotment_ms is not None else "",
            pace_words(terms, slot.length_ms, language),
        ]
        if late:
            tags.append(say("after {time}", time=language.time_of_day(self._through_by)))
        return tuple(filter(None, tags))

    def _kind(self, kind: Kind, request: Request | None = None) -> tuple[str, ...]:
        if kind is Kind.STATEMENT:
            return ()
        word, ranked = self._language.say(KINDS[kind]), self._floor.rules.points_of_order
        if request is None or kind is not Kind.POINT_OF_ORDER:
            return (word,)
        place = request.rank - 1
        ranks = (ranked[place],) if 0 <= place < len(ranked) else ()
        return tuple(filter(None, (word, *ranks, request.note)))

    def _instead(self, request: Request) -> str:
        if request.instead_of is None:
            return ""
        return self._language.say(
            "instead of {name}", name=speaker_name(self._view, request.instead_of, self._language)
        )

    def _left_out(self, turn: Intervention) -> tuple[str, ...]:
        say = self._language.say
        tags = (
            say("without a clock") if turn.clock_off else "",
            "" if turn.counted else say("not counted"),
            say("interpreted") if turn.interpreted else "",
        )
        return tuple(filter(None, tags))


_WAITS, _CALLED = RequestState.WAITING, RequestState.CALLED
