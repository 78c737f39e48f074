"""The rest of what other tools hold themselves to, and which of their scenarios do not apply, and why."""

import re
from pathlib import Path

import docx
import pypdfium2
import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import pack, take_in
from facilitator.acts.export import export
from facilitator.acts.workshops import new_workshop
from facilitator.documents.proof import ProofParagraph, set_proof
from facilitator.domain.notes import About, NoteKind
from facilitator.domain.refusals import UnknownReference
from facilitator.domain.retention import kept
from facilitator.domain.timing import MINUTE
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.exchange.faults import PackageOfAnother
from facilitator.language.direction import bare
from facilitator.language.speech import LANGUAGES
from facilitator.language.vocabularies import vocabulary
from facilitator.store.engine import connect_to_check
from tests.books import tables_of
from tests.kept import KEPT, put_kept

_CLOSED = "the vocabularies are closed: no list of codes comes in from a table"
NOT_HERE = {
    "5": f"A codebook with columns too many, empty rows, names or paths is read: {_CLOSED}.",
    "6": f"A codebook with both names and paths, or neither, is refused with its row: {_CLOSED}.",
    "7": f"Before a codebook is taken, codes that are there already are told: {_CLOSED}.",
    "8": f"A codebook is refused whole where a code has come or gone meanwhile: {_CLOSED}.",
    "9": f"A codebook replaces what codes mean and adds others: {_CLOSED}.",
    "12": "What is under a path is found with it: codes have no paths below one another.",
    "14": "One project is taken out of many: a file is one workshop.",
    "16": "Subtitles become paragraphs: notes are written while the panel sits, and no subtitles come in.",
}
"""The scenarios of the study that do not apply, and why."""

EVERY = {*map(str, range(1, 34)), *"abcdefg"}
MOMENTS = "SELECT id, at, text FROM note UNION ALL SELECT id, starts, title FROM panel"
MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")
HTML = "<img src=x onerror=alert(1)><b>bold</b> & so on"
ARABIC = "ذكّر القرار A/HRC/RES/34/17 بورشة 21–22 تشرين الأول/أكتوبر 2019"


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=0, title="A workshop")
    desk = open_desk(path, lambda: 10_000)
    desk.do("add_panel", title="A panel", starts=0, ends=3_600_000)
    yield desk
    desk.close()


def test_every_scenario_is_held_or_said_not_to_apply():
    names = re.findall(
        r"def test((?:_r(?:\d+|[a-g]))+)_",
        "\n".join(path.read_text("utf-8") for path in Path(__file__).parents[2].rglob("test_*.py")),
    )
    held = {label for name in names for label in re.findall(r"_r(\d+|[a-g])(?=_|$)", name)}

    assert held - EVERY == set()
    assert EVERY - held == set(NOT_HERE)


def test_r15_what_another_workshop_says_is_refused_and_nothing_is_touched(desk, tmp_path):
    new_workshop(tmp_path / "other.facilitator", language="en", at=0, title="Another")
    other = open_desk(tmp_path / "other.facilitator", lambda: 10_000)
    pack(other, tmp_path / "other.package")
    other.close()
    before = tables_of(desk)

    with pytest.raises(PackageOfAnother):
        take_in(desk, tmp_path / "other.package")

    assert tables_of(desk) == before


def test_r20_a_note_always_has_a_revision_and_cannot_be_set_to_none(desk):
    made = desk.do("write_note", text="First", panel=1)
    with pytest.raises(UnknownReference):
        desk.do("restore_note", note=made.id, revision="", base=made.event)

    assert [row["text"] for row in desk.reading.revisions(made.id)] == ["First"]
    assert [note.text for note in desk.view().notes] == ["First"]


def test_r23_marks_of_other_programs_are_letters_here(desk, tmp_path):
    desk.do("write_note", text=HTML, panel=1, kind=NoteKind.GOOD_PRACTICE)
    export(desk, tmp_path / "s.docx", what="panel-summary", panel=1)
    made = docx.Document(str(tmp_path / "s.docx"))
    found = [bare(each.text) for each in made.paragraphs if "onerror" in each.text]

    assert [text.count(HTML) for text in found] == [1]
    assert not made.inline_shapes


