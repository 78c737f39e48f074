"""The people and categories of a workshop, met again in a list or new with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace

from facilitator.domain.finding import free_number
from facilitator.domain.people import Category, CategoryKey, Participant, ParticipantId
from facilitator.intake.people import Person
from facilitator.store.ids import new_id
from facilitator.store.reading import Reading
from facilitator.store.rows import from_category, from_participant
from facilitator.store.work import Work

UNKNOWN_CATEGORY = CategoryKey("unknown")
"""The category of those whose list names none."""

_AT_ONCE = 1_000
_Key = tuple[str, str, CategoryKey]
_Details = tuple[str, str, str]


class Roster:
    """Whoever has the name, delegation and category of a row is the person it tells of.

    What a row does not say stays as it is known; nothing is written before `write`.
    """

    def __init__(self, reading: Reading, not_stated: str) -> None:
        self._not_stated = not_stated
        self._before = reading.people()
        self._after: dict[ParticipantId, Participant] = {}
        self._categories: dict[str, Category] = {}
        self._new_categories: list[Category] = []
        for category in reading.categories():
            self._learn(category)
        self._next_number = free_number(self._before.values())
        self._there: dict[_Key, dict[_Details, list[Participant]]] = {}
        for who in self._before.values():
            self._put(who)

    @property
    def size(self) -> int:
        """The number of people that are new or changed."""
        return len(self._after)

    def take(self, person: Person) -> str:
        """Return what a row of a list of people does: "added", "updated", "unchanged".

        Each person is taken once: two rows alike are two people.
        """
        known = self._pop(person)
        if known is None:
            self._keep(self._new(person, present=True))
            return "added"
        return self._keep(_filled(known, person))

    def meet(self, person: Person) -> tuple[Participant, str]:
        """Return the person a row speaks of, who may be met often, and "added", "updated" or "unchanged".

        Somebody new is not in the room: a record of the past says nothing of it.
        """
        known = self._pop(person)
        met = self._new(person, present=False) if known is None else _filled(known, person)
        done = self._keep(met)
        self._put(met)
        return met, "added" if known is None else done

    def write(self, work: Work, progress: Callable[[int, int], None]) -> None:
        """The new are in the tables, the changed changed; `progress` hears how many of how many."""
        work.insert_all("category", [from_category(category) for category in self._new_categories])
        new = [from_participant(who) for id_, who in self._after.items() if id_ not in self._before]
        for begin in range(0, len(new), _AT_ONCE):
            work.insert_all("participant", new[begin : begin + _AT_ONCE])
            progress(min(begin + _AT_ONCE, len(new)), len(new))
        for id_, who in self._after.items():
            if id_ in self._before:
                work.update("participant", id_, from_participant(self._before[id_]), from_participant(who))

    def _category(self, text: str) -> CategoryKey:
        """Return the category of a key or label, a new one if there is none."""
        known = self._categories.get(_plain(text or UNKNOWN_CATEGORY))
        if known is None:
            number = len({c.key for c in self._categories.values()}) + 1
            key, label = (CategoryKey(text), text) if text else (UNKNOWN_CATEGORY, self._not_stated)
            known = Category(key, label, number)
            self._new_categories.append(known)
            self._learn(known)
        return known.key

    def _learn(self, category: Category) -> None:
        for name in (category.key, category.label, category.short, category.one):
            if name:
                self._categories.setdefault(_plain(name), category)

    def _new(self, person: Person, *, present: bool) -> Participant:
        number, self._next_number = self._next_number, self._next_number + 1
        return Participant(
            ParticipantId(new_id()),
            person.name,
            self._category(person.category),
            person.delegation,
            person.region,
            person.gender,
            person.language,
            present,
            number=number,
        )

    def _keep(self, who: Participant) -> str:
        before = self._after.get(who.id) or self._before.get(who.id)
        if before == who:
            return "unchanged"
        self._after[who.id] = who
        return "updated"

    def _put(self, who: Participant) -> None:
        alike = self._there.setdefault(_key(who.name, who.delegation, who.category), {})
        alike.setdefault((who.region, who.gender, who.language), []).append(who)

    def _pop(self, person: Person) -> Participant | None:
        """Return who fits a row best, and do not find that one again: equal, else without contradiction."""
        key = _key(person.name, person.delegation, self._category(person.category))
        alike = self._there.get(key, {})
        told = (person.region, person.gender, person.language)
        found = (
            told if told in alike else next((d for d in alike if _agree(d, told)), next(iter(alike), None))
        )
        if found is None:
            return None
        who = alike[found].pop()
        if not alike[found]:
            del alike[found]
        return who


def _key(name: str, delegation: str, category: CategoryKey) -> _Key:
    return _plain(name), _plain(delegation), category


def _agree(known: Iterable[str], told: Iterable[str]) -> bool:
    return all(not old or not new or old == new for old, new in zip(known, told, strict=True))


def _filled(who: Participant, person: Person) -> Participant:
    return replace(
        who,
        region=person.region or who.region,
        gender=person.gender or who.gender,
        language=person.language or who.language,
    )


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
