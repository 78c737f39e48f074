"""Who was erased on another laptop is erased here too, and is not brought back by one that has not heard."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from facilitator.store.chain import ERASURE
from facilitator.store.erasing import Erased, erase, names_of, names_told, stand_in
from facilitator.store.journal import from_json
from facilitator.store.tables import event


def erase_again(
    connection: Connection, came: Iterable[Mapping[str, Any]], told_anew: Iterable[str]
) -> tuple[int, Erased]:
    """Nobody is found here any more who was erased anywhere; returns how many, and what stands there now.

    `came` are the events that took their place; `told_anew` are changes as they were before an erasure, of
    which a laptop told that has not heard of it.
    """
    query = select(event.c.id, event.c.arguments).where(event.c.act == ERASURE)
    people = {row.id: str(json.loads(row.arguments)["participant"]) for row in connection.execute(query)}
    done = Erased()
    if not people:
        return 0, done
    arrived = list(came)
    new = {people[row["id"]] for row in arrived if row["id"] in people}
    sought: defaultdict[str, set[str]] = defaultdict(set)
    for text in (*told_anew, *(row["changes"] for row in arrived)):
        for change in from_json(text):
            if change.table == "participant" and change.id in people.values():
                sought[change.id] |= names_told((change,))
    for person in new:
        sought[person] |= names_of(connection, person)
    for person, names in sorted(sought.items()):
        again = erase(connection, person, names - {stand_in(person)}, stand_in(person))
        done.rows += again.rows
        done.events += again.events
        done.replaced |= again.replaced
    return len(new), done
