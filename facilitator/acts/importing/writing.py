"""How an import reaches the file: as one event, which one undo takes back."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from facilitator.acts.desk import Desk
from facilitator.acts.importing.order import Order
from facilitator.language.speech import Language, language_for
from facilitator.store.snapshots import Why
from facilitator.store.work import Work
from facilitator.store.workshop_file import Entry


def write(
    desk: Desk, order: Order, act: str, arguments: Mapping[str, Any], body: Callable[[Work], None]
) -> None:
    """The import is on the disk, after a snapshot of what was there, and all who listen look again."""
    order.pause()
    desk.keep_snapshot(Why.IMPORT, order.beside)
    order.pause()

    def with_pauses(work: Work) -> None:
        work.pause = order.pause
        body(work)
        work.subject = order.source.name

    desk.file.write(
        Entry(act, "secretariat", {"source": order.source.name, **arguments}, desk.now()), with_pauses
    )
    order.after()
    desk.changed(order.after)
    order.after()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Nothing looks for rings among thousands of new things, all of which stay: that took half the time."""
    watched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()  # all that came is among what is old now, without being looked through at once
        if watched:
            gc.enable()


def language_of(desk: Desk) -> Language:
    workshop = desk.reading.workshop()
    return language_for(workshop.language, workshop.zone)
