"""Which engine shapes: HarfBuzz, or joined forms from a table where HarfBuzz cannot be loaded."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from facilitator.documents.typeset.faces import Cut
from facilitator.documents.typeset.glyphs import Face
from facilitator.language.places import font_file

try:
    from facilitator.documents.typeset.harfbuzz import HarfBuzzFace as _Engine
except ImportError:  # a desktop without a wheel of uharfbuzz
    from facilitator.documents.typeset.reshaped import (  # type: ignore[assignment]  # the same Face
        ReshapedFace as _Engine,
    )


@cache
def open_face(cut: Cut) -> Face:
    """Return a face ready to shape, read once in the life of the process."""
    return _Engine(cut, font_file(cut.package, cut.file) if cut.package else Path(cut.file))
