"""The fonts of one document: the code of every glyph used, and the objects that carry them."""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from facilitator.documents.typeset.engine import open_face
from facilitator.documents.typeset.faces import Cut
from facilitator.documents.typeset.glyphs import BETWEEN, Face, Glyph, Program
from facilitator.documents.typeset.parting import APART, Parts, lots, pays
from facilitator.documents.typeset.sheet import document_of

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{mappings}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
RAISED = "^"
"""Stands, in an array in the making, for a glyph that is not on the line."""
_MANY = 100  # numbers: fewer are shaped as soon as it is known how digits stand beside each other
_DIGITS = "0123456789"
_NUMBER = re.compile(f"[{_DIGITS}]+[.]?")
_SLANT = -12  # degrees
_MAPPINGS_AT_ONCE = 100  # a CMap section holds no more
# Codes for glyphs that say nothing, such as the stroke that lengthens a letter: a reader that takes a code
# without text for a character finds one that no search minds.
_SILENT = (0x200D, 0x200C, 0x200B, *range(0x2060, 0x2065), *range(0x206A, 0x2070), *range(0xFE00, 0xFE10))


class _Placed(dict[Glyph, str]):
    """What the array of a TJ holds for a glyph behind any other; of one that is new, it is asked."""

    def __init__(self, new: Callable[[Glyph], str]) -> None:
        self._new = new

    def __missing__(self, glyph: Glyph) -> str:
        found = self[glyph] = self._new(glyph)
        return found


class FontInUse:
    """One face in one document.

    A glyph that stands for two texts (a letter joined in the same shape as another) gets two codes, so that
    each reads back as what was typed. Fonts with fixed codes have one, for the shorter text.
    """

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self.shaped: tuple[dict[str, tuple[float, str]], dict[str, tuple[float, str]]] = ({}, {})
        """Words that run either way: how wide they are, in thousandths of the size, and what a TJ holds."""
        self._placed = _Placed(self._place)
        self._parts = Parts(face, self._inside)
        self._codes: dict[tuple[int, str], int] = {}
        self._shown: dict[tuple[int, str], str] = {}
        self._widths: dict[int, float] = {}
        self._spoken = (code for code in range(1, 0x10000) if code not in _SILENT)
        self._silent = iter(_SILENT)

    def shape(self, words: Sequence[str], *, rtl: bool) -> list[tuple[str, Sequence[Glyph]]]:
        """New words of one alphabet are among the `shaped`; return those in which a glyph is raised.

        They are shaped in lots that a processor keeps at hand; the last words first where those run to the
        left, for so their glyphs come.
        """
        raised: list[tuple[str, Sequence[Glyph]]] = []
        if rtl and self.face.cut.parted and pays(words):
            joined = self._parts.joined(words)
            known = {word: (width, array) for word, width, array in joined if RAISED not in array}
            self.shaped[True].update(known)
            words = [word for word in words if word not in known]
        for lot in lots(words, rtl=rtl):
            raised += self._shape(lot, rtl=rtl)
        return raised

    def _shape(self, words: Sequence[str], *, rtl: bool) -> Iterator[tuple[str, Sequence[Glyph]]]:
        """As above, of one lot."""
        columns, found = self.face.shape_words(words, rtl=rtl)
        arrays = self.array(zip(*columns, strict=True)).split(APART)
        reach = [0.0, *accumulate(columns[2])]
        shaped = self.shaped[rtl]
        for (word, begin, end), array in zip(found, arrays, strict=True):
            if RAISED in array:
                yield word, list(zip(*[column[begin:end] for column in columns], strict=True))
            else:
                shaped[word] = reach[end] - reach[begin], array

    def count(self, numbers: Sequence[str]) -> None:
        """Numbers are among the `shaped`, put together from their digits if there are many."""
        shaped = self.shaped[False]
        new = [number for number in numbers if number not in shaped and _NUMBER.fullmatch(number)]
        if len(new) < _MANY or not (digits := self._digits):
            return
        width_of, code_of = digits[0].__getitem__, digits[1].__getitem__
        for number in new:
            shaped[number] = sum(map(width_of, number)), f"<{''.join(map(code_of, number))}>"

    @cached_property
    def _digits(self) -> tuple[dict[str, float], dict[str, str]] | None:
        """The widths and the codes of digits and the dot; None in a face that moves any beside another."""
        signs = [*_DIGITS, "."]
        pairs = [one + other for one in _DIGITS for other in signs]
        if len(self.face.having([*signs])) < len(signs):
            return None
        columns, found = self.face.shape_words([*signs, *pairs], rtl=False)
        glyphs = list(zip(*columns, strict=True))
        said = {word: glyphs[begin:end] for word, begin, end in found}
        if any(said[pair] != [*said[pair[0]], *said[pair[1]]] for pair in pairs):
            return None
        arrays = {sign: self.array(said[sign]) for sign in signs}
        if any(len(array) != len("<0000>") for array in arrays.values()):
            return None
        widths = {sign: sum([glyph[2] for glyph in said[sign]]) for sign in signs}
        return widths, {sign: array[1:-1] for sign, array in arrays.items()}

    def code(self, glyph: Glyph) -> str:
        """Return the two-byte code of a glyph with its text, in hexadecimal."""
        found = self._shown.get(glyph[:2])
        if found is None:
            gid, text, *_ = glyph
            code = self._codes[gid, text] = gid if self.face.fixed_codes else self._free_code(text)
            found = self._shown[gid, text] = f"{code:04X}"
        return found

    def array(self, glyphs: Iterable[Glyph]) -> str:
        """Return what the array of a TJ holds for glyphs; a sign stands for each that is not on the line."""
        return f"<{self._inside(glyphs)}>".replace("<>", "")

    def _inside(self, glyphs: Iterable[Glyph]) -> str:
        return "".join(map(self._placed.__getitem__, glyphs))

    def _place(self, glyph: Glyph) -> str:
        gid, text, advance, right, up = glyph
        if text == BETWEEN or up:
            return f">{APART}<" if text == BETWEEN else RAISED
        hanging = advance - right - self.width(gid)
        moved, moves_on = f"> {-right:g} <" if right else "", f">{-hanging:g}<" if hanging else ""
        return moved + self.code(glyph) + moves_on

    def _free_code(self, text: str) -> int:
        """The next code; of a glyph that says nothing, the next silent one."""
        free = next(self._silent, None) if not text else None
        return next(self._spoken) if free is None else free

    def width(self, gid: int) -> float:
        """Return the glyph's own width, as the file states it."""
        width = self._widths.get(gid)
        if width is None:
            width = self._widths[gid] = self.face.width(gid)
        return width

    def is_drawn(self) -> bool:
        """Return whether any glyph was asked for."""
        return bool(self._codes)

    def in_file(self, document: PDFDocument) -> PDFDictionary:
        """Return the Type0 font with everything below it as objects of the document."""
        program = self.face.program(list(self._widths))
        name = f"{_subset_tag(self.face.cut.name, self._codes)}+{self.face.cut.postscript}"
        return PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(name),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(self._descendant(document, program, name))]),
                "ToUnicode": document.Reference(_stream(_CMAP.format(mappings=self._mappings()).encode())),
            }
        )

    def _descendant(self, document: PDFDocument, program: Program, name: str) -> PDFDictionary:
        truetype = program.kind == "truetype"
        identity = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        entries = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2" if truetype else "CIDFontType0"),
            "BaseFont": PDFName(name),
            "CIDSystemInfo": PDFDictionary(identity),
            "FontDescriptor": document.Reference(self._descriptor(document, program, name)),
            "DW": 0,
            "W": self._width_entries(),
        }
        if truetype:
            entries["CIDToGIDMap"] = document.Reference(_stream(self._places(program)))
        return PDFDictionary(entries)

    def _descriptor(self, document: PDFDocument, program: Program, name: str) -> PDFDictionary:
        measures = self.face.measures
        entries = {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(name),
            "Flags": 4,  # glyphs beyond the standard Latin ones
            "FontBBox": PDFArray(measures.box),
            "ItalicAngle": _SLANT if self.face.cut.slanted else 0,
            "Ascent": round(measures.ascent),
            "Descent": -round(measures.descent),
            "CapHeight": round(measures.ascent * 0.65),
            "StemV": self.face.cut.weight // 5,
        }
        if program.kind == "truetype":
            stream = _stream(program.data)
            stream.dictionary["Length1"] = len(program.data)
            entries["FontFile2"] = document.Reference(stream)
        else:
            stream = _stream(program.data)
            stream.dictionary["Subtype"] = PDFName("CIDFontType0C")
            entries["FontFile3"] = document.Reference(stream)
        return PDFDictionary(entries)

    def _width_entries(self) -> bytes:
        """The widths of all codes, ready as they stand in the file: there are hundreds."""
        used = sorted({code: gid for (gid, _), code in self._codes.items()}.items())
        return f"[{' '.join(f'{code} [{self._widths[gid]:.6g}]' for code, gid in used)}]".encode()

    def _places(self, program: Program) -> bytes:
        places = [0] * (max(self._codes.values()) + 1)
        for (gid, _), code in self._codes.items():
            places[code] = program.places[gid]
        return struct.pack(f">{len(places)}H", *places)

    def _mappings(self) -> str:
        said: dict[int, str] = {}
        for (_, text), code in self._codes.items():
            if code not in said or (text and len(text) < len(said[code])):
                said[code] = text
        lines = [
            f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>\n"
            for code, text in sorted(said.items())
        ]
        parts = (lines[i : i + _MAPPINGS_AT_ONCE] for i in range(0, len(lines), _MAPPINGS_AT_ONCE))
        return "".join(f"{len(part)} beginbfchar\n{''.join(part)}endbfchar\n" for part in parts)


