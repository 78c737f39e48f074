"""The rules of the floor: what may be set, to what, and which setting holds."""

import pytest

from facilitator.domain.refusals import BadRule
from facilitator.domain.rules import Rules, checked, rules_from


def test_the_panels_setting_holds_before_the_workshops_and_the_usual_one_where_none_is():
    rules = rules_from({"batch": 3, "once": True}, {"batch": 5})

    assert rules == Rules(batch=5, once=True)


def test_a_setting_of_a_newer_program_is_passed_over():
    assert rules_from({"tomorrow": 1}) == Rules()


@pytest.mark.parametrize(
    ("rule", "value", "kept"),
    [
        ("several", True, True),
        ("most_waiting", None, None),
        ("most_waiting", 40, 40),
        ("equal_part", 1, 1.0),
        ("hidden", ["gender"], ("gender",)),
        ("points_of_order", ["On the order", "Information"], ("On the order", "Information")),
    ],
)
def test_a_rule_is_kept_in_its_own_type(rule, value, kept):
    assert checked(rule, value) == kept
    assert type(checked(rule, value)) is type(kept)


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("no such rule", 1),
        ("batch", -1),
        ("batch", True),
        ("batch", None),
        ("batch", 1.5),
        ("once", 1),
        ("equal_part", 1.5),
        ("equal_part", float("nan")),
        ("hidden", ["shoe size"]),
        ("hidden", "gender"),
        ("points_of_order", [1]),
    ],
)
def test_a_rule_that_cannot_be_is_refused(rule, value):
    with pytest.raises(BadRule) as told:
        checked(rule, value)

    assert told.value.details == {"rule": rule}
