"""How an import reaches the file: as one event, which one undo takes back."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from facilitator.acts.desk import Desk
from facilitator.acts.importing.order import Order
from facilitator.acts.safety import Meanwhile, is_new
from facilitator.language.speech import Language, language_for
from facilitator.store.snapshots import Why
from facilitator.store.work import Work
from facilitator.store.workshop_file import Entry


class KeptBefore:
    """A snapshot of what is there is made while a list is read, and is there only if something comes in."""

    def __init__(self, desk: Desk, order: Order) -> None:
        self._desk, self._order, self._newest = desk, order, desk.newest_event()
        needed = not order.dry_run and desk.to_keep(Why.IMPORT) and not is_new(desk.file)
        self._making = Meanwhile(desk.file, desk.now(), Why.IMPORT) if needed else None

    def copied(self) -> None:
        """The file can be asked: what is there is copied, though not verified yet."""
        if self._making is not None:
            self._making.copied(self._order.beside)

    def keep(self) -> None:
        """It lies there; raises a fault if it could not be made."""
        if self._making is not None:
            self._making.wanted(self._order.beside)
            self._desk.kept(self._newest)

    def close(self) -> None:
        """If it was not wanted it is gone."""
        if self._making is not None:
            self._making.close()


def write(
    desk: Desk,
    order: Order,
    act: str,
    arguments: Mapping[str, Any],
    body: Callable[[Work], None],
    kept: KeptBefore | None = None,
) -> None:
    """The import is on the disk, after a snapshot of what was there, and all who listen look again.

    `kept` is that snapshot where it is being made already.
    """
    order.pause()
    if kept is None:
        desk.keep_snapshot(Why.IMPORT, order.beside)
    else:
        kept.keep()
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
