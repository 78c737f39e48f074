"""Which characters the bytes of a text file stand for."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from facilitator.intake.alphabets import arabic_by_words, by_words, reads_as_arabic

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64 * 1024
ALPHABETS = (
    "cp1252",
    "cp1250",
    "mac_roman",
    "cp1256",
    "iso8859_6",
    "cp1251",
    "koi8_r",
    "cp866",
    "gb18030",
    "big5",
    "cp437",
    "cp850",
    "cp720",
)
"""What offices that write the six languages still save; more alphabets make the guess worse, not better."""

OFFERED = (*ALPHABETS, "iso8859_2", "cp852", "cp1254", "shift_jis", "euc_kr")
"""What somebody can choose where the one found is wrong."""

_CHINESE = "gb18030"
_NOT_ASCII = re.compile("[^\x00-\x7f]+")
_CHINESE_SIGN = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’…—·]")
_COMMON = range(0xB0, 0xD8)
_ENOUGH_SIGNS, _MOSTLY = 4, 0.9
_SOME_WORDS, _MANY_WORDS, _HALF = 3, 8, 0.5
_CONTROL_BYTES = bytes([*range(9), *range(14, 32), 127])
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


class Decoded(NamedTuple):
    """A text, and the encoding that gave it, by its usual name."""

    text: str
    encoding: str


def decode(data: bytes, told: str = "") -> Decoded | None:
    """Return the text of `data`, or None if it is not text; an encoding that is told is believed."""
    found = _try(data, told) if told else _decode(data)
    if found is None or "\x00" in found.text:
        return None
    if len(data.translate(None, _CONTROL_BYTES)) == len(data) and found.encoding == "utf-8":
        return found
    return None if len(_CONTROL.findall(found.text)) * 100 > len(found.text) else found


def _decode(data: bytes) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _try(data, encoding)
    if b"\x00" in data:
        return _try(data, _unmarked_utf16(data))
    return _try(data, "utf-8") or _told_by_words(data) or _guess(data) or _try(data, _CHINESE)


def _told_by_words(data: bytes) -> Decoded | None:
    lines = _telling(data)
    name = by_words(lines) or (_CHINESE if _in_common_signs(lines) else arabic_by_words(lines))
    return _try(data, name) if name else None


def _in_common_signs(data: bytes) -> bool:
    """Say whether all that is not ASCII are Chinese signs, most of them the usual ones.

    Those in everyday use have rows of the national standard to themselves: two lines of names in another
    alphabet do not fall into them pair by pair, and not every one of many words is of even length.
    """
    text = _try(data, _CHINESE)
    words = [] if text is None else _NOT_ASCII.findall(text.text)
    signs = "".join(words)
    if len(signs) < _ENOUGH_SIGNS or not all(_CHINESE_SIGN.match(sign) for sign in signs):
        return False
    common = sum(1 for sign in signs if sign.encode(_CHINESE)[0] in _COMMON)
    enough = _MANY_WORDS if reads_as_arabic(data) else _SOME_WORDS
    return common >= len(signs) * (_HALF if len(words) >= enough else _MOSTLY)


def _unmarked_utf16(data: bytes) -> str:
    low, high = data[0::2].count(0), data[1::2].count(0)
    return "utf-16-le" if high >= low else "utf-16-be"


def _try(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding.removesuffix("-sig"))
    except (UnicodeDecodeError, LookupError):
        return None


def _guess(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - costs 30 ms, and most lists are UTF-8

    matches = from_bytes(_telling(data), cp_isolation=list(ALPHABETS), enable_fallback=False)
    best = matches.best()
    if best is None:
        return None
    equals = [m.encoding for m in matches if (m.chaos, m.coherence) == (best.chaos, best.coherence)]
    equals += [name for m in matches if m is best for name in m.could_be_from_charset]
    first = min(equals, key=ALPHABETS.index)
    others = (m.encoding for m in matches)
    return next((text for name in (first, *others) if (text := _try(data, name)) is not None), None)


def _telling(data: bytes) -> bytes:
    """Return the lines that are not plain ASCII: a few accents drown in a long English text."""
    lines = (line for line in re.split(rb"[\r\n]+", data) if not line.isascii())
    return b"\n".join(lines)[:_SAMPLE]
