"""What a document may show of each person at most, whatever level of attribution it is made at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from typing import NewType

from facilitator.domain.attribution import Level
from facilitator.domain.intervention import Intervention, InterventionId
from facilitator.domain.notes import Note, NoteId, NoteKind, speaker_of
from facilitator.domain.people import Participant, ParticipantId
from facilitator.domain.programme import PanelId
from facilitator.domain.rules import Rules

ConsentId = NewType("ConsentId", str)
UNASKED = Level.CATEGORY
"""What is told of what somebody said where naming needs consent and none was given."""
EXPOSED = Level.QUANTITY
"""What is told of those whom a name, a body or a region could put at risk."""


@dataclass(frozen=True, slots=True)
class Consent:
    """Somebody agreed to be shown at a level: everywhere, in one panel, or with one note; `how` says how."""

    id: ConsentId
    level: Level
    how: str
    at: int
    participant: ParticipantId | None = None
    note: NoteId | None = None
    panel: PanelId | None = None


@dataclass(frozen=True, slots=True)
class Ceilings:
    """The least that each person and note of a panel is lowered to, and everybody in it.

    `people` is what is told of who said something; `attending` what lists tell of who was there at all, who
    sat on the podium or waits: there nobody is kept back for want of consent alone.
    """

    panel: Level = Level.NAME
    people: Mapping[ParticipantId, Level] = field(default_factory=dict)
    attending: Mapping[ParticipantId, Level] = field(default_factory=dict)
    notes: Mapping[NoteId, Level] = field(default_factory=dict)

    def of(self, who: ParticipantId | None, note: NoteId | None = None) -> Level:
        """Return the level that what somebody said is shown at, at most."""
        person = Level.NAME if who is None else self.people.get(who, Level.NAME)
        return max(self.panel, person, Level.NAME if note is None else self.notes.get(note, Level.NAME))

    def there(self, who: ParticipantId) -> Level:
        """Return the level at which lists may tell that somebody was there, at most."""
        return max(self.panel, self.attending.get(who, Level.NAME))

    def masked(self, who: Participant) -> Participant:
        """Return a person without what no list of the panel may tell of them."""
        return _masked(who, self.there(who.id))

    def unsaid(self, who: Participant) -> Participant:
        """Return a person without what may not be told of who spoke, and how often."""
        return _masked(who, self.of(who.id))

    def shown(self, who: Participant | None, note: NoteId | None = None) -> Participant | None:
        """Return a person as the record may show them beside what they said; nobody below A2."""
        if who is None or self.of(who.id, note) > Level.CATEGORY:
            return None
        return _masked(who, self.of(who.id, note))

    @property
    def suppressed(self) -> frozenset[NoteId]:
        """Return the notes that no document may have."""
        return frozenset(id_ for id_, level in self.notes.items() if level is Level.SUPPRESSED)

    @property
    def anybody(self) -> bool:
        """Whether anybody is kept back at all."""
        return self != Ceilings()


def usual(rules: Rules, who: Participant) -> Level:
    """Return the level for somebody of whom nothing else was said."""
    if str(who.category) in (*rules.exposed, *rules.counted):
        return EXPOSED
    return UNASKED if rules.consent_needed else Level.NAME


def usual_there(rules: Rules, who: Participant) -> Level:
    """Return the level at which lists tell of somebody of whom nothing else was said."""
    return EXPOSED if str(who.category) in rules.exposed else Level.NAME


def _masked(who: Participant, level: Level) -> Participant:
    if level is Level.NAME:
        return who
    shown = who.delegation if level is Level.BODY else ""
    return replace(who, name=shown, second_name="", delegation=shown, number=None, origin="", pronounced="")


def allowed(own: str, usual_level: Level, consents: Iterable[Consent]) -> Level:
    """Return the level that holds: the own one, but nothing more than is usual without consent."""
    most = min([usual_level, *(consent.level for consent in consents)])
    return max(Level(own), most) if own else most


def unagreed(
    notes: Iterable[Note], turns: Mapping[InterventionId, Intervention], consents: Iterable[Consent]
) -> frozenset[NoteId]:
    """Return the quotations of a panel that their speaker has not agreed to have published."""
    agreed = {(each.participant or each.note, each.panel) for each in consents}
    return frozenset(
        note.id
        for note in notes
        if note.kind is NoteKind.QUOTATION
        and agreed.isdisjoint(product((speaker_of(note, turns), note.id), (None, note.panel)))
    )


def ceilings(
    rules: Rules,
    people: Iterable[Participant],
    own: Mapping[str, str],
    consents: Iterable[Consent],
    panel: PanelId,
) -> Ceilings:
    """Return what may be shown in a panel; `own` are the levels set for people and notes, by id."""
    given: dict[str, list[Consent]] = {}
    for consent in consents:
        if consent.panel in (None, panel):
            given.setdefault(consent.participant or consent.note or "", []).append(consent)
    whole = rules.exposed or rules.counted or rules.consent_needed
    told_of = list(people) if whole else [p for p in people if p.id in own]

    def kept_back(usual_of: Callable[[Rules, Participant], Level]) -> dict[ParticipantId, Level]:
        levels = (
            (p.id, allowed(own.get(p.id, ""), usual_of(rules, p), given.get(p.id, ()))) for p in told_of
        )
        return {id_: level for id_, level in levels if level is not Level.NAME}

    shown = kept_back(usual)
    notes = {
        NoteId(id_): allowed(level, Level.NAME, given.get(id_, ()))
        for id_, level in own.items()
        if id_ not in shown
    }
    panel_level = Level.IMPERSONAL if rules.chatham_house else Level.NAME
    return Ceilings(panel_level, shown, kept_back(usual_there), notes)
