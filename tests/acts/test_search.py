"""What was said is found however it is written, and by nothing it does not say."""

import json

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.wire import HeldClock, Wire
from facilitator.acts.workshops import new_workshop
from facilitator.cli.commands import run_command
from facilitator.domain.hits import Wanted
from facilitator.domain.notes import Note, NoteKind
from facilitator.store.asking import COUNTED, COUNTED_IN_A_ROW
from facilitator.store.note_rows import from_note
from facilitator.store.workshop_file import Entry

VARIANTS = [
    # marks, hamza, alef, ya, ta marbuta, tatweel, presentation forms, digits
    ("عُيِّن مُقَرِّر للحلقة", "مقرر"),
    ("عين مقرر للحلقة", "مُقَرِّر"),
    ("أوصى المشاركون بذلك", "اوصى"),
    ("اوصى المشاركون بذلك", "أوصى"),
    ("إنشاء هيئات وطنية", "انشاء"),
    ("الآليات الإقليمية", "الاليات"),
    ("على المستوى الوطني", "علي"),
    ("مؤسسات مسؤولة", "مسوولة"),
    ("شؤون اللاجئين", "اللاجيين"),
    ("المؤسسة الوطنية", "المؤسسه الوطنيه"),
    ("التمـــييز العنصري", "التمييز"),
    ("التمييز العنصري", "ﺍﻟﺘﻤﻴﻴﺰ"),
    ("القرار ٣٤/١٧ للمجلس", "34/17"),
    ("القرار 34/17 للمجلس", "٣٤/١٧"),
    ("سیاست ملی", "سياست"),
    # what Arabic writes before a word
    ("حماية الأقليات في الإقليم", "أقليات"),
    ("حماية والأقليات في الإقليم", "أقليات"),
    ("وصلت بالتوصيات كلها", "توصيات"),
    ("جبر للضحايا", "ضحايا"),
    ("مكافحة العنصرية", "للعنصرية"),
    ("تعزيز لحقوق الإنسان", "حقوق الانسان"),
    ("بحق التنمية وكرامة الإنسان", "كرامة"),
    ("فالكرامة للجميع", "كرامة"),
    ("وبالتعاون مع المجتمع المدني", "التعاون"),
    # accents, ligatures, case
    ("les voies de recours à Genève", "geneve"),
    ("la cooperation regionale", "coopération régionale"),
    ("une mise en œuvre", "mise en oeuvre"),
    ("la discriminación racial", "DISCRIMINACION"),
    ("los pueblos indígenas y los niños", "ninos"),
    ("Straße der Menschenrechte", "strasse"),
    # Cyrillic
    ("учёт расовой дискриминации", "учет"),
    ("расовая дискриминация", "дискриминации"),
    ("ещё одна рекомендация", "рекомендации"),
    # Chinese by sign, and bent words
    ("种族主义和仇外心理", "仇外"),
    ("德班宣言和行动纲领", "宣言"),
    ("人权理事会", "权"),
    ("Good practices were shared", "good practice"),
    ("One body was named", "bodies"),
]


@pytest.fixture
def desk(tmp_path):
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=0, title="A workshop")
    desk = open_desk(path, lambda: 1_000)
    desk.do("add_category", key="NGO", label="Organizations")
    desk.do("add_category", key="GOV", label="Governments")
    desk.do(
        "add_panel", title="Regional arrangements", starts=0, ends=3_600_000, questions=("Which progress?",)
    )
    yield desk
    desk.close()


def texts(desk, words, **more):
    return [hit.found.text for hit in desk.search(Wanted(words, **more)).hits]


def test_at_least_95_of_100_variants_of_a_word_find_it_and_nothing_else(desk):
    for text, _ in VARIANTS:
        desk.do("write_note", text=text, panel=1)
    desk.do("write_note", text="Something else entirely", panel=1)
    missed = [(text, words) for text, words in VARIANTS if text not in texts(desk, words)]

    assert len(missed) <= 0.05 * len(VARIANTS), missed
    assert missed == []
    assert not any("Something else entirely" in texts(desk, words) for _, words in VARIANTS)


def test_a_phrase_is_found_in_its_order_only(desk):
    for text in ("human rights of women", "the rights of a human"):
        desk.do("write_note", text=text, panel=1)

    assert texts(desk, '"human rights"') == ["human rights of women"]
    assert texts(desk, "human rights") == ["human rights of women", "the rights of a human"]
    assert texts(desk, "A/HRC/RES/34/17") == []


def test_words_are_found_as_they_are_typed(desk):
    desk.do("write_note", text="Recommendations on remedies", panel=1)

    found = [texts(desk, "recommendations on reme"[:n], unfinished=True) for n in range(3, 24)]
    assert found == [["Recommendations on remedies"]] * 21
    assert texts(desk, "reme") == []


