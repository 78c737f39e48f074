"""Where a menu opens that belongs to a button."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget


def drop(menu: QMenu, button: QWidget, *, rtl: bool) -> None:
    """The menu is open below the button, and begins where its words do."""
    corner = button.mapToGlobal(button.rect().bottomRight() if rtl else button.rect().bottomLeft())
    if rtl:
        corner.setX(corner.x() + 1 - menu.sizeHint().width())
    menu.popup(corner)
