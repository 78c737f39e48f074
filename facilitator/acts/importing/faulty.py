"""The faulty rows of what came in, as a file to mend and to bring back."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from facilitator.acts.importing.order import Report
from facilitator.acts.importing.telling import problem_told
from facilitator.acts.output import written_whole
from facilitator.intake.defects import Defect
from facilitator.language.direction import bare
from facilitator.language.speech import Language


def write_faulty(
    report: Report,
    out: Path,
    language: Language,
    tell: Callable[[Defect, Language], str] = problem_told,
) -> None:
    """The file holds the faulty rows under their own header, and in two columns more where and why.

    Brought back, the two columns say nothing. Raises NotWritten.
    """
    header = [*report.faulty.header]
    why: dict[int, list[str]] = {}
    for defect in report.defects:
        why.setdefault(defect.row, []).append(bare(tell(defect, language)))
    with written_whole(out) as making, making.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*header, language.say("Row in the file"), language.say("What is wrong")])
        for row, cells in report.faulty.rows.items():
            filled = [*cells, *[""] * (len(header) - len(cells))]
            writer.writerow([*filled[: len(header)], row, "; ".join(why.get(row, ()))])
