"""What is said anywhere in the workshop, found by its words: an index that every act keeps as it writes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from facilitator.domain.hits import Found
from facilitator.domain.searching import PLAIN_VERSION, shadow, shadows
from facilitator.store.asking import Question, marks_of
from facilitator.store.ids import AMONG, among
from facilitator.store.journal import Change
from facilitator.store.steps import Pause, in_steps, no_pause

PLAIN_WORDS = "plain words"
"""Where the file says by which reading of texts its index was made."""
WAITING = "without words"
"""Stands in the file while some of the people or notes that came many at once are not in the index yet."""
_WORDS = {
    "note": (
        "SELECT n.id, n.text, n.panel, n.kind, coalesce(i.participant, n.participant),"
        " coalesce(i.category, n.category), n.kind IN ('!', 'm')"
        " FROM note n LEFT JOIN intervention i ON i.id = n.intervention"
        " WHERE n.removed_at IS NULL AND n.id IN {among} ORDER BY n.at, n.id"
    ),
    "recommendation": (
        "SELECT r.id, r.text || coalesce((SELECT char(10) || group_concat(w.text, char(10))"
        " FROM wording w WHERE w.recommendation = r.id), ''), r.panel, '', NULL, NULL,"
        " EXISTS (SELECT 1 FROM source s JOIN note n ON n.id = s.note"
        " WHERE s.recommendation = r.id AND n.kind IN ('!', 'm'))"
        " FROM recommendation r WHERE r.id IN {among} ORDER BY r.panel, r.number"
    ),
    "participant": (
        "SELECT p.id, rtrim(p.name || char(10) || p.second_name || char(10) || p.delegation, char(10)),"
        " NULL, '', NULL, p.category, 0 FROM participant p WHERE p.id IN {among} ORDER BY p.id"
    ),
    "panel": (
        "SELECT p.id, rtrim(p.title || char(10) || p.summary, char(10)), p.id, '', NULL, NULL, 0"
        " FROM panel p WHERE p.id IN {among} ORDER BY p.number, p.id"
    ),
    "question": (
        "SELECT q.id, q.text, q.panel, '', NULL, NULL, 0"
        " FROM question q WHERE q.id IN {among} ORDER BY q.panel, q.number"
    ),
    "background": (
        "SELECT b.id, b.label, NULL, '', NULL, NULL, 0"
        " FROM background b WHERE b.id IN {among} ORDER BY b.kind, b.number"
    ),
}
_TOLD_BY = {
    "note": {"text", "kind", "intervention", "removed_at", "panel", "participant", "category"},
    "recommendation": {"text", "panel"},
    "participant": {"name", "second_name", "delegation", "category"},
    "panel": {"title", "summary"},
    "question": {"text"},
    "background": {"label"},
}
"""The columns by which something is found: another one that changes makes no work."""

_HANGS_ON = (
    ("source", "recommendation", "recommendation", "note", "note"),
    ("note", "note", "id", "intervention", "intervention"),
    ("source", "recommendation", "recommendation", "id", "source"),
    ("wording", "recommendation", "recommendation", "id", "wording"),
)
"""Which table says, in which column by the id of what, which row of which table is found otherwise."""

_UNFOUND = (
    "SELECT id, name || ' ' || second_name || ' ' || delegation, category FROM participant"
    " p WHERE id > ? AND NOT EXISTS"
    ' (SELECT 1 FROM found f WHERE f."of" = \'participant\' AND f."row" = p.id) ORDER BY id LIMIT ?'
)
_UNFOUND_NOTES = (
    "SELECT id FROM note n WHERE id > ? AND id <= ? AND removed_at IS NULL AND NOT EXISTS"
    ' (SELECT 1 FROM found f WHERE f."of" = \'note\' AND f."row" = n.id) ORDER BY id LIMIT ?'
)
_END = "SELECT id FROM note WHERE id > ? ORDER BY id LIMIT 1 OFFSET 10000"
"""Who waits is looked for among so many notes at once: to go through all is long where few of them wait."""
_MANY = 2_000
_ROOM, _USUAL_ROOM = 32 << 20, 1 << 20
_SETTING = "INSERT INTO search (search, rank) VALUES (?, ?)"
_PATIENT = (("automerge", 0), ("crisismerge", 256))
"""No act puts the pieces of the index together: one in a thousand would take most of a second for it."""
_PIECE = 32  # pages: a few milliseconds


class Index:
    """The index of one file, within whatever transaction its connection is in."""

    def __init__(self, connection: Connection) -> None:
        self._run = connection.exec_driver_sql
        self._waiting = bool(self._run("SELECT 1 FROM meta WHERE key = ?", (WAITING,)).scalar())
        self._reached = self._reached_note = ""
        self._patient = False

    @property
    def waiting(self) -> bool:
        """Say whether people or notes came of which nothing is found before `catch_up`."""
        return self._waiting

    def make_ready(self) -> None:
        """The index is there; it is made of all texts again if they were read otherwise when it was made."""
        kept = self._run("SELECT value FROM meta WHERE key = ?", (PLAIN_WORDS,)).scalar()
        if kept == str(PLAIN_VERSION):
            return
        self._run("DELETE FROM found")
        self._run("DELETE FROM search")
        for of in _WORDS:
            ids = [row[0] for row in self._run(f"SELECT id FROM {of}")]  # noqa: S608 - a table of ours
            self._put(of, ids)
        self._run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (PLAIN_WORDS, str(PLAIN_VERSION)))

    def keep(
        self, changes: Sequence[Change], came: Mapping[str, Collection[str]], pause: Pause = no_pause
    ) -> None:
        """What these changes touched, and what `came` by ids, is found by the words it has now, and no other.

        People who came many at once wait, and so do notes: all are in before their words are put in order.
        """
        self._be_patient()
        if crowd(changes):
            self._let_wait()
            changes = [change for change in changes if change.table != "participant"]
        touched: dict[str, dict[str, None]] = {}
        for change in changes:
            for of, id_ in self._told(change):
                touched.setdefault(of, {})[id_] = None
        if len(came.get("note", ())) >= _MANY:
            steps = in_steps(list(came["note"]), pause)
            came = {**came, "note": [id_ for some in steps for id_ in self._numbers("note", some)]}
            self._let_wait()
        for of, ids in self._told_by(came):
            touched.setdefault(of, {}).update(dict.fromkeys(ids))
        for of, ids in touched.items():
            self._put(of, ids)

    def merge_more(self) -> bool:
        """Some of the pieces that acts leave of the index are put together; say whether more may be."""
        before = self._changes()
        self._run(_SETTING, ("merge", _PIECE))
        return self._changes() - before > 1  # one is the asking itself

    def _changes(self) -> int:
        return int(self._run("SELECT total_changes()").scalar_one())

    def _be_patient(self) -> None:
        """The file says that the pieces are put together by `merge_more`."""
        if self._patient:
            return
        kept = self._run("SELECT k, v FROM search_config").all()
        for setting in set(_PATIENT).difference((row[0], row[1]) for row in kept):
            self._run(_SETTING, setting)
        self._patient = True

    def _let_wait(self) -> None:
        self._run("INSERT OR REPLACE INTO meta VALUES (?, '')", (WAITING,))
        self._waiting, self._reached, self._reached_note = True, "", ""

    def catch_up(self, most: int = -1) -> None:
        """At most so many of those that wait, all if no number is told, are found by their words."""
        if not self._waiting:
            return
        people = self._run(_UNFOUND, (self._reached, most)).all()
        if people:
            self._put_crowd(people)
            self._reached = people[-1][0]
        if len(people) == most:
            return
        end = self._run(_END, (self._reached_note,)).scalar() if most >= 0 else None
        notes = self._run(_UNFOUND_NOTES, (self._reached_note, end or "~", most)).scalars().all()
        self._put("note", notes)
        if len(notes) == most or end:
            self._reached_note = notes[-1] if len(notes) == most else end or ""
        else:
            self._run("DELETE FROM meta WHERE key = ?", (WAITING,))
            self._waiting = False

    def found(self, asked: Question, most: int, *, all_counted: bool) -> tuple[int, tuple[Found, ...]]:
        """Return in how much the words stand, and the newest of it.

        The words are looked up once: what counts the hits also names the newest of them. Where the last one
        goes on, what says it as it is typed is closer: if there is so much of that, nothing else is looked
        for. All that begins with a word of four letters takes five times as long.
        """
        room = max(most, asked.counted)
        numbers = self._newest_as_typed(asked, room) or self._newest(asked.whole, room)
        total = len(numbers)
        if all_counted and total == room:
            query = "SELECT count(*) FROM search WHERE search MATCH ?"
            total = self._run(query, (asked.whole,)).scalar_one()
        query = f'SELECT "of", "row" FROM found WHERE number IN {AMONG} ORDER BY number DESC'  # noqa: S608 - ours
        rows = self._run(query, (among(numbers[:most]),)).all()
        there: dict[tuple[str, str], Found] = {}
        for of in {row[0] for row in rows}:
            told = self._read(of, [id_ for kind, id_ in rows if kind == of])
            there |= {
                (of, id_): Found(of, id_, text, panel, kind, bool(closed))
                for id_, text, panel, kind, _, _, closed in told
            }
        return total, tuple(there[of, id_] for of, id_ in rows if (of, id_) in there)

    def _newest(self, asked: str, most: int) -> Sequence[Any]:
        query = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"
        return [row[0] for row in self._run(query, (asked, most)).cursor.fetchall()]

    def _newest_as_typed(self, asked: Question, room: int) -> Sequence[Any]:
        """Return the newest that say the words as they are typed, nothing if that leaves room."""
        query = "SELECT 1 FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?"
        often = (self._run(query, (part, room - 1)).scalar() for part in asked.parts)
        numbers = self._newest(asked.as_typed, room) if asked.as_typed and all(often) else ()
        return numbers if len(numbers) == room else ()

    def _told(self, change: Change) -> Iterable[tuple[str, str]]:
        """Yield what is found otherwise after a change: by table and id."""
        columns = (change.after or change.before or {}).keys()
        whole = change.before is None or change.after is None
        if change.table in _TOLD_BY and (whole or columns & _TOLD_BY[change.table]):
            yield change.table, change.id
        if change.table == "note" and not whole and "kind" in columns:
            yield from self._related("recommendation", "source", "recommendation", "note", change.id)
        if change.table == "intervention" and not whole and columns & {"participant", "category"}:
            yield from self._related("note", "note", "id", "intervention", change.id)
        if change.table in {"source", "wording"}:
            known = (change.after or change.before or {}).get("recommendation")
            found = [("recommendation", known)] if known else []
            yield from found or self._related(
                "recommendation", change.table, "recommendation", "id", change.id
            )

    def _told_by(self, came: Mapping[str, Collection[str]]) -> Iterator[tuple[str, Collection[str]]]:
        """Yield what is found otherwise after a merge, of whose rows nobody knows which columns changed."""
        yield from ((of, ids) for of, ids in came.items() if of in _TOLD_BY)
        for table, of, wanted, column, by in _HANGS_ON:
            if by in came:
                query = f'SELECT {wanted} FROM "{table}" WHERE {column} IN {AMONG}'  # noqa: S608 - names of ours
                yield of, self._run(query, (among(came[by]),)).scalars().all()

    def _related(self, of: str, table: str, wanted: str, column: str, id_: str) -> Iterable[tuple[str, str]]:
        query = f"SELECT {wanted} FROM {table} WHERE {column} = ?"  # noqa: S608 - names of ours
        return [(of, row[0]) for row in self._run(query, (id_,))]

    def _put(self, of: str, ids: Collection[str]) -> None:
        numbers = self._numbers(of, ids)
        rows = self._read(of, ids)
        told = {row[0] for row in rows}
        gone = [(number,) for id_, number in numbers.items() if id_ not in told]
        if gone:
            self._run("DELETE FROM search WHERE rowid = ?", gone)
            self._run("DELETE FROM found WHERE number = ?", gone)
        new = [(of, row[0]) for row in rows if row[0] not in numbers]
        if new:
            self._run('INSERT INTO found ("of", "row") VALUES (?, ?)', new)
            numbers |= self._numbers(of, [id_ for _, id_ in new])
        told_rows = [(numbers[row[0]], *shadow(row[1]), marks_of(of, row)) for row in rows]
        if told_rows:
            with self._room_for(len(told_rows)):
                statement = "INSERT OR REPLACE INTO search (rowid, words, bare, marks) VALUES (?, ?, ?, ?)"
                self._run(statement, told_rows)

    @contextmanager
    def _room_for(self, rows: int) -> Iterator[None]:
        """Many words are put in order in memory, and written once."""
        if rows < _MANY:
            yield
            return
        self._run(_SETTING, ("hashsize", _ROOM))
        yield
        self._run(_SETTING, ("hashsize", _USUAL_ROOM))

    def _put_crowd(self, people: Sequence[Any]) -> None:
        """People of whom nothing was found before are found by their names and whom they speak for."""
        first = self._run("SELECT coalesce(max(number), 0) + 1 FROM found").scalar_one()
        numbers = range(first, first + len(people))
        put = 'INSERT INTO found (number, "of", "row") VALUES (?, ?, ?)'
        self._run(put, [(number, "participant", row[0]) for number, row in zip(numbers, people, strict=True)])
        marks = {group: marks_of("participant", ("", "", None, "", None, group, 0)) for _, _, group in people}
        put = "INSERT INTO search (rowid, words, bare, marks) VALUES (?, ?, ?, ?)"
        told = zip(numbers, people, shadows([said for _, said, _ in people]), strict=True)
        with self._room_for(len(people)):
            self._run(put, [(number, *found, marks[row[2]]) for number, row, found in told])

    def _numbers(self, of: str, ids: Collection[str]) -> dict[str, int]:
        """Return under which numbers things are kept, those that are."""
        query = f'SELECT "row", number FROM found WHERE "of" = ? AND "row" IN {AMONG}'  # noqa: S608 - names of ours
        return {row[0]: row[1] for row in self._run(query, (of, among(ids))).all()}

    def _read(self, of: str, ids: Collection[str]) -> Sequence[Any]:
        return self._run(_WORDS[of].format(among=AMONG), (among(ids),)).all()


def crowd(changes: Sequence[Change]) -> bool:
    """Say whether many people are new and nothing else of people changed."""
    told = [change for change in changes if change.table == "participant"]
    came = sum(1 for change in told if change.before is None and change.after is not None)
    return came >= _MANY and came == len({change.id for change in told})
