"""A new workshop at the window: under a name that somebody chose, and with a key if they want one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from facilitator.acts.keys import Encrypted, key_for_new
from facilitator.acts.workshops import new_workshop
from facilitator.domain.refusals import Explained
from facilitator.language.refusals import sentence
from facilitator.ui.settings import SAFETY
from facilitator.ui.settings.safety import given_told
from facilitator.ui.start.parts import StartAttire
from facilitator.ui.start.unlock import Unlock
from facilitator.ui.vault import Window, remember


class Maker(Window, Protocol):
    """What is asked of the window that gets the workshop."""

    def tell_over(self, which: str, told: str, code: str = "") -> None: ...


def make_workshop(
    window: Maker, path: Path, template: str, made: Callable[[], object], *, encrypted: bool
) -> None:
    """The window has the new workshop, and `made` hears of it; what is wrong is told on the start screen."""
    if encrypted:
        _ask_for_key(window, path, template, made)
        return
    try:
        _make(window, path, template, None)
    except Explained as told:
        window.show_start(sentence(window.language, told))
        return
    if window.open(path):
        made()


def _ask_for_key(window: Maker, path: Path, template: str, made: Callable[[], object]) -> None:
    """The workshop is made once its passphrase is typed, and no word of it was ever outside the key."""

    def chosen(typed: str, remembered: bool) -> None:  # noqa: FBT001 - as the page tells it
        given = key_for_new(typed)
        _make(window, path, template, given)
        if window.open(path, key=given.key):
            made()
            if remembered:
                remember(window, given.key)
            window.tell_over(SAFETY, given_told(given, window.language), given.code)

    page = Unlock(StartAttire(window.language, window.colours()), path, chosen, new=True)
    page.left.connect(window.show_start)
    window.put(page)


def _make(window: Maker, path: Path, template: str, given: Encrypted | None) -> None:
    key = None if given is None else given.key
    new_workshop(path, language=window.language.code, at=window.now(), template=template, key=key)
