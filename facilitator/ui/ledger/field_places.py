"""Where a recommendation stands and what it rests on: panel, question, notes, turns, what was before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from facilitator.domain.before import Before
from facilitator.domain.intervention import InterventionId
from facilitator.domain.notes import NoteId
from facilitator.domain.recommendation import Recommendation
from facilitator.language.direction import isolate
from facilitator.language.groups import NOT_STATED
from facilitator.language.note_kinds import NOTE_KINDS, shown_text
from facilitator.language.wording import panel_title
from facilitator.ui.choices import Choice
from facilitator.ui.context import Context
from facilitator.ui.ledger.before_rows import FOLLOWS, place_words
from facilitator.ui.ledger.field_list import FieldList, first_words, ticked, turned


@dataclass
class Places:
    """What is chosen is so at once; where several can be, the list stands there again."""

    context: Context
    held: Callable[[], Recommendation | None]
    list: FieldList
    act: Callable[[str, Mapping[str, object]], object]
    again: Callable[[], object]

    def fields(self, held: Recommendation) -> Iterator[Choice]:
        language, say = self.context.language, self.context.language.say
        panel = self.context.desk.view(held.panel).panel
        if panel is None:
            return
        asked = next((q.text for q in panel.questions if q.id == held.question), "–")
        yield Choice(say("Panel"), self._panel, under=panel_title(panel, language))
        yield Choice(say("Guiding question"), self._question, under=first_words(asked))
        yield Choice(say("Notes"), self._notes, under=language.number(len(held.notes)))
        yield Choice(say("Interventions"), self._turns, under=language.number(len(held.interventions)))
        kept = self.context.desk.dossier(held.id)
        earlier, inputs = (language.number(len(rows)) for rows in (kept.earlier, kept.inputs))
        yield Choice(say("Earlier recommendations"), self._earlier, under=earlier)
        yield Choice(say("Conclusions of consultations"), self._inputs, under=inputs)

    def _panel(self) -> None:
        held = self.held()
        if held is not None:
            panels = self.context.desk.view().panels
            named = {str(p.id): panel_title(p, self.context.language) for p in panels}
            self._pick("panel", named, str(held.panel))

    def _question(self) -> None:
        held = self.held()
        panel = None if held is None else self.context.desk.view(held.panel).panel
        if held is not None and panel is not None:
            none = self.context.language.say(NOT_STATED)
            named = {"": none, **{str(q.id): first_words(q.text) for q in panel.questions}}
            self._pick("question", named, held.question or "")

    def _pick(self, field: str, named: Mapping[str, str], now: str) -> None:
        def put(value: str) -> None:
            held = self.held()
            if held is not None:
                told = {"recommendation": held.id, field: value or None}
                self.act("edit_recommendation", told)
            self.again()

        made = (ticked(self.context, t, partial(put, v), on=v == now) for v, t in named.items())
        self.list.offer(list(made))

    def _notes(self) -> None:
        """The notes of its panel; those it rests on say so."""
        held, language = self.held(), self.context.language
        if held is None:
            return
        self.list.offer(
            [
                ticked(
                    self.context,
                    f"{language.time_of_day(note.at)} · {language.say(NOTE_KINDS[note.kind])} · "
                    f"{isolate(first_words(shown_text(note.kind, note.text, language)))}",
                    partial(self._turn_note, note.id),
                    on=note.id in held.notes,
                )
                for note in self.context.desk.view(held.panel).notes
            ]
        )

    def _turn_note(self, note: NoteId) -> None:
        held = self.held()
        if held is not None:
            told = {"recommendation": held.id, "notes": turned(held.notes, note)}
            self.act("source_recommendation", told)
            self._notes()

    def _turns(self) -> None:
        """Who spoke in its panel; those who spoke for it say so."""
        held, language = self.held(), self.context.language
        if held is None:
            return
        view = self.context.desk.view(held.panel)
        spoken = () if view.floor is None else view.floor.interventions
        self.list.offer(
            [
                ticked(
                    self.context,
                    f"{language.time_of_day(turn.clock.began)} · "
                    f"{isolate(view.people[turn.participant].name)}",
                    partial(self._turn_turn, turn.id),
                    on=turn.id in held.interventions,
                )
                for turn in spoken
            ]
        )

    def _turn_turn(self, turn: InterventionId) -> None:
        held = self.held()
        if held is not None:
            told = {"recommendation": held.id, "interventions": turned(held.interventions, turn)}
            self.act("source_recommendation", told)
            self._turns()

    def _earlier(self) -> None:
        """What was recommended before; of the one that is chosen it is asked how this one stands to it."""
        rows = [row for row in self.context.desk.before() if not row.conclusion]
        self.list.offer([self._row(row, self._how) for row in rows])

    def _how(self, row: Before) -> None:
        def put(how: str) -> None:
            held = self.held()
            if held is not None:
                told = {"recommendation": held.id, "earlier": row.id, "kind": how}
                self.act("follow_earlier", told)
            self.again()

        say = self.context.language.say
        self.list.offer([Choice(say(words), partial(put, how)) for how, words in FOLLOWS.items()])

    def _inputs(self) -> None:
        """What consultations concluded; the one that is chosen is an input to the recommendation."""
        rows = [row for row in self.context.desk.before() if row.conclusion]
        self.list.offer([self._row(row, self._use) for row in rows])

    def _use(self, row: Before) -> None:
        held = self.held()
        if held is not None:
            self.act("use_conclusion", {"conclusion": row.id, "recommendation": held.id})
        self.again()

    def _row(self, row: Before, act: Callable[[Before], object]) -> Choice:
        under = " · ".join(filter(None, (row.source, place_words(row, self.context.language))))
        return Choice(first_words(row.text), partial(act, row), under=under)
