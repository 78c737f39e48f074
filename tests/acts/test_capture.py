"""What a rapporteur does with notes: split, merge, move, tag, relate, revise; all of it can be taken back."""

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.wire import HeldClock, Wire
from facilitator.acts.workshops import new_workshop
from facilitator.domain.attribution import Level
from facilitator.domain.notes import About, Bond, NoteKind
from facilitator.domain.recommendation import Sensitivity
from facilitator.domain.refusals import (
    AlreadyThere,
    NoPanelOpen,
    NotAQuotation,
    NoteHasOneHalf,
    NotesApart,
    NotUnderstood,
    StaleText,
    UnknownReference,
)
from tests.books import tables_of


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=0, title="A workshop")
    now = [1_000]
    desk = open_desk(path, lambda: now[0])
    desk.do("add_category", key="NGO", label="Organizations")
    for number in (1, 2):
        desk.do(
            "add_panel",
            title=f"Panel {number}",
            starts=number * 4_000_000,
            ends=number * 4_000_000 + 3_600_000,
            questions=("One?", "Two?"),
        )
    desk.now_is = now
    yield desk
    desk.close()


def write(desk, text, **more):
    return desk.do("write_note", text=text, panel=more.pop("panel", 1), **more)


def shown(desk, panel=1):
    return [note.text for note in desk.view(desk.view().panels[panel - 1].id).notes]


def note(desk, id_):
    return desk.reading.note(id_)


def coded(desk, id_):
    codings = desk.reading.noted.codings().get(id_, ())
    return sorted(((c.code, c.begin, c.end, c.quote, c.orphaned) for c in codings), key=str)


def rows(desk):
    return {name: tables_of(desk).get(name) for name in ("note", "revision", "coding", "relation", "source")}


# splitting and merging


def test_a_note_is_split_with_its_links_and_the_codes_of_each_half(desk):
    made = write(desk, "Courts hear cases. Police is trained.", codes=("groups:AFR",))
    for begin, end in ((0, 6), (19, 25), (7, 25)):
        desk.do("code_note", note=made.id, code="areas:police", begin=begin, end=end)
    before = rows(desk)

    new = desk.do("split_note", note=made.id, place=18, base=made.event).id

    assert shown(desk) == ["Courts hear cases.", "Police is trained."]
    assert coded(desk, made.id) == sorted(
        [
            ("groups:AFR", None, None, "", False),
            ("areas:police", 0, 6, "Courts", False),
            ("areas:police", 7, 18, "hear cases.", False),
        ],
        key=str,
    )
    assert coded(desk, new) == sorted(
        [
            ("groups:AFR", None, None, "", False),
            ("areas:police", 0, 6, "Police", False),
            ("areas:police", 0, 6, "Police", False),
        ],
        key=str,
    )
    assert [(r.note, r.other, r.kind) for r in desk.reading.noted.relations()[made.id]] == [
        (new, made.id, Bond.SPLIT)
    ]
    desk.do("undo", desk="notes")
    assert rows(desk) == before


@pytest.mark.parametrize("place", [-5, 0, 1_000])
def test_a_note_is_split_only_where_both_halves_say_something(desk, place):
    made = write(desk, "Two words")

    with pytest.raises(NoteHasOneHalf):
        desk.do("split_note", note=made.id, place=place, base=made.event)


def test_a_note_that_reads_otherwise_by_now_is_not_split(desk):
    made = write(desk, "Two words")
    desk.do("revise_note", note=made.id, text="Two other words", base=made.event)

    with pytest.raises(StaleText) as told:
        desk.do("split_note", note=made.id, place=3, base=made.event)
    assert told.value.details == {"text": "Two other words"}


def test_half_a_proposed_recommendation_is_one_too(desk):
    made = write(desk, "States should ratify. Courts should publish.", kind=NoteKind.RECOMMENDATION)
    desk.do("split_note", note=made.id, place=21, base=made.event)

    assert [len(r.notes) for r in desk.view(desk.view().panels[0].id).recommendations] == [1, 1]


def test_notes_become_one_that_has_all_codes_and_is_the_source_of_all_they_were(desk):
    one, two = write(desk, "First", codes=("groups:AFR",)), write(desk, "Second", codes=("groups:AFR",))
    desk.do("code_note", note=two.id, code="areas:police", begin=0, end=6)
    proposed = desk.do("make_recommendation", text="Do it", notes=(two.id,)).id
    before = rows(desk)

    desk.do("merge_notes", notes=(one.id, two.id))

    assert shown(desk) == ["First\nSecond"]
    assert coded(desk, one.id) == sorted(
        [("groups:AFR", None, None, "", False), ("areas:police", 6, 12, "Second", False)], key=str
    )
    (found,) = desk.view(desk.view().panels[0].id).recommendations
    assert (found.id, one.id in found.notes) == (proposed, True)
    assert note(desk, two.id).text == "Second"
    desk.do("undo", desk="notes")
    assert rows(desk) == before


