"""What a text is found by, read one by one or many at once."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.searching import shadow, shadows

WORDS = st.sampled_from(
    [
        "States",
        "Ñandú",
        "والمياه",
        "الوزارات",
        "ӘӨЖ",
        "северных",
        "中国代表团",
        "N'Djamena",
        "&",
        "\u0301",
        "ﷺ",
        "١٢",
    ]
)
TEXTS = st.one_of(st.text(max_size=20), st.lists(WORDS, max_size=6).map(" ".join))


def test_many_texts_are_shortened_as_one_is():
    assert shadows(["Ana Ñandú, States", "", "وزارة المياه"]) == [
        ("ana nandu stat", ""),
        ("", ""),
        ("وزاره المياه", "زاره مياه"),
    ]


@given(st.lists(TEXTS, max_size=8))
def test_texts_read_together_have_the_words_of_each(texts):
    assert shadows(texts) == [shadow(text) for text in texts]
