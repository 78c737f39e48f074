"""The sample opened for a look: its clock stands at its moment, however slow the computer was to open it."""

from facilitator.cli.commands import _running_from


def test_the_clock_begins_when_it_is_first_asked():
    clock = _running_from(1_571_653_450_000)

    assert clock() == 1_571_653_450_000
    assert clock() >= 1_571_653_450_000
