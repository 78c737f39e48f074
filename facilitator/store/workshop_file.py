"""A workshop's file in use: one transaction an act, and what was read kept between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, Row, func, insert, select
from sqlalchemy.exc import DBAPIError, IntegrityError

from facilitator.domain.hits import Found
from facilitator.domain.refusals import UndoConflict
from facilitator.domain.union import MERGE
from facilitator.store.appending import End, append, begin, end_of
from facilitator.store.asking import Question
from facilitator.store.chain import Breach, breaches
from facilitator.store.drafts import draft_of, put_draft
from facilitator.store.engine import SCHEMA_VERSION, as_integer
from facilitator.store.faults import Fault, FileGone, WriteFailed, fault_of
from facilitator.store.holding import Hold, copied_out, put_in_place
from facilitator.store.ids import new_id
from facilitator.store.journal import Change, from_json, newest
from facilitator.store.keys import FileKey
from facilitator.store.opening import create_engine_for, must_be_there, must_open, open_engine
from facilitator.store.reading import Reading
from facilitator.store.search import Index
from facilitator.store.tables import event, meta, replica
from facilitator.store.union_rows import after_own
from facilitator.store.work import Work
from facilitator.store.write_ahead import Beside, WriteAhead

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the journal says of an act besides the rows it changed."""

    act: str
    desk: str
    arguments: Mapping[str, object]
    at: int
    undoes: str | None = None
    draft: str | None = None  # what the unfinished line becomes with it


class WorkshopFile:
    """An open file. `write` commits or leaves everything as it was; `reading` is what is the case."""

    def __init__(self, path: Path, engine: Engine, key: FileKey | None = None) -> None:
        self.path, self.key = path, key
        self._engine = engine
        self._connection = engine.connect()
        raw = self._connection.connection.dbapi_connection
        self._hold, self._ahead = Hold(path, raw), WriteAhead(raw)
        self.reading = Reading(self._connection, self._ahead.turn)
        with self._transaction():
            told = select(meta.c.value).where(meta.c.key == "replica")
            self.replica = self._connection.execute(told).scalar_one()
            self._end = end_of(self._connection, self.replica)
            self._index = Index(self._connection)
            self._index.make_ready()

    def write(self, entry: Entry, body: Callable[[Work], T], *, idle: bool = True) -> tuple[str, T]:
        """Return the event's id, empty without a change unless `idle`, and the answer, once on the disk."""
        with self._hold.act(self.replica, self._end.seq), self._transaction():
            id_ = new_id()
            work = Work(self._connection, self.reading, self.replica, id_, entry.at)
            work.latest = self._end.moment
            if entry.draft is not None:
                put_draft(self._connection, self.replica, entry.draft, entry.at)
            answer = body(work)
            if not (work.changes or work.came or idle or work.recorded):
                return "", answer
            work.pause()
            self._index.make_ready() if work.erased else self._index.keep(work.changes, work.came, work.pause)
            end = self._append(id_, entry, work)
        self._end = end
        if work.erased:
            self.reading = Reading(self._connection, self._ahead.turn)
        self.reading.forget(work.changes, work.floors, work.came)
        return id_, answer

    @property
    def at_work(self) -> bool:
        """Say whether an act is under way: what else would be done now would be a part of it."""
        return self._connection.in_transaction() or self._ahead.in_bulk

    def look(self, question: Callable[[Connection], T]) -> T:
        """Return what the store's own parts find out of the tables at one moment."""
        with self._transaction():
            return question(self._connection)

    def events(self, *, own: bool = False) -> Iterator[Row[Any]]:
        """Yield the events from the newest back as they came here, without their changes; all, or our own."""
        with self._transaction():
            yield from newest(self._connection, self.replica if own else None)

    def found(self, asked: Question, most: int, *, all_counted: bool) -> tuple[int, tuple[Found, ...]]:
        """Return in how much the words stand, and the newest of it."""
        with self._transaction():
            self._index.catch_up()
            return self._index.found(asked, most, all_counted=all_counted)

    def index_more(self, most: int) -> bool:
        """Some more of those who came many at once are found by their words; say whether others wait."""
        if self._index.waiting:
            with self._transaction():
                self._index.catch_up(most)
        return self._index.waiting

    def tidy(self) -> bool:
        """A little of what acts left to be done between them is done; say whether more is left."""
        with self._ahead.unhurried(), self._transaction():
            more = self._index.merge_more()
        if not more:
            self._ahead.write_back()
        return more

    def changes_of(self, event_id: str) -> tuple[Change, ...]:
        query = select(event.c.changes).where(event.c.id == event_id)
        with self._transaction():
            return from_json(self._connection.execute(query).scalar_one())

    def journal(self) -> Iterator[Row[Any]]:
        """Yield all events in their order, the same on every laptop, with their changes as text."""
        order = (event.c.moment, event.c.replica, event.c.seq)
        with self._transaction():
            yield from self._connection.execute(select(event).order_by(*order))

    def breaches(self) -> tuple[Breach, ...]:
        """Return what of the journal does not verify: nothing, unless somebody or something spoilt it."""
        query = select(event).order_by(event.c.replica, event.c.seq)
        with self._transaction():
            return tuple(breaches(dict(row) for row in self._connection.execute(query).mappings()))

    def is_there(self) -> bool:
        """Say whether the file is still where it was opened; if not, what is done from now on is lost."""
        with suppress(FileGone):
            must_be_there(self.path)
            return True
        return False

    def keep_draft(self, text: str, at: int) -> None:
        """The unfinished line of this laptop is on the disk; no event tells of it."""
        with self._transaction():
            put_draft(self._connection, self.replica, text, at)

    def draft(self) -> str:
        with self._transaction():
            return draft_of(self._connection, self.replica)

    def keep_alive(self, at: int) -> None:
        """The file says that the application was alive at this instant; while an act is at work it shows."""
        if self.at_work:
            return
        row = {"key": "alive", "value": str(at)}
        with self._transaction():
            self._connection.execute(insert(meta).prefix_with("OR REPLACE"), row)

    def last_alive(self) -> int | None:
        """Return the last instant the application is known to have been alive, None for a new file."""
        with self._transaction():
            alive = self._connection.execute(select(meta.c.value).where(meta.c.key == "alive")).scalar()
            last = self._connection.execute(select(func.max(event.c.at))).scalar()
        known = [instant for instant in (last, None if alive is None else int(alive)) if instant is not None]
        return max(known, default=None)

    def copy_to(self, target: Path) -> None:
        """A new file at the target is the workshop as it stands now; raises a fault if none can be."""
        try:
            self._ahead.alone(copied_out, self._connection.connection.dbapi_connection, target, self.key)
        except (driver.Error, OSError) as error:
            target.unlink(missing_ok=True)
            raise WriteFailed(target) from error

    def compact(self) -> None:
        """No page of the file holds what was taken out of it."""
        self._ahead.compact()

    def in_bulk(self, beside: Beside) -> AbstractContextManager[None]:
        """Very much is written in this context, and what takes long at its end is done `beside`."""
        self._hold.begin(self.replica, self._end.seq)
        return self._ahead.bulk(beside)

    def settle(self) -> bool:
        """The file stays as it is until `go_on`, with all that was written beside it; False during an act."""
        self._hold.begin(self.replica, self._end.seq)
        try:
            return self._ahead.settle()
        except driver.Error as error:
            raise WriteFailed(self.path) from error

    def go_on(self) -> bool:
        """What is written finds its way into the file itself again; say whether it has stayed as it was."""
        return self._ahead.go_on()

    def close(self) -> None:
        """The file stands alone on the disk, its companions emptied into it; it can be opened by others."""
        self._hold.leave()
        self._connection.close()
        self._engine.dispose()
        self._hold.let_go()

    def _append(self, id_: str, entry: Entry, work: Work) -> End:
        told = {"id": id_, "at": entry.at, "act": entry.act, "desk": entry.desk, "subject": work.subject}
        told |= {"undoes": entry.undoes, "arguments": entry.arguments}
        end = self._end._replace(moment=work.latest)
        if entry.act != MERGE:
            end = begin(self._connection, self.replica, end, entry.at)
        end = append(self._connection, self.replica, end, told, work.changes, work.pause)
        if entry.act != MERGE:
            after_own(self._connection, entry.act, {change.id for change in work.changes})
        return end

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self._connection.in_transaction():  # a question asked while an act is at work
            yield
            return
        try:
            with self._ahead.turn:
                try:
                    transaction = self._connection.begin()
                    yield
                    self._ahead.beside(transaction.commit)
                finally:
                    self._connection.rollback()  # nothing is left to be, if all went well
                    self._ahead.roll_back()
        except IntegrityError as error:
            raise UndoConflict from error
        except DBAPIError as error:
            raise fault_of(self.path, error) from error


