"""The logo of a template, above all else on the first page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from facilitator.documents.flow import Item
from facilitator.documents.grid import UNIT_PT
from facilitator.documents.surface import Surface, plain
from facilitator.documents.template.picture import read_picture
from facilitator.documents.template.template import Logo, Template


@dataclass(frozen=True, slots=True)
class LogoItem:
    """The picture at the edge where lines begin; without words for it, it is decoration."""

    logo: Logo
    space: float = 0.0
    keeps_next: ClassVar[bool] = True
    notes: ClassVar[tuple[str, ...]] = ()

    @property
    def height(self) -> float:
        return self.logo.height + UNIT_PT

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float) -> tuple[Item, Item | None]:  # noqa: ARG002 - a picture is never parted
        return self, None

    def draw(self, surface: Surface, top: float) -> None:
        if not self.logo.says:
            with surface.tags.artifact():
                self._draw(surface, top)
            return
        with surface.tags.marked(surface.tags.root.add("Figure", alt=plain(self.logo.says))):
            self._draw(surface, top)

    def _draw(self, surface: Surface, top: float) -> None:
        surface.picture(self.logo.picture, self.logo.width, self.logo.height, top)


def picture_of(file: Path, width: float, says: str) -> LogoItem:
    """Return a picture within the text, `width` points wide; raises NotAPicture and OSError."""
    return LogoItem(Logo(read_picture(file), width, says), UNIT_PT)


def logo_of(template: Template) -> Iterator[LogoItem]:
    """Yield the logo, if there is one."""
    if template.logo is not None:
        yield LogoItem(template.logo)
