"""The menus over a list: what it is narrowed to, and the acts with their keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu

from facilitator.ui.buttons import Button
from facilitator.ui.context import Context
from facilitator.ui.dropping import drop
from facilitator.ui.type import Role

Fill = Callable[[QMenu], object]


def opens_menu(button: Button, context: Context, fill: Fill) -> None:
    """The button opens a menu, which `fill` fills anew each time."""
    button.clicked.connect(partial(_open, button, context, fill))


def offer(menu: QMenu, named: Mapping[Any, str], now: object, choose: Callable[[Any], object]) -> None:
    """The menu holds these values by their names; the one that is so `now` is ticked."""
    for value, words in named.items():
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(value == now)
        action.triggered.connect(lambda _=False, value=value: choose(value))


def name_acts(menu: QMenu, acts: Iterable[tuple[str, str, Callable[[], object]]]) -> None:
    """The menu names every act, given as its words, its keys and what it does."""
    for words, keys, act in acts:
        menu.addAction(f"{words}\t{keys}").triggered.connect(lambda _=False, act=act: act())


def _open(button: Button, context: Context, fill: Fill, *_: object) -> None:
    menu = QMenu(button.parentWidget())
    menu.setFont(context.font(Role.BODY))
    fill(menu)
    drop(menu, button, rtl=context.rtl)
