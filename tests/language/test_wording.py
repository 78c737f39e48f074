"""What was done is told in words, whatever it was about."""

import pytest

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
    ],
)
def test_rules_and_dimensions_are_told_by_their_names(act, subject, told):
    assert bare(done(Done(0, act, subject), language_for("en"))) == told


def test_every_rule_and_dimension_has_a_name():
    assert (set(RULE_NAMES), set(DIMENSION_WORDS)) == (set(KEYS), set(DIMENSIONS))
