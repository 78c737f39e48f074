"""The colours keep the contrasts that reading in a bright hall needs."""

import pytest

from facilitator.ui.tokens import DARK, DARK_STRONG, INSTRUMENT, LIGHT, LIGHT_STRONG, contrast

EVERY = [LIGHT, DARK, LIGHT_STRONG, DARK_STRONG]
I = INSTRUMENT  # noqa: E741 - short in a table


@pytest.mark.parametrize("tokens", EVERY, ids=["light", "dark", "light, strong", "dark, strong"])
def test_text_is_readable_on_each_ground_it_stands_on(tokens):
    pairs = [(ink, ground) for ink in ("text", "text2", "text3") for ground in ("bg", "surface", "sunken")]
    pairs += [(ink, ground) for ink in ("accent", "danger", "warn") for ground in ("bg", "surface")]
    pairs += [
        ("accent_ink", "accent"),
        ("text", "accent_soft"),
        ("text2", "accent_soft"),
        ("accent", "accent_soft"),
    ]
    pairs += [("danger", "danger_soft"), ("text", "hatch")]

    low = {pair: contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) for pair in pairs}

    assert {pair: round(ratio, 2) for pair, ratio in low.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("tokens", [LIGHT_STRONG, DARK_STRONG], ids=["light", "dark"])
def test_more_contrast_is_seven_to_one_and_every_line_is_seen(tokens):
    inks = ("text", "text2", "text3", "accent", "danger", "warn")
    texts = [contrast(getattr(tokens, ink), ground) for ink in inks for ground in (tokens.bg, tokens.surface)]
    lines = [contrast(line, tokens.surface) for line in (tokens.line, tokens.edge)]

    assert (min(texts) >= 7, min(lines) >= 4.5) == (True, True)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_that_mean_something_are_seen(tokens):
    assert min(contrast(tokens.edge, tokens.surface), contrast(tokens.edge, tokens.bg)) >= 3


def test_instrument_is_readable_in_every_phase():
    texts = [(ink, I.bg) for ink in (I.text, I.text2, I.idle, I.running, I.warning, I.danger)]
    texts += [(ink, ground) for ink in (I.red_ink, I.red_text2, I.text) for ground in (I.grace, I.over)]

    assert min(contrast(*pair) for pair in texts) >= 4.5


def test_contrast_runs_from_one_to_twenty_one():
    assert contrast(LIGHT.surface, LIGHT.surface) == 1
    assert contrast(LIGHT.surface, LIGHT.surface.fromRgb(0, 0, 0)) == pytest.approx(21)
