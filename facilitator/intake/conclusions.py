"""What consultations concluded, as somebody sends it: a table, or a text with a conclusion on each line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facilitator.intake.columns import find_columns
from facilitator.intake.defects import Defect
from facilitator.intake.legend import Legend
from facilitator.intake.recommendations import RECOMMENDATIONS, TEXT_MISSING
from facilitator.intake.tables import Table

CONCLUSIONS: Mapping[str, tuple[str, ...]] = {
    "text": (
        *RECOMMENDATIONS["text"], "conclusion", "conclusions", "conclusión", "вывод", "الاستنتاج", "结论",
    ),
    "consultation": (
        "consultation", "held in", "meeting", "place", "consulta", "консультация", "المشاورة", "磋商", "协商",
    ),
    "panel": ("panel", "panels", "table ronde", "mesa redonda", "дискуссия", "حلقة النقاش", "小组讨论会"),
    "recommendations": ("recommendations", "taken up in", "recommandations", "recomendaciones", "التوصيات"),
    "language": RECOMMENDATIONS["language"],
}  # fmt: skip
"""The fields of a conclusion, and the usual names of their columns, the better name first."""


@dataclass(frozen=True, slots=True)
class Concluded:
    """One conclusion; `panels` and `recommendations` are the numbers of what it is an input to."""

    row: int
    text: str
    consultation: str = ""
    language: str = ""
    panels: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()


def read_conclusions(table: Table, legend: Legend) -> tuple[list[Concluded], tuple[Defect, ...]]:
    """Return the conclusions of a table, and which rows have none; raises as `find_columns` does."""
    columns = find_columns(table.header, CONCLUSIONS, legend.columns, "text")
    told = list(_told(table, columns))
    missing = tuple(Defect(one.row, "text", TEXT_MISSING) for one in told if not one.text)
    return [one for one in told if one.text], missing


def _told(table: Table, columns: Mapping[str, int]) -> Iterator[Concluded]:
    for row in table.rows:
        cells = {name: row.cell(columns.get(name)).strip() for name in CONCLUSIONS}
        links = (_parts(cells["panel"]), _parts(cells["recommendations"]))
        yield Concluded(row.number, cells["text"], cells["consultation"], cells["language"], *links)


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in re.split("[;,؛،；]", cell) if part.strip()))
