"""Which format a programme is written in, known by its content."""

from __future__ import annotations

from pathlib import Path

from facilitator.intake.decoding import decode
from facilitator.intake.faults import NotAProgramme
from facilitator.intake.legend import Legend
from facilitator.intake.programmes.calendars import read_calendar
from facilitator.intake.programmes.event import Gathering, Programme
from facilitator.intake.programmes.schedules import read_schedule_json, read_schedule_xml
from facilitator.intake.programmes.tables import read_programme_table
from facilitator.intake.programmes.templates import TEMPLATE, read_programme_template
from facilitator.intake.tables import Table, read_bytes, read_table

_PROSE = frozenset({".txt", ".rst", ".md"})


def prose_of(path: Path, encoding: str = "") -> str | None:
    """Return the text of a file that is prose by its name, such as a concept note; raises a TableFault."""
    if path.suffix.lower() not in _PROSE:
        return None
    text = decode(read_bytes(path), encoding)
    if text is None:
        raise NotAProgramme(path)
    return text.text


def programme_table(path: Path, encoding: str = "", delimiter: str = "") -> Table | None:
    """Return the table that a programme is, None for one of another format; raises a TableFault."""
    begins = _beginning(read_bytes(path))
    written = _is_calendar(begins, path) or begins.startswith((b"<", b"{", b"["))
    if written or path.suffix.lower() in {*_PROSE, TEMPLATE}:
        return None
    return read_table(path, encoding, delimiter)


def _beginning(data: bytes) -> bytes:
    return data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")


def _is_calendar(begins: bytes, path: Path) -> bool:
    return begins[:15].upper() == b"BEGIN:VCALENDAR" or path.suffix.lower() in {".ics", ".ical"}


def read_programme(
    path: Path, legend: Legend, zone: str, encoding: str = "", delimiter: str = "", language: str = "en"
) -> Programme:
    """Return the events of a file of any of these formats; raises a TableFault or a fault of the columns.

    Times without a zone of their own are those of clocks in `zone`, texts in several languages those in
    `language`.
    """
    data, told = read_bytes(path), Gathering(zone)
    begins = _beginning(data)
    if _is_calendar(begins, path):
        read_calendar(data, path, told)
    elif begins.startswith(b"<"):
        read_schedule_xml(data, path, told)
    elif path.suffix.lower() == TEMPLATE:
        read_programme_template(_text(data, path), path, told, language)
    elif begins.startswith((b"{", b"[")):
        read_schedule_json(_text(data, path), path, told)
    elif path.suffix.lower() in _PROSE:
        raise NotAProgramme(path)
    else:
        read_programme_table(read_table(path, encoding, delimiter), legend, told)
    programme = told.programme()
    if not programme.read:
        raise NotAProgramme(path)
    return programme


def _text(data: bytes, path: Path) -> str:
    text = decode(data)
    if text is None:
        raise NotAProgramme(path)
    return text.text
