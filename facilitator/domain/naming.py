"""Whom a summary or a report names, and why not: known before it is written, so that it can be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.domain.attribution import Level, Named
from facilitator.domain.programme import PanelId
from facilitator.domain.report import Report
from facilitator.domain.summary import PanelSummary
from facilitator.domain.view import View

Names = tuple[str, ...]
_OF_SPEAKERS = frozenset({"panel-summary", "record", "follow-up", "speaking-time"})


def named_in_summary(summary: PanelSummary) -> Names:
    """Return those who led it, sat on the podium, said something or waited in vain, as it names them."""
    return once(_of_summary(summary))


def named_in_report(report: Report) -> Names:
    """Return those to whom points are attributed, and the bodies of the list of participants."""
    return once(_of_report(report))


def once(names: Iterable[str]) -> Names:
    """Return each name one time, in the order of its first."""
    return tuple(dict.fromkeys(name for name in names if name))


def _of_summary(summary: PanelSummary) -> Iterator[str]:
    yield from summary.moderators
    yield from summary.panellists
    for section in summary.sections:
        for paragraph in section.paragraphs:
            if isinstance(paragraph.attribution, Named):
                yield from paragraph.attribution.bodies
    yield from summary.received
    yield from summary.unheard


def _of_report(report: Report) -> Iterator[str]:
    for section in report.sections:
        for stated in section.stated:
            for point in (stated.point, *stated.parts):
                if point is not None and isinstance(point.attribution, Named):
                    yield from point.attribution.bodies
    if report.level.names_anyone:
        yield from (who.delegation for who in report.people)


def silencing(what: str, level: Level, view: View, panel: PanelId | None = None) -> tuple[str, ...]:
    """Return the names of the rules by which a product names fewer who spoke than its level would.

    It is of the panel, or of all that are in view.
    """
    if what not in _OF_SPEAKERS or level not in (Level.NAME, Level.BODY):
        return ()
    rules = [floor.rules for id_, floor in view.floors.items() if panel in (None, id_)]
    if rules and all(each.chatham_house for each in rules):
        return ("chatham_house",)
    names = ("chatham_house", "consent_needed")
    return tuple(name for name in names if any(getattr(each, name) for each in rules))
