"""Which characters the bytes of a text file stand for."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

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

_CHINESE = "gb18030"
_HIGH = re.compile(rb"[\xa1-\xfe]+")
_COMMON = range(0xB0, 0xD8)
_ENOUGH_SIGNS, _MOSTLY = 4, 0.9
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
    text = _try(data, "utf-8") or (_try(data, _CHINESE) if _in_common_signs(data) else None)
    return _guess(data) if text is None else text


def _in_common_signs(data: bytes) -> bool:
    """Say whether all that is not ASCII are the usual Chinese signs, too few of them for a guess to tell.

    Signs in everyday use have a row of the national standard to themselves: two lines of names in another
    alphabet do not fall into it pair by pair.
    """
    runs = _HIGH.findall(data)
    pairs = [run[place : place + 2] for run in runs for place in range(0, len(run), 2)]
    common = sum(1 for pair in pairs if pair[0] in _COMMON)
    even = all(len(run) % 2 == 0 for run in runs)
    return even and len(pairs) >= _ENOUGH_SIGNS and common >= len(pairs) * _MOSTLY


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
