"""Symbols of documents of the United Nations: found in a text, and taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_ORGANS = [
    "A",
    "E",
    "S",
    "T",
    "ST",
    "TD",
    "CERD",
    "CCPR",
    "CEDAW",
    "CAT",
    "CRC",
    "CRPD",
    "CMW",
    "CED",
    "SPT",
    "HRI",
    "UNEP",
    "DP",
    "FCCC",
    "CBD",
    "ISBA",
    "TRANS",
    "ECE",
    "NPT",
]
_PART = "/[A-Za-z0-9]+(?:[.\\-][A-Za-z0-9]+)*"
_SYMBOL = re.compile(
    rf"(?<![A-Za-z0-9/.])(?:{'|'.join(_ORGANS)})(?:{_PART})+(?![A-Za-z0-9/])(?: \([0-9]{{4}}\))?"
)
_ISOLATE = "\u2066{}\u2069"
_STROKE = re.compile(r"[/-]")
_CHANGE = re.compile(r"(?:Add|Corr|Rev|Amend)\.[0-9]+")
_SHORTENED = re.compile(r"(?<![/\w])(?<!/ )(?:HRC|RES|CONF|ECOSOC)(?:/[\w.]*\w)+")
_SPACED = re.compile(r"\b[AES]\s*/\s+\w+|\b[AES]\s+/\s*\w+")
_SERIES = re.compile(r"[A-Z]+(?:\.[0-9]+)?|L\.[0-9]+")


@dataclass(frozen=True, slots=True)
class Symbol:
    """`organ` is whose document it is, `series` what kind (RES, DEC, CONF.189), `changes` as in Add.1."""

    text: str
    organ: str
    series: str
    numbers: tuple[str, ...]
    changes: tuple[str, ...]

    @property
    def changed(self) -> str:
        """Return the symbol of the document that this one adds to or corrects; its own if none."""
        return self.text.split(f"/{self.changes[0]}")[0] if self.changes else self.text


def symbol_of(text: str) -> Symbol | None:
    """Return the symbol that a text is; None if it is more than one, less, or none."""
    found = _SYMBOL.fullmatch(text.strip())
    return None if found is None or not any(map(str.isdigit, text)) else _parted(found.group())


def symbols_in(*texts: str) -> tuple[Symbol, ...]:
    """Return the symbols in texts in the order in which each is first met."""
    met = (found.group() for text in texts for found in _SYMBOL.finditer(text))
    return tuple(_parted(text) for text in dict.fromkeys(met) if any(map(str.isdigit, text)))


def unbroken(text: str) -> str:
    """Return the text with each symbol as an isolate that runs left to right, and no line ends inside one.

    A joiner of letters stands after each of its strokes and hyphens.
    """
    return _SYMBOL.sub(lambda found: _ISOLATE.format(_STROKE.sub("\\g<0>\u200d", found.group())), text)


def misshapen(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where a symbol is shortened or has spaces in it, what stands there, and what would be whole."""
    for found in _SHORTENED.finditer(text):
        yield found.start(), found.group(), _whole(found.group())
    for found in _SPACED.finditer(text):
        yield found.start(), found.group(), "".join(found.group().split())


def gathered(known: Iterable[str], *texts: str) -> tuple[str, ...]:
    """Return the documents that are known, and behind them those that texts cite besides."""
    return tuple(dict.fromkeys([*known, *(symbol.text for symbol in symbols_in(*texts))]))


def _whole(shortened: str) -> str:
    council, _, rest = shortened.partition("/")
    return f"E/{rest}" if council == "ECOSOC" else f"A/{shortened}"


def _parted(text: str) -> Symbol:
    plain = text.partition(" (")[0]
    parts = plain.split("/")
    changes = tuple(part for part in parts if _CHANGE.fullmatch(part))
    rest = [part for part in parts if part not in changes]
    letters = list(_letters(rest))
    numbers = tuple(part for part in rest if part not in letters)
    series = [part for part in letters if part != letters[0] and part not in _COUNCILS]
    organ = "/".join(part for part in letters if part not in series)
    return Symbol(text, organ, "/".join(series), numbers, changes)


def _letters(parts: Iterable[str]) -> Iterator[str]:
    """Yield the parts before the first that is only a number."""
    for part in parts:
        if not _SERIES.fullmatch(part):
            return
        yield part


_COUNCILS = frozenset({"HRC", "EMRIP", "WG", "C", "CN"})
"""Bodies whose documents stand under those of the organ above them."""
