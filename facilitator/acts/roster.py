"""The people and categories of a workshop, met again in a list or new with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from facilitator.acts.attendance import forget_attendance
from facilitator.acts.numbering import Numbers
from facilitator.domain.people import Category, CategoryKey, Participant, ParticipantId
from facilitator.intake.people import NOT_YET, Person
from facilitator.language.known_texts import in_every_language
from facilitator.store.ids import new_id
from facilitator.store.reading import Reading
from facilitator.store.rows import Values, from_category, from_participant
from facilitator.store.steps import Pause, in_steps, no_pause
from facilitator.store.work import Work

UNKNOWN_CATEGORY = CategoryKey("unknown")
"""The category of those whose list names none."""

_AT_ONCE = 1_000
_Place = tuple[str, CategoryKey]
_Details = tuple[str, str, str]
_Namesakes = dict[_Place, dict[_Details, list[Participant]]]


class Roster:
    """Whoever has the name, delegation and category of a row is the person it tells of.

    A row that has somebody's other name, or is that of somebody who was put together with another, tells
    of that person, too, but nothing new.
    What a row does not say stays as it is known; nothing is written before `write`.
    """

    def __init__(self, reading: Reading, not_stated: str, pause: Pause = no_pause) -> None:
        self._not_stated = not_stated
        self.before = reading.people()
        pause()
        self._after: dict[ParticipantId, Participant] = {}
        self._newcomers: list[Values] = []
        self._gone: list[Participant] = []
        self._categories: dict[str, Category] = {}
        self._new_categories: list[Category] = []
        for category in reading.categories():
            self._learn(category)
        for category in reading.categories():  # as a list calls it that went out in another language
            for told in (category.label, category.short, category.one):
                self._learn_as(category, in_every_language(told))
        self._numbers = Numbers(self.before.values())
        pause()
        joined = reading.everybody.put_together() if self.before else ()
        self._are_now = {ParticipantId(f"{place}"): now for place, (_, now) in enumerate(joined)}
        was = [replace(who, id=id_) for (who, _), id_ in zip(joined, self._are_now, strict=True)]
        self._tell_nothing: set[int] = set()
        self._by_name: dict[str, list[Participant]] = {}
        for who in (*was, *self.before.values()):  # the later of two alike is found first
            self._by_name.setdefault(_plain(who.name), []).append(who)
        self._by_other_name: dict[str, list[Participant]] = {}
        for who in self.before.values():
            if who.second_name:
                self._by_other_name.setdefault(_plain(who.second_name), []).append(who)
        pause()
        self._namesakes: dict[str, _Namesakes] = {}

    @property
    def size(self) -> int:
        """The number of people that are new, changed or gone."""
        return len(self._newcomers) + len(self._after) + len(self._gone)

    def known(self, people: Sequence[Person]) -> list[Participant | None]:
        """Return who each row tells of, None where nobody fits; each is found once: two alike are two."""
        return [self._met(person) for person in people] if self.before else [None] * len(people)

    def unnumbered(self, people: Sequence[Person]) -> dict[int, str]:
        """Return the places of those whose row tells a short number that they cannot have, and why."""
        wrong = self._numbers.wrong
        return {place: wrong[id(who)] for place, who in enumerate(people) if id(who) in wrong}

    def take(self, known: Participant, person: Person) -> str:
        """Somebody is as a row tells: "updated" or "unchanged"."""
        if id(person) in self._tell_nothing or _plain(person.name) != _plain(known.name):
            return "unchanged"
        return self._keep(self._filled(known, person))

    def rewrite(self, known: Participant, person: Person) -> None:
        """Somebody is called, sent and counted as a corrected list says."""
        named = replace(known, name=person.name, delegation=person.delegation or known.delegation)
        self._keep(self._filled(replace(named, category=self.category(person.category)), person))

    def add(self, people: Sequence[Person], origin: str, pause: Pause) -> None:
        """These people are new, and the list `origin` told of them."""
        groups = {text: self.category(text) for text in dict.fromkeys(who.category for who in people)}
        numbered = list(zip(self._numbers.of_new(people), people, strict=True))
        for some in in_steps(numbered, pause):
            self._newcomers += [
                {  # in the order of from_participant, which takes longer for thousands
                    "id": new_id(),
                    "name": person.name,
                    "second_name": "",
                    "category": groups[person.category],
                    "delegation": person.delegation,
                    "region": person.region,
                    "gender": person.gender,
                    "language": person.language,
                    "present": 0 if person.registered == NOT_YET else 1,
                    "number": number,
                    "origin": origin,
                    "pronounced": person.pronounced,
                    "registered": 0 if person.registered == NOT_YET else 1,
                }
                for number, person in some
            ]

    def remove(self, people: Iterable[Participant]) -> None:
        """These people are in the workshop no more."""
        self._gone += people

    def meet(self, person: Person) -> tuple[Participant, str]:
        """Return the person a row speaks of, who may be met often, and "added", "updated" or "unchanged".

        Somebody new is not in the room: a record of the past says nothing of it.
        """
        known = self._pop(person)
        if known is not None and known.id in self._are_now:
            self._put(known)
            return self._now(known), "unchanged"
        met = self._new(person, present=False) if known is None else self._filled(known, person)
        done = self._keep(met)
        self._put(met)
        return met, "added" if known is None else done

    def write(self, work: Work, progress: Callable[[int, int], None]) -> None:
        """The new are in the tables, the changed changed; `progress` hears how many of how many."""
        work.insert_all("category", [from_category(category) for category in self._new_categories])
        met = [from_participant(who) for id_, who in self._after.items() if id_ not in self.before]
        new = self._newcomers + met
        for begin in range(0, len(new), _AT_ONCE):
            work.insert_all("participant", new[begin : begin + _AT_ONCE])
            progress(min(begin + _AT_ONCE, len(new)), len(new))
        for id_, who in self._after.items():
            if id_ in self.before:
                work.update("participant", id_, from_participant(self.before[id_]), from_participant(who))
        for who in self._gone:
            forget_attendance(work, who)
            work.delete("participant", from_participant(who))

    def category(self, text: str) -> CategoryKey:
        """Return the category of a key or label, a new one if there is none."""
        known = self._categories.get(text) or self._categories.get(_plain(text or UNKNOWN_CATEGORY))
        if known is None:
            number = len({c.key for c in self._categories.values()}) + 1
            key, label = (CategoryKey(text), text) if text else (UNKNOWN_CATEGORY, self._not_stated)
            known = Category(key, label, number)
            self._new_categories.append(known)
            self._learn(known)
        self._categories.setdefault(text, known)
        return known.key

    def _learn(self, category: Category) -> None:
        self._learn_as(category, (category.key, category.label, category.short, category.one))

    def _learn_as(self, category: Category, names: Iterable[str]) -> None:
        for name in filter(None, names):
            self._categories.setdefault(_plain(name), category)

    def _new(self, person: Person, *, present: bool) -> Participant:
        (number,) = self._numbers.of_new([person])
        return Participant(
            ParticipantId(new_id()),
            person.name,
            self.category(person.category),
            person.delegation,
            person.region,
            person.gender,
            person.language,
            present,
            number=number,
            pronounced=person.pronounced,
            registered=person.registered != NOT_YET,
        )

    def _filled(self, who: Participant, person: Person) -> Participant:
        told: dict[str, Any] = {
            "region": person.region or who.region,
            "gender": person.gender or who.gender,
            "language": person.language or who.language,
            "pronounced": person.pronounced or who.pronounced,
            "registered": person.registered != NOT_YET if person.registered else who.registered,
            "number": self._numbers.of_known(who, person) if person.number else who.number,
        }
        changed = {name: value for name, value in told.items() if getattr(who, name) != value}
        return replace(who, **changed) if changed else who

    def _keep(self, who: Participant) -> str:
        before = self._after.get(who.id) or self.before.get(who.id)
        if before == who:
            return "unchanged"
        self._after[who.id] = who
        return "updated"

    def _met(self, person: Person) -> Participant | None:
        who = self._pop(person)
        if who is None or who.id not in self._are_now:
            return who
        self._tell_nothing.add(id(person))
        return self._now(who)

    def _now(self, who: Participant) -> Participant:
        """Return who somebody is that was put together with another."""
        now = self._are_now[who.id]
        return self._after.get(now) or self.before[now]

    def _put(self, who: Participant) -> None:
        namesakes = self._called(_plain(who.name))
        alike = namesakes.setdefault((_plain(who.delegation), who.category), {})
        alike.setdefault((who.region, who.gender, who.language), []).append(who)

    def _called(self, name: str) -> _Namesakes:
        """Return everybody of a name, sorted when it is first asked for: most names of a list are new."""
        known = self._namesakes.get(name)
        if known is None:
            known = self._namesakes[name] = {}
            for who in self._by_name.get(name, ()):
                self._put(who)
        return known

    def _pop(self, person: Person) -> Participant | None:
        """Return who fits a row best, and do not find that one again: equal, else without contradiction."""
        name = _plain(person.name)
        if name not in self._by_name and name not in self._namesakes:
            return self._with_other_name(name, person)
        alike = self._called(name).get((_plain(person.delegation), self.category(person.category)), {})
        told = (person.region, person.gender, person.language)
        found = (
            told if told in alike else next((d for d in alike if _agree(d, told)), next(iter(alike), None))
        )
        if found is None:
            return self._with_other_name(name, person)
        who = alike[found].pop(self._nearest(alike[found], person))
        if not alike[found]:
            del alike[found]
        return who

    def _nearest(self, alike: Sequence[Participant], person: Person) -> int:
        """Return the place of whoever has the short number of a row, where two were put together."""
        if not self._are_now or not person.number:
            return -1
        return next((place for place, who in enumerate(alike) if str(who.number) == person.number), -1)

    def _with_other_name(self, name: str, person: Person) -> Participant | None:
        """Return who has this name beside the one they go by, and is of no other delegation."""
        told = ("", _plain(person.delegation))
        known = self._by_other_name.get(name, ())
        return next((who for who in known if not told[1] or _plain(who.delegation) in told), None)


def _agree(known: Iterable[str], told: Iterable[str]) -> bool:
    return all(not old or not new or old == new for old, new in zip(known, told, strict=True))


def _plain(text: str) -> str:
    if text.isascii() and "  " not in text:
        return text.casefold().strip()
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
