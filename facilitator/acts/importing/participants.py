"""People from a list: new ones, corrected ones, and those a corrected list no longer tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from operator import attrgetter
from typing import TypeVar

from facilitator.acts.desk import Desk
from facilitator.acts.importing.order import Changes, Faulty, Order, Report, report_of
from facilitator.acts.importing.origins import Origin, kept_origin, origins_with, remembered
from facilitator.acts.importing.writing import KeptBefore, language_of, write
from facilitator.acts.roster import Roster
from facilitator.domain.folding import folded
from facilitator.domain.people import Participant
from facilitator.intake.defects import Defect
from facilitator.intake.participants import ParticipantList, read_participants
from facilitator.intake.people import Person
from facilitator.intake.tables import read_table
from facilitator.language.groups import NOT_STATED
from facilitator.store.reading import Reading
from facilitator.store.steps import Pause
from facilitator.store.work import Work

_SAME_LIST = 0.5
"""A list that tells of at least this share of those an earlier one told of is that list, corrected."""


def import_participants(desk: Desk, order: Order) -> Report:
    """The people of a list are in the workshop, each row one of them; a dry run only reports.

    A corrected list is known by its people: whoever it spells otherwise is changed, and whom it leaves out
    is told. Raises a TableFault, or a fault of the columns, and then nothing has come in.
    """
    desk.reading.origins()  # known from here on: while a file is copied it does not answer
    with closing(KeptBefore(desk, order)) as kept:
        return _imported(desk, order, kept)


def _imported(desk: Desk, order: Order, kept: KeptBefore) -> Report:
    order.pause()
    table = read_table(order.source, order.encoding, order.delimiter, order.pause)
    order.pause()
    legend = order.legend.over(remembered(desk.reading, order.source, table.header))
    told = read_participants(table, legend, order.pause)
    kept.copied()
    order.pause()
    taking = _Taking(desk.reading, language_of(desk).say(NOT_STATED), told, order, table.header)
    origin = kept_origin(desk.reading, taking.origin, order, table.header, legend, desk.now())
    order.pause()
    taking.take(origin.id, order.pause)

    def body(work: Work) -> None:
        origin.write(work)
        taking.roster.write(work, order.progress)

    if (taking.roster.size or origin.changed) and not order.dry_run:
        write(desk, order, "import_participants", {"map": legend.as_text()}, body, kept)
    defects = sorted((*told.defects, *taking.unnumbered(told.rows)), key=attrgetter("row"))
    return report_of(told.read, taking.done, defects, taking.changes(), Faulty.of(table, defects))


_Named = TypeVar("_Named", Participant, Person)


class _Taking:
    """Who of the workshop each row tells of, and which earlier list this one corrects."""

    def __init__(
        self, reading: Reading, not_stated: str, told: ParticipantList, order: Order, header: Sequence[str]
    ) -> None:
        self.roster = Roster(reading, not_stated, order.pause)
        self.people = told.people
        self._remove = order.remove_gone
        self._reading = reading
        self.done: Counter[str] = Counter()
        self._known = self.roster.known(self.people)
        order.pause()
        self.origin = self._corrected(header)
        self._left: list[Participant] = []
        self._new: list[Person] = []
        self._changed: list[str] = []
        self._kept: list[Participant] = []

    def take(self, origin: str, pause: Pause) -> None:
        """The roster has the list; nothing is written yet."""
        for known, person in zip(self._known, self.people, strict=True):
            if known is None:
                self._new.append(person)
            else:
                done = self.roster.take(known, person)
                self.done[done] += 1
                if done == "updated":
                    self._changed.append(person.name)
        if self.origin is not None:
            self._take_corrections(self.origin)
        self.roster.add(self._new, origin, pause)
        self.done["added"] += len(self._new)
        if self._remove:
            touched = self._reading.touched_people()
            self._kept = [who for who in self._left if who.id in touched]
            self.roster.remove(who for who in self._left if who.id not in touched)

    def unnumbered(self, rows: Sequence[int]) -> list[Defect]:
        """Return which rows tell a short number that their people did not get."""
        wrong = self.roster.unnumbered(self.people)
        return [Defect(rows[place], "number", why) for place, why in wrong.items()]

    def changes(self) -> Changes:
        gone = tuple(who.name for who in self._left)
        kept = tuple(who.name for who in self._kept)
        return Changes(tuple(person.name for person in self._new), tuple(self._changed), gone, kept)

    def _corrected(self, header: Sequence[str]) -> Origin | None:
        """Return the earlier list that tells of the same people, if there is one.

        One with the same columns may spell them otherwise; of another one the very people must be met.
        """
        told = Counter(who.origin for who in self.roster.before.values() if who.origin)
        met = Counter(known.origin for known in self._known if known is not None)
        alike = {each.id for each in origins_with(self._reading, header)} & told.keys()
        if alike:
            names = {_spelled(person.name) for person in self.people}
            of_these = (who for who in self.roster.before.values() if who.origin in alike)
            met |= Counter(who.origin for who in of_these if _spelled(who.name) in names)
        share, best = max(((met[id_] / told[id_], id_) for id_ in told), default=(0, ""))
        return Origin.of(self._reading, best) if share >= _SAME_LIST else None

    def _take_corrections(self, origin: Origin) -> None:
        """Whom the list leaves out, and whom it has in their place: the same person if only one can be."""
        met = {known.id for known in self._known if known is not None}
        left = [who for who in self.roster.before.values() if who.origin == origin.id and who.id not in met]
        pairs = _pairs(left, self._new)
        for who, person in pairs:
            self.roster.rewrite(who, person)
            self._changed.append(person.name)
        self.done["updated"] += len(pairs)
        paired, taken = {who.id for who, _ in pairs}, {id(person) for _, person in pairs}
        self._left = [who for who in left if who.id not in paired]
        self._new = [person for person in self._new if id(person) not in taken]


def _pairs(left: Sequence[Participant], new: Sequence[Person]) -> list[tuple[Participant, Person]]:
    """Return who was left out and is there again, spelled, sent or counted otherwise; nobody twice."""
    old, now = _by_name(left), _by_name(new)
    return [
        (old[name][0], now[name][0]) for name in now if len(now[name]) == 1 and len(old.get(name, ())) == 1
    ]


def _by_name(people: Sequence[_Named]) -> Mapping[str, list[_Named]]:
    """Return people by the parts of their names, in whatever order and however they are marked."""
    found: dict[str, list[_Named]] = {}
    for who in people:
        found.setdefault(_spelled(who.name), []).append(who)
    return found


def _spelled(name: str) -> str:
    return " ".join(sorted(folded(name).split()))
