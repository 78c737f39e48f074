"""A clock that ran while nobody watched it."""

from __future__ import annotations

from facilitator.domain.view import View


def unwatched_ms(view: View, now: int, alive: int | None) -> int | None:
    """Return for how long a speaker's clock ran on since somebody was last `alive`: None if none did."""
    speaker = None if view.floor is None else view.floor.speaking
    if speaker is None or speaker.clock.paused or alive is None:
        return None
    return max(0, now - max(alive, speaker.clock.began))
