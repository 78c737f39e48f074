"""Sets paragraphs of six languages and both directions into PDF."""

from __future__ import annotations

from facilitator.documents.typeset.faces import FACES, UnknownFace
from facilitator.documents.typeset.paragraph import Block
from facilitator.documents.typeset.parting import is_vowelled
from facilitator.documents.typeset.pen import Weaver
from facilitator.documents.typeset.sheet import open_canvas, unswept
from facilitator.documents.typeset.style import Align, MissingGlyphs, Span, Style, Thread
from facilitator.documents.typeset.typesetter import Typesetter

__all__ = [
    "FACES",
    "Align",
    "Block",
    "MissingGlyphs",
    "Span",
    "Style",
    "Thread",
    "Typesetter",
    "UnknownFace",
    "Weaver",
    "is_vowelled",
    "open_canvas",
    "unswept",
]
