"""Recommendations that others made, from a list: objects with symbol and paragraph to report against."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from facilitator.acts.desk import Desk
from facilitator.acts.importing.order import Changes, Faulty, Order, Report, report_of
from facilitator.acts.importing.writing import write
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.intake.legend import plain
from facilitator.intake.recommendations import Told, read_recommendations
from facilitator.intake.tables import read_table
from facilitator.language.speech import LANGUAGES
from facilitator.language.vocabularies import vocabulary
from facilitator.store.ids import new_id
from facilitator.store.work import Work

Values = dict[str, Any]
_CODE = re.compile(r"([A-H]\d)\d*\s")
_SHOWN = 60


def import_recommendations(desk: Desk, order: Order) -> Report:
    """The recommendations of a list are in the workshop, each cell of them kept; a dry run only reports.

    One that is there already, of the same document, paragraph and text, is brought up to date. Raises a
    TableFault, or a fault of the columns, and then nothing has come in.
    """
    table = read_table(order.source, order.encoding, order.delimiter)
    told, defects = read_recommendations(table, order.legend)
    known = _known(desk.reading.ledger.rows("earlier"))
    done: Counter[str] = Counter()
    fresh: list[Values] = []
    changed: list[tuple[Values, Values]] = []
    for one in told:
        row = _row(one, order.source.name)
        before = next(iter(known.get(_key(row), ())), None)
        if before is None:
            fresh.append({"id": new_id(), **row})
        else:
            known[_key(row)].remove(before)
            after = {**before, **row}
            changed += [(before, after)] if after != before else []
            done["updated" if after != before else "unchanged"] += 1
    done["added"] = len(fresh)

    def body(work: Work) -> None:
        work.insert_all("earlier", fresh)
        for before, after in changed:
            work.update("earlier", before["id"], before, after)

    if (fresh or changed) and not order.dry_run:
        write(desk, order, "import_recommendations", {}, body)
    order.progress(len(told), len(told))
    changes = Changes(tuple(r["text"][:_SHOWN] for r in fresh), tuple(b["text"][:_SHOWN] for b, _ in changed))
    return report_of(len(table.rows), done, defects, changes, Faulty.of(table, defects))


def _known(rows: Sequence[Mapping[str, Any]]) -> dict[tuple[str, ...], list[Values]]:
    found: dict[tuple[str, ...], list[Values]] = {}
    for row in rows:
        found.setdefault(_key(row), []).append({k: v for k, v in row.items() if k != "owner"})
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
        "addressees": _listed(one.addressees),
        "themes": _listed(_coded(VocabularyKey.THEMES, one.themes)),
        "persons": _listed(_coded(VocabularyKey.PERSONS, one.persons)),
        "groups": _listed(_coded(VocabularyKey.GROUPS, one.groups)),
        "goals": _listed(one.goals),
        "detail": json.dumps(one.detail, ensure_ascii=False),
    }


def _coded(key: VocabularyKey, labels: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of labels, whether they are that of a code or below one; others as they are."""
    codes = []
    for label in labels:
        below = _CODE.match(f"{label} ")
        known = _by_label(key).get(plain(label), label)
        if key is VocabularyKey.THEMES and below and below[1] in vocabulary(key):
            known = below[1]
        codes.append(known)
    return tuple(dict.fromkeys(codes))


@cache
def _by_label(key: VocabularyKey) -> Mapping[str, str]:
    """Return the codes of a vocabulary by all that they are called."""
    return {
        plain(text): concept.code
        for concept in vocabulary(key).values()
        for text in (*concept.labels.values(), *concept.also, concept.code)
    }


def _listed(items: Sequence[str]) -> str:
    return json.dumps(items, ensure_ascii=False)
