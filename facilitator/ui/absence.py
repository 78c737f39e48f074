"""Time that ran while nobody watched: the application had stopped, or the computer's clock leapt."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.domain.timing import SECOND
from facilitator.domain.view import View
from facilitator.language.wording import panel_title, speaker_name
from facilitator.ui.banner import Banner
from facilitator.ui.context import Context


class Absence:
    """Only a person knows whose time it was: the banner tells of it and offers both ways out."""

    def __init__(
        self, context: Context, banner: Banner, do: Callable[..., object], view: Callable[[], View]
    ) -> None:
        self._context, self._banner, self._do, self._view = context, banner, do, view

    def tell(self) -> None:
        """After a crash: who still has the floor, and for how long nobody watched the clock."""
        desk, language = self._context.desk, self._context.language
        away, view = desk.away_ms(), desk.view()
        speaker = None if view.floor is None else view.floor.speaking
        if not away or away < 2 * SECOND or view.panel is None or speaker is None:
            return
        time = language.duration(away, down=False)
        words = language.say(
            "{panel} was live when the application stopped. {name} still has the floor; "
            "the clock ran {time} meanwhile.",
            panel=panel_title(view.panel, language),
            name=speaker_name(view, speaker.participant, language),
            time=time,
        )

        def take_off() -> None:
            self._do("move_clocks", seconds=away / SECOND)
            desk.back()

        keep = (language.say("Keep"), desk.back)
        self._banner.say(words, offers=(keep, (language.say("Take off {time}", time=time), take_off)))

    def clock_moved(self, by: int) -> None:
        """The computer slept, or its clock was set, and the speaker's clock went with it."""
        language, floor = self._context.language, self._view().floor
        speaker = None if floor is None else floor.speaking
        if floor is None or not self._view().live:
            return
        time = language.duration(abs(by), down=False)
        words = language.say("The computer’s clock moved by {time}.", time=time)
        if speaker is not None and not speaker.clock.paused:
            words = language.say(
                "The computer’s clock moved by {time}, and the speaker’s with it.", time=time
            )

        def undo() -> None:
            self._do("move_clocks", seconds=by / SECOND)

        keep = (language.say("Keep"), self._context.desk.back)
        self._banner.say(words, offers=((language.say("Take the move back"), undo), keep))
