"""Sets paragraphs of six languages and both directions into PDF."""

from __future__ import annotations

from facilitator.documents.typeset.faces import FACES, UnknownFace
from facilitator.documents.typeset.lines import Weaver
from facilitator.documents.typeset.paragraph import Block
from facilitator.documents.typeset.sheet import Sheet, open_sheet, unswept
from facilitator.documents.typeset.style import Align, MissingGlyphs, Span, Style, Thread, rgb
from facilitator.documents.typeset.typesetter import Typesetter

__all__ = [
    "FACES",
    "Align",
    "Block",
    "MissingGlyphs",
    "Sheet",
    "Span",
    "Style",
    "Thread",
    "Typesetter",
    "UnknownFace",
    "Weaver",
    "open_sheet",
    "rgb",
    "unswept",
]
