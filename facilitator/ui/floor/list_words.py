"""What is said under the list: whether it is open, for how many there is room, who was heard."""

from __future__ import annotations

from facilitator.domain.floor import ANYONE, Floor
from facilitator.domain.inscription import settled, turns_heard
from facilitator.domain.programme import PanelState
from facilitator.domain.requests import RequestState
from facilitator.domain.timing import MINUTE
from facilitator.domain.view import View
from facilitator.language.speech import Language

_SOON = 30 * MINUTE  # before that nobody need hurry


def takes_names(view: View) -> bool:
    """Say whether the floor can be asked for: in a panel that sits, and before it opens."""
    return view.floor is not None and view.floor.state is not PanelState.CLOSED


def list_state(view: View, now: int, language: Language) -> tuple[str, str]:
    """Return an icon and whether the list is open, with the time at which it closes by itself."""
    floor = view.floor
    if floor is None or not view.list_open(now):
        return "lock", language.say("List closed")
    if floor.list_closes_at is None:
        return "lock-open", language.say("List open")
    time = language.time_of_day(floor.list_closes_at)
    return "lock-open", language.say("List closes at {time}", time=time)


def spare(view: View, now: int, language: Language) -> str:
    """Return how many more would be heard in time."""
    rest, floor = view.forecast(now), view.floor
    if rest is None or floor is None or not view.live:
        return ""
    each = floor.allotment_for(ANYONE)
    limit, more = language.duration(each), rest.room_for(each)
    if not more:
        return language.say("full: no one more fits at {limit}", limit=limit)
    room = language.count("room for {n} more at {limit}", "room for {n} more at {limit}", more, limit=limit)
    last = rest.last_call(each)
    if last is None or last - now > _SOON:
        return room
    return f"{room}   {language.say('last call {time}', time=language.time_of_day(last))}"


def past(floor: Floor, language: Language) -> str:
    """Return how many were heard, and how many left unheard."""
    count, left = language.count, settled(floor)
    n, gone, absent = turns_heard(floor), left[_WITHDRAWN], left[_ABSENT]
    written = left[_RECEIVED]
    parts = (
        count("{n} heard", "{n} heard", n),
        count("{n} in writing", "{n} in writing", written) if written else "",
        count("{n} absent", "{n} absent", absent) if absent else "",
        count("{n} withdrawn", "{n} withdrawn", gone) if gone else "",
    )
    return "   ".join(filter(None, parts))


_WITHDRAWN, _ABSENT, _RECEIVED = RequestState.WITHDRAWN, RequestState.ABSENT, RequestState.RECEIVED
