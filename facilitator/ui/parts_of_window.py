"""What the window asks of its parts, whose modules are loaded after the first frame."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from facilitator.language.speech import Language

UNDER_WAY = "opening-under-way"
"""A property of the window: meanwhile it opens no other."""


@contextmanager
def under_way(window: QWidget) -> Iterator[None]:
    """The window is opening a workshop in here."""
    window.setProperty(UNDER_WAY, True)
    try:
        yield
    finally:
        window.setProperty(UNDER_WAY, False)


class Saying(Protocol):
    def say(self, text: str, *, bad: bool = False) -> None: ...


class ConsolePage(Protocol):
    """What the window asks of a console, whose module is loaded after the first frame."""

    def page(self) -> int: ...

    def open_page(self, number: int) -> None: ...

    def keep_draft(self) -> None: ...

    @property
    def banner(self) -> Saying: ...


class Passing(Protocol):
    """A workshop that nobody keeps."""

    def remove(self) -> None: ...


class Keeping(Protocol):
    """What makes snapshots of a workshop, the last one when it is closed."""

    failed: SignalInstance

    def close(self) -> None: ...


class Safe(Protocol):
    """What keeps the workshop that is open."""

    def lock(self) -> None: ...


class OverPage(Protocol):
    """What the window asks of the sheets over its page, whose module is loaded when one is wanted."""

    def open(self, which: str, language: Language, page: QWidget) -> None: ...

    def follow(self, language: Language, page: QWidget) -> None: ...

    def tell_over(self, which: str, text: str, code: str = "") -> None: ...
