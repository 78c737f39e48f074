"""What is told of packages that came in."""

from facilitator.language.direction import bare
from facilitator.language.exchanging import to_look_at
from facilitator.language.speech import Language


def test_one_act_that_is_missing_is_told_of_as_one():
    told = to_look_at(0, {"Laptop 7": [(5, 5), (8, 9)]}, Language("en"))

    assert list(map(bare, told)) == [
        "Laptop 7: act 5 is missing, and what follows waits. Ask for a full package.",
        "Laptop 7: acts 8–9 are missing, and what follows waits. Ask for a full package.",
    ]
