"""What the signs of a table mean, in small grey below it."""

from __future__ import annotations

from functools import partial

from facilitator.documents.blocks import Sign, Words
from facilitator.documents.flow import Item
from facilitator.documents.grid import UNIT_PT
from facilitator.documents.plot import Key, draw_key, key_lines
from facilitator.documents.rich import spoken
from facilitator.documents.setting import Setter
from facilitator.documents.signs import SIGN_WIDE_PT, draw_sign
from facilitator.documents.styles import Roles
from facilitator.documents.surface import Surface, plain

_MIDDLE_PT = 2.5
"""How far above the baseline of small letters a sign has its middle."""


class SignKey:
    """The runs that have a sign, each behind it; a screen reader hears all of the words."""

    keeps_next = False
    notes: tuple[str, ...] = ()
    space = UNIT_PT / 2

    def __init__(self, setter: Setter, roles: Roles, text: Words) -> None:
        self._setter, self._style = setter, roles.grey_small
        self._words = plain(spoken(text))
        self._keys = [
            Key(SIGN_WIDE_PT, partial(_draw, run.sign), run.text) for run in text if run.sign is not None
        ]

    @property
    def height(self) -> float:
        return self._style.leading_pt * key_lines(self._setter, self._style, self._keys, 0.0)

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float) -> tuple[Item, Item | None]:  # noqa: ARG002 - two lines at most
        return self, None

    def draw(self, surface: Surface, top: float) -> None:
        with surface.tags.marked(surface.tags.root.add("P", words=self._words)):
            draw_key(surface, self._setter, self._style, self._keys, top, 0.0)


def _draw(sign: Sign, surface: Surface, at: float, baseline: float) -> None:
    draw_sign(surface, sign, at, baseline - _MIDDLE_PT)
