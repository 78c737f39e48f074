"""The pace: a text that cannot be spoken and interpreted in its time is known before it is read out."""

import pytest

from facilitator.domain.pace import pace


@pytest.mark.parametrize(
    ("words", "seconds", "per_minute", "too_fast"),
    [
        (250, 90, 167, False),
        (300, 120, 150, False),
        (251, 90, 168, True),
        (450, 120, 225, True),
        (0, 60, 0, False),
        (10, 0, 600_000, True),
    ],
)
def test_a_text_is_too_fast_beyond_a_hundred_and_sixty_seven_words_a_minute(
    words, seconds, per_minute, too_fast
):
    hint = pace(words, seconds * 1000)

    assert (hint.words_per_minute, hint.too_fast) == (per_minute, too_fast)


def test_without_a_text_there_is_no_pace():
    assert pace(None, 60_000) is None


@pytest.mark.parametrize(("words", "ms"), [(167, 60_000), (334, 120_000), (0, 0)])
def test_the_time_a_text_needs_is_told(words, ms):
    assert pace(words, 1).needed_ms == ms


def test_what_is_spoken_twice_needs_twice_the_time_at_the_same_pace():
    plain, twice = pace(300, 120_000), pace(300, 240_000, interpreted=True)

    assert twice.words_per_minute == plain.words_per_minute
    assert twice.needed_ms == 2 * plain.needed_ms
