"""The concept note makes the workshop, and what in it a person has to decide is told."""

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list
from facilitator.acts.own_templates import save_template
from facilitator.acts.workshops import new_workshop
from facilitator.cli.tables import import_lines
from facilitator.domain.programme import Decision, QuestionKind
from facilitator.domain.refusals import NotUnderstood, UnknownReference
from facilitator.intake.programmes.concept_note import read_concept_note
from facilitator.language.speech import Language, language_for
from tests.books import folded, tables_of

NOTE = Path(__file__).parents[3] / "shared" / "concept-note.ar.txt"
shared = pytest.mark.skipif(not NOTE.is_file(), reason="the shared data is not on this machine")
TEN = 1_571_644_800_000  # 21 October 2019, 10:00 in Geneva
HOUR = 3_600_000
ENGLISH = """Concept note
Aim
Say what works
Venue
Palais des Nations
Date
4 March 2020
1. Specific objectives
1. Share practices;
Panels:
1. Data. What is missing? Who counts?
2. Remedies
Participants will discuss legal aid. They eat.
3. Expected outcome
A report.
"""


@pytest.fixture
def arabic(tmp_path):
    path = tmp_path / "note.facilitator"
    new_workshop(path, language="ar", at=TEN, title="ورشة")
    desk = open_desk(path, lambda: TEN)
    yield desk
    desk.close()


