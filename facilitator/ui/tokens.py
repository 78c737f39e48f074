"""Every colour of the screens, by what it means."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of a theme; `edge` and stronger ones carry meaning, `line` only divides."""

    dark: bool
    bg: QColor
    surface: QColor
    sunken: QColor
    line: QColor
    edge: QColor
    hatch: QColor
    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    accent_ink: QColor
    accent_soft: QColor
    warn: QColor
    danger: QColor
    danger_soft: QColor


@dataclass(frozen=True, slots=True)
class Instrument:
    """The colours of what always stays black: floor strip, room display, the rapporteur's clock."""

    bg: QColor
    track: QColor
    text: QColor
    text2: QColor
    idle: QColor
    running: QColor
    warning: QColor
    danger: QColor
    grace: QColor
    grace_track: QColor
    over: QColor
    over_track: QColor
    red_ink: QColor
    red_text2: QColor
    line: QColor
    ink: QColor


LIGHT = Tokens(
    dark=False,
    bg=QColor("#F1F3F5"),
    surface=QColor("#FFFFFF"),
    sunken=QColor("#E7EBEF"),
    line=QColor("#D3D9E0"),
    edge=QColor("#7C8896"),
    hatch=QColor("#B9C2CC"),
    text=QColor("#14202B"),
    text2=QColor("#465362"),
    text3=QColor("#5B6876"),
    accent=QColor("#00639C"),
    accent_ink=QColor("#FFFFFF"),
    accent_soft=QColor("#DDEDF8"),
    warn=QColor("#7A5000"),
    danger=QColor("#B00020"),
    danger_soft=QColor("#FBE0E3"),
)

DARK = Tokens(
    dark=True,
    bg=QColor("#14191F"),
    surface=QColor("#1A2028"),
    sunken=QColor("#252D37"),
    line=QColor("#2E3843"),
    edge=QColor("#6B7A8A"),
    hatch=QColor("#46525F"),
    text=QColor("#E8EDF3"),
    text2=QColor("#AEBAC7"),
    text3=QColor("#93A1B0"),
    accent=QColor("#4FC3F7"),
    accent_ink=QColor("#06222F"),
    accent_soft=QColor("#17364A"),
    warn=QColor("#FFC400"),
    danger=QColor("#FF8A84"),
    danger_soft=QColor("#45191F"),
)

LIGHT_STRONG = replace(
    LIGHT,
    bg=QColor("#FFFFFF"),
    line=QColor("#465362"),
    edge=QColor("#14202B"),
    text=QColor("#000000"),
    text2=QColor("#14202B"),
    text3=QColor("#26333F"),
    accent=QColor("#003F66"),
    warn=QColor("#4F3300"),
    danger=QColor("#7D0016"),
)
DARK_STRONG = replace(
    DARK,
    bg=QColor("#000000"),
    surface=QColor("#000000"),
    sunken=QColor("#14191F"),
    line=QColor("#AEBAC7"),
    edge=QColor("#E8EDF3"),
    text=QColor("#FFFFFF"),
    text2=QColor("#E8EDF3"),
    text3=QColor("#D5DDE6"),
    accent=QColor("#8ADAFF"),
    danger=QColor("#FFB3AF"),
)
"""For those who ask for more contrast: text at 7 to 1 and more, and every line seen."""

INSTRUMENT = Instrument(
    bg=QColor("#0B0F14"),
    track=QColor("#29323D"),
    text=QColor("#F2F6FA"),
    text2=QColor("#A9B6C4"),
    idle=QColor("#A9B6C4"),
    running=QColor("#4FC3F7"),
    warning=QColor("#FFC400"),
    danger=QColor("#FF5252"),
    grace=QColor("#5C0010"),
    grace_track=QColor("#3A000A"),
    over=QColor("#B00020"),
    over_track=QColor("#7A0016"),
    red_ink=QColor("#FFFFFF"),
    red_text2=QColor("#FFE3E6"),
    line=QColor("#3A4653"),
    ink=QColor("#06222F"),
)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)
