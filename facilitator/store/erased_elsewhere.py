"""Who was erased on another laptop is erased here too, and is not brought back by one that has not heard."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from facilitator.store.chain import ERASURE
from facilitator.store.erasing import Erased, erase, names_of, names_told, stand_in
from facilitator.store.journal import from_json


def erase_again(
    connection: Connection,
    people: Mapping[str, str],
    came: Iterable[Mapping[str, Any]],
    told_anew: Iterable[str],
) -> tuple[int, Erased]:
    """Nobody is found here any more who was erased anywhere; returns how many, and what stands there now.

    The `people` were erased before, each by an event. `came` are the events that took their place;
    `told_anew` are changes as they were before an erasure, of which a laptop told that has not heard of it.
    """
    done = Erased()
    arrived = list(came)
    told = [json.loads(row["arguments"])["participant"] for row in arrived if row["act"] == ERASURE]
    new = set(map(str, told))
    everybody = new.union(people.values())
    if not everybody:
        return 0, done
    sought: defaultdict[str, set[str]] = defaultdict(set)
    for text in (*told_anew, *(row["changes"] for row in arrived)):
        for change in from_json(text):
            if change.table == "participant" and change.id in everybody:
                sought[change.id] |= names_told((change,))
    for person in new:
        sought[person] |= names_of(connection, person)
    for person, names in sorted(sought.items()):
        again = erase(connection, person, names - {stand_in(person)}, stand_in(person))
        done.rows += again.rows
        done.events += again.events
        done.replaced |= again.replaced
    return len(new), done
