"""A list of recommendations that others made: each row one of them, whatever the columns are called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.intake.columns import find_columns
from facilitator.intake.defects import Defect
from facilitator.intake.legend import Legend
from facilitator.intake.people import surplus
from facilitator.intake.tables import Row, Table

TEXT_MISSING = "text_missing"
RECOMMENDATIONS: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "recommendation", "recommendation text", "recommandation", "texte", "recomendación", "texto",
        "рекомендация", "текст", "التوصية", "النص", "نص التوصية", "建议", "文本",
    ),
    "paragraph": (
        "paragraph", "number", "para", "no", "paragraphe", "numéro", "párrafo", "número", "пункт", "номер",
        "الفقرة", "الرقم", "段落", "编号",
    ),
    "symbol": (
        "symbol", "document", "source", "document symbol", "cote", "signatura", "условное обозначение",
        "الرمز", "الوثيقة", "المصدر", "文号", "文件",
    ),
    "addressees": (
        "addressees", "addressed to", "to", "state under review", "country", "countries", "destinataires",
        "destinatarios", "адресаты", "موجهة إلى", "الجهات الموجهة إليها", "收件方", "对象",
    ),
    "by": (
        "recommending states", "recommending state", "from", "by", "body", "auteur", "de", "государство",
        "الدول الموصية", "提出国",
    ),
    "themes": ("themes", "theme", "issue", "issues", "thèmes", "temas", "темы", "المواضيع", "主题"),
    "persons": (
        "affected persons", "affectedpersons", "persons", "personnes concernées", "personas afectadas",
        "затронутые лица", "الأشخاص المتأثرون", "受影响的人",
    ),
    "goals": ("sdgs", "sdg", "goals", "odd", "ods", "цур", "أهداف التنمية المستدامة", "可持续发展目标"),
    "groups": ("groups", "group", "groupes", "grupos", "группы", "الفئات", "群体"),
    "language": ("language", "langue", "idioma", "язык", "اللغة", "语言"),
}  # fmt: skip
"""The fields of an earlier recommendation, and the usual names of their columns, the better name first."""

_SYMBOL = re.compile(r"[A-Z]+(?:/[\w.()]+)+")
_GOAL = re.compile(r"\d+(?:\.\w+)?")


@dataclass(frozen=True, slots=True)
class Told:
    """One recommendation as a list tells it; `detail` holds every cell by the name of its column."""

    row: int
    text: str
    symbol: str = ""
    paragraph: str = ""
    language: str = ""
    addressees: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    detail: Mapping[str, str] = field(default_factory=dict)


def read_recommendations(table: Table, legend: Legend) -> tuple[list[Told], tuple[Defect, ...]]:
    """Return the recommendations of a table, and what is wrong with any row.

    Raises UnknownField, UnknownColumn, or ColumnMissing if no column holds the text.
    """
    columns = find_columns(table.header, RECOMMENDATIONS, legend.columns, "text")
    told = [_told(row, columns, table.header) for row in table.rows]
    missing = [Defect(one.row, "text", TEXT_MISSING) for one in told if not one.text]
    long = surplus(table.rows, len(table.header))
    defects = tuple(sorted([*missing, *long], key=lambda defect: defect.row))
    return [one for one in told if one.text], defects


def _told(row: Row, columns: Mapping[str, int], header: Sequence[str]) -> Told:
    def cell(name: str) -> str:
        return row.cell(columns.get(name)).strip()

    found = _SYMBOL.search(cell("symbol"))
    listed = "," if ";" not in cell("themes") and "issue" in _names(header, columns, "themes") else ";"
    return Told(
        row.number,
        cell("text"),
        found.group() if found else "",
        cell("paragraph"),
        cell("language"),
        _parts(cell("addressees"), ";"),
        _parts(cell("themes"), listed),
        _parts(cell("persons"), ";"),
        _parts(cell("groups"), ";"),
        tuple(dict.fromkeys(goal for part in _parts(cell("goals"), ";") for goal in _GOAL.findall(part)[:1])),
        {name: row.cell(place) for place, name in enumerate(header) if name and row.cell(place)},
    )


def _names(header: Sequence[str], columns: Mapping[str, int], name: str) -> str:
    place = columns.get(name)
    return "" if place is None else header[place].casefold()


def _parts(cell: str, sign: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split(sign) if part.strip()))
