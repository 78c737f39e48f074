"""What can be done with the panel, the room's screen and the window: in a menu, and by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QMenu

from facilitator.domain.programme import PanelId, PanelState, Phase
from facilitator.domain.view import View
from facilitator.language.direction import isolate, ltr
from facilitator.language.speech import LANGUAGE_NAMES, LANGUAGES, READY, Language, language_for
from facilitator.language.wording import PHASES, panel_title
from facilitator.ui.chime import Chime
from facilitator.ui.choices import Choice
from facilitator.ui.commands import offered, reason
from facilitator.ui.context import Context
from facilitator.ui.floor.desk import FloorDesk
from facilitator.ui.live_lock import LiveLock
from facilitator.ui.looking import known
from facilitator.ui.roles import HALL
from facilitator.ui.room.control import Memory, RoomControl
from facilitator.ui.room.screens import key_of
from facilitator.ui.saving_template import save_template
from facilitator.ui.settings import ABOUT, GUIDE, LAPTOPS, LOCK, READINESS, SAFETY, SETTINGS
from facilitator.ui.type import Role

_FEW_PANELS = 9  # more stand in a menu of their own
_WIDEST = 560

Acts = dict[str, Callable[[], object]]


class Owner(Protocol):
    """Whoever does what the menu offers."""

    context: Context
    language_wanted: SignalInstance
    theme_wanted: SignalInstance
    leave_wanted: SignalInstance
    sheet_wanted: SignalInstance
    lock: LiveLock
    control: RoomControl
    memory: Memory
    chime: Chime
    floor: FloorDesk

    @property
    def shown(self) -> Sequence[int]: ...

    @property
    def view(self) -> View: ...

    def do(self, act: str, **arguments: object) -> str | None: ...

    def page(self) -> int: ...

    def choose_panel(self, panel: PanelId) -> None: ...

    def toggle_strip(self) -> None: ...

    def toggle_lock(self) -> None: ...

    def tell(self, text: str) -> None: ...

    def acts_by_name(self) -> Acts: ...

    def shortcuts(self) -> Acts: ...


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu; `chosen` is None if there is nothing to be on or off, `reason` why not now."""

    text: str
    act: Callable[[], object]
    chosen: bool | None = None
    reason: str = ""
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together; those with a title open beside the menu."""

    entries: tuple[Entry, ...]
    title: str = ""


def groups(owner: Owner, language: Language) -> tuple[Group, ...]:
    """Return what makes sense now, said in a language; what leads a panel only where the floor's desk is."""
    view, say = owner.view, language.say
    chosen = () if view.live else (_panels(owner, view, language),)
    if HALL not in owner.shown and 0 not in owner.shown:
        return (*chosen, Group(tuple(_window(owner, language))))
    panel = _live(owner, view, language) if view.live else _programme(owner, view, language)
    if HALL in owner.shown:
        panel = iter(chosen)
    return (
        *panel,
        Group(tuple(_room(owner, language)), say("Room screen")),
        Group(tuple(_second(owner, language)), say("Second language of the room screen")),
        Group(tuple(_window(owner, language))),
    )


def fill(menu: QMenu, owner: Owner) -> QMenu:
    """The menu offers what makes sense for the panel now."""
    context = owner.context
    menu.setFont(context.font(Role.BODY))
    menu.setToolTipsVisible(True)
    for group in groups(owner, context.language):
        if not group.title:
            menu.addSeparator()
        under = menu.addMenu(group.title) if group.title else menu
        under.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if context.rtl else Qt.LayoutDirection.LeftToRight
        )
        under.setFont(menu.font())
        under.setToolTipsVisible(True)
        for entry in group.entries:
            _add(under, entry, owner)
    return menu


def choices(owner: Owner) -> list[Choice]:
    """Return every act by its names: those on keys first, then what the menu offers."""
    context, view = owner.context, owner.view
    spoken = [language_for(code, context.language.zone) for code in READY]
    say = context.language.say
    acts = owner.acts_by_name() | owner.shortcuts()
    made = [
        Choice(
            say(command.name),
            acts[command.keys],
            context.keys.of(command.keys),
            reason=reason(command, view, context.language),
            names=tuple(language.say(command.name) for language in spoken),
        )
        for command in offered(owner.shown)
    ]
    in_all = [_lines(groups(owner, language)) for language in spoken]
    own = _lines(groups(owner, context.language))
    for (text, entry), *others in zip(own, *in_all, strict=True):
        if entry.keys not in acts:
            names = tuple(name for name, _ in others)
            made.append(Choice(text, entry.act, reason=entry.reason, names=names))
    return made


def _lines(found: Iterable[Group]) -> list[tuple[str, Entry]]:
    return [
        (f"{group.title}: {isolate(entry.text)}" if group.title else entry.text, entry)
        for group in found
        for entry in group.entries
    ]


def _add(menu: QMenu, entry: Entry, owner: Owner) -> None:
    keys = ltr(owner.context.keys.of(entry.keys)) if entry.keys else ""
    text = QFontMetricsF(menu.font()).elidedText(entry.text, Qt.TextElideMode.ElideRight, _WIDEST)
    action = menu.addAction(f"{text}\t{keys}" if keys else text)
    action.triggered.connect(lambda _=False: entry.act())
    action.setCheckable(entry.chosen is not None)
    action.setChecked(entry.chosen is True)
    action.setEnabled(not entry.reason)
    action.setToolTip(entry.reason or entry.text)
    if entry.reason:
        action.hovered.connect(
            lambda: owner.tell(entry.reason)
        )  # a menu has no descriptions for a screen reader


