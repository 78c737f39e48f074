"""A panel that sits, with people called by one letter; those before M are of States."""

from dataclasses import replace
from string import ascii_uppercase

from facilitator.domain.calling import put_back
from facilitator.domain.choreography import opened
from facilitator.domain.floor import Floor
from facilitator.domain.inscription import asked, list_timed
from facilitator.domain.intervention import InterventionId
from facilitator.domain.people import CategoryKey, Participant, ParticipantId
from facilitator.domain.programme import PanelId
from facilitator.domain.requests import Kind, Request, RequestId
from facilitator.domain.rules import Rules

T = 1_571_644_800_000


def person(name, **more):
    return Participant(ParticipantId(name), name, CategoryKey("GOV" if name < "M" else "NGO"), **more)


PEOPLE = {ParticipantId(name): person(name) for name in ascii_uppercase}


class Room:
    """It remembers its floor; a request is called by the letter and the number of those before it."""

    def __init__(self, names="", **rules):
        self.floor = Floor(PanelId("p"), rules=Rules(**rules))
        self.floor = opened(list_timed(self.floor, T), T)
        self.people = dict(PEOPLE)
        for name in names:
            self.ask(name)

    def ask(self, name, kind=Kind.STATEMENT, at=T, **more):
        id_ = RequestId(f"{name}{len(self.floor.queue.requests)}")
        request = Request(id_, ParticipantId(name), at, 0.0, kind, **more)
        self.floor = asked(self.floor, request, self.people[ParticipantId(name)], at)
        return id_

    def away(self, name):
        who = self.people[ParticipantId(name)]
        self.people[who.id] = replace(who, present=False)

    def do(self, act, *arguments, **named):
        self.floor = act(self.floor, *arguments, **named)
        return self

    def give(self, request=None, at=T):
        new = InterventionId(f"i{len(self.floor.interventions)}")
        self.floor = self.floor.give(new, self.people, at, request=request)
        return new

    def speak(self, names):
        """Each of these speaks once and has ended."""
        for name in names:
            self.give(self.ask(name))
        self.floor = self.floor.ended(T)

    def put_back(self):
        self.floor = put_back(self.floor, self.people)

    @property
    def order(self):
        return "".join(r.participant for r in self.floor.waiting)

    @property
    def ids(self):
        return {r.participant: r.id for r in self.floor.waiting}
