from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.documents.french import spaced


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Pourquoi? Parce que: oui!", "Pourquoi_? Parce que~: oui_!"),
        ("Pourquoi ? Quoi ?!", "Pourquoi_? Quoi_?!"),
        ("un «mot» ; fin", "un «~mot~»_; fin"),
        ("« mot »", "«~mot~»"),
        ("à 10:30, 25% de http://example.org/a?b=c", "à 10:30, 25~% de http://example.org/a?b=c"),
        ("(voilà !)", "(voilà_!)"),
        ("", ""),
    ],
)
def test_high_punctuation_has_its_fixed_space(text, shown):
    assert spaced(text).replace("\u202f", "_").replace("\u00a0", "~") == shown


PARTS = ["mot", "mot ?", "mot;", "mot !", "«mot»", "« mot : »", "10:30", "25%", "(mot:)", "?!", "a"]


@given(st.lists(st.sampled_from(PARTS)).map(" ".join))
def test_spaces_are_all_that_changes_and_twice_is_once(text):
    once = spaced(text)

    assert "".join(once.split()) == "".join(text.split())
    assert spaced(once) == once
