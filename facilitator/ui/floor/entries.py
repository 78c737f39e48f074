"""Who can be put on the list for what is typed: known people first, then somebody new, or a place kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, repeat
from operator import contains

from facilitator.domain.finding import found
from facilitator.domain.folding import folded, folded_all
from facilitator.domain.people import CategoryKey, Participant, ParticipantId
from facilitator.domain.view import View
from facilitator.language.speech import Language

_MOST, _LIKELY = 40, 400


@dataclass(frozen=True, slots=True)
class Entry:
    """A line to choose: a known person, a new one of a category, or a nameless place for one."""

    text: str
    person: ParticipantId | None = None
    name: str = ""
    category: CategoryKey | None = None


def shown(who: Participant) -> str:
    """Return how a person stands in the list: short number, name and delegation."""
    number = "" if who.number is None else f"{who.number} · "
    other = who.delegation and who.delegation != who.name
    return f"{number}{who.name} · {who.delegation}" if other else f"{number}{who.name}"


class Directory:
    """The people of a workshop by what may be typed; only who has changed is looked at anew.

    Many thousand people take a twentieth of a second once, and then none for each letter.
    """

    def __init__(self) -> None:
        self._people: Mapping[ParticipantId, Participant] = {}
        self._known: dict[ParticipantId, str] = {}  # of those who are read, once somebody has changed
        self._learnt: dict[ParticipantId, Participant] = {}
        self._delegations: dict[str, str] = {}
        self._texts: list[str] = []
        self._named: list[Participant] = []
        self._last: tuple[Sequence[str], Sequence[Participant], Sequence[str]] = (), (), ()
        self._ahead: Mapping[ParticipantId, Participant] | None = None
        self._first: list[str] | None = None  # of all those ahead, where nobody was read before

    def read(self, people: Mapping[ParticipantId, Participant]) -> None:
        """These are the people."""
        if people is self._people:
            return
        if people is not self._ahead:
            self._learn(self._new(people))
            self._first = None
        named, told = _named(people), self._first
        if told is None:
            known = self._by_id()
            told = [known[who.id] for who in named]
        else:
            self._known = {}
        order = sorted(range(len(told)), key=told.__getitem__)  # no pairs: nothing new to be swept
        self._texts, self._named = [told[place] for place in order], [named[place] for place in order]
        self._people, self._learnt, self._ahead, self._first = people, {}, None, None
        self._last = (), self._named, self._texts

    def coming(self, people: Mapping[ParticipantId, Participant], most: int) -> Iterator[None]:
        """Yield between so many of these people and the next; all are known for when they are read."""
        new, nobody = self._new(people), not self._people and not self._learnt
        told: list[str] = []
        for first in range(0, len(new), most):
            some = new[first : first + most]
            if nobody:
                told += self._folded(some)
            else:
                self._learn(some)
            yield
        self._ahead, self._first = people, told if nobody else None

    def look_ahead(self, people: Mapping[ParticipantId, Participant], most: int) -> bool:
        """Some of these people are known for when they are read; say whether others are not."""
        new = self._new(people)
        self._learn(new[:most])
        self._first = None
        self._ahead = people if len(new) <= most else None
        return self._ahead is None

    def _new(self, people: Mapping[ParticipantId, Participant]) -> list[Participant]:
        before, learnt, named = self._people, self._learnt, _named(people)
        if not before and not learnt:
            return named
        return [who for who in named if (learnt.get(who.id) or before.get(who.id)) is not who]

    def _learn(self, new: Sequence[Participant]) -> None:
        ids = [who.id for who in new]
        self._by_id().update(zip(ids, self._folded(new), strict=True))
        self._learnt.update(zip(ids, new, strict=True))

    def _by_id(self) -> dict[ParticipantId, str]:
        if not self._known:
            self._known = {who.id: text for who, text in zip(self._named, self._texts, strict=True)}
        return self._known

    def _folded(self, people: Sequence[Participant]) -> list[str]:
        """Return what each may be found by; of thousands, most share their delegation with others."""
        there = self._delegations
        new = list({who.delegation for who in people} - there.keys())
        there.update(
            (each, f" {text}" if text else "") for each, text in zip(new, folded_all(new), strict=True)
        )
        names = folded_all([who.name for who in people])
        told = [name + there[who.delegation] for name, who in zip(names, people, strict=True)]
        for place, who in enumerate(people):
            if who.second_name or not names[place]:
                told[place] = folded(f"{who.name} {who.delegation} {who.second_name}")
        return told

    def find(self, text: str) -> tuple[Participant, ...]:
        """Return whom a text means, the likeliest first; of very many, those whose name begins with it."""
        wanted = folded(text)
        words = wanted.split()
        lines = zip(self._texts, self._named, strict=True)
        begin = [who for line, who in lines if line.startswith(wanted) or str(who.number) == wanted]
        if len(begin) < _MOST:
            begin = [
                who
                for line, who in zip(self._texts, self._named, strict=True)
                if str(who.number) == wanted or all(word in line for word in words)
            ]
        return found(begin[:_LIKELY], text)[:_MOST]

    def meant(self, text: str) -> Sequence[Participant]:
        """Return everybody a text may mean in the order of names, whose short number it is first.

        Nothing typed means everybody. A letter more is looked for among those who were meant without it.
        """
        words, (before, meant, texts) = folded(text).split(), self._last
        if not all(any(old in word for word in words) for old in before):
            before, meant, texts = (), self._named, self._texts
        for word in words:
            if word not in before:
                fits = list(map(contains, texts, repeat(word)))
                meant, texts = list(compress(meant, fits)), list(compress(texts, fits))
        self._last = words, meant, texts
        number = words[0] if len(words) == 1 and words[0].isdecimal() else ""
        numbered = self._numbered(int(number)) if number and number == str(int(number)) else None
        return meant if numbered is None else [numbered, *(who for who in meant if who is not numbered)]

    def _numbered(self, number: int) -> Participant | None:
        return next((who for who in reversed(self._named) if who.number == number), None)

    def first(self, text: str) -> ParticipantId | None:
        return next((who.id for who in self.find(text)), None)


def _named(people: Mapping[ParticipantId, Participant]) -> list[Participant]:
    """Return who is not `unnamed`, which of many thousand is asked here without a call."""
    return [who for who in people.values() if who.name]


def entries(directory: Directory, text: str, view: View, language: Language) -> list[Entry]:
    """Return the lines for what is typed; with nothing typed, a place may be kept for each category."""
    text, say = text.strip(), language.say
    if not text:
        return [
            Entry(say("Keep a place: {category}", category=category.singular), category=category.key)
            for category in view.categories
        ]
    known = [
        Entry(shown(who) if who.present else say("{name} (not in the room)", name=shown(who)), who.id)
        for who in directory.find(text)
    ]
    new = [
        Entry(
            say("Add “{name}” as a new speaker: {category}", name=text, category=category.singular),
            None,
            text,
            category.key,
        )
        for category in view.categories
    ]
    return [*known, *new]
