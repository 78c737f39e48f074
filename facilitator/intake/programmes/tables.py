"""A programme from a table: a row for each panel."""

from __future__ import annotations

from datetime import datetime, timedelta

from facilitator.intake import words
from facilitator.intake.columns import Columns, column_missing, find_columns
from facilitator.intake.instants import read_clock, read_date, read_length, read_range
from facilitator.intake.legend import Legend
from facilitator.intake.programmes.event import Event, Gathering
from facilitator.intake.tables import Row, Table

PROGRAMME: dict[str, tuple[str, ...]] = {
    "title": (
        "title", "panel", "session", "event", "subject", "topic", "titre", "séance", "título", "sesión",
        "panel de discusión", "название", "заседание", "тема", "العنوان", "حلقة النقاش", "الجلسة", "الموضوع",
        "标题", "会议", "议题", "titel",
    ),
    "date": ("date", "day", "jour", "fecha", "día", "дата", "день", "التاريخ", "اليوم", "日期", "datum"),
    "starts": (
        "starts", "start", "begin", "begins", "start time", "time", "début", "heure", "inicio", "hora",
        "начало", "время", "البداية", "الوقت", "开始", "开始时间", "时间", "uhrzeit", "beginn",
    ),
    "ends": (
        "ends", "end", "end time", "fin", "final", "конец", "окончание", "النهاية", "结束", "结束时间",
        "ende",
    ),
    "duration": (
        "duration", "minutes", "length", "durée", "duración", "minutos", "продолжительность", "минуты",
        "المدة", "الدقائق", "时长", "分钟", "dauer",
    ),
    "room": (
        "room", "place", "location", "salle", "lieu", "sala", "lugar", "зал", "место", "القاعة", "المكان",
        "会议室", "ort",
    ),
    "summary": (
        "summary", "description", "abstract", "résumé", "descripción", "resumen", "описание", "резюме",
        "الوصف", "الملخص", "موجز", "说明", "概要", "beschreibung",
    ),
    "uid": (
        "uid", "id", "identifier", "identifiant", "identificador", "идентификатор", "الرقم", "المعرف", "标识",
    ),
}  # fmt: skip
"""The fields of a panel, and the usual names of their columns."""


def read_programme_table(table: Table, legend: Legend, told: Gathering) -> None:
    """The rows are gathered; raises a fault of the columns if titles or beginnings have none."""
    columns = find_columns(table.header, PROGRAMME, legend.columns)
    for needed in ("title", "starts"):
        if needed not in columns:
            raise column_missing(needed, table.header)
    for row in table.rows:
        _gather(row, columns, legend, told)


def _gather(row: Row, columns: Columns, legend: Legend, told: Gathering) -> None:
    cell = {field: words.clean(row.cell(columns.get(field))) for field in PROGRAMME}
    number = row.number
    told.begin()
    begin, end = read_range(cell["starts"])
    starts = _moment(cell["date"], begin)
    ends = _moment(cell["date"], cell["ends"] or end)
    if ends is not None and starts is not None and ends <= starts and not _has_date(cell["ends"]):
        ends += timedelta(days=1)
    if ends is None and starts is not None and (length := _length_ms(cell["duration"])):
        ends = starts + timedelta(milliseconds=length)
    room = legend.meant("room", cell["room"])
    told.add(Event(number, cell["title"], 0, 0, room, cell["uid"], cell["summary"]), starts, ends)


def _length_ms(text: str) -> int | None:
    """Return the milliseconds of "90", in minutes, or "1:30", in hours and minutes."""
    return read_length(f"{text}:00") if text else None


def _moment(day: str, clock: str) -> datetime | None:
    """Return a moment told whole, or as a day and a time of day."""
    if _has_date(clock):
        try:
            return datetime.fromisoformat(clock)
        except ValueError:
            return None
    on, at = read_date(day), read_clock(clock)
    return None if on is None or at is None else datetime(on.year, on.month, on.day) + at  # noqa: DTZ001 - the zone is the workshop's


def _has_date(text: str) -> bool:
    return len(text) > len("2019-10-21") and text[4:5] == "-"
