"""The report is drafted by keys: sources go into sections, paragraphs are written, moved and found good."""

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from facilitator.acts.export import export
from facilitator.acts.report import drafted, views_of
from facilitator.acts.report_told import report_now
from facilitator.domain.attribution import Level
from facilitator.domain.notes import NoteKind
from facilitator.domain.paragraphs import Progress
from facilitator.domain.refusals import UnknownReference
from facilitator.domain.symbols import unbroken
from facilitator.language.direction import bare
from facilitator.language.report_fields import MASTHEAD
from facilitator.language.speech import Language
from facilitator.ui.report.draft_sources import Source
from facilitator.ui.type import Role
from facilitator.ui.wrapping import wrapped

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NAUGHTY = Path(__file__).parents[4] / "shared" / "data" / "texts" / "blns.txt"
SUMMARY = 0  # the first row of the outline


@pytest.fixture
def draft(console, noted):
    console.open_page(2)
    console.report.show_draft(wanted=True)
    console.report.draft.look()
    return console.report.draft


def told(desk, section="summary"):
    found = next(each for each in report_now(desk)["sections"] if each["section"] == section)
    return [(each["text"], each["progress"]) for each in found["paragraphs"] if each["paragraph"]]


def own(desk, draft, *texts):
    """The summary is in hand with these paragraphs, and nothing else."""
    for text in texts:
        desk.do("add_paragraph", section="introduction", text=text)
    draft.look()


def choose(draft, text):
    place = next(n for n, row in enumerate(draft.outline.rows) if not row.title and row.text == text)
    draft.outline.setCurrentRow(place)


def test_a_symbol_stands_on_one_line_of_the_outline_however_narrow_it_is(draft, desk):
    symbol = "A/HRC/RES/34/17"
    own(desk, draft, f"It recalled resolution {symbol} and document A/CONF.189/12-5 in full.")
    item = draft.outline.item(next(n for n, row in enumerate(draft.outline.rows) if symbol in row.text))
    option = QStyleOptionViewItem()
    draft.outline.itemDelegate().initStyleOption(option, draft.outline.indexFromItem(item))
    broken = set()
    for width in range(150, 500, 7):
        lines = " ".join(wrapped(option.text, item.font(), width, rtl=False)).replace("\u200d", "")
        broken |= {width for whole in (symbol, "A/CONF.189/12-5") if whole not in lines}

    assert (broken, symbol in item.text()) == (set(), True)


def test_symbols_beside_each_other_stand_in_the_order_of_an_arabic_line(make_context):
    symbols = ["A/HRC/RES/6/20", "A/HRC/RES/12/15", "A/HRC/RES/18/14"]
    text = unbroken(f"قرارات المجلس {'، '.join(symbols)}")
    layout = QTextLayout(text, make_context(Language("ar")).font(Role.SMALL))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(2000)
    layout.endLayout()
    places = [line.cursorToX(text.index(each))[0] for each in ("6", "12", "18")]

    assert places == sorted(places, reverse=True)


def test_a_row_of_the_outline_is_as_high_as_its_lines_are_where_it_is_painted(draft, desk):
    own(
        desk,
        draft,
        "It recalled A/HRC/RES/6/20, A/HRC/RES/12/15, A/HRC/RES/18/14 and the others of its kind.",
    )
    outline = draft.outline
    item = outline.item(next(n for n, row in enumerate(outline.rows) if "12/15" in row.text))
    told = []
    for width in range(200, 560):
        outline.resize(width, 400)
        outline.doItemsLayout()
        option, box = QStyleOptionViewItem(), outline.visualItemRect(item)
        outline.initViewItemOption(option)
        option.rect = box.adjusted(0, 0, 2, 0)  # measured as the list measures, which forgets its gaps
        told.append(
            box.height() == outline.itemDelegate().sizeHint(option, outline.indexFromItem(item)).height()
        )

    assert set(told) == {True}


def test_a_workshop_without_notes_gives_its_draft_nothing_to_rest_on(console, sitting):
    console.open_page(2)
    console.report.show_draft(wanted=True)
    console.report.draft.look()

    assert (console.report.segments.now(), console.report.draft.sources.list.count()) == (1, 0)


def test_outline_has_every_section_and_numbers_by_structure(draft):
    rows = draft.outline.rows
    numbers = [row.number for row in rows if row.number]

    assert (rows[0].section, rows[0].title, numbers) == (
        "summary",
        "Summary",
        list(range(1, len(numbers) + 1)),
    )


