"""Faces without HarfBuzz: joined letters from a table, plain advances, the whole font in the file."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

from arabic_reshaper import ArabicReshaper
from bidi.mirror import MIRRORED
from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

from facilitator.documents.typeset.faces import Cut
from facilitator.documents.typeset.glyphs import BETWEEN, Columns, Glyph, Measures, Program


class ReshapedFace:
    """One face, joined by arabic-reshaper: marks stand beside letters, variable faces at default."""

    fixed_codes = False

    def __init__(self, cut: Cut, file: Path) -> None:
        self.cut = cut
        self._data = file.read_bytes()
        self._font = _read(file)
        font = self._font
        x0, y0, x1, y1 = (0, -300, 1000, 1000) if font is None else (round(v) for v in font.bbox)
        ascent, descent = (1000.0, 300.0) if font is None else (float(font.ascent), -float(font.descent))
        self.measures = Measures(ascent, descent, (x0, y0, x1, y1))

    def has_all(self, characters: frozenset[str]) -> bool:
        return self._font is not None and all(ord(c) in self._font.charToGlyph for c in characters)

    def having(self, words: Sequence[str]) -> list[str]:
        return [word for word in words if self.has_all(frozenset(word))]

    def width(self, gid: int) -> float:
        if self._font is None:
            return 0.0
        scale = 1000 / self._font.unitsPerEm
        advance = float(self._font.hmetrics[min(gid, len(self._font.hmetrics) - 1)][0])
        return float(advance * scale)

    def left_of(self, gid: int) -> float:  # noqa: ARG002 - outlines are not read here
        return 0.0

    def shape(self, text: str, span: tuple[int, int], *, rtl: bool) -> list[Glyph]:
        part = text[slice(*span)]
        shown = _joins().reshape(part) if rtl else part
        letters = [(MIRRORED.get(c, c) if rtl else c, c) for c in shown]
        found = [self._glyph(drawn, said) for drawn, said in letters if self.has_all(frozenset(drawn))]
        return found[::-1] if rtl else found

    def shape_words(self, words: Sequence[str], *, rtl: bool) -> tuple[Columns, list[tuple[str, int, int]]]:
        glyphs: list[Glyph] = []
        found: list[tuple[str, int, int]] = []
        for word in words:
            if found:
                glyphs.append((0, BETWEEN, 0.0, 0.0, 0.0))
            begin = len(glyphs)
            glyphs += self.shape(word, (0, len(word)), rtl=rtl)
            found.append((word, begin, len(glyphs)))
        gids, texts, advances, rights, ups = zip(*glyphs, strict=True) if glyphs else ((), (), (), (), ())
        return (gids, texts, advances, rights, ups), found

    def _glyph(self, drawn: str, said: str) -> Glyph:
        gid = 0 if self._font is None else int(self._font.charToGlyph[ord(drawn)])
        advance = 0.0 if unicodedata.combining(drawn) else self.width(gid)
        return gid, unicodedata.normalize("NFKC", said), advance, 0.0, 0.0

    def program(self, gids: Collection[int]) -> Program:
        """Return the font as it is: cutting it down is HarfBuzz's work, too."""
        return Program("truetype", self._data, {gid: gid for gid in gids})


def _read(file: Path) -> TTFontFile | None:
    """Return what reportlab reads of a font; it reads no outlines of PostScript, such a face has nothing."""
    try:
        return TTFontFile(str(file))
    except TTFError:
        return None


@cache
def _joins() -> ArabicReshaper:
    return ArabicReshaper({"delete_harakat": False, "support_ligatures": True})
