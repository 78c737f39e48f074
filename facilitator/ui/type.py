"""The faces and sizes of letters: one role, one font."""

from __future__ import annotations

from enum import Enum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from facilitator.language.places import font_file
from facilitator.ui.painting import forget_widths

FAMILIES = ("IBM Plex Sans Arabic", "IBM Plex Sans", "Noto Sans SC")
_ARABIC_FACE = "fontpkg_ibm_plex_sans_arabic"
_CYRILLIC_FACE = ("fontpkg_ibm_plex_sans", "IBMPlexSans[wdth,wght].ttf")
_CHINESE_FACE = ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf")
_STATIC = ("Regular", "Medium", "SemiBold")  # complete Latin as well
_ARABIC_SMALLEST_PX = 13
_LARGE_PX = 48


class Role(Enum):
    """What a text is for: pixels, pixels on a large window, weight, pixels in Arabic if they differ."""

    CLOCK = (96, 136, 600, 96)
    NAME = (36, 48, 600, 34)
    PHASE = (24, 32, 600, 24)
    VERDICT = (20, 24, 600, 20)
    CAPTURE = (16, 18, 400, 16)
    PLACE = (16, 18, 600, 16)
    ROW = (15, 18, 600, 15)
    ROW_HEARD = (15, 18, 400, 15)
    HEADING = (14, 16, 600, 14)
    BUTTON = (14, 16, 500, 14)
    BODY = (14, 16, 400, 14)
    FIGURE = HEADING
    SMALL = (13, 15, 400, 13)
    SMALL_MEDIUM = (13, 15, 500, 13)
    SMALL_STRONG = (13, 15, 600, 13)
    CAPTION = (12, 13, 400, 13)
    CAPTION_STRONG = (12, 13, 600, 13)
    CAP = (11, 12, 600, 11)


def load_faces(language: str) -> None:
    """The faces that a language needs can be used; Latin and Arabic share one."""
    _load_static()
    if language == "ru":
        load_cyrillic()
    elif language == "zh":
        _load_chinese()


def load_all_faces() -> None:
    """Names in any letters, and whatever language is chosen next, are set in our own faces."""
    for language in ("ru", "zh"):
        load_faces(language)


@cache
def _load_static() -> None:
    for weight in _STATIC:
        _load(_ARABIC_FACE, f"IBMPlexSansArabic-{weight}.ttf")


@cache
def _load_chinese() -> None:
    _load(*_CHINESE_FACE)


@cache
def load_cyrillic() -> None:
    """Cyrillic can be set in Plex: it is wanted for names, too, whatever the language of the screen."""
    _load(*_CYRILLIC_FACE)


def _load(package: str, name: str) -> None:
    try:
        file = font_file(package, name)
    except FileNotFoundError:
        return  # the system's own sans takes its place
    QFontDatabase.addApplicationFont(str(file))
    forget_widths()


def font(role: Role, language: str, *, large: bool = False, px: int | None = None) -> QFont:
    """Return the font of a role in a language; `px` only where a layout has a size of its own."""
    small_px, large_px, weight, arabic_px = role.value
    size = px or (large_px if large else arabic_px if language == "ar" else small_px)
    if language == "ar" and role is not Role.CAP:
        size = max(size, _ARABIC_SMALLEST_PX)
    return font_of(size, weight)


@cache
def font_of(px: int, weight: int) -> QFont:
    """Return our family at a size; the axis beside the weight makes variable faces bold, too."""
    made = QFont()
    made.setFamilies(list(FAMILIES))
    made.setPixelSize(px)
    made.setWeight(QFont.Weight(weight))
    made.setVariableAxis(QFont.Tag("wght"), weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    if px >= _LARGE_PX:  # no pixel grid to fit into: outlines stay the same wherever they stand
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
