"""One line of words on the report desk."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from facilitator.language.direction import bare
from facilitator.ui.context import Context
from facilitator.ui.type import Role


class Line(QLabel):
    """One line that ends in dots where the window is too narrow; all of it is in the tool tip."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._whole = context, ""
        self.setFont(context.font(Role.CAPTION))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, text: str, *, warn: bool = False) -> None:
        self._whole = text
        palette, tokens = self.palette(), self._context.tokens
        palette.setColor(self.foregroundRole(), tokens.warn if warn else tokens.text2)
        self.setPalette(palette)
        self.setToolTip(bare(text))
        self.setAccessibleName(bare(text))
        self.setVisible(bool(text))
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width()))
        self.setText(shown)
