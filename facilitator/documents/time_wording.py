"""The sentences of the record of speaking time."""

from __future__ import annotations

from statistics import median

from facilitator.documents.wording import FEW, Wording
from facilitator.domain.programme import PanelState
from facilitator.domain.speaking_time import SpeakingTime
from facilitator.language.speech import Language


class TimeWording(Wording):
    """What the record says in one language."""

    def __init__(self, found: SpeakingTime, language: Language) -> None:
        super().__init__(found.summary, language)
        self._found = found

    def kind(self) -> str:
        return self._language.say("Speaking-time record")

    def title(self) -> str:
        panel = self._summary.panel
        return self._language.say("Panel {number}: {title}", number=panel.number, title=panel.brief)

    def foot(self, moment: int) -> str:
        """Return where the figures are from, and whom they are for."""
        language, closed = self._language, self._summary.state is PanelState.CLOSED
        instant = self._summary.ends if closed else moment
        date, time = language.date(instant), language.time_of_day(instant)
        if closed:
            return language.say(
                "From the journal of the panel, closed {date}, {time}. "
                "For the moderator and the secretariat.",
                date=date,
                time=time,
            )
        return language.say(
            "From the journal of the panel as of {date}, {time}. For the moderator and the secretariat.",
            date=date,
            time=time,
        )

    def when_and_where(self) -> str:
        """Return when the panel was held, where, and until when there was interpretation."""
        _, held = self.held()
        time = self._language.time_of_day(self._summary.panel.hard_stop)
        return self._language.say("{held}. Interpretation until {time}.", held=self._whole(held), time=time)

    def early(self) -> str:
        """Return the sentence that says which categories were heard within the first hour."""
        late, there = self._found.late, [row for row in self._summary.heard if row.present or row.turns]
        if not late:
            return self._language.say("All categories were heard within the first hour.")
        if len(late) <= FEW < len(there):
            names = self._whole(self._language.names([category.brief for category in late]))
            return self._language.say(
                "All categories but {names} were heard within the first hour.", names=names
            )
        return self._language.count(
            "{n} category of {of} was heard within the first hour.",
            "{n} categories of {of} were heard within the first hour.",
            len(there) - len(late),
            of=len(there),
        )

    def lengths(self) -> str:
        """Return how many spoke from the floor, how long, and how many of them too long."""
        lengths = self._found.lengths
        middle = self._language.duration(round(median(each.ms for each in lengths)), down=False)
        spoke = self._language.count(
            "{n} intervention, median {length}.",
            "{n} interventions, median {length}.",
            len(lengths),
            length=middle,
        )
        over = sum(each.over for each in lengths)
        if not over:
            return f"{spoke} {self._language.say('None went over the time allotted.')}"
        went = self._language.count(
            "{n} went over the time allotted.", "{n} went over the time allotted.", over
        )
        return f"{spoke} {went}"

    def order(self) -> str:
        """Return how often the floor was given to another than was suggested."""
        called, n = self._found.called, len(self._found.overrides)
        if not n:
            return self._language.say("No request was taken out of turn.")
        return self._language.count(
            "The moderator took {n} request of {of} out of turn.",
            "The moderator took {n} requests of {of} out of turn.",
            n,
            of=called,
        )
