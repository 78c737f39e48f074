"""What can be done with the panel: its phase, its list, a break, its end; and with the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from facilitator.domain.programme import PanelId, PanelState, Phase
from facilitator.domain.view import View
from facilitator.language.speech import LANGUAGE_NAMES, READY
from facilitator.language.wording import PHASES, panel_title
from facilitator.ui.context import Context
from facilitator.ui.type import Role


class Owner(Protocol):
    """Whoever does what the menu offers."""

    context: Context
    language_wanted: SignalInstance
    theme_wanted: SignalInstance
    leave_wanted: SignalInstance

    @property
    def view(self) -> View: ...

    def do(self, act: str, **arguments: object) -> str | None: ...

    def choose_panel(self, panel: PanelId) -> None: ...

    def toggle_room(self) -> None: ...


def fill(menu: QMenu, owner: Owner) -> QMenu:
    """The menu offers what makes sense for the panel now."""
    menu.setFont(owner.context.font(Role.BODY))
    view = owner.view
    if view.live:
        _fill_live(menu, owner, view)
    else:
        _fill_programme(menu, owner, view)
    menu.addSeparator()
    say = owner.context.language.say
    _add(menu, say("Room screen (F11)"), owner.toggle_room)
    dark = owner.context.tokens.dark
    _add(
        menu,
        say("Light colours") if dark else say("Dark colours"),
        partial(owner.theme_wanted.emit, "light" if dark else "dark"),
    )
    for code in READY:
        if code != owner.context.language.code:
            action = _add(menu, LANGUAGE_NAMES[code], partial(owner.language_wanted.emit, code))
            action.setEnabled(not view.live)
            action.setToolTip(say("Not while a panel is live") if view.live else "")
    leave = _add(menu, say("Close this workshop"), owner.leave_wanted.emit)
    leave.setEnabled(not view.live)
    return menu


def _fill_live(menu: QMenu, owner: Owner, view: View) -> None:
    say, floor = owner.context.language.say, view.floor
    if floor is None or view.panel is None:
        return
    for number, phase in enumerate(Phase, 1):
        action = _add(menu, f"{number}  {say(PHASES[phase])}", partial(owner.do, "enter_phase", phase=phase))
        action.setCheckable(True)
        action.setChecked(phase is floor.phase)
    menu.addSeparator()
    if floor.list_open:
        _add(menu, say("Close the list"), partial(owner.do, "close_list"))
    else:
        _add(menu, say("Reopen the list"), partial(owner.do, "reopen_list"))
    _add(menu, say("Put the last speaker back on the list"), partial(owner.do, "re_add_last"))
    if floor.state is PanelState.OPEN:
        _add(menu, say("Break"), partial(owner.do, "suspend_panel"))
    else:
        _add(menu, say("End the break"), partial(owner.do, "open_panel", panel=view.panel.id))
    _add(menu, say("Close the panel"), partial(owner.do, "close_panel"))


def _fill_programme(menu: QMenu, owner: Owner, view: View) -> None:
    for panel in view.panels:
        action = _add(menu, panel_title(panel, owner.context.language), partial(owner.choose_panel, panel.id))
        action.setCheckable(True)
        action.setChecked(view.panel is not None and panel.id == view.panel.id)
    if view.panel is not None and view.states[view.panel.id] is PanelState.CLOSED:
        menu.addSeparator()
        say = owner.context.language.say
        _add(menu, say("Open this panel again"), partial(owner.do, "open_panel", panel=view.panel.id))


def _add(menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.triggered.connect(lambda _=False: act())
    return action
