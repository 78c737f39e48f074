"""What a panel's notes cover, and what is missing before its end."""

from dataclasses import replace

from facilitator.domain.coverage import Missing, Unproposed, counts, mentions, missing
from facilitator.domain.floor import Floor
from facilitator.domain.notes import Coding, Note, NoteKind
from facilitator.domain.people import Category, Participant
from facilitator.domain.programme import Panel, PanelState, Question, Workshop
from facilitator.domain.recommendation import Recommendation
from facilitator.domain.view import View
from facilitator.domain.vocabulary import VocabularyKey

T = 1_571_644_800_000
FIRST, SECOND = Question("q1", 1, "First?"), Question("q2", 2, "Second?")
STATES, NHRI, CIVIL = (Category(key, key) for key in ("GOV", "NHRI", "CIVIL"))


def note(id_, category=None, question=None):
    return Note(id_, "p", NoteKind.POINT, id_, T, f"{id_}-r", category=category, question=question)


def view(notes=(), recommendations=(), *, opened=T):
    return View(
        Workshop("A workshop", "en", "Europe/Zurich"),
        categories=(STATES, NHRI, CIVIL),
        people={
            "a": Participant("a", "A", "GOV"),
            "b": Participant("b", "B", "NHRI"),
            "c": Participant("c", "C", "CIVIL", present=False),
        },
        panel=Panel("p", 1, "Remedies", T, T + 1, T + 1, questions=(FIRST, SECOND)),
        floor=Floor("p", PanelState.OPEN, opened_at=opened),
        notes=tuple(notes),
        recommendations=tuple(recommendations),
    )


def test_notes_are_counted_by_question_and_category():
    notes = (note("1", "GOV", "q1"), note("2", "GOV", "q1"), note("3", "NHRI", "q2"))
    loose = (note("4", "GOV"), note("5", question="q1"))

    assert counts(view(notes + loose)) == {("q1", "GOV"): 2, ("q2", "NHRI"): 1}


def test_what_no_document_tells_covers_nothing():
    def lacks(kind):
        noted = replace(note("1", "GOV", "q1"), participant="a", kind=kind)
        here = replace(
            view((noted,)),
            people={"a": Participant("a", "A", "GOV", region="africa")},
            codings={"1": (Coding("c", "1", "groups:AFR"),)},
        )
        told = missing(here, ("AFR",), ("O4",))
        return counts(here), mentions(here, VocabularyKey.GROUPS), replace(told, recommendation=())

    nothing = Missing((), (STATES,), (FIRST, SECOND), ("africa",), ("AFR",), ("O4",))
    stays = [kind for kind in NoteKind if not kind.leaves_the_team]
    assert [lacks(kind) for kind in stays] == [({}, {}, nothing)] * 4
    about = Unproposed((STATES,), ("africa",), ("AFR",), ("O4",))
    something = Missing((), (), (SECOND,), (), (), (), about)
    assert lacks(NoteKind.REMEDY) == ({("q1", "GOV"): 1}, {"AFR": 1}, something)


def test_question_lacks_a_recommendation_until_a_note_on_it_has_one():
    notes = (note("1", "GOV", "q2"), note("2", "NHRI"))
    proposal = Recommendation("r", "p", 1, "Do", notes=("1",))

    assert missing(view(notes)).recommendation == (FIRST, SECOND)
    assert missing(view(notes, (proposal,))).recommendation == (FIRST,)


def test_only_those_in_the_room_can_be_missed():
    assert missing(view((note("1", "GOV"),))).voices == (NHRI,)


def test_nothing_is_missing_before_the_panel_was_opened():
    assert missing(view(opened=None)) == Missing()


def test_questions_regions_groups_and_objectives_without_a_note_are_missed():
    here = replace(
        view((replace(note("1", "GOV", "q2"), participant="a"),)),
        people={
            "a": Participant("a", "A", "GOV", region="africa"),
            "b": Participant("b", "B", "NHRI", region="asia_pacific"),
        },
        codings={
            "1": (Coding("c", "1", "groups:AFR"), Coding("d", "1", "groups:MIG", 0, 1, "x", orphaned=True))
        },
    )
    lacks = missing(here, ("AFR", "MIG"), ("O1", "O5"))

    assert (lacks.questions, lacks.regions) == ((FIRST,), ("asia_pacific",))
    assert (lacks.groups, lacks.objectives) == (("MIG",), ("O1", "O5"))
    assert missing(
        replace(here, notes=(replace(here.notes[0], kind=NoteKind.PROGRESS),)), (), ("O1", "O5")
    ).objectives == ("O5",)


def test_who_and_what_has_notes_and_no_recommendation_is_missed():
    notes = (
        replace(note("1", "GOV", "q1"), participant="a"),
        replace(note("2", "NHRI", "q2"), participant="b", kind=NoteKind.PROGRESS),
    )
    here = replace(
        view(notes),
        people={
            "a": Participant("a", "A", "GOV", region="africa"),
            "b": Participant("b", "B", "NHRI", region="asia_pacific"),
        },
        codings={"1": (Coding("c", "1", "groups:AFR"),), "2": (Coding("d", "2", "groups:MIG"),)},
    )
    of_first = Recommendation("r", "p", 1, "Do", notes=("1",))
    said_of_it = replace(of_first, groups=("MIG",), objectives=("O1",))
    of_both = replace(of_first, notes=("1", "2"))

    def lacks(*proposals):
        codes = (("AFR", "MIG"), ("O1", "O5"))
        return missing(replace(here, recommendations=proposals), *codes).unproposed

    assert lacks() == Unproposed((STATES, NHRI), ("africa", "asia_pacific"), ("AFR", "MIG"), ("O1",))
    assert lacks(of_first) == Unproposed((NHRI,), ("asia_pacific",), ("MIG",), ("O1",))
    assert lacks(said_of_it) == Unproposed((NHRI,), ("asia_pacific",))
    assert lacks(of_both) == Unproposed()
