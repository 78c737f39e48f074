"""A programme from a conference's schedule: XML or JSON as its planning tools write them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError
from zoneinfo import ZoneInfo

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from facilitator.intake.faults import NotAProgramme, ProgrammeDamaged
from facilitator.intake.programmes.event import Event, Gathering
from facilitator.intake.programmes.indico import gather_indico

_TAG = re.compile("<[^>]+>")
_LENGTH = re.compile(r"(?:(\d+):)?(\d{1,3}):(\d{2})(?::\d{2})?")


def read_schedule_xml(data: bytes, path: Path, told: Gathering) -> None:
    """The events of a schedule are gathered; raises ProgrammeDamaged, or NotAProgramme for other XML."""
    try:
        root = fromstring(data)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise ProgrammeDamaged(path) from error
    days = root.findall("day") if root.tag == "schedule" else []
    if not days:
        raise NotAProgramme(path)
    zone, change = root.findtext("conference/time_zone_name"), root.findtext("conference/day_change") or ""
    for day in days:
        for event in day.iter("event"):
            _gather(_fields(event), day.get("date", ""), told, zone=zone or "", change=change)
        for entry in day.iter("entry"):
            _gather(_fields(entry), day.get("date", ""), told, zone=zone or "", change="")


def read_schedule_json(text: str, path: Path, told: Gathering) -> None:
    """The events of a schedule, or of Indico's export, are gathered; raises as `read_schedule_xml`."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ProgrammeDamaged(path) from error
    if isinstance(whole, dict) and isinstance(whole.get("results"), list | dict):
        gather_indico(whole["results"], told)
        return
    schedule = whole.get("schedule") if isinstance(whole, dict) else None
    conference = schedule.get("conference") if isinstance(schedule, dict) else None
    if not isinstance(schedule, dict) or not isinstance(conference, dict):
        raise NotAProgramme(path)
    zone = str(conference.get("time_zone_name") or "")
    for event, day in (*_of_days(conference), *((event, "") for event in _list(schedule.get("events")))):
        _gather(event, day, told, zone=zone, change="")


def _of_days(conference: Mapping[str, Any]) -> Iterator[tuple[Any, str]]:
    for day in _list(conference.get("days")):
        if isinstance(day, dict) and isinstance(day.get("rooms"), dict):
            for room, events in day["rooms"].items():
                for event in _list(events):
                    if isinstance(event, dict):
                        yield {"room": room, **event}, str(day.get("date", ""))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _fields(event: Element) -> dict[str, Any]:
    """Return an element as the JSON of the same schedule would have it."""
    found: dict[str, Any] = {child.tag: "".join(child.itertext()) for child in reversed(event)}
    return {**found, "guid": event.get("guid"), "id": event.get("id") or found.get("id")}


def _gather(event: object, day: str, told: Gathering, *, zone: str, change: str) -> None:
    row = told.begin()
    if not isinstance(event, dict):
        told.wrong(row, "starts", "unreadable")
        return
    room = event.get("room")
    summary = event.get("abstract") or event.get("description") or ""
    found = Event(
        row,
        str(event.get("title") or ""),
        0,
        0,
        str(room.get("name", "") if isinstance(room, dict) else room or ""),
        str(event.get("guid") or event.get("id") or ""),
        _TAG.sub("", str(summary)).strip(),
    )
    starts = _start(event, day, zone, change)
    told.add(found, starts, _end(event, starts))


def _start(event: Mapping[str, Any], day: str, zone: str, change: str) -> datetime | None:
    for text in (event.get("date"), event.get("start")):
        if (moment := _iso(text)) is not None:
            return moment
    clock = str(event.get("start") or "")
    clock = f"{clock[:2]}:{clock[2:]}" if re.fullmatch(r"\d{4}", clock) else clock
    moment = _iso(f"{day}T{clock.zfill(5)}")
    if moment is None:
        return None
    late = bool(change) and clock.zfill(5) < change[:5]
    moment += timedelta(days=1) if late else timedelta()
    try:
        return moment.replace(tzinfo=ZoneInfo(zone)) if zone else moment
    except (LookupError, ValueError, OSError):
        return moment


def _iso(text: object) -> datetime | None:
    if not isinstance(text, str) or "T" not in text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _end(event: Mapping[str, Any], starts: datetime | None) -> datetime | None:
    end = _iso(event.get("end"))
    if end is not None or starts is None:
        return end
    length = str(event.get("duration") or "")
    if length.isdecimal():
        return starts + timedelta(minutes=min(int(length), 100_000))
    found = _LENGTH.fullmatch(length)
    if found is None:
        return None
    first, second, third = int(found[1] or 0), int(found[2]), int(found[3])
    if found[1] is None or length.count(":") == 1:
        return starts + timedelta(hours=second, minutes=third)
    return starts + timedelta(hours=first, minutes=second)
