"""What the command line prints of an import and of statistics, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from facilitator.acts.importing.order import Report
from facilitator.acts.importing.telling import change_lines, defect_line, elsewhere_lines, figures_line
from facilitator.domain.timing import SECOND
from facilitator.language.direction import bare
from facilitator.language.naming import will_name
from facilitator.language.speech import Language

_DEFECTS_SHOWN = 20
Json = Mapping[str, Any]


def import_lines(report: Report, language: Language, *, dry_run: bool) -> Iterator[str]:
    """Yield how many rows came in, who is gone from them, and what is wrong with the first others."""
    yield bare(figures_line(report, language))
    if dry_run:
        yield language.say("This was a trial: the workshop is as it was.")
    yield from map(bare, (*elsewhere_lines(report, language), *change_lines(report, language)))
    defects = report.defects
    for defect in defects[:_DEFECTS_SHOWN]:
        yield bare(defect_line(defect, report.unit, language))
    if len(defects) > _DEFECTS_SHOWN:
        left = len(defects) - _DEFECTS_SHOWN
        yield bare(language.count("and {n} more defect", "and {n} more defects", left))


def naming_lines(names: Sequence[str], rules: Sequence[str], language: Language) -> Sequence[str]:
    """Return what says whom a document will name; if nobody, by which `rules`."""
    return (bare(will_name(names, language, by=rules)),)


def statistics_lines(found: Json, language: Language) -> list[str]:
    """Return a table: figures to the right of their columns, names last because they are of any width."""
    say = language.say
    header = (say("Time"), say("Share"), say("Target"), say("Turns"), say("People"), say("Group"))
    rows = [tuple(map(bare, _cells(row, language))) for row in found["rows"]]
    total = found["total"]
    whole = {**total, "share": None, "target_share": None, "label": say("Total")}
    lines = _aligned([header, *rows, tuple(map(bare, _cells(whole, language)))])
    return [
        *lines,
        bare(
            say(
                "Over the limit: {overruns}; the longest took {time}.",
                overruns=total["overruns"],
                time=_time(total["longest_s"], language),
            )
        ),
    ]


def _cells(row: Json, language: Language) -> Sequence[str]:
    shares = (
        "" if row[name] is None else language.percent(row[name], 1) for name in ("share", "target_share")
    )
    counts = (language.number(row[name]) for name in ("interventions", "participants"))
    return (_time(row["seconds"], language), *shares, *counts, row["label"])


def _time(seconds: float, language: Language) -> str:
    return language.duration(round(seconds * SECOND), down=False)


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    return [
        "  ".join([*(cell.rjust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in rows
    ]
