"""What is written in a field of several lines, sign by sign."""

from __future__ import annotations

from PySide6.QtWidgets import QTextEdit


def written(field: QTextEdit) -> str:
    """Return the text as it stands there: spaces that hold words together stay what they are."""
    return field.document().toRawText().replace("\u2029", "\n")