def open_workshop(path: Path, key: FileKey | None = None) -> WorkshopFile:
    """Return the file, brought to today's shape; raises a fault and leaves an unusable file untouched."""
    engine = open_engine(path, key)
    key = must_open(path, key)
    with engine.connect() as connection:
        version = as_integer(connection.connection.dbapi_connection, "user_version")
    if version < SCHEMA_VERSION:
        try:
            _keep_a_copy(engine, path, version, key)
            _upgrade(engine)
        except Fault:
            engine.dispose()
            raise
    return WorkshopFile(path, engine, key)


def create_workshop(
    path: Path,
    *,
    replica_name: str,
    at: int,
    fill: Callable[[WorkshopFile], None],
    key: FileKey | None = None,
) -> None:
    """The file is there, filled, or not at all: made under another name, renamed when whole."""
    making = path.with_name(f".{path.name}.{new_id()}")
    create_engine_for(path).dispose()
    try:
        engine = create_engine_for(making, key)
        _upgrade(engine)
        me = new_id()
        with engine.begin() as connection:
            connection.execute(insert(replica), {"id": me, "name": replica_name, "created": at})
            connection.execute(insert(meta), {"key": "replica", "value": me})
        file = WorkshopFile(making, engine, key)
        try:
            fill(file)
        finally:
            file.close()
        if key is not None:
            key.mark(making)
        put_in_place(making, path)
    except (DBAPIError, driver.Error, OSError) as error:
        raise WriteFailed(path) from error
    finally:
        for ending in ("", "-wal", "-journal"):
            making.with_name(making.name + ending).unlink(missing_ok=True)


def _keep_a_copy(engine: Engine, path: Path, version: int, key: FileKey | None) -> None:
    """A sound copy of the file in its old shape lies beside it; one that is there already is kept."""
    from facilitator.store.snapshots import keep_shape  # noqa: PLC0415 - only an old file needs it

    with engine.connect() as connection:
        keep_shape(connection.connection.dbapi_connection, path, version, key)


def _upgrade(engine: Engine) -> None:
    from facilitator.store.upgrade import upgrade  # noqa: PLC0415 - Alembic loads slowly

    upgrade(engine)