def test_what_says_a_word_as_it_is_typed_is_shown_before_what_only_begins_with_it(desk):
    desk.do("write_note", text="a just end", panel=1)
    desk.do("write_note", text="a justified end", panel=1)
    panel = desk.view().panels[0].id
    many = [Note(f"n{n}", panel, NoteKind.POINT, "a just cause", 2_000 + n, "r") for n in range(COUNTED - 2)]
    entry = Entry("import_speeches", "secretariat", {}, 2_000)
    desk.file.write(entry, lambda work: work.insert_all("note", [from_note(note) for note in many]))
    desk.do("write_note", text="it was justified", panel=1)
    asked = Wanted("just", unfinished=True, most=COUNTED)

    few = desk.search(asked)
    desk.do("write_note", text="just so", panel=1)
    many = desk.search(asked)

    assert (few.total, {hit.found.text for hit in few.hits[-2:]}) == (
        COUNTED,
        {"a justified end", "it was justified"},
    )
    assert (many.total, {hit.found.text for hit in many.hits}) == (
        COUNTED,
        {"a just end", "a just cause", "just so"},
    )


@pytest.mark.parametrize(
    ("words", "told", "more"),
    [('"just cause"', COUNTED_IN_A_ROW, True), ("just cause", COUNTED_IN_A_ROW + 1, False)],
)
def test_words_in_a_row_are_counted_up_to_a_hundred_while_somebody_types(desk, words, told, more):
    panel = desk.view().panels[0].id
    there = range(COUNTED_IN_A_ROW + 1)
    many = [Note(f"n{n}", panel, NoteKind.POINT, "a just cause", 2_000 + n, "r") for n in there]
    entry = Entry("import_speeches", "secretariat", {}, 2_000)
    desk.file.write(entry, lambda work: work.insert_all("note", [from_note(note) for note in many]))

    typed, whole = (desk.search(Wanted(words, unfinished=unfinished)) for unfinished in (True, False))
    assert (typed.total, typed.more, whole.total, whole.more) == (told, more, len(there), False)
    assert [hit.found.id for hit in typed.hits] == [f"n{n}" for n in there][:-51:-1]


def test_a_text_is_found_by_what_it_says_now(desk):
    note = desk.do("write_note", text="The first words", panel=1)
    desk.do("revise_note", note=note.id, text="Quite another thing", base=note.event)
    assert (texts(desk, "first"), texts(desk, "another")) == ([], ["Quite another thing"])

    desk.do("undo", desk="notes")
    assert (texts(desk, "first"), texts(desk, "another")) == (["The first words"], [])

    desk.do("undo", desk="notes")
    assert texts(desk, "first") == []


def test_recommendations_people_and_programme_are_found_too(desk):
    desk.do("add_participant", name="Zoë Example", category="NGO", delegation="Équipe A")
    desk.do("make_recommendation", text="Set up equality bodies", panel=1)
    found = {
        words: [hit.found.of for hit in desk.search(Wanted(words)).hits]
        for words in ("zoe", "equipe", "equality", "regional", "progress")
    }

    assert found == {
        "zoe": ["participant"],
        "equipe": ["participant"],
        "equality": ["recommendation"],
        "regional": ["panel"],
        "progress": ["question"],
    }


def test_hits_are_filtered_by_panel_kind_speaker_and_category(desk):
    desk.do("add_panel", title="Second", starts=4_000_000, ends=5_000_000)
    one = desk.do("add_participant", name="One", category="NGO").id
    other = desk.do("add_participant", name="Other", category="GOV").id
    desk.do("open_panel", panel=1)
    for who, kind in ((one, "g"), (other, "c")):
        request = desk.do("request_floor", participant=who).id
        desk.do("give_floor", request=request)
        desk.do("write_note", text=f"justice {kind}", kind=NoteKind(kind))
    desk.do("write_note", text="justice elsewhere", panel=2)
    panels = desk.view().panels

    assert texts(desk, "justice", panel=panels[1].id) == ["justice elsewhere"]
    assert texts(desk, "justice", kind="g") == ["justice g"]
    assert texts(desk, "justice", speaker=other) == ["justice c"]
    assert texts(desk, "justice", category="NGO") == ["justice g"]


def test_a_turn_given_to_somebody_else_is_found_under_the_one_who_spoke(desk):
    one = desk.do("add_participant", name="One", category="NGO").id
    other = desk.do("add_participant", name="Other", category="NGO").id
    desk.do("open_panel", panel=1)
    turn = desk.do("give_floor", request=desk.do("request_floor", participant=one).id).id
    desk.do("write_note", text="justice")
    desk.do("repair", intervention=turn, participant=other)

    assert (texts(desk, "justice", speaker=one), texts(desk, "justice", speaker=other)) == ([], ["justice"])


