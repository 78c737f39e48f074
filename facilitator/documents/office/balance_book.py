"""The balance sheet as tables: shares by group, panels and phases against plan, overrides, the unheard."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.documents.blocks import Bars
from facilitator.documents.office.book import Book, Cell, Column, Holds, Sheet
from facilitator.documents.office.words import DIMENSIONS, group_of, who_of
from facilitator.domain.attribution import Level
from facilitator.domain.balance import Share
from facilitator.domain.balance_sheet import BalanceSheet, GroupShare, Override, Sitting, Unheard
from facilitator.domain.people import Category, Participant
from facilitator.domain.programme import Panel, Workshop
from facilitator.domain.tally import CATEGORY
from facilitator.language.motives import MOTIVES, motive_words
from facilitator.language.speech import Language
from facilitator.language.wording import PHASES

_POINTS = 100


def balance_book(
    found: BalanceSheet, workshop: Workshop, categories: Sequence[Category], language: Language, level: Level
) -> Book:
    """Return the balance sheet; below A1 nobody who waited or was preferred is told, only how many."""
    tables = _Tables(found, {str(c.key): c for c in categories}, language, level)
    sheets = [tables.shares(), tables.sittings(), tables.phases()]
    if level in (Level.NAME, Level.BODY):
        sheets += [tables.overrides(), tables.unheard()]
    return Book("balance", language.say("Balance sheet"), workshop.title, tuple(sheets), workshop.notice)


class _Tables:
    def __init__(
        self, found: BalanceSheet, categories: dict[str, Category], language: Language, level: Level
    ) -> None:
        self._found = found
        self._categories = categories
        self._language = language
        self._level = level

    def shares(self) -> Sheet:
        say = self._language.say
        columns = (
            Column("panel", say("Panel"), width=12, composed=True),
            Column("dimension", say("Counted by"), width=14, choices=tuple(map(say, DIMENSIONS.values()))),
            Column("group", say("Group"), width=44),
            Column("present", say("In the room"), Holds.WHOLE, 10),
            Column("speakers", say("Speakers"), Holds.WHOLE, 10),
            Column("interventions", say("Interventions"), Holds.WHOLE, 13),
            Column("time", say("Time"), Holds.LENGTH, 10),
            Column("share", say("Share"), Holds.SHARE, 9),
            Column("target", say("Target"), Holds.SHARE, 9),
            Column("planned", say("Planned share"), Holds.SHARE, 9),
            Column("difference", say("Difference, points"), Holds.POINTS, 11),
            Column("waiting", say("Waiting"), Holds.WHOLE, 9),
        )
        told = [each for each in self._found.shares if self._tells(each)]
        rows = tuple(map(self._share, told))
        return Sheet("shares", say("Speaking time"), columns, rows, grouped=True, bars=self._bars())

    def _bars(self) -> dict[Cell, Bars]:
        """Return a chart of the categories for each panel, and for all of them."""
        found: dict[Cell, list[Share]] = {}
        for each in self._found.shares:
            if each.dimension == CATEGORY:
                found.setdefault(self._panel(each.panel), []).append(each.share)
        return {panel: self._chart(shares) for panel, shares in found.items()}

    def _chart(self, shares: Sequence[Share]) -> Bars:
        say = self._language.say
        there = sum(share.present for share in shares) or 1
        series = [
            (say("Speaking time"), tuple(share.share for share in shares)),
            (say("Share of the room"), tuple(share.present / there for share in shares)),
        ]
        if any(share.planned_share is not None for share in shares):
            series.append((say("Planned share"), tuple(share.planned_share or 0.0 for share in shares)))
        labels = tuple(map(self._brief, shares))
        return Bars(labels, tuple(series), say("; ").join(map(self._told, labels, shares)))

    def _brief(self, share: Share) -> str:
        known = self._categories.get(share.key)
        return (
            group_of(share.key, CATEGORY, self._categories, self._language) if known is None else known.brief
        )

    def _told(self, label: str, share: Share) -> str:
        say, percent = self._language.say, self._language.percent
        if share.planned_share is None:
            return say("{category}: {share}", category=label, share=percent(share.share))
        planned = percent(share.planned_share)
        return say(
            "{category}: {share}, target {target}", category=label, share=percent(share.share), target=planned
        )

    def _tells(self, each: GroupShare) -> bool:
        return each.dimension != "delegation" or self._level in (Level.NAME, Level.BODY)

    def _share(self, each: GroupShare) -> tuple[str | int | float | None, ...]:
        share, planned = each.share, each.share.planned_share
        return (
            self._panel(each.panel),
            self._language.say(DIMENSIONS[each.dimension]),
            group_of(share.key, each.dimension, self._categories, self._language),
            share.present,
            share.speakers,
            share.turns,
            share.ms,
            share.share,
            share.target_share,
            planned,
            None if planned is None else (share.share - planned) * _POINTS,
            share.waiting,
        )

    def sittings(self) -> Sheet:
        say = self._language.say
        columns = (
            Column("panel", say("Panel"), Holds.WHOLE, 8),
            Column("title", say("Title"), width=44),
            Column("planned_begin", say("Planned from"), Holds.INSTANT, 20),
            Column("planned_end", say("Planned until"), Holds.INSTANT, 20),
            Column("opened", say("Opened"), Holds.INSTANT, 20),
            Column("closed", say("Closed"), Holds.INSTANT, 20),
            Column("interventions", say("Interventions"), Holds.WHOLE, 13),
            Column("time", say("Speaking time"), Holds.LENGTH, 10),
            Column("overruns", say("Over the time"), Holds.WHOLE, 10),
            Column("overrun", say("Time over"), Holds.LENGTH, 10),
            Column("waited", say("Median wait"), Holds.LENGTH, 10),
            Column("overtakes", say("Overtakes"), Holds.WHOLE, 10),
            Column("overrides", say("Overrides"), Holds.WHOLE, 10),
            Column("unheard", say("Unheard at closure"), Holds.WHOLE, 10),
        )
        return Sheet("panels", say("Panels"), columns, tuple(map(self._sitting, self._found.sittings)))

    @staticmethod
    def _sitting(each: Sitting) -> tuple[str | int | None, ...]:
        return (
            each.panel.number,
            each.panel.title,
            each.panel.starts,
            each.panel.ends,
            each.opened,
            each.closed,
            each.interventions,
            each.speaking_ms,
            each.overruns,
            each.overrun_ms,
            each.waited_ms,
            each.overtakes,
            each.overrides,
            each.unheard,
        )

    def phases(self) -> Sheet:
        say = self._language.say
        columns = (
            Column("panel", say("Panel"), Holds.WHOLE, 8),
            Column("phase", say("Phase"), width=24),
            Column("planned", say("Planned"), Holds.LENGTH, 12),
            Column("held", say("Actual"), Holds.LENGTH, 12),
        )
        rows = tuple(
            (each.panel.number, say(PHASES[each.phase]), each.planned_ms, each.held_ms)
            for each in self._found.phases
        )
        return Sheet("phases", say("Phases"), columns, rows)

    def overrides(self) -> Sheet:
        say = self._language.say
        columns = (
            Column("panel", say("Panel"), Holds.WHOLE, 8),
            Column("at", say("When"), Holds.INSTANT, 20),
            Column("given", say("Floor given to"), width=36),
            Column("suggested", say("Suggested"), width=36),
            Column("motive", say("Motive"), width=30, choices=tuple(map(say, MOTIVES.values()))),
        )
        return Sheet(
            "overrides", say("Overrides"), columns, tuple(map(self._override, self._found.overrides))
        )

    def _override(self, each: Override) -> tuple[str | int, ...]:
        suggested = "" if each.suggested is None else self._who(each.suggested)
        motive = motive_words(each.motive, self._language)
        return each.panel.number, each.at, self._who(each.given), suggested, motive

    def unheard(self) -> Sheet:
        say = self._language.say
        columns = (
            Column("panel", say("Panel"), Holds.WHOLE, 8),
            Column("who", say("Waited in vain"), width=36),
            Column("category", say("Category"), width=36),
            Column("asked", say("Asked at"), Holds.INSTANT, 20),
        )
        return Sheet(
            "unheard", say("Unheard at closure"), columns, tuple(map(self._unheard, self._found.unheard))
        )

    def _unheard(self, each: Unheard) -> tuple[str | int, ...]:
        category = group_of(each.who.category, "category", self._categories, self._language)
        return each.panel.number, self._who(each.who), category, each.request.asked_at

    def _who(self, who: Participant) -> str:
        return who_of(who, self._level, self._categories, self._language)

    def _panel(self, panel: Panel | None) -> str:
        say = self._language.say
        return say("All panels") if panel is None else say("Panel {n}", n=panel.number)
