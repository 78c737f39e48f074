"""The ledger filled in elsewhere and brought back: only what was changed there changes here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from facilitator.acts.desk import Desk
from facilitator.acts.importing.order import Changes, Faulty, Order, Report, report_of
from facilitator.acts.importing.writing import write
from facilitator.acts.note_links import question_for
from facilitator.acts.panels import find_panel
from facilitator.acts.recommendations import (
    in_panel,
    must_have_spoken,
    reworded,
    update,
    with_codes,
    with_fields,
)
from facilitator.acts.registry import Work
from facilitator.acts.workflow import go, way_to
from facilitator.documents.office.ledger_fields import fields_of, key_of, revision_of
from facilitator.domain.intervention import InterventionId
from facilitator.domain.ledger import Recommended
from facilitator.domain.notes import NoteId
from facilitator.domain.recommendation import LanguageCode, Recommendation, Status, Tagged, Told, Translation
from facilitator.domain.refusals import NotUnderstood, Refusal, StaleText
from facilitator.intake.defects import Defect
from facilitator.intake.faults import ColumnMissing
from facilitator.intake.tables import read_table
from facilitator.language.speech import LANGUAGES

Cells = Mapping[str, str]
_SHOWN = 60
_STALE, _UNKNOWN, _REFUSED = "changed_since", "no_such_recommendation", "not_as_allowed"


class _Tried(Exception):
    """The trial is over: nothing of it is kept."""


def import_ledger(desk: Desk, order: Order) -> Report:
    """Each row has changed the recommendation of its id, where a cell is other than it was handed over.

    A row whose text was changed here since, or whose cell is not allowed, is left out whole and named.
    Raises a TableFault or ColumnMissing, and then nothing has come in.
    """
    table = read_table(order.source, order.encoding, order.delimiter)
    keys = [key_of(name) for name in table.header]
    if "id" not in keys:
        raise ColumnMissing(field="id", columns=", ".join(table.header))
    known = {str(row.id): row for row in desk.ledger()}
    done: Counter[str] = Counter()
    defects: list[Defect] = []
    changed: list[str] = []

    def body(work: Work) -> None:
        for row in table.rows:
            cells = {key: row.cell(place) for place, key in enumerate(keys)}
            there = known.get(cells["id"].strip())
            defect = _take(work, there, cells, row.number, changed)
            defects.extend([defect] if defect else [])
        if order.dry_run or not changed:
            raise _Tried

    with suppress(_Tried):
        write(desk, order, "import_ledger", {}, body)
    done["updated"] = len(changed)
    done["unchanged"] = len(table.rows) - len(changed) - len(defects)
    order.progress(len(table.rows), len(table.rows))
    return report_of(len(table.rows), done, defects, Changes((), tuple(changed)), Faulty.of(table, defects))


def _take(work: Work, there: Recommended | None, cells: Cells, row: int, changed: list[str]) -> Defect | None:
    """A row is taken in, or what is wrong with it is returned and nothing of it was taken."""
    if there is None or there.held is None:
        return Defect(row, "id", _UNKNOWN)
    held, stood = there.held, fields_of(there.number, there.held, there.panel)
    told = {
        key: value
        for key, value in cells.items()
        if key in stood and key not in _FIXED and value.strip() != stood[key].strip()
    }
    if not told:
        return None
    if any(key.startswith("text_") for key in told) and cells.get("revision") != revision_of(held):
        return Defect(row, "text", _STALE)
    field = ""
    try:
        after = _plain(work, held, told)
        _must_be_allowed(held, told)
        after = _texts(work, after, told)
    except StaleText:
        return Defect(row, "text", _STALE)
    except Refusal as refused:
        field = str(refused.details.get("kind") or refused.details.get("field") or "")
        return Defect(row, field, _REFUSED)
    update(work, held, after)
    if "status" in told:
        go(work, after, Status(told["status"].strip()), told.get("reason", "").strip(), "")
    changed.append(held.text[:_SHOWN])
    return None


_FIXED = ("id", "number", "revision", "language")


def _plain(work: Work, held: Recommendation, told: Cells) -> Recommendation:
    """Return it with all that needs no history: nothing is written yet."""
    after = with_codes(held, {Tagged(key): _parts(value) for key, value in told.items() if key in _TAGS})
    fields = {Told(key): value.strip() for key, value in told.items() if key in _TOLD}
    after = with_fields(after, fields)
    if "panel" in told:
        after = in_panel(work, after, find_panel(work.reading, _whole("panel", told["panel"])).id)
    if "question" in told:
        asked = _whole("question", told["question"]) if told["question"].strip() else None
        after = replace(after, question=question_for(work.reading.panel(after.panel), asked))
    if "notes" in told:
        after = replace(
            after, notes=tuple(work.reading.note(NoteId(id_)).id for id_ in _parts(told["notes"]))
        )
    if "interventions" in told:
        turns = tuple(InterventionId(id_) for id_ in _parts(told["interventions"]))
        must_have_spoken(work, turns)
        after = replace(after, interventions=turns)
    for key, value in told.items():
        if key.startswith("translation_") and value.strip() not in ("", *Translation):
            raise NotUnderstood(field=key)
    return after


def _must_be_allowed(held: Recommendation, told: Cells) -> None:
    """Raise a refusal for an empty text and for a step that is none."""
    own = told.get(f"text_{held.original}")
    if own is not None and not own.strip():
        raise NotUnderstood(field="text")
    if "status" in told and not way_to(held, told["status"].strip(), told.get("reason", "")):
        raise NotUnderstood(field="status")


def _texts(work: Work, after: Recommendation, told: Cells) -> Recommendation:
    for code in LANGUAGES:
        worth = told.get(f"translation_{code}", "").strip()
        text = told.get(f"text_{code}")
        language = LanguageCode(code)
        if text is not None and text.strip():
            worded = Translation(worth) if worth else None
            after = reworded(work, after, text, language=language, translation=worded)
        elif text is not None:
            after = replace(after, worded={k: v for k, v in after.worded.items() if k != code})
        elif worth and code in after.worded:
            named = replace(after.worded[code], translation=Translation(worth))
            after = replace(after, worded={**after.worded, code: named})
    return after


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))


def _whole(field: str, typed: str) -> int:
    if not typed.strip().isdecimal():
        raise NotUnderstood(field=field)
    return int(typed)


_TAGS, _TOLD = frozenset(Tagged), frozenset(Told)