@pytest.mark.parametrize("kind", [NoteKind.PROTECTION, NoteKind.MEMO, NoteKind.FOLLOW_UP])
@pytest.mark.parametrize("turned", [False, True])
def test_a_merged_note_is_as_restricted_as_the_strictest(desk, kind, turned):
    one, two = write(desk, "Said"), write(desk, "Threatened", kind=kind)
    notes = (two.id, one.id) if turned else (one.id, two.id)
    desk.do("merge_notes", notes=notes)

    assert note(desk, notes[0]).kind is kind


def test_what_is_kept_back_of_a_note_or_a_speaker_is_kept_back_of_what_becomes_of_it(desk):
    who = desk.do("add_participant", name="One", category="NGO").id
    desk.do("open_panel", panel=1)
    desk.do("give_floor", request=desk.do("request_floor", participant=who).id)
    made = [write(desk, f"Part {n}. And the rest.", about=about) for n, about in enumerate([None, *About])]
    desk.do("set_attribution", note=made[0].id, level=Level.SUPPRESSED)
    desk.do("set_attribution", participant=who, level=Level.IMPERSONAL)
    before = rows(desk)

    def levels(*notes):
        return [desk.reading.ledger.own_levels().get(id_, "") for id_ in notes]

    half = desk.do("split_note", note=made[0].id, place=7, base=made[0].event).id
    assert levels(made[0].id, half) == ["A5", "A5"]
    desk.do("merge_notes", notes=(made[2].id, made[1].id))
    assert levels(made[2].id) == ["A4"]
    desk.do("merge_notes", notes=(made[3].id, half))
    assert levels(made[3].id) == ["A5"]
    for _ in range(3):
        desk.do("undo", desk="notes")
    assert (rows(desk), levels(*(each.id for each in made))) == (before, ["A5", "", "", ""])


@pytest.mark.parametrize(
    ("kinds", "kept"),
    [
        ((NoteKind.POINT, NoteKind.PROTECTION), NoteKind.PROTECTION),
        ((NoteKind.PROTECTION, NoteKind.MEMO), NoteKind.PROTECTION),
        ((NoteKind.POINT, NoteKind.FOLLOW_UP), NoteKind.FOLLOW_UP),
        ((NoteKind.MEMO, NoteKind.POINT), NoteKind.MEMO),
        ((NoteKind.POINT, NoteKind.PROCEDURE), NoteKind.POINT),
    ],
)
def test_an_earlier_wording_does_not_lift_what_keeps_a_note_within_the_team(desk, kinds, kept):
    made = write(desk, "They came at night", kind=kinds[0])
    now = {"note": made.id, "text": "They came", "kind": kinds[1], "base": made.event}
    base = desk.do("revise_note", **now).event
    desk.do("restore_note", note=made.id, revision=made.event, base=base)

    assert (note(desk, made.id).text, note(desk, made.id).kind) == ("They came at night", kept)


def test_what_comes_to_rest_on_a_concern_by_a_merge_is_marked_to_stay(desk):
    concern = write(desk, "Threatened", kind=NoteKind.PROTECTION)
    point, memo, apart = write(desk, "Said"), write(desk, "Mine", kind=NoteKind.MEMO), write(desk, "Else")
    for each in (point, memo, apart):
        desk.do("make_recommendation", text=f"Do {each.id}", notes=(each.id,))
    desk.do("merge_notes", notes=(concern.id, point.id))
    desk.do("merge_notes", notes=(memo.id, concern.id))

    found = desk.view(desk.view().panels[0].id).recommendations
    assert [each.sensitivity for each in found] == [Sensitivity.PROTECTION] * 2 + [Sensitivity.NONE]


def test_a_note_does_not_go_into_itself_into_another_panel_or_twice(desk):
    one, two, other = write(desk, "One"), write(desk, "Two"), write(desk, "Elsewhere", panel=2)

    for notes, refusal in (
        ((one.id, one.id), NotUnderstood),
        ((one.id,), NotUnderstood),
        ((one.id, other.id), NotesApart),
    ):
        with pytest.raises(refusal):
            desk.do("merge_notes", notes=notes)
    desk.do("merge_notes", notes=(one.id, two.id))
    for act in ({"note": two.id, "text": "Again", "base": two.event},):
        with pytest.raises(UnknownReference):
            desk.do("revise_note", **act)


# whose words they are


