"""The colours of a theme on Qt's own parts: palette and one short style sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from facilitator.language.speech import Language
from facilitator.ui.motion import keep_still
from facilitator.ui.qt_words import translate_qt
from facilitator.ui.tokens import DARK, DARK_STRONG, LIGHT, LIGHT_STRONG, Tokens
from facilitator.ui.type import Role, font, load_faces

_SHEET = """
QLineEdit, QPlainTextEdit, QTextEdit {{ background: {surface}; border: 1px solid {edge}; border-radius: 4px;
  padding: 0 8px; color: {text}; selection-background-color: {accent}; selection-color: {accent_ink}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {accent}; padding: 0 7px; }}
*[bare="true"], *[bare="true"]:focus {{ background: transparent; border: 0; padding: 0; }}
QMenu {{ menu-scrollable: 1; background: {surface}; border: 1px solid {edge}; padding: 4px 0; }}
QMenu::item {{ padding: 6px 20px; color: {text}; background: transparent; }}
QMenu::item:selected {{ background: {accent_soft}; }}
QMenu::item:disabled {{ color: {text3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 0; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {edge}; padding: 4px 8px; }}
QScrollBar:vertical {{ background: {surface}; width: 10px; margin: 0; border: 0; }}
QScrollBar::handle:vertical {{ background: {hatch}; min-height: 24px; border-radius: 3px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: none; height: 0; }}
QCheckBox::indicator:unchecked {{ width: 12px; height: 12px; border: 1px solid {edge};
  border-radius: 3px; }}
QListView {{ background: {surface}; border: 0; outline: 0; }}
"""


def tokens(theme: str | None = None, *, strong: bool = False) -> Tokens:
    """Return the colours of a theme, "light" or "dark"; without one those the system prefers.

    They have more contrast where it is asked for, here or by the system for all programs.
    """
    dark = theme == "dark"
    if theme is None:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    if strong or _asked_for_contrast():
        return DARK_STRONG if dark else LIGHT_STRONG
    return DARK if dark else LIGHT


def _asked_for_contrast() -> bool:
    hints = QGuiApplication.styleHints()  # keeps what it answers alive
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def prefer(theme: str | None, *, still: bool = False) -> None:
    """Native parts of the windows wear the theme, too; None follows the system, as motion does."""
    keep_still(chosen=still)
    schemes = {"dark": Qt.ColorScheme.Dark, "light": Qt.ColorScheme.Light}
    QGuiApplication.styleHints().setColorScheme(schemes.get(theme or "", Qt.ColorScheme.Unknown))


def palette(of: Tokens) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for roles, colour in (
        ((role.Window, role.Button, role.AlternateBase), of.bg),
        ((role.Base, role.ToolTipBase), of.surface),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), of.text),
        ((role.PlaceholderText,), of.text3),
        ((role.Highlight, role.Link, role.LinkVisited, role.Accent), of.accent),
        ((role.HighlightedText,), of.accent_ink),
        ((role.Light, role.Midlight), of.surface),
        ((role.Mid, role.Dark), of.edge),
        ((role.Shadow,), of.line),
    ):
        for each in roles:
            made.setColor(each, colour)
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, of.text3)
    return made


def dress(app: QApplication, of: Tokens, language: Language) -> None:
    """The application wears a theme and speaks in the direction and letters of a language."""
    load_faces(language.code)
    face = font(Role.BODY, language.code)
    if app.font() != face:
        app.setFont(face)
    names = ("surface", "edge", "text", "text3", "accent", "accent_ink", "accent_soft", "line", "hatch")
    sheet = _SHEET.format(**{name: getattr(of, name).name() for name in names})
    if app.styleSheet() != sheet:  # every widget there is would be dressed again
        app.setStyle("Fusion")
        app.setPalette(palette(of))
        app.setStyleSheet(sheet)
    translate_qt(app, language)
    right_to_left = Qt.LayoutDirection.RightToLeft
    app.setLayoutDirection(right_to_left if language.rtl else Qt.LayoutDirection.LeftToRight)