def _live(owner: Owner, view: View, language: Language) -> Iterator[Group]:
    say, floor, do = language.say, view.floor, owner.do
    if floor is None or view.panel is None:
        return
    planned = {step.phase: language.duration(step.ms) for step in floor.plan}
    yield Group(
        tuple(
            Entry(
                "  ".join(filter(None, (f"{number}  {say(PHASES[phase])}", planned.get(phase, "")))),
                partial(do, "enter_phase", phase=phase),
                phase is floor.phase,
            )
            for number, phase in enumerate(Phase, 1)
        )
    )
    two = floor.rules.two_step
    steps = partial(do, "set_rule", rule="two_step", value=not two, panel=view.panel.id)
    closes = Entry(say("Close the list"), partial(do, "close_list"))
    opens = Entry(say("Reopen the list"), partial(do, "reopen_list"))
    pauses = Entry(say("Break"), partial(do, "suspend_panel"))
    resumes = Entry(say("End the break"), partial(do, "open_panel", panel=view.panel.id))
    ends = Entry(say("Close the panel"), partial(do, "close_panel"), reason=owner.lock.reason(language))
    yield Group(
        (
            closes if view.list_open(owner.context.desk.now()) else opens,
            Entry(say("Put the last speaker back on the list"), partial(do, "re_add_last")),
            Entry(say("F9 ends first, then gives the floor"), steps, two),
            pauses if floor.state is PanelState.OPEN else resumes,
            ends,
        )
    )


def _programme(owner: Owner, view: View, language: Language) -> Iterator[Group]:
    shown = view.panel
    yield _panels(owner, view, language)
    if shown is not None:
        ready = partial(owner.sheet_wanted.emit, READINESS)
        yield Group((Entry(language.say("Is everything ready?"), ready),))
    if shown is not None and view.states[shown.id] is PanelState.CLOSED:
        again = partial(owner.do, "open_panel", panel=shown.id)
        yield Group((Entry(language.say("Open this panel again"), again),))


def _choose(owner: Owner, panel: PanelId) -> None:
    owner.choose_panel(known(owner.context.desk, panel))


def _panels(owner: Owner, view: View, language: Language) -> Group:
    shown = view.panel
    return Group(
        tuple(
            Entry(
                panel_title(panel, language),
                partial(_choose, owner, panel.id),
                shown is not None and panel.id == shown.id,
            )
            for panel in view.panels
        ),
        language.say("Panels") if len(view.panels) > _FEW_PANELS else "",
    )


def _room(owner: Owner, language: Language) -> Iterator[Entry]:
    say, room = language.say, owner.control
    window = room.window
    yield Entry(say("Shown"), room.toggle, window.isVisible(), keys="F11")
    yield Entry(say("Message…"), owner.acts_by_name()["Shift F2"], keys="Shift F2")
    yield Entry(say("Black"), room.toggle_black, room.black, keys="F12")
    yield Entry(say("Names who is next"), room.toggle_next, not room.hides_next)
    yield Entry(say("Stands at 0:00 when time is up"), room.toggle_zero, room.stands_at_zero)
    for screen in window.screens():
        box, key = screen.geometry(), key_of(screen)
        size = ltr(f"{box.width()} × {box.height()}")
        yield Entry(
            say("On {screen}, {size}", screen=screen.name(), size=size),
            partial(room.choose_screen, screen),
            window.isFullScreen() and window.shown_on == key,
            say("The console is on this screen") if key == window.own() else "",
        )


def _second(owner: Owner, language: Language) -> Iterator[Entry]:
    room = owner.control
    yield Entry(language.say("Names only"), partial(room.choose_second, ""), not room.second)
    for code in LANGUAGES:
        if code != owner.context.language.code:
            yield Entry(LANGUAGE_NAMES[code], partial(room.choose_second, code), room.second == code)


def _window(owner: Owner, language: Language) -> Iterator[Entry]:
    say, reason = language.say, owner.lock.reason(language)
    dark = owner.context.tokens.dark
    theme = partial(owner.theme_wanted.emit, "light" if dark else "dark")
    if owner.lock.live:
        lift = say("Lift the live lock") if reason else say("Set the live lock")
        yield Entry(lift, owner.toggle_lock, keys="Ctrl+L")
    yield Entry(say("Small strip on top"), owner.toggle_strip, keys="Ctrl+Shift+C")
    yield Entry(say("A sound when time is up"), owner.chime.toggle, owner.chime.on)
    yield Entry(say("Light colours") if dark else say("Dark colours"), theme)
    for code in READY:
        if code != owner.context.language.code:
            yield Entry(LANGUAGE_NAMES[code], partial(owner.language_wanted.emit, code), reason=reason)
    yield Entry(say("Settings"), partial(owner.sheet_wanted.emit, SETTINGS), keys="Ctrl+,")
    yield Entry(say("Guide"), partial(owner.sheet_wanted.emit, GUIDE))
    if HALL not in owner.shown:
        yield Entry(say("Save as a template…"), partial(save_template, owner, owner.context, owner.memory))
        between = partial(owner.sheet_wanted.emit, LAPTOPS)
        yield Entry(say("Between laptops"), between, keys="Ctrl+Shift+H")
        yield Entry(say("Safety"), partial(owner.sheet_wanted.emit, SAFETY))
    if owner.context.desk.key is not None:
        yield Entry(say("Lock now"), partial(owner.sheet_wanted.emit, LOCK), keys="Ctrl+Shift+L")
    yield Entry(say("About Facilitator"), partial(owner.sheet_wanted.emit, ABOUT))
    yield Entry(say("Close this workshop"), owner.leave_wanted.emit, reason=reason)
