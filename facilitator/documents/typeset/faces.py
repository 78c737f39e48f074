"""The faces documents are set in: their files, weights, bold mates, and which one comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

CHINESE = "pylopdf_fonts_zh_cn"
_TEXT = 400  # the weight of running text


class UnknownFace(Exception):
    """A style names a face that does not exist."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True, eq=False)  # one object each, told apart as such
class Cut:
    """One face: a font file, or one fixed place on the axes of a variable one."""

    name: str
    package: str
    file: str
    postscript: str
    family: Literal["serif", "sans"]
    weight: int
    bold: str | Cut
    italic: str  # itself, where the script has no italic; so too with no name at all
    axes: Mapping[str, float] = field(default_factory=dict)
    slanted: bool = False
    thickened: bool = False  # bold by a stroke around the outline, where the family has one weight only
    parted: bool = False  # its Arabic words may be shaped in the parts that `parting` says


def _amiri(name: str, style: str, weight: int) -> Cut:
    file = f"Amiri-{style}"
    return Cut(name, "fontpkg_amiri", f"{file}.ttf", file, "serif", weight, "amiri-bold", name, parted=True)


def _source(name: str, style: str, weight: int, opsz: int, *, slanted: bool = False) -> Cut:
    axes = {"opsz": opsz, "wght": weight}
    file = f"SourceSerif4{'-Italic' if slanted else ''}[opsz,wght].ttf"
    italic = "source-serif-bold-italic" if weight > _TEXT else "source-serif-italic"
    bold = "source-serif-bold-italic" if slanted else "source-serif-bold"
    package, postscript = "fontpkg_source_serif_4", f"SourceSerif4-{style}-{opsz}pt"
    return Cut(name, package, file, postscript, "serif", weight, bold, italic, axes, slanted)


def _plex(name: str, style: str, weight: int, *, slanted: bool = False) -> Cut:
    axes = {"wdth": 100, "wght": weight}
    file = f"IBMPlexSans{'-Italic' if slanted else ''}[wdth,wght].ttf"
    italic = "plex-semibold-italic" if weight > _TEXT else "plex-italic"
    bold = "plex-semibold-italic" if slanted else "plex-semibold"
    package, postscript = "fontpkg_ibm_plex_sans", f"IBMPlexSans-{style}"
    return Cut(name, package, file, postscript, "sans", weight, bold, italic, axes, slanted)


def _plex_arabic(name: str, style: str, weight: int) -> Cut:
    package, postscript = "fontpkg_ibm_plex_sans_arabic", f"IBMPlexSansArabic-{style}"
    return Cut(name, package, f"{postscript}.ttf", postscript, "sans", weight, "plex-arabic-semibold", name)


def _hebrew(name: str, style: str, weight: int) -> Cut:
    package, file = "fontpkg_frank_ruhl_libre", "FrankRuhlLibre[wght].ttf"
    postscript, axes = f"FrankRuhlLibre-{style}", {"wght": weight}
    return Cut(name, package, file, postscript, "serif", weight, "frank-ruhl-bold", name, axes)


def _noto(kind: Literal["serif", "sans"], *, bold: bool = False) -> Cut:
    postscript = f"Noto{kind.capitalize()}SC-Regular"
    mate = f"noto-{kind}-sc-bold"
    name, weight = (mate, 700) if bold else (f"noto-{kind}-sc", 400)
    return Cut(name, CHINESE, f"{postscript}.otf", postscript, kind, weight, mate, name, thickened=bold)


FACES: Mapping[str, Cut] = {
    cut.name: cut
    for cut in (
        _amiri("amiri", "Regular", 400),
        _amiri("amiri-bold", "Bold", 700),
        _source("source-serif", "Regular", 400, 14),
        _source("source-serif-as-filed", "Regular", 400, 20),  # the file's own place on its axes
        _source("source-serif-semibold", "Semibold", 600, 24),
        _source("source-serif-bold", "Bold", 700, 14),
        _source("source-serif-italic", "Italic", 400, 14, slanted=True),
        _source("source-serif-bold-italic", "BoldItalic", 700, 14, slanted=True),
        _plex("plex", "Regular", 400),
        _plex("plex-light", "Light", 300),
        _plex("plex-semibold", "SemiBold", 600),
        _plex("plex-italic", "Italic", 400, slanted=True),
        _plex("plex-semibold-italic", "SemiBoldItalic", 600, slanted=True),
        _plex_arabic("plex-arabic", "Regular", 400),
        _plex_arabic("plex-arabic-light", "Light", 300),
        _plex_arabic("plex-arabic-semibold", "SemiBold", 600),
        _hebrew("frank-ruhl", "Regular", 400),
        _hebrew("frank-ruhl-bold", "Bold", 700),
        _noto("serif"),
        _noto("sans"),
        _noto("serif", bold=True),
        _noto("sans", bold=True),
    )
}


@cache
def order_of_choice(first: tuple[str | Cut, ...], *, bold: bool, italic: bool = False) -> tuple[Cut, ...]:
    """Return every face, the wanted ones first, then those most like the first of them; the Chinese last.

    Raises UnknownFace.
    """
    wanted = [_variant(name, bold=bold, italic=italic) for name in first]
    lead = wanted[0]

    def unlike(cut: Cut) -> tuple[bool, bool, bool, int]:
        return (
            cut.package == CHINESE,
            cut.slanted != lead.slanted,
            cut.family != lead.family,
            abs(cut.weight - lead.weight),
        )

    return tuple(dict.fromkeys([*wanted, *sorted(FACES.values(), key=unlike)]))


def _variant(face: str | Cut, *, bold: bool, italic: bool) -> Cut:
    cut = _cut(face)
    if bold and cut.bold:
        cut = _cut(cut.bold)
    return FACES[cut.italic] if italic and cut.italic else cut


def _cut(face: str | Cut) -> Cut:
    if isinstance(face, Cut):
        return face
    if face not in FACES:
        raise UnknownFace(face)
    return FACES[face]
