"""The faces documents are set in: their files, weights, bold mates, and which one comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from facilitator.documents.typeset.style import UnknownFace

CHINESE = "pylopdf_fonts_zh_cn"


@dataclass(frozen=True, slots=True, eq=False)  # one object each, told apart as such
class Cut:
    """One face: a font file, or one fixed place on the axes of a variable one."""

    name: str
    package: str
    file: str
    postscript: str
    family: Literal["serif", "sans"]
    weight: int
    bold: str
    axes: Mapping[str, float] = field(default_factory=dict)
    thickened: bool = False  # bold by a stroke around the outline, where the family has one weight only


def _amiri(name: str, style: str, weight: int) -> Cut:
    return Cut(name, "fontpkg_amiri", f"Amiri-{style}.ttf", f"Amiri-{style}", "serif", weight, "amiri-bold")


def _source(name: str, style: str, weight: int, opsz: int) -> Cut:
    axes = {"opsz": opsz, "wght": weight}
    file, postscript = "SourceSerif4[opsz,wght].ttf", f"SourceSerif4-{style}-{opsz}pt"
    return Cut(name, "fontpkg_source_serif_4", file, postscript, "serif", weight, "source-serif-bold", axes)


def _plex(name: str, style: str, weight: int) -> Cut:
    axes = {"wdth": 100, "wght": weight}
    file = "IBMPlexSans[wdth,wght].ttf"
    return Cut(
        name, "fontpkg_ibm_plex_sans", file, f"IBMPlexSans-{style}", "sans", weight, "plex-semibold", axes
    )


def _plex_arabic(name: str, style: str, weight: int) -> Cut:
    package, postscript = "fontpkg_ibm_plex_sans_arabic", f"IBMPlexSansArabic-{style}"
    return Cut(name, package, f"{postscript}.ttf", postscript, "sans", weight, "plex-arabic-semibold")


def _noto(kind: Literal["serif", "sans"], *, bold: bool = False) -> Cut:
    postscript = f"Noto{kind.capitalize()}SC-Regular"
    name, mate = f"noto-{kind}-sc", f"noto-{kind}-sc-bold"
    weight = 700 if bold else 400
    file = f"{postscript}.otf"
    return Cut(mate if bold else name, CHINESE, file, postscript, kind, weight, mate, thickened=bold)


FACES: Mapping[str, Cut] = {
    cut.name: cut
    for cut in (
        _amiri("amiri", "Regular", 400),
        _amiri("amiri-bold", "Bold", 700),
        _source("source-serif", "Regular", 400, 14),
        _source("source-serif-as-filed", "Regular", 400, 20),  # the file's own place on its axes
        _source("source-serif-semibold", "Semibold", 600, 24),
        _source("source-serif-bold", "Bold", 700, 14),
        _plex("plex", "Regular", 400),
        _plex("plex-light", "Light", 300),
        _plex("plex-semibold", "SemiBold", 600),
        _plex_arabic("plex-arabic", "Regular", 400),
        _plex_arabic("plex-arabic-light", "Light", 300),
        _plex_arabic("plex-arabic-semibold", "SemiBold", 600),
        _noto("serif"),
        _noto("sans"),
        _noto("serif", bold=True),
        _noto("sans", bold=True),
    )
}


@cache
def order_of_choice(first: tuple[str, ...], *, bold: bool) -> tuple[Cut, ...]:
    """Return every face, the wanted ones first, then those most like the first of them; the Chinese last.

    Raises UnknownFace.
    """
    for name in first:
        if name not in FACES:
            raise UnknownFace(name)
    wanted = [FACES[FACES[name].bold] if bold else FACES[name] for name in first]
    lead = wanted[0]

    def unlike(cut: Cut) -> tuple[bool, bool, int]:
        return cut.package == CHINESE, cut.family != lead.family, abs(cut.weight - lead.weight)

    return tuple(dict.fromkeys([*wanted, *sorted(FACES.values(), key=unlike)]))