def test_a_note_moves_to_the_turn_before_to_the_panel_to_nobody_and_to_another_question(desk):
    who = [desk.do("add_participant", name=name, category="NGO").id for name in ("One", "Other")]
    desk.do("open_panel", panel=1)
    turns = []
    for each in who:
        turns.append(desk.do("give_floor", request=desk.do("request_floor", participant=each).id).id)
        desk.now_is[0] += 20_000
    made = desk.do("write_note", text="Late").id
    assert note(desk, made).participant == who[1]

    desk.do("move_note", note=made, intervention=turns[0], question=2)
    moved = note(desk, made)
    assert (moved.participant, moved.about, moved.offset_ms) == (who[0], About.SPEAKER, 20_000)
    assert moved.question == desk.view().panel.questions[1].id
    desk.do("move_note", note=made, about=About.NOBODY)
    assert (note(desk, made).about, note(desk, made).participant) == (About.NOBODY, None)
    desk.do("move_note", note=made, intervention=None)
    assert note(desk, made).about is About.PANEL
    desk.do("move_note", note=made, panel=2)
    assert (shown(desk, 1), shown(desk, 2), note(desk, made).question) == ([], ["Late"], None)
    for _ in range(4):
        desk.do("undo", desk="notes")
    assert (shown(desk, 1), note(desk, made).participant) == (["Late"], who[1])


def test_a_note_is_written_for_the_panel_or_for_nobody_while_somebody_speaks(desk):
    one = desk.do("add_participant", name="One", category="NGO").id
    desk.do("open_panel", panel=1)
    desk.do("give_floor", request=desk.do("request_floor", participant=one).id)
    made = [desk.do("write_note", text="x", about=about).id for about in (None, *About)]

    assert [note(desk, id_).about for id_ in made] == [
        About.SPEAKER,
        About.SPEAKER,
        About.PANEL,
        About.NOBODY,
    ]


def test_a_quotation_tells_what_was_heard_and_that_it_was_interpreted(desk):
    made = write(desk, "«Nous avons saisi la cour»", kind=NoteKind.QUOTATION, heard="ar", interpreted=True)
    desk.do("describe_note", note=made.id, languages=("fr",))

    found = note(desk, made.id)
    assert (found.languages, found.heard, found.interpreted) == (("fr",), "ar", True)
    with pytest.raises(NotUnderstood):
        desk.do("describe_note", note=made.id, heard="Arabic")
    with pytest.raises(NotAQuotation):
        desk.do("describe_note", note=write(desk, "Said").id, heard="ar")


def test_a_follow_up_has_somebody_in_charge_a_day_and_an_end(desk):
    made = write(desk, "Send the study", kind=NoteKind.FOLLOW_UP).id
    desk.do("charge_note", note=made, charge=" Secretariat ", due="2019-11-04")
    desk.do("charge_note", note=made, settled=True)
    found = note(desk, made)

    assert (found.charge, found.due, found.settled_at) == ("Secretariat", "2019-11-04", 1_000)
    desk.do("charge_note", note=made, settled=False)
    assert note(desk, made).settled_at is None
    for day in ("soon", "2019-13-01", "20191104"):
        with pytest.raises(NotUnderstood):
            desk.do("charge_note", note=made, due=day)


def test_a_note_is_removed_and_brought_back(desk):
    made = write(desk, "Said").id
    desk.do("remove_note", note=made)
    assert shown(desk) == []
    desk.do("bring_back_note", note=made)
    assert shown(desk) == ["Said"]


# codes and relations


def test_only_codes_of_the_vocabularies_are_taken_and_each_once(desk):
    made = write(desk, "Said").id
    for code in ("groups:XXX", "nothing:AFR", "AFR", "", "statuses:captured", "groups:"):
        with pytest.raises(UnknownReference):
            desk.do("code_note", note=made, code=code)
        with pytest.raises(UnknownReference):
            write(desk, "Said", codes=(code,))
    first = desk.do("code_note", note=made, code="groups:AFR").id
    with pytest.raises(AlreadyThere):
        desk.do("code_note", note=made, code="groups:AFR")
    desk.do("uncode_note", coding=first)
    assert coded(desk, made) == []


@pytest.mark.parametrize(("begin", "end"), [(0, 0), (3, 2), (-1, 2), (0, 5), (None, 2), (2, None)])
def test_a_span_lies_within_its_note(desk, begin, end):
    made = write(desk, "Said").id
    with pytest.raises(NotUnderstood):
        desk.do("code_note", note=made, code="groups:AFR", begin=begin, end=end)


def test_notes_refer_to_one_another_and_both_tell_of_it(desk):
    question, answer = write(desk, "Why?").id, write(desk, "Because", panel=2).id
    made = desk.do("relate_notes", note=answer, other=question, kind=Bond.ANSWERS).id
    bonds = desk.reading.noted.relations()

    assert bonds[question] == bonds[answer]
    assert [(b.note, b.other, b.kind) for b in bonds[question]] == [(answer, question, Bond.ANSWERS)]
    for other, kind, refusal in (
        (question, Bond.ANSWERS, AlreadyThere),
        (answer, Bond.REFERS, NotUnderstood),
        (question, Bond.MERGED, NotUnderstood),
    ):
        with pytest.raises(refusal):
            desk.do("relate_notes", note=answer, other=other, kind=kind)
    desk.do("unrelate_notes", relation=made)
    assert desk.reading.noted.relations()[question] == ()