def test_english_note_is_understood(desk, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(ENGLISH, encoding="utf-8")

    report = import_list(desk, Kind.PROGRAMME, Order(path))

    panels = [panel for panel in desk.reading.panels() if panel.uid]
    assert [(p.title, [q.text for q in p.questions], p.questions_are) for p in panels] == [
        ("Data", ["What is missing?", "Who counts?"], QuestionKind.QUESTIONS),
        ("Remedies", ["legal aid"], QuestionKind.FOCUS_AREAS),
    ]
    assert [(p.ends - p.starts) // HOUR for p in panels] == [3, 3]
    assert [(d.field, d.problem) for d in report.defects] == [("3", "number_is_no_panel")]
    assert desk.reading.workshop().place == "Palais des Nations"


@shared
def test_panels_of_the_note_have_its_questions_or_areas_of_focus(arabic):
    import_list(arabic, Kind.PROGRAMME, Order(NOTE))

    panels = arabic.reading.panels()
    assert [(len(p.questions), p.questions_are.value) for p in panels] == [
        (4, "questions"),
        (4, "focus_areas"),
        (2, "focus_areas"),
        (4, "focus_areas"),
        (7, "focus_areas"),
        (4, "focus_areas"),
    ]
    assert [(p.starts - TEN) / HOUR for p in panels] == [0, 1.5, 5, 24, 25.5, 29]
    assert panels[5].title == "سبل الانتصاف"
    assert folded(arabic) == tables_of(arabic)


@shared
def test_lists_of_the_note_come_in_whole(arabic):
    import_list(arabic, Kind.PROGRAMME, Order(NOTE))

    lists = {
        kind: len(arabic.reading.background(kind))
        for kind in ("objectives", "groups", "resolutions", "earlier_workshops", "attention")
    }
    assert lists == {
        "objectives": 6,
        "groups": 8,
        "resolutions": 5,
        "earlier_workshops": 5,
        "attention": 8,
    }
    assert [c.key for c in arabic.reading.categories()] == ["UNM", "REG", "NHRI", "CSO", "ACA", "GOV"]


@shared
def test_what_is_wrong_in_the_note_is_told_by_line():
    note = read_concept_note(NOTE.read_text(encoding="utf-8"))

    assert [(d.field, d.problem) for d in note.defects] == [
        ("A/HRC/RES/30/3", "resolution_omitted"),
        ("A/HRC/RES/6/20", "resolution_of_another_year"),
        ("A/HRC/RES/24/19", "resolution_of_another_day"),
        ("HRC/RES/34/17", "symbol_without_prefix"),
        ("إعلان وخطة عمل ديربان", "instrument_has_two_names"),
        ("[bookmark]", "mark_left_over"),
        ("3", "panel_untitled"),
        ("7", "number_is_no_panel"),
    ]


@shared
def test_note_comes_in_once_and_one_undo_takes_it_back(arabic):
    before = tables_of(arabic)
    first = import_list(arabic, Kind.PROGRAMME, Order(NOTE))
    again = import_list(arabic, Kind.PROGRAMME, Order(NOTE))

    assert (first.added, first.unchanged, again.added, again.unchanged) == (36, 0, 0, 36)
    arabic.do("undo")
    assert tables_of(arabic) == before


@shared
@pytest.mark.parametrize("language", ["ar", "en"])
def test_panels_that_the_template_has_already_are_not_planned_twice(tmp_path, language):
    path = tmp_path / "durban.facilitator"
    new_workshop(path, language=language, at=TEN, template="durban-2019")
    desk = open_desk(path, lambda: TEN)
    before = desk.reading.panels()

    report = import_list(desk, Kind.PROGRAMME, Order(NOTE))

    assert desk.reading.panels() == before
    told = [defect.field for defect in report.defects if defect.problem == "panel_is_there"]
    assert told == ["1", "2", "3", "4", "5", "6"]
    assert report.unchanged >= len(before)
    desk.close()


def test_a_panel_on_another_subject_is_planned_beside_those_that_are_there(desk, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    desk.do("add_panel", title="Data: who counts, what is missing?", starts=TEN, ends=TEN + HOUR)

    import_list(desk, Kind.PROGRAMME, Order(path))

    assert [(panel.title, bool(panel.uid)) for panel in desk.reading.panels()] == [
        ("Remedies", False),
        ("Data: who counts, what is missing?", False),
        ("Remedies", True),
    ]


@shared
def test_what_is_wrong_with_a_note_is_told_of_its_lines(arabic):
    report = import_list(arabic, Kind.PROGRAMME, Order(NOTE))
    head, *lines = import_lines(report, language_for("en", "UTC"), dry_run=False)

    assert head == "36 items read: 36 added, 0 updated, 0 unchanged, 0 skipped."
    assert {line.split(" ")[0] for line in lines[1:]} == {"Line"}
    assert lines[0].startswith("A/HRC/RES/30/3 belongs")


@shared
def test_what_was_decided_about_a_note_does_not_come_back(arabic):
    first = import_list(arabic, Kind.PROGRAMME, Order(NOTE))
    anomalies = arabic.view().anomalies
    assert [each.decision for each in anomalies] == [Decision.OPEN] * len(first.defects)
    arabic.do("decide_anomaly", anomaly=anomalies[1].id, decision=Decision.ACCEPTED, chosen=" 2007 ")
    arabic.do("decide_anomaly", anomaly=anomalies[6].id, decision=Decision.DISMISSED)

    again = import_list(arabic, Kind.PROGRAMME, Order(NOTE))

    assert again.defects == (first.defects[0], *first.defects[2:6], first.defects[7])
    assert arabic.view().anomalies == (
        anomalies[0],
        replace(anomalies[1], decision=Decision.ACCEPTED, chosen="2007"),
        *anomalies[2:6],
        replace(anomalies[6], decision=Decision.DISMISSED),
        anomalies[7],
    )
    arabic.do("undo")
    assert arabic.view().anomalies[6] == anomalies[6]
    arabic.do("decide_anomaly", anomaly=anomalies[1].id, decision=Decision.OPEN)
    assert arabic.view().anomalies == anomalies
    assert import_list(arabic, Kind.PROGRAMME, Order(NOTE)).defects == first.defects
    assert folded(arabic) == tables_of(arabic)


def test_nothing_is_chosen_of_an_anomaly_that_is_not_accepted(desk, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    import_list(desk, Kind.PROGRAMME, Order(path))
    (anomaly,) = desk.view().anomalies

    with pytest.raises(NotUnderstood):
        desk.do("decide_anomaly", anomaly=anomaly.id, decision=Decision.DISMISSED, chosen="3")
    with pytest.raises(UnknownReference):
        desk.do("decide_anomaly", anomaly="attention/2", decision=Decision.DISMISSED)
    assert desk.view().anomalies == (anomaly,)


@shared
def test_a_template_of_a_workshop_that_a_note_made_begins_another(arabic, tmp_path):
    import_list(arabic, Kind.PROGRAMME, Order(NOTE))
    save_template(arabic.reading, tmp_path / "own.toml")

    new_workshop(tmp_path / "next.facilitator", language="ar", at=TEN, template=str(tmp_path / "own.toml"))
    desk = open_desk(tmp_path / "next.facilitator", lambda: TEN)
    kinds = ("objectives", "groups", "resolutions", "earlier_workshops", "attention")
    for kind in kinds:
        assert desk.reading.named(kind) == arabic.reading.named(kind)
    desk.close()


@shared
def test_what_is_missing_from_a_note_is_told_of_no_line(arabic):
    report = import_list(arabic, Kind.PROGRAMME, Order(NOTE, dry_run=True))
    told = import_lines(report, Language("en"), dry_run=True)

    assert [line for line in told if "RES/30/3" in line] == [
        "A/HRC/RES/30/3 belongs to this series and is not named; decide whether to add it"
    ]
