"""The short numbers of those whom a list tells of: as it says where it can, else the next that is free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, islice

from facilitator.domain.finding import free_number
from facilitator.domain.people import HIGHEST_NUMBER, Participant
from facilitator.intake.people import Person

TAKEN, NO_NUMBER = "number_taken", "no_number"


class Numbers:
    """No two people have one number: whoever has it keeps it.

    `wrong` says of whose row it could not be, and why, by the row's identity: two rows may say the same.
    """

    def __init__(self, people: Iterable[Participant]) -> None:
        known = list(people)
        self._taken = {who.number for who in known if who.number is not None}
        self._next = count(free_number(known))
        self.wrong: dict[int, str] = {}

    def of_known(self, who: Participant, person: Person) -> int | None:
        """Return the number of somebody who is there: the one that is told, if they can have it."""
        told = self._told(person, but=who.number)
        if told is None:
            return who.number
        self._taken.discard(who.number)
        self._taken.add(told)
        return told

    def of_new(self, people: Sequence[Person]) -> list[int]:
        """Return the numbers of those who are new; what is told goes before what is free."""
        if not any(person.number for person in people):
            return list(islice(self._free(), len(people)))
        told = []
        for person in people:
            number = self._told(person) if person.number else None
            self._taken |= set() if number is None else {number}
            told.append(number)
        free = self._free()
        return [next(free) if number is None else number for number in told]

    def _free(self) -> Iterator[int]:
        return (number for number in self._next if number not in self._taken)

    def _told(self, person: Person, but: int | None = None) -> int | None:
        number = int(person.number) if person.number.isdecimal() else 0
        if not 0 < number <= HIGHEST_NUMBER:
            self.wrong[id(person)] = NO_NUMBER
        elif number in self._taken and number != but:
            self.wrong[id(person)] = TAKEN
        else:
            return number
        return None
