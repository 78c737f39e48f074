"""Every field of a recommendation is seen and filled in by keys, in the list over the ledger."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list
from facilitator.domain.before import Follows
from facilitator.domain.notes import NoteKind
from facilitator.domain.recommendation import Tagged, Told
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.direction import bare
from facilitator.language.speech import LANGUAGE_NAMES, LANGUAGES
from facilitator.language.vocabularies import label_of, vocabulary
from facilitator.ui.ledger.words import FIELDS, TAGS

ALT = Qt.KeyboardModifier.AltModifier
CLOSED = (Told.VERB, Told.VOICE, Told.AGREEMENT, Told.ATTRIBUTION, Told.SENSITIVITY)


@pytest.fixture
def made(desk):
    desk.do("open_panel", panel=1)
    note = desk.do("write_note", text="Registers are missing.", kind=NoteKind.GAP).id
    return desk.do("make_recommendation", text="Set up registers.", notes=(note,)).id


@pytest.fixture
def ledger(make_console, made):
    console = make_console()
    console.open_page(4)
    desk = console._pages.ledger
    desk.choose([made])
    desk.table.setFocus()
    return desk


def held(desk, id_):
    return desk.reading.ledger.recommendation(id_)


def take(ledger, *typed):
    """The list is opened by its keys unless it stands there; each typed word is followed by Enter."""
    if ledger.fields.list.isHidden():
        QTest.keyClick(ledger.table, Qt.Key.Key_Return, ALT)
    for words in typed:
        ledger.fields.list.line.setText(words)
        QTest.keyClick(ledger.fields.list.line, Qt.Key.Key_Return)


def listed(ledger):
    return [choice.text for choice in ledger.fields.list.shown]


def test_the_list_has_every_field_there_is(ledger):
    take(ledger)

    others = [f"{what}: {LANGUAGE_NAMES[code]}" for code in LANGUAGES if code != "en" for what in ("Text",)]
    places = ["Panel", "Guiding question", "Notes", "Interventions"]
    came = ["Earlier recommendations", "Conclusions of consultations"]
    names = [bare(text) for text in listed(ledger)]
    assert names == ["Text", *TAGS.values(), *FIELDS.values(), *others, *places, *came]


@pytest.mark.parametrize("tag", list(Tagged), ids=str)
def test_a_concept_is_chosen_and_taken_out_again_by_what_is_typed(ledger, desk, made, tag):
    code = next(iter(vocabulary(VocabularyKey(tag.value))))
    take(ledger, TAGS[tag], label_of(VocabularyKey(tag.value), code, "ar"))
    there = getattr(held(desk, made), tag.value)
    take(ledger, code)

    assert (there, getattr(held(desk, made), tag.value)) == ((code,), ())


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (Tagged.ADDRESSEES, "الدول", ("GOV",)),
        (Told.VERB, "urge", "urge"),
        (Told.SENSITIVITY, "保护", "protection"),
    ],
    ids=str,
)
def test_a_value_is_found_from_the_top_by_words_of_any_language_with_the_name_of_its_field(
    ledger, desk, made, field, typed, value
):
    take(ledger)
    ledger.fields.list.line.setText(typed)
    first = ledger.fields.list.shown[0]
    QTest.keyClick(ledger.fields.list.line, Qt.Key.Key_Return)

    name = TAGS[field] if isinstance(field, Tagged) else FIELDS[field]
    assert (first.under, getattr(held(desk, made), field.value)) == (name, value)
    ledger.fields.open()
    ledger.fields.list.line.setText(first.text)
    assert f"{name} · chosen" in [choice.under for choice in ledger.fields.list.shown]


def test_a_field_that_is_called_so_goes_before_a_value_that_is(ledger):
    take(ledger)
    ledger.fields.list.line.setText("participants")
    values = [choice.under for choice in ledger.fields.list.shown]
    ledger.fields.list.line.setText("who recommends")

    assert "Who recommends · chosen" in values
    assert listed(ledger)[0] == "Who recommends"


@pytest.mark.parametrize(
    ("tag", "typed"),
    [
        (Tagged.GOALS, "10.3"),
        (Tagged.INSTRUMENTS, "DDPA/PoA/100"),
        (Tagged.ADDRESSEES, "the host of the next workshop"),
    ],
)
def test_what_is_cited_of_a_concept_and_an_own_addressee_are_taken_as_typed(ledger, desk, made, tag, typed):
    take(ledger, TAGS[tag], typed)

    assert getattr(held(desk, made), tag.value) == (typed,)


def test_a_code_that_no_vocabulary_has_is_not_taken(ledger, desk, made):
    take(ledger, TAGS[Tagged.THEMES], "no such theme at all")

    assert held(desk, made).themes == ()
    assert ledger.fields.list.isVisible()


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (Told.VERB, "encourage", "encourage"),
        (Told.VOICE, "panel", "panel"),
        (Told.AGREEMENT, "broad", "broad"),
        (Told.ATTRIBUTION, "general terms", "A3"),
        (Told.SENSITIVITY, "names a State", "names_state"),
    ],
)
def test_a_value_of_a_closed_list_is_chosen_and_the_list_of_fields_stands_again(
    ledger, desk, made, field, typed, value
):
    take(ledger, FIELDS[field], typed)

    assert str(getattr(held(desk, made), field.value)) == value
    assert listed(ledger)[0] == "Text"


@pytest.mark.parametrize("field", [f for f in Told if f not in CLOSED], ids=str)
def test_a_field_of_words_is_asked_for(ledger, desk, made, field):
    take(ledger, FIELDS[field])
    ledger.prompt.answer("by 2030")

    assert getattr(held(desk, made), field.value) == "by 2030"
    assert ledger.fields.list.isVisible()


def test_the_text_in_another_language_and_what_it_is_worth(ledger, desk, made):
    take(ledger, "Text: Français")
    ledger.prompt.answer("Créer des registres.")
    take(ledger, "Translation: Français", "official")

    worded = held(desk, made).worded["fr"]
    assert (worded.text, worded.translation.value) == ("Créer des registres.", "official")
    assert held(desk, made).text == "Set up registers."


def test_panel_question_notes_and_interventions_are_chosen(ledger, desk, made):
    desk.do("add_panel", title="After lunch", starts=desk.now(), ends=desk.now() + 3_600_000)
    take(ledger, "Notes", "Registers")
    ledger.fields.list.leave()
    take(ledger, "Panel", "After")

    there = held(desk, made)
    assert (there.notes, desk.reading.panel(there.panel).number) == ((), 2)


def test_earlier_recommendations_and_conclusions_are_linked(ledger, desk, made, tmp_path):
    list_ = tmp_path / "list.csv"
    list_.write_text("Recommendation,Symbol\nTrain the police.,A/HRC/34/23\n", encoding="utf-8")
    import_list(desk, Kind.RECOMMENDATIONS, Order(list_))
    desk.do("add_conclusion", consultation="Banjul", text="Registers matter.")
    take(ledger, "Earlier", "Train", "repeats")
    take(ledger, "Conclusions", "Registers")

    kept = desk.dossier(made)
    assert [(each.text, each.used[0].how) for each in kept.earlier] == [
        ("Train the police.", Follows.REPEATS)
    ]
    assert [(each.source, each.text) for each in kept.inputs] == [("Banjul", "Registers matter.")]


def test_one_key_takes_a_field_back(ledger, desk, made):
    take(ledger, FIELDS[Told.VERB], "urge")
    ledger.fields.list.leave()
    QTest.keyClick(ledger.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert held(desk, made).verb == ""


def test_the_side_names_what_it_tells_and_shows_no_code(ledger, desk, made):
    desk.do(
        "edit_recommendation",
        recommendation=made,
        fields={Told.VERB: "urge", Told.ATTRIBUTION: "A3"},
        tags={Tagged.GROUPS: ("AFR",)},
    )

    told = bare(ledger.side.toPlainText()).replace("\u00a0", " ").splitlines()
    assert [line for line in told if line.startswith(("Operative", "Attribution", "Groups"))] == [
        "Groups  Africans and people of African descent",
        "Operative verb  urge · strength 5 of 5",
        "Attribution  In general terms (A3)",
    ]


def test_the_side_tells_the_final_number_beside_the_working_one(ledger, desk, made):
    for _ in range(7):
        desk.do("advance", recommendation=made)

    first = bare(ledger.side.toPlainText().splitlines()[0])
    assert first == f"R-P1-01 · Paragraph {desk.dossier(made).paragraph} of the report"


def test_neither_the_side_nor_the_list_of_notes_shows_what_a_protection_concern_says(ledger, desk, made):
    concern = desk.do("write_note", text="She was threatened.", kind=NoteKind.PROTECTION, panel=1).id
    desk.do("source_recommendation", recommendation=made, notes=(concern,))
    told = bare(ledger.side.toPlainText()).splitlines()
    take(ledger, "Notes")
    kinds = [bare(words).split(" · ", 1)[1] for words in listed(ledger)]

    hidden = "Restricted note. Never exported; click to read."
    assert (told.count(hidden), "She was threatened." in told) == (1, False)
    assert kinds == ["Gap · Registers are missing.", f"Protection · {hidden}"]
