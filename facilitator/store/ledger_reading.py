"""What the ledger's tables tell: recommendations with all that hangs on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, func, select

from facilitator.domain.protection import Consent
from facilitator.domain.recommendation import Change, LanguageCode, Recommendation, Redraft, Step
from facilitator.domain.refusals import UnknownReference
from facilitator.store import ledger_rows
from facilitator.store.tables import STATE, replica

Row = Mapping[str, Any]


class LedgerReading:
    """Looks at the ledger through `ask`, which answers a query with rows."""

    def __init__(self, ask: Callable[[Select[Any]], Sequence[Row]]) -> None:
        self._ask = ask
        self._lists: dict[str, tuple[Recommendation, ...]] = {}
        self._waiting: dict[str, set[str]] = {}
        self._levels: dict[str, str] = {}  # of the notes up to an id, None once all are read
        self._level_after: str | None = ""
        self._levels_touched: set[str] = set()

    def forget(self, touched: Mapping[str, Sequence[str]]) -> None:
        """Rows with these ids have changed, by their tables: what was made of them is read again."""
        self._forget_levels(touched.get("note", ()))
        ids = {id_.partition("/")[0] for name in _MADE_OF for id_ in touched.get(name, ())}
        if len(ids) >= _MANY:
            self._lists.clear()
            self._waiting.clear()
        for panel in self._lists if ids else ():
            self._waiting.setdefault(panel, set()).update(ids)

    def _forget_levels(self, notes: Sequence[str]) -> None:
        if len(notes) >= _MANY:
            self._levels, self._level_after = {}, ""
        self._levels_touched = set() if len(notes) >= _MANY else self._levels_touched.union(notes)

    def of_panel(self, panel: str) -> tuple[Recommendation, ...]:
        """Return a panel's recommendations in the order of their numbers: the same ones until one changes."""
        table = STATE["recommendation"]
        kept, ids = self._lists.get(panel), self._waiting.pop(panel, set())
        query = select(table).where(table.c.panel == panel)
        if kept is None:
            self._lists[panel] = self._found(query)
        elif ids:
            fresh = self._found(query.where(table.c.id.in_(ids)))
            left = [each for each in kept if each.id not in ids]
            if fresh or len(left) < len(kept):
                self._lists[panel] = tuple(sorted((*left, *fresh), key=_place))
        return self._lists[panel]

    def recommendation(self, id_: str) -> Recommendation:
        table = STATE["recommendation"]
        found = self._found(select(table).where(table.c.id == id_))
        if not found:
            raise UnknownReference(kind="recommendation", id=id_)
        return found[0]

    def last_number(self, panel: str) -> int:
        """Return the highest number in a panel's list, 0 while it is empty."""
        table = STATE["recommendation"]
        query = select(func.coalesce(func.max(table.c.number), 0).label("n")).where(table.c.panel == panel)
        return int(self._ask(query)[0]["n"])

    def last_conclusion(self, consultation: str) -> int:
        """Return the highest number of what a consultation concluded, 0 if that is nothing yet."""
        table = STATE["conclusion"]
        highest = select(func.coalesce(func.max(table.c.number), 0).label("n"))
        return int(self._ask(highest.where(table.c.consultation == consultation))[0]["n"])

    def opened_by(self, panel: str, notes: Sequence[str]) -> Recommendation | None:
        """Return the first of a panel that rests on one of these notes and on nothing else."""
        source, table = STATE["source"], STATE["recommendation"]
        resting = select(source.c.recommendation).where(source.c.note.in_(notes))
        alone = (
            select(source.c.recommendation)
            .where(source.c.recommendation.in_(resting))
            .group_by(source.c.recommendation)
            .having(func.count() == 1)
        )
        found = self._found(select(table).where(table.c.panel == panel, table.c.id.in_(alone)))
        return next(iter(found), None)

    def changes(self, recommendation: str | None = None) -> tuple[Change, ...]:
        """Return the changes proposed to a recommendation, or to any, the oldest first."""
        table = STATE["amendment"]
        query = select(table).order_by(table.c.at, table.c.number, table.c.id)
        if recommendation is not None:
            query = query.where(table.c.recommendation == recommendation)
        return tuple(map(ledger_rows.to_change, self._ask(query)))

    def change(self, id_: str) -> Change:
        table = STATE["amendment"]
        found = self._ask(select(table).where(table.c.id == id_))
        if not found:
            raise UnknownReference(kind="change", id=id_)
        return ledger_rows.to_change(found[0])

    def steps(self, recommendation: str) -> tuple[Step, ...]:
        """Return the way a recommendation has come, the oldest step first."""
        table = STATE["step"]
        query = select(table).where(table.c.recommendation == recommendation).order_by(table.c.at, table.c.id)
        return tuple(map(ledger_rows.to_step, self._ask(query)))

    def signed_steps(self, recommendation: str) -> tuple[Step, ...]:
        """As above; where nobody was named, the laptop on which the step was gone, if there are several."""
        table = STATE["step"]
        query = (
            select(table, replica.c.name)
            .join(replica, replica.c.id == table.c.owner, isouter=True)
            .where(table.c.recommendation == recommendation)
            .order_by(table.c.at, table.c.id)
        )
        rows = self._ask(query)
        if self._ask(select(func.count().label("n")).select_from(replica))[0]["n"] < _SEVERAL:
            return tuple(map(ledger_rows.to_step, rows))
        steps = zip(map(ledger_rows.to_step, rows), rows, strict=True)
        return tuple(replace(step, who=step.who or row["name"] or "") for step, row in steps)

    def last_signer(self, laptop: str) -> str:
        """Return who was named last for a step that was gone on a laptop, "" if nobody was."""
        table = STATE["step"]
        named = select(table.c.who).where(table.c.owner == laptop, table.c.who != "")
        found = self._ask(named.order_by(table.c.at.desc(), table.c.id.desc()).limit(1))
        return str(found[0]["who"]) if found else ""

    def redrafts(self, recommendation: str) -> tuple[Redraft, ...]:
        """Return every text a recommendation has had before, in any language, the oldest first."""
        table = STATE["redraft"]
        of = select(table).where(table.c.recommendation == recommendation)
        rows = self._ask(of.order_by(table.c.at, table.c.id))
        return tuple(Redraft(LanguageCode(row["language"]), row["text"], row["at"]) for row in rows)

    def own_levels(self) -> Mapping[str, str]:
        """Return the levels of attribution that were set for people and notes, by id."""
        for _ in self.levels_coming():
            pass
        return {**self._set_levels(STATE["participant"]), **self._levels}

    def levels_of(self, ids: Iterable[str]) -> Mapping[str, str]:
        """Return those of the levels that were set for these people and notes."""
        some = set(ids)
        people, notes = (self._set_levels(t, t.c.id.in_(some)) for t in (STATE["participant"], STATE["note"]))
        return {**people, **notes}

    def levels_coming(self) -> Iterator[None]:
        """Yield while the levels of notes are read: of very many some thousand at a time."""
        note = STATE["note"]
        while self._level_after is not None:
            last = select(note.c.id).where(note.c.id > self._level_after).order_by(note.c.id)
            found = self._ask(last.offset(_A_TURN - 1).limit(1))
            within = note.c.id > self._level_after
            ends = found[0]["id"] if found else None
            self._levels |= self._set_levels(
                note, within if ends is None else and_(within, note.c.id <= ends)
            )
            self._level_after = ends
            yield
        if self._levels_touched:
            touched, self._levels_touched = self._levels_touched, set()
            kept = {id_: level for id_, level in self._levels.items() if id_ not in touched}
            self._levels = kept | self._set_levels(note, note.c.id.in_(touched))

    def _set_levels(self, table: Table, *which: ColumnElement[bool]) -> dict[str, str]:
        query = select(table.c.id, table.c.attribution).where(table.c.attribution != "", *which)
        return {row["id"]: row["attribution"] for row in self._ask(query)}

    def consents(self) -> tuple[Consent, ...]:
        """Return who agreed to be shown at what level, the oldest first."""
        return tuple(map(ledger_rows.to_consent, self.rows("consent")))

    def rows(self, table: str) -> Sequence[Row]:
        """Return all rows of a table of the ledger, by their ids."""
        return self._ask(select(STATE[table]).order_by(STATE[table].c.id))

    def named(self, table: str, ids: Sequence[str]) -> Sequence[Row]:
        """Return the rows of a table of the ledger that have these ids, each once, by their ids."""
        of = STATE[table]
        return self._ask(select(of).where(of.c.id.in_(ids)).order_by(of.c.id)) if ids else ()

    def _found(self, query: Select[Any]) -> tuple[Recommendation, ...]:
        table = STATE["recommendation"]
        rows = self._ask(query.order_by(table.c.number, table.c.alternative, table.c.id))
        ids = [row["id"] for row in rows]
        hanging = [self._hanging(name, ids) for name in ("source", "support", "wording")]
        return tuple(
            ledger_rows.to_recommendation(row, *(of_it.get(row["id"], ()) for of_it in hanging))
            for row in rows
        )

    def _hanging(self, name: str, recommendations: Sequence[str]) -> Mapping[str, list[Row]]:
        table = STATE[name]
        query = select(table).order_by(table.c.id)
        if len(recommendations) < _MANY:
            query = query.where(table.c.recommendation.in_(recommendations))
        found: dict[str, list[Row]] = {}
        for row in self._ask(query):
            found.setdefault(row["recommendation"], []).append(row)
        return found


def _place(recommendation: Recommendation) -> tuple[int, int, str]:
    return recommendation.number, recommendation.alternative, recommendation.id


_MADE_OF = ("recommendation", "source", "support", "wording")
"""The tables that hold a recommendation; ids of what hangs on one begin with its own."""

_SEVERAL = 2
_MANY = 200
"""Of so many, what hangs on them is quicker found by reading all that hangs."""
_A_TURN = 4_000  # notes of which the level is read at a time
