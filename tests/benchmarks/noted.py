"""A workshop of a hundred thousand notes and twenty thousand people, in words of two alphabets."""

from itertools import accumulate
from random import Random

from facilitator.acts.desk import open_desk
from facilitator.acts.workshops import new_workshop
from facilitator.domain.intervention import Intervention
from facilitator.domain.notes import Note, NoteKind
from facilitator.domain.people import Participant
from facilitator.domain.timing import Clock
from facilitator.store.floor_rows import from_intervention
from facilitator.store.ids import new_id
from facilitator.store.note_rows import from_note
from facilitator.store.rows import from_participant
from facilitator.store.workshop_file import Entry
from tests.conftest import TEN

NOTES, PEOPLE, TURNS, PANELS = 100_000, 20_000, 300, 6
LETTERS = ("abcdefghilmnoprstu", "ابتجحدرسشصعفقكلمنهوي")
KINDS = tuple(NoteKind)[:10]


class Words:
    """Words as often as those of any language are: a few in nearly every note, most in hardly any."""

    def __init__(self, many=20_000):
        self.chance = Random(2_019)  # noqa: S311 - no secret
        self.all = [self._word(LETTERS[number % 3 == 0]) for number in range(many)]
        self._often = list(accumulate(1 / (rank + 3) for rank in range(many)))

    def text(self):
        return " ".join(self.chance.choices(self.all, cum_weights=self._often, k=self.chance.randint(20, 44)))

    def _word(self, letters):
        return "".join(self.chance.choices(letters, k=self.chance.randint(2, 9)))


def noted(path, clock, *, notes=NOTES, people=PEOPLE):
    """Return the desk of such a workshop, whose first panel sits, and the words that were used."""
    new_workshop(path, language="en", at=TEN, template="durban-2019")
    desk, words = open_desk(path, clock), Words()
    desk.do("open_panel", panel=1)
    entry = Entry("import_speeches", "secretariat", {}, TEN)
    desk.file.write(entry, lambda work: _fill(work, desk.view(), words, notes, people))
    desk.changed()
    return desk, words


def _fill(work, view, words, notes, people):
    categories = [category.key for category in view.categories]
    crowd = [
        Participant(new_id(), f"{words.chance.choice(words.all)} {n}", categories[n % len(categories)])
        for n in range(people)
    ]
    work.insert_all("participant", [from_participant(person) for person in crowd])
    for place, panel in enumerate(view.panels[:PANELS]):
        turns = [_turn(crowd[(place * TURNS + n) % people], n) for n in range(TURNS)]
        work.insert_all("intervention", [from_intervention(turn, panel.id) for turn in turns])
        here = [_note(panel, turns, words, n, notes // PANELS) for n in range(notes // PANELS)]
        work.insert_all("note", [from_note(note) for note in here])


def _turn(who, n):
    at = TEN + n * 60_000
    return Intervention(new_id(), who.id, who.category, Clock(at, 120_000, ended=at + 50_000))


def _note(panel, turns, words, n, many):
    """The notes lie evenly over the turns of a panel."""
    turn, offset = turns[n * TURNS // many], n % max(1, many // TURNS) * 500
    link = {"intervention": turn.id, "participant": turn.participant, "category": turn.category}
    kind, at = KINDS[n % len(KINDS)], turn.clock.began + offset
    return Note(new_id(), panel.id, kind, words.text(), at, new_id(), offset_ms=offset, **link)
