"""The live lock: while a panel is live, nothing is done that could end it by a slip of the hand."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.domain.view import View
from facilitator.language.speech import Language


class LiveLock:
    """Locks by itself when a panel opens; lifted by hand, it stays so until that panel is no longer live."""

    def __init__(self) -> None:
        self._live = self._lifted = False
        self.heard: Callable[[], object] = lambda: None
        """Whoever shows what it forbids hears that it was turned by hand."""

    def see(self, view: View) -> None:
        self._live = view.live
        self._lifted = self._lifted and view.live

    @property
    def live(self) -> bool:
        return self._live

    @property
    def locked(self) -> bool:
        return self._live and not self._lifted

    def toggle(self) -> None:
        """Ctrl+L: lifted, or set again."""
        self._lifted = self._live and not self._lifted
        self.heard()

    def take_over(self, before: LiveLock) -> None:
        self._live, self._lifted = before._live, before._lifted

    def reason(self, language: Language) -> str:
        """Return why something cannot be done now, the empty text if it can."""
        return language.say("Not while a panel is live: Ctrl+L lifts the lock") if self.locked else ""
