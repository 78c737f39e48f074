"""What was done is told in words, whatever it was about."""

import pytest

import facilitator.acts.desk  # noqa: F401 - enters every act into the list
from facilitator.acts.registry import ACTS
from facilitator.domain.rules import DIMENSIONS, KEYS
from facilitator.domain.view import Done
from facilitator.language.direction import bare
from facilitator.language.floor_rules import DIMENSION_WORDS, RULE_NAMES
from facilitator.language.speech import language_for
from facilitator.language.wording import done


@pytest.mark.parametrize(
    ("act", "subject", "told"),
    [
        ("set_rule", "chatham_house", "Rule: Chatham House Rule: documents name nobody"),
        ("set_rule", "of another version", "Rule: of another version"),
        ("hide_dimension", "gender", "Hidden for good: Gender"),
        ("hand_over_floor", "Laptop 2", "Floor handed over to Laptop 2"),
    ],
)
def test_rules_and_dimensions_are_told_by_their_names(act, subject, told):
    assert bare(done(Done(0, act, subject), language_for("en"))) == told


def test_every_rule_and_dimension_has_a_name():
    assert (set(RULE_NAMES), set(DIMENSION_WORDS)) == (set(KEYS), set(DIMENSIONS))


def test_every_act_of_the_floor_is_told_in_words():
    english = language_for("en")
    of_floor = [name for name, act in ACTS.items() if act.desk == "floor" and name != "enter_phase"]

    assert [name for name in of_floor if done(Done(0, name), english) == name] == []