def test_enter_puts_a_note_into_the_chosen_section(draft, desk):
    draft.outline.setCurrentRow(SUMMARY)
    place = next(n for n, each in enumerate(draft.sources.sources) if each.note is not None)
    draft.sources.list.setCurrentRow(place)

    QTest.keyClick(draft.sources.list, Qt.Key.Key_Return)

    assert "Associations may sue" in [text for text, _ in told(desk)]


def test_what_never_leaves_is_not_offered(draft, desk):
    for kind in (NoteKind.PROTECTION, NoteKind.MEMO):
        desk.do("write_note", text="Keep this back", kind=kind)
    draft.look()

    assert [each.note.text for each in draft.sources.sources if each.note] == ["Associations may sue"]


def test_typed_text_is_stored_when_the_paragraph_is_left(draft, desk):
    own(desk, draft, "One", "Two")
    choose(draft, "One")
    draft.left.field.setPlainText("One and a half\nwith a second line")

    choose(draft, "Two")

    assert ("One and a half\nwith a second line", "draft") in told(desk, "introduction")


def test_paragraph_of_the_workshop_is_taken_in_hand_when_it_is_written(draft, desk):
    row = next(row for row in draft.outline.rows if row.section == "organization" and not row.title)
    draft.outline.setCurrentRow(draft.outline.rows.index(row))
    draft.left.field.setPlainText("Held in Geneva.")

    assert draft.store()
    assert told(desk, "organization")[0] == ("Held in Geneva.", "draft")


def test_stale_revision_is_told_and_keeps_what_was_typed(draft, desk):
    own(desk, draft, "One")
    choose(draft, "One")
    draft.left.field.setPlainText("Mine")
    paragraph = draft.outline.row_chosen().paragraph.id
    desk.do("revise_paragraph", paragraph=paragraph, text="Theirs")
    draft.look()

    assert (draft.store(), draft.left.text()) == (False, "Mine")
    assert ("Theirs", "draft") in told(desk, "introduction")


def test_keys_move_mark_and_remove_and_one_undo_brings_back(draft, desk):
    own(desk, draft, "One", "Two")
    choose(draft, "Two")
    draft.shift(-1)
    assert [text for text, _ in told(desk, "introduction")][-2:] == ["Two", "One"]

    choose(draft, "Two")
    draft.mark_as(Progress.FINAL)
    assert ("Two", "final") in told(desk, "introduction")

    draft.mark_as(Progress.DRAFT)
    before = told(desk, "introduction")
    QTest.keyClick(draft.outline, Qt.Key.Key_Delete)
    assert told(desk, "introduction") == [each for each in before if each[0] != "Two"]

    desk.do("undo", desk="secretariat")
    assert told(desk, "introduction") == before


def test_final_paragraph_is_not_written_over(draft, desk):
    own(desk, draft, "One")
    choose(draft, "One")
    draft.mark_as(Progress.FINAL)
    choose(draft, "One")
    draft.left.field.setPlainText("Changed")

    assert (draft.store(), draft.left.text()) == (False, "Changed")


def test_translation_stands_beside_with_the_same_structure(draft, desk):
    own(desk, draft, "One")
    choose(draft, "One")
    draft.right.field.setPlainText("واحد")
    assert draft.store()

    kept = draft.outline.row_chosen().paragraph
    assert {code: each.text for code, each in kept.texts.items()} == {"en": "One", "ar": "واحد"}
    assert [row.number for row in draft.told_now.rows] == [row.number for row in draft.beside.rows]


def test_remark_leads_to_its_paragraph(draft, desk):
    own(desk, draft, "See HRC/32/17 there.")
    place = next(n for n, each in enumerate(draft.told_now.remarks) if "HRC/32/17" in each.sentence)
    draft.remarks.setCurrentRow(place)

    draft.jump()

    assert draft.outline.row_chosen().text == "See HRC/32/17 there."


def test_the_summary_is_looked_at_too_and_a_remark_leads_to_it(draft, desk):
    text = "Several participants cited it.[^See HRC/RES/34/17.]"
    desk.do("add_paragraph", section="summary", text=text)
    draft.look()
    told_ = [remark.sentence for remark in draft.told_now.remarks]
    sentence = "Summary: write the symbol HRC/RES/34/17 in full, without spaces."
    draft.remarks.setCurrentRow(told_.index(sentence))
    QTest.keyClick(draft.remarks, Qt.Key.Key_Return)

    assert told_.count(sentence) == 1
    assert [each for each in told_ if "Paragraph 0" in each] == []
    assert draft.outline.row_chosen().section == "summary"


def test_length_is_counted_in_both_languages(draft, desk):
    before = draft.told_now.words, draft.beside.words
    own(desk, draft, "four words are here")

    assert [
        now - was for now, was in zip((draft.told_now.words, draft.beside.words), before, strict=True)
    ] == [4, 4]


