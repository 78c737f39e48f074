"""Who can be put on the list for what is typed: known people first, then somebody new, or a place kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.domain.people import CategoryKey, Participant, ParticipantId
from facilitator.domain.view import View
from facilitator.language.speech import Language

_MOST = 40


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
    """The people of a workshop by what may be typed; made anew only when they have changed.

    Many thousand people take some hundredths of a second.
    """

    def __init__(self) -> None:
        self._people: Mapping[ParticipantId, Participant] = {}
        self._lines: list[tuple[str, Participant]] = []

    def read(self, people: Mapping[ParticipantId, Participant]) -> None:
        """These are the people."""
        if people is not self._people:
            self._people = people
            lines = ((shown(who), who) for who in people.values() if not who.unnamed)
            self._lines = sorted(((text.casefold(), who) for text, who in lines), key=lambda line: line[0])

    def find(self, text: str) -> list[Participant]:
        """Return whom a text means: by number, then by the beginning of a name, then by a part of one."""
        wanted = text.strip().casefold()
        if not wanted:
            return []
        ranked = [
            (_rank(line, who, wanted), n) for n, (line, who) in enumerate(self._lines) if wanted in line
        ]
        return [self._lines[n][1] for _, n in sorted(ranked)[:_MOST]]

    def first(self, text: str) -> ParticipantId | None:
        found = self.find(text)
        return found[0].id if found else None


def _rank(line: str, who: Participant, wanted: str) -> int:
    """Return how well a line fits: the number itself, the name itself, its beginning, any part."""
    name = who.name.casefold()
    if str(who.number) == wanted or name == wanted:
        return 0
    if name.startswith(wanted) or who.delegation.casefold().startswith(wanted):
        return 1
    return 2 if line.startswith(wanted) else 3


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
