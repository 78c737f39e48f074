"""Buttons: one filled at most, all others outlined, plain or quiet; and the keys of the live acts."""

from __future__ import annotations

from enum import Enum
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facilitator.language.direction import isolate, ltr
from facilitator.ui.context import Attire, Context
from facilitator.ui.icons import draw_icon
from facilitator.ui.painting import Pencil, Side, width_of
from facilitator.ui.type import Role

_FOCUS = 2


class Look(Enum):
    FILLED = "filled"
    OUTLINE = "outline"
    PLAIN = "plain"
    QUIET = "quiet"


def pressed_by(event: QKeyEvent) -> bool:
    """Say whether a key presses what has the focus: Enter, by itself."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held and not event.isAutoRepeat()


class Button(QAbstractButton):
    """A button with a word, perhaps an icon before it and a key after it."""

    def __init__(
        self,
        context: Attire,
        text: str,
        look: Look = Look.PLAIN,
        *,
        icon: str = "",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._look, self._icon, self._key = context, look, icon, key
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def lead(self, key: str) -> None:
        """It is the filled one and names the key that presses it; without a key another button is."""
        self._key, self._look = key, Look.FILLED if key else Look.OUTLINE
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._words() + self._keys(), 32)

    def minimumSizeHint(self) -> QSize:
        """Where room is short the key goes, never the word."""
        return QSize(self._words(), 32)

    def _words(self) -> int:
        return ceil(24 + width_of(self.text(), self._font) + (24 if self._icon else 0))

    def _keys(self) -> int:
        return ceil(width_of(self._key, self._cap) + 20) if self._key else 0

    @property
    def _font(self) -> QFont:
        return self._context.font(Role.BUTTON)

    @property
    def _cap(self) -> QFont:
        return self._context.font(Role.CAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does; held down it presses once."""
        if pressed_by(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=self._context.rtl)
        ink = self._ground(pencil)
        x = 12.0
        if self._icon:
            box = pencil.box(x, (self.height() - 16) / 2, 16, 16)
            draw_icon(painter, self._icon, box, ink, rtl=self._context.rtl)
            x += 24
        width = width_of(self.text(), self._font) + 2
        pencil.text(
            pencil.box(x, 0, min(width, self.width() - x), self.height()), self.text(), self._font, ink
        )
        if self._key and self.width() >= self._words() + self._keys():
            draw_cap(
                pencil, self.width() - 12 - width_of(self._key, self._cap) - 10, self._key, self._cap, ink
            )
        painter.end()

    def _ground(self, pencil: Pencil) -> QColor:
        tokens, whole = self._context.tokens, pencil.bounds
        if self._look is Look.FILLED and self.isEnabled():
            pencil.rounded(whole, tokens.accent, 4)
            if self.hasFocus():
                pencil.frame(whole.adjusted(3, 3, -3, -3), tokens.accent_ink, 1, 2)
            return tokens.accent_ink
        if self.isDown() or self.isChecked():
            pencil.rounded(whole, tokens.accent_soft, 4)
        elif self.underMouse() and self.isEnabled():
            pencil.rounded(whole, tokens.sunken, 4)
        if not self.isEnabled():
            pencil.dashes(whole, tokens.edge, 4)
            return tokens.text3
        if self._look is not Look.QUIET or self.hasFocus():
            told = self._look is Look.OUTLINE or self.hasFocus() or self.isChecked()
            line = tokens.accent if told else tokens.edge
            pencil.frame(whole, line, _FOCUS if self.hasFocus() else 1, 4)
        return tokens.text if self._look is Look.PLAIN else tokens.accent


def draw_cap(pencil: Pencil, x: float, key: str, font: QFont, ink: QColor) -> None:
    """A key's name stands in a small frame at `x`; it is read as it is engraved, from left to right."""
    key = ltr(key)
    width = width_of(key, font) + 10
    box = pencil.box(x, (pencil.bounds.height() - 18) / 2, width, 18)
    pencil.frame(box, ink, 1, 3)
    pencil.text(box, key, font, ink, Side.MIDDLE)


class KeyButton(QAbstractButton):
    """A key of the keyboard with what it does; the picture of the keyboard is never mirrored."""

    def __init__(self, context: Context, key: str, *, filled: bool = False, height: int = 40) -> None:
        super().__init__()
        self._context, self._key, self._filled = context, context.keys.of(key), filled
        self._on = False
        self._said: tuple[str, bool, str, bool] | None = None
        self.setFixedHeight(height)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy.Policy.Ignored if filled else QSizePolicy.Policy.Maximum
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)

    def say(self, text: str, *, enabled: bool = True, reason: str = "", on: bool = False) -> None:
        """The key does this now; unavailable, its tool tip says why."""
        said = (text, enabled, reason, on)
        if said == self._said:
            return
        self._said = said
        self.setText(text)
        self.setEnabled(enabled)
        self.setToolTip(reason or text)
        self.setAccessibleName(f"{self._key}: {text}")
        self._on = on
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(
            round(24 + max(width_of(self.text(), self._word), width_of(self._key, self._cap))), self.height()
        )

    @property
    def _word(self) -> QFont:
        return self._context.font(Role.SMALL_STRONG)

    @property
    def _cap(self) -> QFont:
        return self._context.font(Role.CAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, QRectF(self.rect()), rtl=False)
        tokens, whole = self._context.tokens, pencil.bounds
        ink, cap = tokens.text, tokens.text2
        if self._filled and self.isEnabled():
            pencil.rounded(whole, tokens.accent, 4)
            ink = cap = tokens.accent_ink
        else:
            pencil.rounded(whole, tokens.accent_soft if self.isDown() else tokens.surface, 4)
            if self.isEnabled():
                pencil.frame(whole, tokens.line, 1, 4)
            else:
                pencil.dashes(whole, tokens.edge, 4)
                ink = cap = tokens.text3
        if self._on:
            pencil.fill(pencil.box(4, self.height() - 4, self.width() - 8, 3), tokens.accent)
        half = self.height() / 2
        pencil.text(pencil.box(11, 3, self.width() - 16, half - 3), self._key, self._cap, cap)
        words = isolate(self.text())  # the picture of the keyboard runs left to right, its words do not
        pencil.text(pencil.box(11, half - 2, self.width() - 16, half), words, self._word, ink)
        painter.end()
