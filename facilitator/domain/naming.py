"""Whom a summary or a report names: known before it is written, so that it can be told and thought over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.domain.attribution import Named
from facilitator.domain.report import Report
from facilitator.domain.summary import PanelSummary

Names = tuple[str, ...]


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
