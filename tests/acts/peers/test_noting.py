"""What other tools for notes and coding hold themselves to, as it is true here; numbered as in the study.

Which of them are held where, and which do not apply and why, is told in test_rest_of_noting.
"""

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.workshops import new_workshop
from facilitator.domain.hits import Wanted
from facilitator.domain.notes import NoteKind
from facilitator.domain.refusals import StaleText, UnknownReference

FAMILY = "👨‍👩‍👧 à l’école, été"


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=0, title="A workshop")
    desk = open_desk(path, lambda: 1_000)
    desk.do("add_panel", title="A panel", starts=0, ends=3_600_000)
    yield desk
    desk.close()


def write(desk, text, **more):
    return desk.do("write_note", text=text, panel=1, **more)


def code(desk, note, begin, end, name="areas:police"):
    return desk.do("code_note", note=note, code=name, begin=begin, end=end).id


def quotes(desk, note):
    return sorted((c.code, c.quote) for c in desk.reading.noted.codings().get(note, ()))


def shown(desk):
    return [note.text for note in desk.view().notes]


def test_r1_r3_a_span_with_accents_has_no_half_signs(desk):
    made = write(desk, FAMILY).id
    begin = FAMILY.index("école")
    code(desk, made, begin, begin + 5)

    assert quotes(desk, made) == [("areas:police", "école")]


def test_r2_adjacent_spans_stand_side_by_side_and_leave_the_text_alone(desk):
    made = write(desk, "onetwo").id
    for begin, end, name in ((0, 3, "areas:police"), (3, 6, "areas:police"), (3, 6, "groups:AFR")):
        code(desk, made, begin, end, name)

    assert quotes(desk, made) == [("areas:police", "one"), ("areas:police", "two"), ("groups:AFR", "two")]
    assert shown(desk) == ["onetwo"]


@pytest.mark.parametrize("ends", [(2, 4, 6), (2, 6, 4), (4, 2, 6), (4, 6, 2), (6, 2, 4), (6, 4, 2)])
def test_r4_spans_within_one_another_each_keep_their_own_end(desk, ends):
    made = write(desk, "abcdef").id
    for end in ends:
        code(desk, made, 0, end)

    assert quotes(desk, made) == [("areas:police", "abcdef"[:end]) for end in sorted(ends)]


def test_r10_a_code_of_nowhere_and_a_note_of_nowhere_are_refused(desk):
    made = write(desk, "Said").id
    for note, name in ((made, "areas:nowhere"), (made, "elsewhere:police"), ("none", "areas:police")):
        with pytest.raises(UnknownReference):
            desk.do("code_note", note=note, code=name)


def test_r11_a_code_that_is_taken_off_is_in_the_journal_as_it_was(desk):
    made = write(desk, "Said").id
    coding = desk.do("code_note", note=made, code="groups:AFR").id
    event = desk.do("uncode_note", coding=coding).event

    (change,) = desk.file.changes_of(event)
    assert (change.table, change.before["code"], change.after) == ("coding", "groups:AFR", None)


def test_r13_what_both_are_tagged_with_the_merged_note_is_tagged_with_once(desk):
    notes = tuple(write(desk, text, codes=("groups:AFR",)).id for text in ("One", "Two"))
    desk.do("merge_notes", notes=notes)

    assert quotes(desk, notes[0]) == [("groups:AFR", "")]


def test_r17_r21_r22_revisions_are_made_by_changes_kept_and_never_overwritten_unseen(desk):
    made = write(desk, "First")
    desk.do("revise_note", note=made.id, text="First", base=made.event)
    second = desk.do("revise_note", note=made.id, text="Second", base=made.event).event
    with pytest.raises(StaleText) as told:
        desk.do("revise_note", note=made.id, text="Mine", base=made.event)
    assert told.value.details == {"text": "Second"}

    desk.do("restore_note", note=made.id, revision=made.event, base=second)
    assert [row["text"] for row in desk.reading.revisions(made.id)] == ["First", "Second", "First"]


def test_r18_r19_a_removed_note_keeps_its_texts_and_comes_back_before_it_is_written_on(desk):
    made = write(desk, "Said")
    desk.do("remove_note", note=made.id)
    with pytest.raises(UnknownReference):
        desk.do("revise_note", note=made.id, text="On", base=made.event)

    desk.do("bring_back_note", note=made.id)
    desk.do("revise_note", note=made.id, text="On", base=made.event)
    assert [row["text"] for row in desk.reading.revisions(made.id)] == ["Said", "On"]


def test_r31_what_is_private_is_neither_found_nor_lost_when_the_note_is_revised(desk):
    made = write(desk, "Between us", kind=NoteKind.MEMO)
    desk.do("revise_note", note=made.id, text="Between us two", base=made.event)

    assert desk.search(Wanted("between")).hits == ()
    assert [hit.found.kind for hit in desk.search(Wanted("between", restricted=True)).hits] == ["m"]


def test_r33_a_note_keeps_its_moment_and_maker_whatever_is_written_in_it(desk):
    made = write(desk, "Said")
    before = desk.reading.note(made.id)
    desk.do("revise_note", note=made.id, text="Said so", base=made.event)
    after = desk.reading.note(made.id)

    assert (after.id, after.at, after.panel) == (before.id, before.at, before.panel)


def test_rb_two_codes_on_one_span_both_stay(desk):
    made = write(desk, "police").id
    code(desk, made, 0, 6)
    code(desk, made, 0, 6, "groups:AFR")

    assert quotes(desk, made) == [("areas:police", "police"), ("groups:AFR", "police")]


def test_rc_a_span_behind_an_emoji_says_the_same_word_after_the_file_was_closed(desk):
    text = "تم 👍🏽 قبول التوصية"
    made = write(desk, text).id
    begin = text.index("قبول")
    code(desk, made, begin, begin + 4)
    path = desk.path
    desk.close()

    again = open_desk(path, lambda: 2_000)
    (coding,) = again.reading.noted.codings()[made]
    assert again.reading.note(made).text[coding.begin : coding.end] == coding.quote == "قبول"
    again.close()


def test_rf_a_protected_text_is_in_the_file_alone_and_in_no_hit(desk):
    write(desk, "threatened at home", kind=NoteKind.PROTECTION)

    assert desk.search(Wanted("threatened")).total == 0