def test_restricted_notes_are_found_only_by_those_who_may_read_them(desk):
    for kind in "!m":
        desk.do("write_note", text=f"reprisal {kind}", kind=NoteKind(kind), panel=1)
    note = desk.do("write_note", text="reprisal told", panel=1).id
    desk.do("make_recommendation", text="Protect from reprisal", notes=(note,))
    assert texts(desk, "reprisal") == ["Protect from reprisal", "reprisal told"]
    assert len(texts(desk, "reprisal", restricted=True)) == 4

    seen = next(n for n in desk.view().notes if n.id == note)
    desk.do("revise_note", note=note, text=seen.text, base=seen.revision, kind=NoteKind.PROTECTION)
    assert texts(desk, "reprisal") == []


def test_an_index_made_by_another_reading_of_texts_is_made_again(desk, tmp_path):
    desk.do("write_note", text="Made before", panel=1)
    path = desk.path
    with desk.file._connection.begin():  # as an older program left it
        desk.file._connection.exec_driver_sql("DELETE FROM search")
        desk.file._connection.exec_driver_sql("UPDATE meta SET value = '0' WHERE key = 'plain words'")
    assert texts(desk, "before") == []
    desk.close()

    again = open_desk(path, lambda: 2_000)
    assert texts(again, "before") == ["Made before"]
    again.close()


@pytest.mark.parametrize(
    "words", ["", " ", '"', '""', "*", "AND", "NOT (", "a:b", "words : x", "\x00", "'; --", "^a", "-"]
)
def test_nothing_typed_breaks_the_question(desk, words):
    desk.do("write_note", text="and not a b words x", panel=1)

    assert json.dumps([hit.score for hit in desk.search(Wanted(words, unfinished=True)).hits])


def test_the_command_tells_hits_in_json_and_in_lines(desk, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en")
    note = desk.do("write_note", text="Associations may sue", panel=1, kind=NoteKind.GOOD_PRACTICE).id
    panel = desk.view().panels[0].id
    desk.close()

    assert run_command(["search", str(desk.path), "association", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "hits": [
            {
                "id": note,
                "kind": "note",
                "note_kind": "g",
                "panel": panel,
                "text": "Associations may sue",
                "score": 1.0,
            }
        ],
        "total": 1,
    }
    assert run_command(["search", str(desk.path), "may", "sue", "--panel", "1"]) == 0
    assert capsys.readouterr().out == "1  Good practice  Associations may sue\n1 hit\n"
    assert run_command(["search", str(desk.path), "may", "--kind", "z"]) == 1


def test_the_desk_answers_what_is_found(desk):
    note = desk.do("write_note", text="Associations may sue", panel=1).id
    clock = HeldClock(lambda: 1_000)
    told = Wire(desk, clock, lambda why: why.code)

    answer = told.answer('{"ask": "search", "words": "sue"}')
    assert [(hit["id"], answer["total"]) for hit in answer["hits"]] == [(note, 1)]
    assert told.answer('{"ask": "search", "words": "sue", "panel": "p"}')["refusal"] == "unknown_reference"


@pytest.fixture
def numbered(desk):
    """Recommendations of two panels, the second of the first panel resting on what is protected."""
    first = desk.view().panels[0].id
    second = desk.do("add_panel", title="Two", starts=4_000_000, ends=7_000_000).id
    note = desk.do("write_note", text="told in confidence", kind=NoteKind.PROTECTION, panel=first).id
    ids = [desk.do("make_recommendation", text="Publish the dates", panel=first).id]
    ids += [desk.do("make_recommendation", text="Protect the witness", panel=first, notes=(note,)).id]
    return [*ids, desk.do("make_recommendation", text="Share R-P1-01", panel=second).id]


@pytest.mark.parametrize(
    ("words", "more", "places"),
    [
        ("R-P1-01", {}, [0, 2]),  # by its number first, then by what another one says
        ("r-p1-02", {"restricted": True}, [1]),
        ("R-P1-02", {}, []),
        ("R-P1", {"unfinished": True, "restricted": True}, [0, 1, 2]),
        ("R-P2-01", {"kind": "g"}, []),
        ("R-P2-01", {"panel": 1}, []),
        ("R-P2-01", {"panel": 2}, [2]),
    ],
)
def test_a_recommendation_is_found_by_its_number(desk, numbered, words, more, places):
    found = desk.search(Wanted(words, **more))

    assert [hit.found.id for hit in found.hits] == [numbered[place] for place in places]
    assert found.total == len(places)
