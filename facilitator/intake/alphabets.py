"""The alphabet of a short text: that in which alone its bytes make words as people write them.

A guess from how often letters are met needs many lines; a list of three names has none to spare.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_OUTSIDE = frozenset("«»’“”…–—№°ªº\u00a0")
_RUSSIAN = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяё")
_OFTEN = frozenset("оаеинтрсл")
_NO_BEGINNING = frozenset("ъыь")
_FRENCH, _SPANISH = frozenset("àâæçéèêëîïôœùûüÿ"), frozenset("ñáéíóúü")
_WESTERN = (_FRENCH | _SPANISH) - frozenset("ù")
_NEAR = (_FRENCH, _SPANISH, frozenset("äöüßé"), frozenset("áâãàçéêíóôõú"), frozenset("àèéìòù"))
_NORTHERN = (frozenset("åäöé"), frozenset("åæøé"))
_CENTRAL = tuple(
    map(
        frozenset,
        ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž"),
    )
)
_TURKISH = (frozenset("çğıöşüâi\u0307"),)
_LETTERS_OF = (
    ("cp1252", (*_NEAR, *_NORTHERN)),
    ("mac_roman", _NEAR),
    ("cp1250", _CENTRAL),
    ("iso8859_2", _CENTRAL),
    ("cp1254", _TURKISH),
    ("cp850", _NEAR),
    ("cp852", _CENTRAL),
)
"""Which letters beside the plain ones each language writes that an office keeps in an encoding, the commonest
first."""
_NO_WORD = re.compile(r"\w[«»„“”–—]\w|õ[^e\W]|ã[^oe\W]|ñ[^aeiouáéíóúü\W]|æ\b|yý", re.IGNORECASE)
"""What no word of these languages has in it: their letters stand before few others."""
_ARABIC = re.compile("[\u0621-\u0628\u062a-\u063a\u0640-\u0648\u064a-\u0652]*[\u0629\u0649]?[\u064b-\u0652]*")
"""Letters and marks; two of them end a word."""
_COMMON_IN_ARABIC = frozenset("المنيورة")
_ELIDED, _LONG, _HALF = 2, 3, 0.5


def by_words(data: bytes) -> str:
    """Return the encoding of text that is not all ASCII, the empty text if its words tell of none."""
    western = _of_one_language(data) or _in(data, ("cp1252", "mac_roman", "cp850"), _western)[:1]
    russian = _in(data, ("cp1251", "koi8_r", "cp866"), _cyrillic)
    if russian and not western and (not reads_as_arabic(data) or _many_names(data.decode(russian[0]))):
        return max(russian, key=lambda name: _usual(data.decode(name)))
    return western[0] if western and not russian and not reads_as_arabic(data) else ""


def arabic_by_words(data: bytes) -> str:
    """Return the encoding in which the text is Arabic, by its commonest letters if it is in both."""
    if _in(data, ("cp1251", "koi8_r", "cp866"), _cyrillic):
        return ""
    found = _in(data, ("cp1256", "iso8859_6"), _arabic) or _in(data, ("cp720",), _arabic)
    return max(found, key=lambda name: _share(data.decode(name), _COMMON_IN_ARABIC), default="")


def reads_as_arabic(data: bytes) -> bool:
    """Say whether the bytes make words of Arabic letters, whatever else they make."""
    return bool(_in(data, ("cp1256", "iso8859_6"), _arabic))


def _of_one_language(data: bytes) -> list[str]:
    """Return the first encoding in which all that is not plain can be of one language of those who use it."""
    for name, languages in _LETTERS_OF:
        if _in(data, (name,), _of_many_accents):
            text = data.decode(name)
            letters = {sign for sign in text.lower() if sign.isalpha() and not sign.isascii()}
            if not _NO_WORD.search(text) and any(letters <= known for known in languages):
                return [name]
    return []


def _in(data: bytes, encodings: Sequence[str], written: Callable[[str], bool]) -> list[str]:
    found = []
    for name in encodings:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if all(sign.isascii() or sign.isalpha() or sign in _OUTSIDE for sign in text):
            words = [word for word in _WORD.findall(text) if not word.isascii()]
            if words and all(map(written, words)):
                found.append(name)
    return found


def _cyrillic(word: str) -> bool:
    """Say whether a word is of Russian letters alone and begins as one can."""
    return _cased(word) and set(word.lower()) <= _RUSSIAN and word[0].lower() not in _NO_BEGINNING


def _western(word: str) -> bool:
    """Say whether a word is Latin, with few accents, each as French or Spanish writes it."""
    return _latin(word) and {sign for sign in word.lower() if not sign.isascii()} <= _WESTERN | {"’"}


def _latin(word: str, most: int = _LONG) -> bool:
    """Say whether a word is mostly of plain letters, with capitals where they can be."""
    before, mark, _ = word.partition("’")
    if mark and len(before) > _ELIDED:
        return False
    accented = [sign for sign in word.lower() if not sign.isascii() and sign != "’"]
    return len(accented) <= max(1, len(word) * _HALF) and len(accented) <= most and _cased(word)


def _of_many_accents(word: str) -> bool:
    """Say so of a word that can have one accent more, as some Polish names do."""
    return _latin(word, _LONG + 1)


def _arabic(word: str) -> bool:
    return _ARABIC.fullmatch(word) is not None


def _cased(word: str) -> bool:
    """Say whether capitals stand at the beginning of a part only, or everywhere."""
    return word.isupper() or all(part[1:] == part[1:].lower() for part in re.split("[’']", word))


def _many_names(text: str) -> bool:
    """Say whether several words are names: a capital and small letters come together by chance only once."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return len(words) > 1 and sum(map(str.istitle, words)) >= len(words) * _HALF


def _usual(text: str) -> float:
    """Return the share of Russian letters that are met most."""
    return _share("".join(sign for sign in text.lower() if sign in _RUSSIAN), _OFTEN)


def _share(text: str, often: frozenset[str]) -> float:
    letters = [sign for sign in text if not sign.isascii()]
    return sum(sign in often for sign in letters) / len(letters) if letters else 0
