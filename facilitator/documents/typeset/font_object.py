"""The fonts of one document: the code of every glyph used, and the objects that carry them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping

from facilitator.documents.typeset.engine import open_face
from facilitator.documents.typeset.faces import Cut
from facilitator.documents.typeset.glyphs import Face, Glyph, Program
from facilitator.documents.typeset.pdf_file import PdfFile, Ref, Value

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
_SLANT = -12  # degrees
_MAPPINGS_AT_ONCE = 100  # a CMap section holds no more
# Codes for glyphs that say nothing, such as the stroke that lengthens a letter: a reader that takes a code
# without text for a character finds one that no search minds.
_SILENT = (0x200D, 0x200C, 0x200B, *range(0x2060, 0x2065), *range(0x206A, 0x2070), *range(0xFE00, 0xFE10))


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
        self.in_place: dict[Glyph, str] = {}
        """What the array of a TJ holds for glyphs that stand where the one before them ends."""
        self._codes: dict[tuple[int, str], int] = {}
        self._shown: dict[tuple[int, str], str] = {}
        self._widths: dict[int, float] = {}
        self._spoken = (code for code in range(1, 0x10000) if code not in _SILENT)
        self._silent = iter(_SILENT)

    def code(self, glyph: Glyph) -> str:
        """Return the two-byte code of a glyph with its text, in hexadecimal."""
        found = self._shown.get(glyph[:2])
        if found is None:
            gid, text, *_ = glyph
            code = self._codes[gid, text] = gid if self.face.fixed_codes else self._free_code(text)
            found = self._shown[gid, text] = f"{code:04X}"
        return found

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

    def in_file(self, file: PdfFile) -> Ref:
        """Return the Type0 font, which stands in the file with everything below it."""
        program = self.face.program(list(self._widths))
        name = f"/{_subset_tag(self.face.cut.name, self._codes)}+{self.face.cut.postscript}".encode()
        mappings = _CMAP.format(mappings=self._mappings()).encode()
        return file.add(
            {
                "Type": b"/Font",
                "Subtype": b"/Type0",
                "BaseFont": name,
                "Encoding": b"/Identity-H",
                "DescendantFonts": [self._descendant(file, program, name)],
                "ToUnicode": file.add_stream(mappings, {}),
            }
        )

    def _descendant(self, file: PdfFile, program: Program, name: bytes) -> Ref:
        truetype = program.kind == "truetype"
        entries: dict[str, Value] = {
            "Type": b"/Font",
            "Subtype": b"/CIDFontType2" if truetype else b"/CIDFontType0",
            "BaseFont": name,
            "CIDSystemInfo": {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0},
            "FontDescriptor": self._descriptor(file, program, name),
            "DW": 0,
            "W": list(self._width_entries()),
        }
        if truetype:
            entries["CIDToGIDMap"] = file.add_stream(self._places(program), {})
        return file.add(entries)

    def _descriptor(self, file: PdfFile, program: Program, name: bytes) -> Ref:
        measures = self.face.measures
        truetype = program.kind == "truetype"
        key = "FontFile2" if truetype else "FontFile3"
        about: Mapping[str, Value] = (
            {"Length1": len(program.data)} if truetype else {"Subtype": b"/CIDFontType0C"}
        )
        return file.add(
            {
                "Type": b"/FontDescriptor",
                "FontName": name,
                "Flags": 4,  # glyphs beyond the standard Latin ones
                "FontBBox": measures.box,
                "ItalicAngle": _SLANT if self.face.cut.slanted else 0,
                "Ascent": round(measures.ascent),
                "Descent": -round(measures.descent),
                "CapHeight": round(measures.ascent * 0.65),
                "StemV": self.face.cut.weight // 5,
                key: file.add_stream(program.data, about),
            }
        )

    def _width_entries(self) -> Iterator[Value]:
        """Yield a code and the widths from it on, for each stretch of codes without a gap."""
        codes = {code: gid for (gid, _), code in self._codes.items()}
        row: list[Value] = []
        last = -1
        for code in sorted(codes):
            if code != last + 1 or not row:
                row = []
                yield code
                yield row
            row.append(round(self._widths[codes[code]], 2))
            last = code

    def _places(self, program: Program) -> bytes:
        places = [0] * (max(self._codes.values()) + 1)
        for (gid, _), code in self._codes.items():
            places[code] = program.places[gid]
        return b"".join(place.to_bytes(2, "big") for place in places)

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
    """All faces in use in one document."""

    def __init__(self) -> None:
        self._fonts: dict[Cut, FontInUse] = {}
        self.missing: dict[str, None] = {}
        """Characters that no face has, in the order in which they were met."""

    def of(self, cut: Cut) -> FontInUse:
        """Return the font of a face."""
        if cut not in self._fonts:
            self._fonts[cut] = FontInUse(open_face(cut), f"/T{len(self._fonts) + 1}")
        return self._fonts[cut]

    def in_file(self, file: PdfFile) -> Mapping[str, Ref]:
        """Return the fonts by the names that the pages call them."""
        drawn = filter(FontInUse.is_drawn, self._fonts.values())
        return {font.resource[1:]: font.in_file(file) for font in drawn}


def _subset_tag(name: str, codes: dict[tuple[int, str], int]) -> str:
    """Six letters that tell this subset from others, the same for the same glyphs."""
    number = zlib.crc32(repr((name, list(codes))).encode())
    return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))