class DocumentFonts:
    """All faces in use in one document; reportlab calls `addObjects` when the document is saved."""

    _dynamicFont = _multiByte = 1  # noqa: N815 - what reportlab asks of a font

    def __init__(self) -> None:
        self._fonts: dict[Cut, FontInUse] = {}
        self._served: Canvas | None = None
        self.missing: dict[str, None] = {}
        """Characters that no face has, in the order in which they were met."""

    def of(self, cut: Cut) -> FontInUse:
        """Return the font of a face."""
        if cut not in self._fonts:
            self._fonts[cut] = FontInUse(open_face(cut), f"/T{len(self._fonts) + 1}")
        return self._fonts[cut]

    def serve(self, canvas: Canvas) -> None:
        """Have the document on the canvas carry these fonts."""
        if canvas is self._served:  # it is asked for each paragraph
            return
        self._served = canvas
        if self not in (fonts := document_of(canvas).delayedFonts):
            fonts.append(self)

    def addObjects(self, document: PDFDocument) -> None:
        """Put the fonts into the resources that all pages share."""
        shared: Any = document.idToObject["BasicFonts"]  # a dictionary object, which its stub does not say
        for font in filter(FontInUse.is_drawn, self._fonts.values()):
            shared.dict[font.resource[1:]] = document.Reference(font.in_file(document))


def _stream(data: bytes) -> PDFStream:
    return PDFStream(content=data, filters=[PDFZCompress])


def _subset_tag(name: str, codes: dict[tuple[int, str], int]) -> str:
    """Six letters that tell this subset from others, the same for the same glyphs."""
    digest = hashlib.sha256(repr((name, list(codes))).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