# revisions


def test_the_same_text_is_no_revision_and_an_earlier_one_comes_back_as_a_new_one(desk):
    made = write(desk, "First")
    desk.do("revise_note", note=made.id, text="First", base=made.event)
    assert len(desk.reading.revisions(made.id)) == 1
    second = desk.do("revise_note", note=made.id, text="Second", base=made.event).event

    desk.do("restore_note", note=made.id, revision=made.event, base=second)
    assert [row["text"] for row in desk.reading.revisions(made.id)] == ["First", "Second", "First"]
    assert shown(desk) == ["First"]
    with pytest.raises(StaleText):
        desk.do("restore_note", note=made.id, revision=second, base=second)
    with pytest.raises(UnknownReference):
        desk.do("restore_note", note=made.id, revision="none", base=note(desk, made.id).revision)


def test_a_note_of_a_million_signs_is_written_coded_revised_and_found(desk):
    text = "كلمة " * 200_000 + "نهاية"
    made = write(desk, text)
    desk.do("code_note", note=made.id, code="groups:AFR", begin=len(text) - 5, end=len(text))
    desk.do("revise_note", note=made.id, text="س" + text, base=made.event)

    assert coded(desk, made.id) == [("groups:AFR", len(text) - 4, len(text) + 1, "نهاية", False)]


def test_other_programs_are_told_of_codes_relations_revisions_and_follow_up(desk):
    told = Wire(desk, HeldClock(lambda: 1_000), lambda why: why.code)
    made = write(desk, "Send it", kind=NoteKind.FOLLOW_UP, codes=("groups:AFR",))
    later = write(desk, "Then this", kind=NoteKind.FOLLOW_UP).id
    desk.do("charge_note", note=made.id, charge="Secretariat", due="2019-11-04")
    desk.do("relate_notes", note=later, other=made.id)
    panel = desk.view().panels[0].id

    notes = {n["note"]: n for n in told.answer(f'{{"ask": "notes", "panel": "{panel}"}}')["notes"]}
    assert [c["code"] for c in notes[made.id]["codes"]] == ["groups:AFR"]
    assert [(r["note"], r["kind"]) for r in notes[made.id]["relations"]] == [(later, "refers")]
    list_ = told.answer('{"ask": "follow_up"}')["follow_up"]
    assert [(n["text"], n["charge"], n["due"]) for n in list_] == [
        ("Send it", "Secretariat", "2019-11-04"),
        ("Then this", "", ""),
    ]
    found = told.answer(f'{{"ask": "revisions", "note": "{made.id}"}}')["revisions"]
    assert [(r["text"], r["base"]) for r in found] == [("Send it", None)]


def test_the_moderator_is_told_while_the_panel_sits(desk):
    with pytest.raises(NoPanelOpen):
        desk.do("tell_moderator", text="Nobody from Asia yet")
    desk.do("open_panel", panel=1)
    made = desk.do("tell_moderator", text="Nobody from Asia yet").id
    assert [(n.id, n.kind, n.charge) for n in desk.view().notes] == [(made, NoteKind.FOLLOW_UP, "moderator")]


# one chain back to the beginning


def test_forty_acts_of_capture_coding_and_merging_go_back_to_the_beginning_and_forth_to_the_end(desk):
    start, done = [rows(desk)], []

    def do(act, **told):
        answer = desk.do(act, **told)
        done.append(act)
        start.append(rows(desk))
        return answer

    for number in range(4):
        one = do("write_note", text=f"Courts {number} hear cases. Police 🙂 is trained.", panel=1)
        tagged = do("code_note", note=one.id, code="groups:AFR").id
        do("code_note", note=one.id, code="areas:police", begin=21, end=27, base=one.event)
        revised = do(
            "revise_note", note=one.id, text="Yesterday courts met. Police ran.", base=one.event
        ).event
        do("describe_note", note=one.id, languages=("fr",))
        half = do("split_note", note=one.id, place=21, base=revised).id
        do("relate_notes", note=half, other=one.id)
        do("uncode_note", coding=tagged)
        do("move_note", note=half, question=2)
        do("merge_notes", notes=(one.id, half))
    assert len(done) == 40
    for step in reversed(start[:-1]):
        desk.do("undo", desk="notes")
        assert rows(desk) == step
    for step in start[1:]:
        desk.do("redo", desk="notes")
        assert rows(desk) == step