def test_r24_what_has_no_place_in_the_programme_is_in_the_record_in_the_order_of_time(desk, tmp_path):
    for at, about in ((3_000, About.NOBODY), (1_000, None), (2_000, About.PANEL)):
        desk.do("write_note", text=f"at {at}", panel=1, begun=at, about=about)
    export(desk, tmp_path / "r.csv", what="record")
    whole = (tmp_path / "r.csv").read_text("utf-8-sig")

    assert re.findall(r"at \d000", whole) == ["at 1000", "at 2000", "at 3000"]


def test_r29_of_many_snapshots_those_of_a_day_stay_and_one_of_each_before():
    now = 1_571_644_800_000  # a Monday, eight o'clock
    stays = kept([now - n * 30 * MINUTE for n in range(121)], now)

    assert {(now - at) // (30 * MINUTE) for at in stays} == {*range(48), 65, 113}


@pytest.mark.parametrize("shape", KEPT)
def test_r30_a_file_of_an_older_shape_keeps_the_moments_of_its_notes(tmp_path, shape):
    path = tmp_path / "old.facilitator"
    put_kept(shape, path)

    def moments():
        connection = connect_to_check(path)
        found = sorted(tuple(row) for row in connection.execute(MOMENTS))
        connection.close()
        return found

    before = moments()
    open_desk(path, lambda: 10_000).close()

    assert moments() == before != []


@pytest.mark.parametrize("key", VocabularyKey)
def test_r32_every_concept_has_a_label_in_six_languages_and_none_twice(key):
    concepts = vocabulary(key)

    assert {code for code, concept in concepts.items() if set(concept.labels) != set(LANGUAGES)} == set()
    for language in LANGUAGES:
        labels = [concept.labels[language] for concept in concepts.values()]
        assert len(set(labels)) == len(labels)
        assert [label.strip() for label in labels] == [label for label in labels if label]


def test_rd_symbol_and_range_stand_in_their_order_in_an_arabic_text(desk, tmp_path):
    desk.do("write_note", text=ARABIC, panel=1, kind=NoteKind.GOOD_PRACTICE)
    export(desk, tmp_path / "s.docx", what="panel-summary", panel=1, language="ar")
    found = [MARKS.sub("", each.text) for each in docx.Document(str(tmp_path / "s.docx")).paragraphs]
    set_proof([ProofParagraph(ARABIC, rtl=True)], tmp_path / "p.pdf", width_pt=None)
    document = pypdfium2.PdfDocument(tmp_path / "p.pdf")
    read = document[0].get_textpage().get_text_range()
    document.close()

    assert [text.count(ARABIC) for text in found if "HRC" in text] == [1]
    parts = (
        "HRC",
        "RES",
        "34",
        "17",
        "21–22",
        "2019",
    )  # a reader of right-to-left lines turns at the strokes
    assert [part in read for part in parts] == [True] * len(parts)
    assert sorted(re.findall("[A-Z/]", read)) == sorted(re.findall("[A-Z/]", ARABIC))


def test_undo_goes_back_through_capture_coding_and_merging_to_the_first_word_and_forth_again(desk):
    begun = tables_of(desk)
    for round_ in range(12):
        first = desk.do("write_note", text=f"First of {round_}", panel=1)
        second = desk.do("write_note", text=f"second of {round_}", panel=1, codes=("groups:AFR",)).id
        desk.do("code_note", note=first.id, code="areas:police", begin=0, end=5)
        desk.do("revise_note", note=first.id, text=f"The First of {round_}", base=first.event)
        desk.do("merge_notes", notes=(first.id, second))
        desk.do("charge_note", note=first.id, charge="moderator")
    written = tables_of(desk)
    for _ in range(72):
        desk.do("undo", desk="notes")
    taken_back = tables_of(desk)
    for _ in range(72):
        desk.do("redo", desk="notes")

    assert taken_back == begun
    assert tables_of(desk) == written
