"""Recommendations that others made, from a list: objects with symbol and paragraph to report against."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from facilitator.acts.desk import Desk
from facilitator.acts.importing.codes import coded, listed
from facilitator.acts.importing.earlier_back import Found, Values, brought_back, is_brought_back
from facilitator.acts.importing.order import Changes, Faulty, Order, Report, report_of
from facilitator.acts.importing.writing import write
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.intake.recommendations import Told, read_recommendations
from facilitator.intake.tables import Table, read_table
from facilitator.language.speech import LANGUAGES
from facilitator.store.ids import new_id
from facilitator.store.work import Work

_SHOWN = 60


def import_recommendations(desk: Desk, order: Order) -> Report:
    """The recommendations of a list are in the workshop, each cell of them kept; a dry run only reports.

    One that is there already, of the same document, paragraph and text, is brought up to date. Raises a
    TableFault, or a fault of the columns, and then nothing has come in.
    """
    table = read_table(order.source, order.encoding, order.delimiter)
    rows = [{k: v for k, v in row.items() if k != "owner"} for row in desk.reading.ledger.rows("earlier")]
    if is_brought_back(table.header):
        found = brought_back(table, rows, order.source.name)
    else:
        found = _told(table, rows, order)

    def body(work: Work) -> None:
        work.insert_all("earlier", found.fresh)
        for before, after in found.changed:
            work.update("earlier", before["id"], before, after)

    if (found.fresh or found.changed) and not order.dry_run:
        write(desk, order, "import_recommendations", {}, body)
    read = len(table.rows)
    order.progress(read, read)
    done = Counter(added=len(found.fresh), updated=len(found.changed), unchanged=found.unchanged)
    texts = ((r["text"][:_SHOWN] for r in found.fresh), (b["text"][:_SHOWN] for b, _ in found.changed))
    changes = Changes(*map(tuple, texts))
    return report_of(read, done, tuple(found.defects), changes, Faulty.of(table, found.defects))


def _told(table: Table, rows: Sequence[Values], order: Order) -> Found:
    """Return what the recommendations of somebody's list change."""
    told, defects = read_recommendations(table, order.legend)
    known, found = _known(rows), Found(defects=defects)
    for one in told:
        row = _row(one, order.source.name)
        before = next(iter(known.get(_key(row), ())), None)
        if before is None:
            found.fresh.append({"id": new_id(), **row})
        else:
            known[_key(row)].remove(before)
            found.meet(before, {**before, **row})
    return found


def _known(rows: Sequence[Values]) -> dict[tuple[str, ...], list[Values]]:
    found: dict[tuple[str, ...], list[Values]] = {}
    for row in rows:
        found.setdefault(_key(row), []).append(row)
    return found


def _key(row: Mapping[str, Any]) -> tuple[str, ...]:
    return row["source"], row["symbol"], row["paragraph"], row["text"]


def _row(one: Told, source: str) -> Values:
    return {
        "source": source,
        "number": one.row,
        "symbol": one.symbol,
        "paragraph": one.paragraph,
        "text": one.text,
        "language": one.language if one.language in LANGUAGES else "",
        "addressees": listed(one.addressees),
        "themes": listed(coded(VocabularyKey.THEMES, one.themes)),
        "persons": listed(coded(VocabularyKey.PERSONS, one.persons)),
        "groups": listed(coded(VocabularyKey.GROUPS, one.groups)),
        "goals": listed(one.goals),
        "detail": json.dumps(one.detail, ensure_ascii=False),
    }
