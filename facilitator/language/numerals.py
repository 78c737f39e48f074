"""How headings, paragraphs and their parts are numbered in documents of the United Nations, by language."""

from __future__ import annotations

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TENS = ("", "X", "XX", "X" * 3, "XL", "L", "LX", "LXX", "L" + "X" * 3, "XC")
_ARABIC_ORDINALS = (
    "أولاً", "ثانياً", "ثالثاً", "رابعاً", "خامساً", "سادساً", "سابعاً", "ثامناً", "تاسعاً", "عاشراً",
    "حادي عشر", "ثاني عشر", "ثالث عشر", "رابع عشر", "خامس عشر", "سادس عشر", "سابع عشر", "ثامن عشر",
    "تاسع عشر", "عشرون",
)  # fmt: skip
_ARABIC_LETTERS = (
    "ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم", "نون",
    "سين", "عين", "فاء", "صاد", "قاف", "راء",
)  # fmt: skip
_ARABIC_ANNEXES = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس")
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_CHINESE = "一二三四五六七八九"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TEN = 10


def heading_numeral(language: str, level: int, number: int) -> str:
    """Return the number of a heading: I. A. 1., in Arabic أولاً- ألف- 1-, in Chinese 一、 A. 1."""
    if language == "ar":
        names = {1: _ARABIC_ORDINALS, 2: _ARABIC_LETTERS}.get(level, ())
        return f"{names[number - 1]}-" if number <= len(names) else f"{number}-"
    if level == 1:
        return f"{_chinese(number)}、" if language == "zh" else f"{_roman(number)}."
    return f"{_letter(number).upper()}." if level == 2 else f"{number}."  # noqa: PLR2004 - the second level


def annex_numeral(language: str, number: int) -> str:
    """Return how an annex is told from the others: I, in Arabic الأول, in Chinese 一."""
    if language == "ar" and number <= len(_ARABIC_ANNEXES):
        return _ARABIC_ANNEXES[number - 1]
    return _chinese(number) if language == "zh" else _roman(number)


def paragraph_numeral(language: str, number: int) -> str:
    return f"{number}-" if language == "ar" else f"{number}."


def sub_numeral(language: str, number: int) -> str:
    """Return the mark of a sub-paragraph: (a), in French, Spanish and Russian a)."""
    if language == "ar":
        letter = _ABJAD[(number - 1) % len(_ABJAD)]
        return f"({'هـ' if letter == 'ه' else letter})"
    letter = _letter(number)
    return f"{letter})" if language in ("fr", "es", "ru") else f"({letter})"


def _roman(number: int) -> str:
    return _TENS[number // _TEN % _TEN] + _ONES[number % _TEN]


def _chinese(number: int) -> str:
    tens, ones = divmod(number, _TEN)
    ten = "" if tens == 0 else ("" if tens == 1 else _CHINESE[tens - 1]) + "十"
    return ten + (_CHINESE[ones - 1] if ones else "")


def _letter(number: int) -> str:
    """Return a, b, … z, aa, bb, … as documents go on after z."""
    times, place = divmod(number - 1, len(_LETTERS))
    return _LETTERS[place] * (times + 1)
