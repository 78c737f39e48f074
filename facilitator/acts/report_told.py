"""The report's structure, answered in JSON: every section there can be, and the paragraphs it has."""

from __future__ import annotations

from typing import Any

from facilitator.acts.desk import Desk
from facilitator.acts.report import drafted, views_of
from facilitator.domain.attribution import Level
from facilitator.domain.programme import Panel, Question
from facilitator.domain.report import Section, Stated

Json = dict[str, Any]


def report_now(desk: Desk) -> Json:
    """Return the sections of the report in order, with their paragraphs, numbers and texts by language."""
    report = drafted(desk.reading, views_of(desk.reading), Level.QUANTITY, desk.now())
    return {
        "sections": [_section(section) for section in report.sections],
        "left_out": [row.id for row in report.left_out],
        "held_back": report.held_back,
    }


def _section(section: Section) -> Json:
    title = section.title
    named = title.title if isinstance(title, Panel) else title.text if isinstance(title, Question) else title
    return {
        "section": section.key,
        "title": str(named),
        "level": section.level,
        "in_hand": section.in_hand,
        "paragraphs": [_paragraph(item) for item in section.stated],
    }


def _paragraph(item: Stated) -> Json:
    paragraph = item.in_hand
    points = [*([item.point] if item.point else []), *item.parts]
    return {
        "paragraph": None if paragraph is None else paragraph.id,
        "number": item.number or None,
        "progress": None if paragraph is None else paragraph.progress.value,
        "statement": item.statement.value,
        "text": item.own_text or item.text or (points[0].text if points else ""),
        "texts": {}
        if paragraph is None
        else {
            code: {
                "text": rendering.text,
                "revision": rendering.revision,
                "behind": paragraph.behind(code),
            }
            for code, rendering in paragraph.texts.items()
        },
        "notes": [note for point in points for note in point.notes],
        "recommendation": None if item.recommendation is None else item.recommendation.id,
    }
