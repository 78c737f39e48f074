"""The ledger of recommendations: each with its number, addressees and the voices it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.domain.attribution import Level, Quantity, quantity
from facilitator.domain.balance import without_chair
from facilitator.domain.notes import Note, RecommendationId, speaker_of
from facilitator.domain.people import CategoryKey, Participant
from facilitator.domain.programme import Panel
from facilitator.domain.recommendation import Recommendation, Status, stays_with_the_team
from facilitator.domain.view import View


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation of a panel; `voices` are distinct speakers, `questions` the numbers it answers to.

    `quantity` is the strongest word that these voices bear. `text` stands in square brackets as long as
    another wording stands beside it, and so do the `texts` that it has by language. `held` is all that is
    kept of it.
    """

    number: str
    panel: Panel
    text: str
    addressees: tuple[str, ...]
    notes: int
    voices: int
    categories: tuple[CategoryKey, ...]
    regions: tuple[str, ...]
    questions: tuple[int, ...]
    id: RecommendationId
    quantity: Quantity = Quantity.ONE
    held: Recommendation | None = None
    texts: Mapping[str, str] = field(default_factory=dict)

    def text_in(self, language: str) -> str:
        """Return how it reads in a language, or in its own where nobody put it into that one."""
        return self.texts.get(language, self.text)

    def behind(self, language: str) -> bool:
        """Say whether its text in the language was made of an original that has been changed since."""
        return self.held is not None and language in self.texts and self.held.behind(language)

    @property
    def one_category(self) -> bool:
        """Whether all its voices are of one category: to be looked at before it leaves."""
        return self.voices > 0 and len(self.categories) == 1

    @property
    def one_region(self) -> bool:
        """Whether all its voices are of one region."""
        return self.voices > 0 and len(self.regions) == 1


@dataclass(frozen=True, slots=True)
class Ledger:
    """`held_back` recommendations rest on a protected note and are left out."""

    rows: tuple[Recommended, ...]
    held_back: int


def ledger(views: Sequence[View], *, struck: bool = False) -> Ledger:
    """Return the recommendations of the panels in view, in the order of panels and numbers.

    Of those that do not stand any more, being struck, withdrawn or gone into others, the first are told if
    `struck`.
    """
    more = {Status.NOT_RETAINED} if struck else set()
    told = [(view, r) for view in views for r in view.recommendations if r.status.stands or r.status in more]
    may_leave = [(view, r) for view, r in told if not stays_with_the_team(r, view.notes)]
    return Ledger(tuple(_rows(may_leave)), len(told) - len(may_leave))


def of_the_team(views: Sequence[View]) -> tuple[Recommended, ...]:
    """Return all recommendations, also those that no document may have."""
    return tuple(_rows([(view, r) for view in views for r in view.recommendations]))


def again(view: View, known: Sequence[Recommended]) -> tuple[Recommended, ...]:
    """Return all recommendations of a panel of which only these have changed since `known` was made.

    Counted again is what is another one now, and its other wordings.
    """
    before = {row.id: row for row in known}
    now = {each.id: each for each in view.recommendations}
    changed = [r for r in view.recommendations if r.id not in before or before[r.id].held is not r]
    was = [row.held for row in known if row.held is not None and row.held is not now.get(row.id)]
    roots = {each.alternative_of or each.id for each in (*changed, *was)}
    told = [(view, r) for r in view.recommendations if (r.alternative_of or r.id) in roots]
    fresh = {row.id: row for row in _rows(told)}
    return tuple(fresh.get(id_) or before[id_] for id_ in now)


def working_number(panel: Panel, recommendation: Recommendation) -> str:
    """Return the number it has until it stands in a report: R-P4-07, R-P4-07 bis."""
    number = f"R-P{panel.number}-{recommendation.number:02}"
    if not recommendation.alternative:
        return number
    place = recommendation.alternative - 1
    return f"{number} {_AGAIN[place] if place < len(_AGAIN) else place + _SECOND}"


_AGAIN = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
_SECOND = 2


def _rows(told: Sequence[tuple[View, Recommendation]]) -> Iterator[Recommended]:
    known: dict[int, _Panel] = {}
    order = {id(view): place for place, (view, _) in enumerate(told)}
    for view, recommendation in sorted(
        told, key=lambda each: (order[id(each[0])], each[1].number, each[1].alternative)
    ):
        if view.panel is not None:
            if id(view) not in known:
                known[id(view)] = _Panel(view, view.panel)
            yield known[id(view)].row(recommendation)


class _Panel:
    """What is known of a panel, looked up once for all its recommendations."""

    def __init__(self, view: View, panel: Panel) -> None:
        self._view, self._panel = view, panel
        self._notes = {note.id: note for note in view.notes}
        self._turns = {} if view.floor is None else {i.id: i for i in view.floor.interventions}
        self._numbers = {question.id: question.number for question in panel.questions}
        self._order = [category.key for category in view.categories]
        standing = (r for r in view.recommendations if r.status.stands)
        self._wordings = Counter(r.alternative_of or r.id for r in standing)
        self._speakers = len({i.participant for i in without_chair(self._turns.values())})

    def row(self, recommendation: Recommendation) -> Recommended:
        sources = [self._notes[id_] for id_ in recommendation.notes if id_ in self._notes]
        speakers = self._voices(recommendation, sources)
        shown = [who for who in speakers if self._view.ceilings.of(who.id) <= Level.CATEGORY]
        order = self._order
        asked = {recommendation.question, *(note.question for note in sources)}
        return Recommended(
            working_number(self._panel, recommendation),
            self._panel,
            self._shown(recommendation.text, recommendation),
            recommendation.addressees,
            len(sources),
            len(speakers),
            tuple(
                sorted(
                    {who.category for who in shown},
                    key=lambda key: order.index(key) if key in order else len(order),
                )
            ),
            tuple(sorted({who.region for who in shown if who.region})),
            tuple(sorted(number for id_, number in self._numbers.items() if id_ in asked)),
            recommendation.id,
            quantity(len(speakers), self._speakers),
            recommendation,
            {code: self._shown(text, recommendation) for code, text in _texts(recommendation)},
        )

    def _voices(self, recommendation: Recommendation, sources: Sequence[Note]) -> list[Participant]:
        """Return who said it or spoke for it, each once."""
        spoke = [self._turns[id_].participant for id_ in recommendation.interventions if id_ in self._turns]
        ids = dict.fromkeys([*(speaker_of(note, self._turns) for note in sources), *spoke])
        return [self._view.people[id_] for id_ in ids if id_ is not None and id_ in self._view.people]

    def _shown(self, text: str, recommendation: Recommendation) -> str:
        wordings = self._wordings[recommendation.alternative_of or recommendation.id]
        beside = wordings > 1 and recommendation.status.stands
        return f"[{text}]" if beside else text


def _texts(recommendation: Recommendation) -> Iterator[tuple[str, str]]:
    """Yield the languages in which it reads, with its text; that of an old one without is not known."""
    if recommendation.original:
        yield recommendation.original, recommendation.text
    yield from ((code, worded.text) for code, worded in recommendation.worded.items())
