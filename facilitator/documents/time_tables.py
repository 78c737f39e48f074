"""The tables and bars of the record of speaking time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitator.documents.blocks import Bars, Run, Sign, Table, TableColumn, Words, words
from facilitator.documents.office.words import who_of
from facilitator.domain.balance_sheet import Override
from facilitator.domain.hearing import Heard
from facilitator.domain.speaking_time import CategoryTime, SpeakingTime
from facilitator.domain.timing import SECOND
from facilitator.language.direction import isolate, ltr
from facilitator.language.motives import motive_words
from facilitator.language.speech import Language

_WIDTHS_MM = (31.2, 18.8, 14.4, 20.6, 20.7, 19.2, 13.4, 15.0, 12.7)
_ORDER_MM = (16.0, 50.0, 50.0, 50.0)
_SHARE = 6
"""The column of the share of the time, which stands out."""
_MINUTE_S = 60


class TimeTables:
    """What stands in rows, in one language."""

    def __init__(self, found: SpeakingTime, language: Language) -> None:
        self._found, self._language = found, language

    def categories(self) -> Table:
        """Return each category in figures, and all of them."""
        heads = self._heads()
        columns = tuple(
            TableColumn(head, width, figures=place > 0, strong=place == _SHARE)
            for place, (head, width) in enumerate(zip(heads, _WIDTHS_MM, strict=True))
        )
        rows = [tuple(self._cells(row)) for row in self._found.rows]
        return Table(columns, (*rows, tuple(self._total())), self._language.say("Speaking time"))

    def _heads(self) -> tuple[str, ...]:
        say = self._language.say
        return (
            say("Category"),
            say("In the room"),
            say("Room, %"),
            say("Bodies heard"),
            say("Interventions"),
            say("Time, min:s"),
            say("Time, %"),
            say("Target, %"),
            say("Difference"),
        )

    def _cells(self, row: CategoryTime) -> Iterator[Words]:
        heard, target = row.heard, row.heard.category.target_share
        yield words(isolate(heard.category.brief))
        yield words(str(heard.present))
        yield words(self._points(heard.room_share))
        yield words(self._language.say("{n} of {of}", n=row.bodies_heard, of=row.bodies))
        yield words(str(heard.turns))
        yield words(_minutes(row.ms // SECOND))
        yield words(self._points(heard.share))
        yield words("" if target is None else self._language.number(target * 100))
        yield () if target is None else self._difference(heard, target)

    def _difference(self, heard: Heard, target: float) -> Words:
        points = round((heard.share - target) * 100, 1)
        text = self._language.number(points, 1)
        signed = ltr(f"+{text}") if points > 0 else text
        return (Run(signed, bold=True, sign=Sign.BELOW),) if heard.under else words(signed)

    def _total(self) -> Iterator[Words]:
        rows, heard = self._found.rows, [row.heard for row in self._found.rows]
        targets = [each.category.target_share for each in heard if each.category.target_share is not None]
        for text in (
            self._language.say("Total"),
            str(sum(each.present for each in heard)),
            self._points(sum(each.room_share for each in heard)),
            self._language.say(
                "{n} of {of}", n=sum(row.bodies_heard for row in rows), of=sum(row.bodies for row in rows)
            ),
            str(sum(each.turns for each in heard)),
            _minutes(sum(row.ms // SECOND for row in rows)),
            self._points(sum(each.share for each in heard)),
            self._language.number(sum(targets) * 100) if targets else "",
            "",
        ):
            yield words(text, bold=True)

    def _points(self, share: float) -> str:
        return self._language.number(share * 100, 1)

    def bars(self) -> Bars:
        """Return the share of the time of each category on that of the room, with what was planned."""
        say, heard = self._language.say, [row.heard for row in self._found.rows]
        series = [
            (say("share of speaking time"), tuple(each.share for each in heard)),
            (say("share of the people in the room"), tuple(each.room_share for each in heard)),
        ]
        if any(each.category.target_share is not None for each in heard):
            series.append((say("target share"), tuple(each.category.target_share or 0.0 for each in heard)))
        told = say("; ").join(map(self._told, heard))
        return Bars(tuple(each.category.brief for each in heard), tuple(series), told)

    def _told(self, heard: Heard) -> str:
        say, percent = self._language.say, self._language.percent
        name, share, target = heard.category.brief, percent(heard.share), heard.category.target_share
        if target is None:
            return say("{category}: {share}", category=name, share=share)
        return say("{category}: {share}, target {target}", category=name, share=share, target=percent(target))

    def order(self) -> Table:
        """Return each time that the floor was given to another than was suggested."""
        say = self._language.say
        heads: Sequence[str] = (
            say("Clock"),
            say("Given the floor"),
            say("Waiting since before"),
            say("Reason recorded"),
        )
        columns = tuple(TableColumn(head, width) for head, width in zip(heads, _ORDER_MM, strict=True))
        rows = tuple(tuple(self._override(each)) for each in self._found.overrides)
        return Table(columns, rows, say("Changes of order"))

    def _override(self, each: Override) -> Iterator[Words]:
        summary = self._found.summary
        known = {str(each.key): replace(each, label=each.brief) for each in summary.categories}
        yield words(self._language.time_of_day(each.at))
        for who in (each.given, each.suggested):
            yield words("" if who is None else isolate(who_of(who, summary.level, known, self._language)))
        yield words(motive_words(each.motive, self._language))


def _minutes(seconds: int) -> str:
    """Return minutes and seconds, however many minutes they are: units stand under units."""
    minutes, rest = divmod(seconds, _MINUTE_S)
    return ltr(f"{minutes}:{rest:02}")
