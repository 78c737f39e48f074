"""A closed list that lacks what was asked for is called by its name, a status as people call it."""

import pytest

from facilitator.domain.refusals import AlreadyGone, UnknownReference
from facilitator.language.direction import bare
from facilitator.language.refusals import sentence
from facilitator.language.speech import language_for


@pytest.mark.parametrize(
    ("kind", "id_", "told"),
    [
        ("themes", "ZZ9", "The list “Theme” has no entry ZZ9. Choose one that it has."),
        ("verb", "command", "The list “Operative verb” has no entry command. Choose one that it has."),
        ("attribution", "A9", "The list “Attribution” has no entry A9. Choose one that it has."),
        ("code", "groups:NOPE", "The list “Code” has no entry groups:NOPE. Choose one that it has."),
        ("note", "x", "There is no note x in this workshop. Check the id."),
    ],
)
def test_an_unknown_entry_is_told_by_the_name_of_its_list(kind, id_, told):
    assert bare(sentence(language_for("en"), UnknownReference(kind=kind, id=id_))) == told


def test_a_recommendation_that_is_gone_says_so_in_words():
    words = sentence(language_for("ar"), AlreadyGone(status="merged"))

    assert bare(words) == "لم تعد هذه التوصية قائمة (مدمجة). اختر التوصية التي حلت محلها."