def test_source_is_a_paragraph_once(draft, desk):
    note = next(each for each in draft.sources.sources if each.note)
    draft.outline.setCurrentRow(SUMMARY)
    draft.put_in(Source(note=note.note))
    before = told(desk)
    draft.put_in(Source(note=note.note))

    assert told(desk) == before


@pytest.mark.parametrize("text", ["One", "توصية واحدة."])
def test_footnote_is_begun_at_the_cursor_between_its_brackets_in_letters_of_either_direction(
    draft, desk, text
):
    own(desk, draft, text)
    choose(draft, text)
    draft.left.field.selectAll()
    draft.left.field.insertPlainText(text)

    draft.add_footnote()
    draft.left.field.insertPlainText("A/HRC/32/17")

    assert draft.left.text() == f"{text}[^A/HRC/32/17]"


@pytest.mark.parametrize(
    "text", ["«\u00a0Un\u00a0»", "a\r\nb", "\u200fx\u200b", "nul \x00 sign", "a\u2028b", "👍🏽"]
)
def test_looking_at_a_paragraph_changes_nothing(draft, desk, text):
    own(desk, draft, text, "Two")
    before = told(desk, "introduction")
    for place in range(len(draft.outline.rows)):
        draft.outline.setCurrentRow(place)

    assert told(desk, "introduction") == before


def test_a_document_is_cited_by_keys_and_stands_in_the_annex(draft, desk, console):
    own(desk, draft, "As decided in")
    desk.do("write_note", text="She cited A/CONF.189/12.", kind=NoteKind.DOCUMENT)
    draft.look()
    choose(draft, "As decided in")
    before = draft.told_now.documents
    draft.left.field.moveCursor(draft.left.field.textCursor().MoveOperation.End)
    draft.left.field.insertPlainText(" ")
    QTest.keyClick(draft.left.field, Qt.Key.Key_D, CONTROL_SHIFT)
    draft.citing.picker.field.insert("conf")
    QTest.keyClick(draft.citing.picker.field, Qt.Key.Key_Return)
    draft.left.field.insertPlainText(" and ")
    QTest.keyClick(draft.left.field, Qt.Key.Key_D, CONTROL_SHIFT)
    draft.citing.picker.field.insert("A/HRC/43/99")
    QTest.keyClick(draft.citing.picker.field, Qt.Key.Key_Return)
    assert draft.store()

    report = drafted(desk.reading, views_of(desk.reading), Level.QUANTITY, desk.now())
    assert draft.left.text() == "As decided in A/CONF.189/12 and A/HRC/43/99"
    assert before[-1] == "A/CONF.189/12"
    assert report.documents == (*before, "A/HRC/43/99")


def test_what_is_no_symbol_cannot_be_cited_and_esc_leaves(draft, desk):
    own(desk, draft, "One")
    choose(draft, "One")
    draft.citing.begin()
    draft.citing.picker.field.insert("nothing")
    told_so = draft.citing.picker.foot.text()
    QTest.keyClick(draft.citing.picker.field, Qt.Key.Key_Return)
    QTest.keyClick(draft.citing.picker.field, Qt.Key.Key_Escape)

    assert (told_so, draft.citing.picker.isVisible(), draft.left.text()) == (
        "This is no symbol of a document.",
        False,
        "One",
    )


