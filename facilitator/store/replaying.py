"""The tables that a journal makes, by the rule of the union: whatever the order in which its events came."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from facilitator.domain.union import MERGE, Knowledge
from facilitator.store.union_rows import Rows, folded, writes_in


def replayed(events: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Mapping[str, Any]]]:
    """Return the tables that all events together make: rows by id, by table."""
    known = Knowledge()
    written: Rows = defaultdict(list)
    for row in events:
        if row["act"] == MERGE:
            known.add(row["replica"], row["seq"], json.loads(row["arguments"])["seen"])
        for name, write in writes_in([row]):
            written[name].append(write)
    for writes in written.values():
        writes.sort(key=lambda write: write.order)
    tables: dict[str, dict[str, Mapping[str, Any]]] = defaultdict(dict)
    for (table, id_), made in folded(written, known).items():
        if made is not None:
            tables[table][id_] = made
    return dict(tables)
