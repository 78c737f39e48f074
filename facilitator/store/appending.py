"""The journal's end: where a laptop's next event takes its place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, insert, select

from facilitator.domain.union import MERGE
from facilitator.store.chain import chained
from facilitator.store.ids import AMONG, among, new_id
from facilitator.store.journal import Change, to_json
from facilitator.store.steps import Pause, in_steps, no_pause
from facilitator.store.tables import event, touched


class End(NamedTuple):
    """The last event of this laptop, and the latest moment of all events that are here."""

    seq: int
    hash: str
    moment: int


def end_of(connection: Connection, laptop: str) -> End:
    """Return where a laptop's journal ends; nothing of its own is there before its first act."""
    last = select(event.c.seq, event.c.hash).where(event.c.replica == laptop)
    tail = connection.execute(last.order_by(event.c.seq.desc()).limit(1)).one_or_none()
    seq, hash_ = (0, "") if tail is None else tuple(tail)
    moment = connection.execute(select(func.max(event.c.moment))).scalar_one() or 0
    return End(seq, hash_, moment)


def append(
    connection: Connection,
    laptop: str,
    end: End,
    told: Mapping[str, Any],
    changes: list[Change],
    pause: Pause = no_pause,
) -> End:
    """The event is the journal's last from now on; returns where it ends then. `pause` is between steps."""
    row = {
        **told,
        "replica": laptop,
        "seq": end.seq + 1,
        "arguments": json.dumps(told["arguments"], ensure_ascii=False),
        "changes": to_json(changes, pause),
        "moment": max(told["at"], end.moment + 1),
    }
    pause()
    bound = chained(row, end.hash)
    pause()
    connection.execute(insert(event), bound)
    ids = sorted({change.id for change in changes})
    put = f'INSERT INTO {touched.name} ("row", event) SELECT value, ? FROM {AMONG}'  # noqa: S608 - ours
    for some in in_steps(ids, pause):
        connection.exec_driver_sql(put, (told["id"], among(some)))
    return End(row["seq"], str(bound["hash"]), row["moment"])


def begin(connection: Connection, laptop: str, end: End, at: int) -> End:
    """A laptop that goes on from a copy says first what it had: none of that stands against its own acts."""
    if end.seq:
        return end
    last = select(event.c.replica, func.max(event.c.seq)).group_by(event.c.replica)
    seen = {row[0]: row[1] for row in connection.execute(last)}
    if not seen:
        return end
    told = {"id": new_id(), "at": at, "act": MERGE, "desk": "secretariat", "subject": "", "undoes": None}
    return append(connection, laptop, end, {**told, "arguments": {"seen": seen}}, [])