def test_a_paragraph_goes_to_the_section_beside_by_keys_and_back(draft, desk):
    own(desk, draft, "One", "Two")
    before = {section: told(desk, section) for section in ("introduction", "organization")}
    choose(draft, "Two")
    QTest.keyClick(draft.outline, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    moved = [told(desk, "introduction")[-1], told(desk, "organization")[0]]
    choose(draft, "Two")
    draft.shift(-1)

    assert moved == [("One", "draft"), ("Two", "draft")]
    assert told(desk, "introduction") == before["introduction"]
    assert before["organization"] == []


@pytest.mark.skipif(not NAUGHTY.is_file(), reason="the shared data is not on this machine")
def test_every_naughty_string_is_written_in_both_languages_and_stays(draft, desk):
    lines = NAUGHTY.read_text(encoding="utf-8").split("\n")
    texts = list(dict.fromkeys(line for line in lines if line.strip() and not line.startswith("#")))
    wholes = ["\n".join(texts[place : place + 40]) for place in range(0, len(texts), 40)]
    own(desk, draft, "One")
    choose(draft, "One")
    kept = []
    for whole in wholes:
        draft.left.field.setPlainText(whole)
        draft.right.field.setPlainText(whole)
        typed = (draft.left.text(), draft.right.text())
        assert draft.store()
        found = draft.outline.row_chosen().paragraph
        kept.append((typed, (found.texts["en"].text, found.texts["ar"].text)))

    assert [typed for typed, _ in kept] == [stored for _, stored in kept]
    assert [typed[0].split() for typed, _ in kept] == [whole.split() for whole in wholes]


def fields(draft, code="en", of="fields"):
    """What is told to be written in a language, by field or by document."""
    texts = getattr(draft.told_now, of)
    return {name: text.texts[code].text for name, text in texts.items() if code in text.texts}


def fill(draft, *typed):
    """The list of fields is opened by its keys; each typed word is followed by Enter."""
    QTest.keyClick(draft.outline, Qt.Key.Key_T, CONTROL_SHIFT)
    for words in typed:
        draft.fields.list.line.setText(words)
        QTest.keyClick(draft.fields.list.line, Qt.Key.Key_Return)


@pytest.mark.parametrize("field", MASTHEAD)
def test_every_field_of_the_masthead_is_filled_in_by_keys(draft, desk, field):
    fill(draft, MASTHEAD[field])
    draft.fields.prompt.answer("A/HRC/43/99")

    assert fields(draft) == {field: "A/HRC/43/99"}
    assert draft.fields.list.isVisible()


def test_several_lines_of_a_field_are_typed_between_two_strokes(draft):
    fill(draft, MASTHEAD["agenda"])
    draft.fields.prompt.answer("Annual report // Promotion and protection")

    assert fields(draft)["agenda"] == "Annual report\nPromotion and protection"
    assert draft.fields.list.shown[6].under == "Annual report // Promotion and protection"


def test_a_field_is_put_into_the_language_that_the_draft_is_read_in(draft, desk):
    fill(draft, MASTHEAD["session"])
    draft.fields.prompt.answer("Forty-third session")
    draft.fields.list.leave()
    draft._speak(draft.left, "fr")
    fill(draft, MASTHEAD["session"])
    asked = (draft.fields.prompt.field.text(), draft.fields.prompt.field.placeholderText())
    draft.fields.prompt.answer("Quarante-troisième session")

    assert asked == ("", "Forty-third session")
    assert (fields(draft, "fr"), fields(draft)) == (
        {"session": "Quarante-troisième session"},
        {"session": "Forty-third session"},
    )


def test_a_field_whose_original_has_changed_since_is_told_to_be_older(draft, desk):
    desk.do("write_report", field="session", text="Forty-third session")
    desk.do("write_report", field="session", text="Quarante-troisième session", language="fr")
    desk.do("write_report", field="session", text="Forty-fourth session")
    draft._speak(draft.left, "fr")
    fill(draft)

    told = [choice.under for choice in draft.fields.list.shown if MASTHEAD["session"] in choice.text]
    assert told == ["Quarante-troisième session · older than the original"]


def test_a_line_of_a_field_whose_original_has_changed_since_is_told_to_be_older(draft, desk):
    desk.do("write_report", field="conclusions", text="All was said.")
    desk.do("write_report", field="conclusions", text="Tout fut dit.", language="fr")
    desk.do("write_report", field="conclusions", text="Nearly all was said.")
    draft._speak(draft.left, "fr")
    draft.outline.setCurrentRow([row.text for row in draft.told_now.rows].index("Tout fut dit."))

    assert draft.left.state.text() == "The original has changed since it was translated."


def test_a_paragraph_that_rests_on_a_note_is_told_not_to_be_translated(draft, desk):
    draft.outline.setCurrentRow(SUMMARY)
    place = next(n for n, each in enumerate(draft.sources.sources) if each.note is not None)
    draft.sources.list.setCurrentRow(place)
    QTest.keyClick(draft.sources.list, Qt.Key.Key_Return)
    choose(draft, "Associations may sue")
    draft._speak(draft.right, "fr")
    before = (draft.left.state.text(), draft.right.state.text())
    draft.right.field.setPlainText("Les associations peuvent ester en justice")
    draft.store()

    assert before == ("", "Not translated yet: the original is shown.")
    assert (draft.left.state.text(), draft.right.state.text()) == ("", "")


def test_a_remark_names_the_field_it_misses_and_enter_asks_for_it(draft):
    sentences = [remark.sentence for remark in draft.told_now.remarks]
    draft.remarks.setCurrentRow(sentences.index("The field “Symbol of the report” is empty."))
    draft.jump()
    draft.fields.prompt.answer("A/HRC/43/99")

    assert fields(draft) == {"symbol": "A/HRC/43/99"}
    assert "The field “Symbol of the report” is empty." not in [r.sentence for r in draft.told_now.remarks]


def test_remarks_are_told_in_the_language_of_the_window_whatever_the_report_is_read_in(draft):
    draft._speak(draft.left, "fr")

    assert "The field “Symbol of the report” is empty." in [each.sentence for each in draft.told_now.remarks]


def test_a_summary_written_paragraph_by_paragraph_is_not_missed(draft, desk):
    def missed():
        return "The field “Summary” is empty." in [remark.sentence for remark in draft.told_now.remarks]

    before = missed()
    desk.do("add_paragraph", section="summary", text="What was concluded.")
    draft.look()

    assert (before, missed()) == (True, False)


def test_a_document_that_is_cited_is_called_by_its_title_in_the_annex(draft, desk, tmp_path):
    own(desk, draft, "As resolution A/HRC/RES/34/17 asks.")
    fill(draft, "A/HRC/RES/34/17")
    draft.fields.prompt.answer("Regional arrangements")
    export(desk, tmp_path / "r.docx", what="report", language="en")
    lines = [paragraph.text for paragraph in Document(tmp_path / "r.docx").paragraphs]

    assert fields(draft, of="titles") == {"A/HRC/RES/34/17": "Regional arrangements"}
    assert [bare(line) for line in lines if bare(line).endswith("arrangements")] == [
        "A/HRC/RES/34/17 · Regional arrangements"
    ]


def test_what_is_no_symbol_has_no_title(desk):
    with pytest.raises(UnknownReference):
        desk.do("title_document", symbol="34/17", title="Something")


def test_one_key_goes_to_the_report_and_there_from_the_document_to_its_draft_and_back(console, noted):
    seen = []
    for _ in range(3):
        QTest.keyClick(console.window().focusWidget() or console, Qt.Key.Key_R, CONTROL_SHIFT)
        seen.append((console.page(), console.report.segments.now()))

    assert seen == [(2, 0), (2, 1), (2, 0)]
    assert console.report.preview.hasFocus()


def test_a_section_is_by_a_key_again_what_the_workshop_gives_and_one_undo_brings_it_back(draft, desk):
    before = [row.text for row in draft.outline.rows]
    own(desk, draft, "Written by hand.")
    choose(draft, "Written by hand.")
    QTest.keyClick(draft.outline, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    released = [row.text for row in draft.outline.rows]
    QTest.keyClick(draft.outline, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert (released, told(desk, "introduction")[-1]) == (before, ("Written by hand.", "draft"))


def test_a_final_paragraph_is_not_given_back_and_that_is_told(draft, desk, qtbot):
    own(desk, draft, "Written by hand.")
    choose(draft, "Written by hand.")
    draft.mark_as(Progress.FINAL)
    with qtbot.waitSignal(draft.told) as heard:
        draft.bar.state.chosen.emit(None)

    assert heard.args[0] != ""
    assert told(desk, "introduction")[-1] == ("Written by hand.", "final")


def test_a_paragraph_rests_on_a_note_by_a_key_and_the_list_says_so(draft, desk):
    own(desk, draft, "Several participants said so.")
    choose(draft, "Several participants said so.")
    place = next(n for n, each in enumerate(draft.sources.sources) if each.note is not None)
    draft.sources.list.setCurrentRow(place)
    marks = []
    for _ in range(2):
        QTest.keyClick(draft.sources.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        held = next(p for p in desk.reading.paragraphs() if p.texts)
        marks.append((len(held.notes), draft.sources.list.item(place).toolTip()))

    assert marks == [(1, "The chosen paragraph rests on it."), (0, "")]


def test_the_chosen_line_is_told_by_a_bar_and_not_by_its_ground_alone(draft):
    draft.outline.setCurrentRow(SUMMARY)
    accent = draft.context.tokens.accent.rgb()
    chosen, other = (draft.outline.visualItemRect(draft.outline.item(row)) for row in (SUMMARY, SUMMARY + 1))
    image = draft.outline.viewport().grab().toImage()

    def bar(box):
        return {image.pixel(box.left() + 1, y) for y in range(box.top() + 2, box.bottom() - 2)}

    assert (bar(chosen), accent in bar(other)) == ({accent}, False)


def test_a_heading_says_what_to_do_where_a_paragraph_would_stand(draft, desk):
    draft.outline.setCurrentRow(SUMMARY)
    heading = [bare(side.field.placeholderText()) for side in (draft.left, draft.right)]
    own(desk, draft, "Written by hand.")
    choose(draft, "Written by hand.")

    told = "Choose a paragraph, or begin one: Ctrl+Shift+P"
    assert (heading, draft.left.field.placeholderText()) == ([told, told], "")
