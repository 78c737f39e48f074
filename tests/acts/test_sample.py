"""The template and the sample, as files that were made by the program."""

import subprocess
import sys

import pypdf
import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.export import export
from facilitator.acts.sample import build
from facilitator.acts.workshops import UnknownLanguage, UnknownTemplate, new_workshop
from facilitator.cli.commands import run_command
from facilitator.domain.notes import NoteKind
from facilitator.domain.programme import QuestionKind
from facilitator.domain.requests import Kind, RequestState

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")


@pytest.fixture(scope="module", params=LANGUAGES)
def sample(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / f"{request.param}.facilitator"
    moment = build(path, request.param)
    desk = open_desk(path, lambda: moment)
    yield desk, moment, request.param
    desk.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_holds_the_programme_of_the_concept_note(tmp_path, language):
    path = tmp_path / "w.facilitator"
    new_workshop(path, language=language, at=0, template="durban-2019")
    desk = open_desk(path, lambda: 0)
    view, reading = desk.view(), desk.reading

    assert [len(p.questions) for p in view.panels] == [4, 4, 2, 4, 7, 4]
    assert [p.questions_are for p in view.panels] == [QuestionKind.QUESTIONS, *[QuestionKind.FOCUS_AREAS] * 5]
    kinds = ("objectives", "groups", "earlier_workshops", "consultations", "resolutions")
    assert [len(reading.background(kind)) for kind in kinds] == [6, 8, 5, 2, 6]
    assert sum(c.target_share for c in view.categories) == pytest.approx(1)
    workshop = view.workshop
    assert (workshop.language, "" in (workshop.aim, workshop.place, workshop.outcome)) == (language, False)
    desk.close()


def test_a_template_or_language_that_is_not_there_is_refused_and_no_file_made(tmp_path):
    with pytest.raises(UnknownTemplate):
        new_workshop(tmp_path / "a.facilitator", language="en", at=0, template="other")
    with pytest.raises(UnknownLanguage):
        new_workshop(tmp_path / "a.facilitator", language="de", at=0)
    assert list(tmp_path.iterdir()) == []


def test_the_sample_stands_in_its_second_panel_with_a_running_clock(sample):
    desk, moment, _ = sample
    floor = desk.view().floor

    assert (floor.speaking.clock.remaining(moment), len(floor.waiting), len(floor.spoken)) == (34_000, 9, 13)
    view = desk.view()
    assert (len(view.people), view.panel.number, bool(view.workshop.notice)) == (63, 2, True)


def test_its_first_panel_shows_what_a_floor_can_have(sample):
    desk, *_ = sample
    floor = desk.view(desk.view().panels[0].id).floor
    points = [i for i in floor.interventions if i.kind is Kind.POINT_OF_ORDER]
    stilled = [
        pause.interruption for i in floor.interventions for pause in i.clock.pauses if pause.interruption
    ]

    assert [i.clock.ended - i.clock.began for i in points] == [28_000]
    assert stilled == [i.id for i in points]
    assert [i.motive for i in floor.interventions if i.motive] == ["agreement", "protocol"]
    assert [i.organisations for i in floor.interventions if i.on_behalf_of] == [5]
    received = [r.terms.words for r in floor.queue.requests if r.state is RequestState.RECEIVED]
    assert (received, floor.waiting) == ([310], ())


def test_its_first_panel_has_a_summary_without_anything_private(sample, tmp_path):
    desk, _, language = sample
    target = tmp_path / "s.pdf"
    export(desk, target, what="panel-summary", panel=1)

    panel = desk.view().panels[0].id
    private = [n.text for n in desk.view(panel).notes if n.kind in (NoteKind.PROTECTION, NoteKind.MEMO)]
    reader = pypdf.PdfReader(target)
    text = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    assert len(private) == 2
    assert [p for p in private if " ".join(p.split())[:24] in text] == []
    assert reader.trailer["/Root"]["/Lang"] == language
    numbers = [f"{n}/{len(reader.pages)}" for n in range(1, len(reader.pages) + 1)]
    pages = zip(numbers, reader.pages, strict=True)
    assert [number for number, page in pages if number not in page.extract_text()] == []


@pytest.mark.parametrize(
    "words",
    [
        ["export", "FILE", "-o", "x.odt"],
        ["export", "FILE", "-o", "x.pdf", "--what", "poem"],
        ["export", "FILE", "-o", "x.pdf", "--panel", "99"],
        ["export", "FILE", "-o", "x.pdf", "--lang", "de"],
        ["export", "FILE", "-o", "x.pdf", "--attribution", "A9"],
        ["export", "FILE", "-o", "no/such/folder/x.pdf"],
        ["new", "FILE"],
        ["demo", "--lang", "de"],
    ],
    ids=lambda words: " ".join(words[2:]) if isinstance(words, list) else "",
)
def test_the_command_line_says_in_one_sentence_what_is_wrong(tmp_path, capsys, monkeypatch, words):
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=0, template="durban-2019")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")

    code = run_command([str(path) if word == "FILE" else word for word in words])

    told = capsys.readouterr()
    assert (code, told.out, len(told.err.splitlines())) == (1, "", 1)
    assert [p.name for p in tmp_path.iterdir()] == ["w.facilitator"]


def test_headless_commands_do_not_load_qt():
    code = "import sys, facilitator.cli.commands; print([m for m in sys.modules if m.startswith('PySide6')])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
