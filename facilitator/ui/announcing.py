"""What a screen reader says by itself: who has the floor, the phases of the clock, the list, the messages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from facilitator.domain.floor import Floor
from facilitator.domain.intervention import Intervention
from facilitator.domain.programme import PanelState
from facilitator.domain.timing import SECOND, Clock
from facilitator.domain.view import View
from facilitator.language.direction import bare
from facilitator.language.speech import Language, mark
from facilitator.language.wording import speaker_name

_SOON_MS = 30 * SECOND
Announce = Callable[[QObject, str], None]
_STATES = {
    PanelState.OPEN: mark("The panel is open"),
    PanelState.SUSPENDED: mark("Break"),
    PanelState.CLOSED: mark("The panel is closed"),
}


def announce(about: QObject, text: str) -> None:
    """A screen reader says the text when it has finished what it says now."""
    event = QAccessibleAnnouncementEvent(about, bare(text))
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)


class Announcer:
    """Compares what it saw with what it sees, and says what is new; never the passing seconds."""

    def __init__(self, language: Language, about: QObject, say: Announce = announce) -> None:
        self._language, self._about, self._say = language, about, say
        self._view: View | None = None
        self._now = 0
        self._open = False

    def tell(self, text: str) -> None:
        if text:
            self._say(self._about, text)

    def see(self, view: View, now: int) -> None:
        """Something has changed on the floor."""
        before, self._view, self._now = self._view, view, now
        if before is view:
            return
        was_open, self._open = self._open, view.list_open(now)
        if before is None or before.floor is None or view.floor is None:
            return
        if view.panel is None or before.panel is None or view.panel.id != before.panel.id:
            return
        self.tell(self._floor_words(before.floor, view))
        if before.live and view.live and was_open is not self._open:
            self._tell_list()

    def tick(self, now: int) -> None:
        """A second has passed: said when thirty are left, at zero, and when the grace is over."""
        before, self._now = self._now, now
        if self._view is not None and self._view.live and self._view.list_open(now) is not self._open:
            self._open = not self._open  # it has closed by itself
            self._tell_list()
        floor = None if self._view is None else self._view.floor
        speaker = None if floor is None else floor.speaking
        if speaker is not None and not speaker.clock_off and not speaker.clock.paused:
            self.tell(_crossed(speaker.clock, before, now, self._language))

    def _tell_list(self) -> None:
        say = self._language.say
        self.tell(
            say("The list of speakers is open") if self._open else say("The list of speakers is closed")
        )

    def _floor_words(self, before: Floor, view: View) -> str:
        say, floor = self._language.say, view.floor
        if floor is None:
            return ""
        if before.state is not floor.state:
            return say(_STATES[floor.state]) if floor.state in _STATES else ""
        old, new = before.speaking, floor.speaking
        if new is not None and (old is None or old.id != new.id):
            return self._given(new, speaker_name(view, new.participant, self._language))
        if new is None or old is None:
            return say("Nobody has the floor.") if old is not None else ""
        if old.clock.paused is new.clock.paused:
            return ""
        return say("Paused") if new.clock.paused else say("Running")

    def _given(self, turn: Intervention, name: str) -> str:
        if turn.clock_off:
            return self._language.say("{name} has the floor", name=name)
        time = self._language.duration(turn.clock.remaining(self._now))
        return self._language.say("{name} has the floor, {time}", name=name, time=time)


def _crossed(clock: Clock, before: int, now: int, language: Language) -> str:
    """Return what is said of the last limit the clock crossed since `before`."""
    was, left = clock.remaining(before), clock.remaining(now)
    grace = -clock.thresholds.grace_ms
    if was >= grace > left:
        return language.say("The grace is over")
    if was > 0 >= left:
        return language.say("The time is up")
    return language.say("30 seconds left") if was > _SOON_MS >= left > 0 else ""
