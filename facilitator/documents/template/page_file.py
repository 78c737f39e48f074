"""The file `page.toml` of a template folder: read whole, or refused with the place of its first fault."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from reportlab.lib.units import mm

from facilitator.documents.grid import LANDSCAPE, UPRIGHT
from facilitator.documents.template.faults import (
    TemplateFileMissing,
    TemplateMissing,
    TemplateNotFont,
    TemplateNotPicture,
    TemplateNotText,
    TemplateNotToml,
    TemplateOutOfRange,
    TemplateUnknown,
)
from facilitator.documents.template.picture import NotAPicture, read_picture
from facilitator.documents.template.template import (
    SANS,
    SCRIPTS,
    SERIF,
    Logo,
    OwnFace,
    Template,
    with_margins,
)
from facilitator.documents.typeset.own_faces import FontFile, NotAFont, own_cuts, read_font

PAGE_FILE = "page.toml"
_USUAL_SIZE_PT = 10.0
_MARGINS_MM: Mapping[str, tuple[float, float]] = {"top": (15, 80), "bottom": (15, 80), "sides": (10, 40)}
_SIZE_PT = (7.0, 14.0)
_LOGO_MM = (5.0, 120.0)
_FACES = {name: family for family in (SERIF, SANS) for name in (family, f"{family}_bold")}
_PARTS = ("margins", "landscape", "text", "faces", "logo")


def read_template(folder: Path) -> Template:
    """Return the template that a folder holds; raises what is in `faults`."""
    path = folder / PAGE_FILE
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateMissing(file=PAGE_FILE, folder=str(folder.absolute())) from error
    except tomllib.TOMLDecodeError as error:
        raise TemplateNotToml(file=PAGE_FILE, problem=str(error)) from error
    return _PageFile(folder, content).template()


@dataclass(frozen=True, slots=True)
class _PageFile:
    folder: Path
    content: Mapping[str, Any]

    def template(self) -> Template:
        self._known(self.content, _PARTS, "")
        text = self._part("text", ("size",))
        size = self._number(text, "text", "size", _SIZE_PT, _USUAL_SIZE_PT)
        return Template(
            with_margins(UPRIGHT, dict(self._margins("margins"))),
            with_margins(LANDSCAPE, dict(self._margins("landscape"))),
            size / _USUAL_SIZE_PT,
            dict(self._faces()),
            self._logo(),
        )

    def _margins(self, part: str) -> Iterator[tuple[str, float]]:
        margins = self._part(part, _MARGINS_MM)
        for name in margins:
            yield name, self._number(margins, part, name, _MARGINS_MM[name])

    def _faces(self) -> Iterator[tuple[tuple[str, str], OwnFace]]:
        for script in self._part("faces", SCRIPTS):
            part = f"faces.{script}"
            files = self._table(self.content["faces"][script], part, _FACES)
            for family in dict.fromkeys(_FACES[name] for name in files):
                kind = cast("Literal['serif', 'sans']", family)
                text = self._font(files, part, family)
                bold = self._font(files, part, f"{family}_bold") if f"{family}_bold" in files else None
                yield (script, family), OwnFace(*own_cuts(text, bold, kind), text)

    def _font(self, files: Mapping[str, Any], part: str, name: str) -> FontFile:
        path, where = self._file(files, part, name)
        try:
            return read_font(path)
        except (NotAFont, OSError) as error:
            raise TemplateNotFont(file=PAGE_FILE, where=where, name=path.name) from error

    def _logo(self) -> Logo | None:
        logo = self._part("logo", ("file", "width", "says"))
        if not logo:
            return None
        path, where = self._file(logo, "logo", "file")
        try:
            picture = read_picture(path)
        except (NotAPicture, OSError) as error:
            raise TemplateNotPicture(file=PAGE_FILE, where=where, name=path.name) from error
        width = self._number(logo, "logo", "width", _LOGO_MM, 30.0)
        return Logo(picture, width * mm, self._text(logo, "logo", "says") if "says" in logo else "")

    # -- values ----------------------------------------------------------------------------------------

    def _part(self, name: str, known: Mapping[str, Any] | tuple[str, ...]) -> Mapping[str, Any]:
        return self._table(self.content.get(name, {}), name, known)

    def _table(self, found: Any, where: str, known: Mapping[str, Any] | tuple[str, ...]) -> Mapping[str, Any]:  # noqa: ANN401 - whatever TOML holds there
        if not isinstance(found, dict):
            raise TemplateUnknown(file=PAGE_FILE, where=where, known=f"[{where}]")
        self._known(found, known, f"{where}.")
        return found

    @staticmethod
    def _known(found: Mapping[str, Any], known: Mapping[str, Any] | tuple[str, ...], before: str) -> None:
        for name in found:
            if name not in known:
                raise TemplateUnknown(file=PAGE_FILE, where=before + name, known=", ".join(known))

    @staticmethod
    def _number(
        found: Mapping[str, Any],
        part: str,
        name: str,
        limits: tuple[float, float],
        usual: float | None = None,
    ) -> float:
        value = found.get(name, usual)
        least, most = limits
        if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
            raise TemplateOutOfRange(
                file=PAGE_FILE, where=f"{part}.{name}", least=f"{least:g}", most=f"{most:g}"
            )
        return float(value)

    @staticmethod
    def _text(found: Mapping[str, Any], part: str, name: str) -> str:
        text = found.get(name)
        if not isinstance(text, str):
            raise TemplateNotText(file=PAGE_FILE, where=f"{part}.{name}")
        return text

    def _file(self, found: Mapping[str, Any], part: str, name: str) -> tuple[Path, str]:
        """Return a file of the folder; a name that leads out of it is none."""
        named = self._text(found, part, name)
        where, path = f"{part}.{name}", self.folder / named
        if Path(named).name != named or not path.is_file():
            raise TemplateFileMissing(file=PAGE_FILE, where=where, name=named)
        return path, where
