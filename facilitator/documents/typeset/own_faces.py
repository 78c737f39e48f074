"""Font files that somebody brings along: what they call themselves, and how they are set."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from facilitator.documents.typeset.faces import Cut

_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_NEEDED = frozenset({"cmap", "head", "hhea", "hmtx", "maxp"})
_OUTLINES = frozenset({"glyf", "CFF "})
_FAMILY, _POSTSCRIPT = 1, 6
_NOT_OF_A_NAME = re.compile("[^A-Za-z0-9-]")
_BY_UTF_16 = (0, 3)
"""Platforms whose names are written in UTF-16; others in one byte a letter."""


class NotAFont(Exception):
    """The file is no font that can be set."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file; `family` is how other programs call it."""

    path: Path
    family: str
    postscript: str


def read_font(path: Path) -> FontFile:
    """Return what a font file says of itself; raises NotAFont and OSError."""
    data = path.read_bytes()
    try:
        tables = dict(_tables(data))
        if data[:4] not in _KINDS or not tables.keys() >= _NEEDED or not _OUTLINES & tables.keys():
            raise NotAFont(path.name)
        names = _names(tables.get("name", b""))
    except (struct.error, UnicodeDecodeError) as error:
        raise NotAFont(path.name) from error
    postscript = _NOT_OF_A_NAME.sub("", names.get(_POSTSCRIPT, path.stem))
    return FontFile(path, names.get(_FAMILY, path.stem), postscript or "Own")


def _tables(data: bytes) -> Iterator[tuple[str, bytes]]:
    (count,) = struct.unpack_from(">H", data, 4)
    for place in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * place)
        if start + length > len(data):
            raise NotAFont(tag)
        yield tag.decode("latin-1"), data[start : start + length]


def _names(table: bytes) -> Mapping[int, str]:
    found: dict[int, str] = {}
    if not table:
        return found
    _, count, texts = struct.unpack_from(">3H", table)
    for place in range(count):
        platform, _, language, name, length, start = struct.unpack_from(">6H", table, 6 + 12 * place)
        text = table[texts + start : texts + start + length]
        said = text.decode("utf-16-be" if platform in _BY_UTF_16 else "latin-1")
        english = language in (0, 0x0409)
        if said and (english or name not in found):
            found[name] = said
    return found


def own_cuts(text: FontFile, bold: FontFile | None, family: Literal["serif", "sans"]) -> tuple[Cut, Cut]:
    """Return the cuts of a face for running text and for bold; without a bold file it is thickened."""
    heavy = bold or text
    weighty = replace(_cut(heavy, family, 700), thickened=bold is None)
    return replace(_cut(text, family, 400), bold=weighty), weighty


def _cut(font: FontFile, family: Literal["serif", "sans"], weight: int) -> Cut:
    return Cut(f"{font.path.name}:{weight}", "", str(font.path), font.postscript, family, weight, "", "")
