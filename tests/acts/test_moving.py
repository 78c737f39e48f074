"""What a panel's new times would do is told before they are true, and nothing is changed by asking."""

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.moving import at_times, effects_of
from facilitator.acts.workshops import new_workshop
from facilitator.domain.moving import Effect, Harm
from tests.conftest import TEN

HOUR, MINUTE = 3_600_000, 60_000


@pytest.fixture
def days(tmp_path, clock):
    """The panels of our template: two days with interpreters from ten to one and from three to six."""
    path = tmp_path / "days.facilitator"
    new_workshop(path, language="en", at=TEN, template="durban-2019")
    desk = open_desk(path, clock)
    yield desk
    desk.close()


def _found(desk, number, **times):
    panel = desk.reading.panels()[number - 1]
    asked = {name: times.get(name) for name in ("starts", "ends", "hard_stop")}
    return effects_of(desk.reading, at_times(panel, **asked))


def test_the_programme_as_it_came_does_no_harm(days):
    assert [_found(days, panel.number) for panel in days.reading.panels()] == [()] * 6


def test_a_panel_that_comes_earlier_overlaps_another(days):
    first = days.reading.panels()[0]

    assert _found(days, 2, starts=TEN + HOUR) == (Effect(Harm.OVERLAPS, 30, first.id),)


def test_whoever_sits_or_waits_in_both_would_be_in_two(days):
    first = days.reading.panels()[0]
    sits = days.do("add_participant", name="Ana", category="GOV").id
    waits = days.do("add_participant", name="Ben", category="GOV").id
    for number in (1, 2):
        days.do("add_seat", panel=number, participant=sits)
        days.do("request_floor", participant=waits, panel=number)

    found = _found(days, 2, starts=first.starts)

    twice = [Effect(Harm.IN_TWO, panel=first.id, who=who) for who in sorted((sits, waits))]
    assert found == (Effect(Harm.OVERLAPS, 90, first.id), *twice)


def test_what_lies_outside_the_interpreters_hours_and_beyond_the_day_is_counted(days):
    second = days.reading.panels()[1]

    assert _found(days, 2, starts=second.starts + HOUR) == (Effect(Harm.INTERPRETERS, 60),)
    assert _found(days, 3, starts=TEN + 7 * HOUR + HOUR // 2)[-1].harm is Harm.DAY_ENDS


def test_an_earlier_hard_stop_and_a_later_end_leave_minutes_without_interpretation(days):
    second = days.reading.panels()[1]

    assert _found(days, 2, hard_stop=second.ends - 10 * MINUTE) == (Effect(Harm.HARD_STOP, 10),)
