"""A template: paper with its margins, faces of each script, how large the text is, and a logo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.lib.units import mm

from facilitator.documents.grid import LANDSCAPE, UPRIGHT, Paper
from facilitator.documents.styles import Roles
from facilitator.documents.template.picture import Picture
from facilitator.documents.typeset import Style
from facilitator.documents.typeset.faces import Cut
from facilitator.documents.typeset.own_faces import FontFile

SERIF, SANS = "serif", "sans"
_STANDS_FOR: Mapping[str, Mapping[str, tuple[str, bool]]] = {
    "latin": {
        "source-serif": (SERIF, False),
        "source-serif-semibold": (SERIF, True),
        "source-serif-bold": (SERIF, True),
        "plex": (SANS, False),
        "plex-light": (SANS, False),
    },
    "arabic": {
        "amiri": (SERIF, False),
        "amiri-bold": (SERIF, True),
        "plex-arabic": (SANS, False),
        "plex-arabic-light": (SANS, False),
    },
    "chinese": {
        "noto-serif-sc": (SERIF, False),
        "noto-serif-sc-bold": (SERIF, True),
        "noto-sans-sc": (SANS, False),
    },
}
"""The faces of the usual styles, by script: what each of them is, and whether it is bold."""
SCRIPTS = tuple(_STANDS_FOR)


@dataclass(frozen=True, slots=True)
class OwnFace:
    """A face of the secretariat's and its bold mate, which may be the same file, thickened."""

    text: Cut
    bold: Cut
    font: FontFile


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture `width` points wide at the start of the document; `says` is for who cannot see it."""

    picture: Picture
    width: float
    says: str = ""

    @property
    def height(self) -> float:
        return self.width * self.picture.height / self.picture.width


@dataclass(frozen=True, slots=True)
class Template:
    """`faces` are by script and family; `scale` is that of all sizes against the usual ones."""

    upright: Paper = UPRIGHT
    landscape: Paper = LANDSCAPE
    scale: float = 1.0
    faces: Mapping[tuple[str, str], OwnFace] = field(default_factory=dict)
    logo: Logo | None = None

    def paper(self, *, landscape: bool) -> Paper:
        return self.landscape if landscape else self.upright

    def roles(self, usual: Roles) -> Roles:
        """Return the styles with the faces and in the size of this template."""
        worn: dict[str, Any] = {
            name: self._style(style)
            for name in usual.__dataclass_fields__
            if isinstance(style := getattr(usual, name), Style)
        }
        return replace(usual, sink=usual.sink * self.scale, **worn)

    def _style(self, style: Style) -> Style:
        return replace(
            style,
            size_pt=style.size_pt * self.scale,
            leading_pt=style.leading_pt * self.scale,
            faces=tuple(map(self._face, style.faces)),
            first_choice_ltr=tuple(map(self._face, style.first_choice_ltr)),
        )

    def _face(self, usual: str | Cut) -> str | Cut:
        for script, stands_for in _STANDS_FOR.items():
            family, bold = stands_for.get(str(usual), ("", False))
            own = self.faces.get((script, family))
            if own is not None:
                return own.bold if bold else own.text
        return usual


STANDARD = Template()


def with_margins(paper: Paper, margins_mm: Mapping[str, float]) -> Paper:
    """Return a paper with other margins, in millimetres; head and foot keep their distance to the text."""
    top, bottom, sides = (margins_mm.get(name) for name in ("top", "bottom", "sides"))
    higher = 0.0 if top is None else top * mm - round(paper.top / mm) * mm
    lower = 0.0 if bottom is None else bottom * mm - round(paper.bottom / mm) * mm
    return replace(
        paper,
        side=paper.side if sides is None else sides * mm,
        top=paper.top + higher,
        head_rule=paper.head_rule + higher,
        bottom=paper.bottom + lower,
        foot=paper.foot + lower,
    )
