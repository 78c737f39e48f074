"""What a workshop recommended is reported against in the next one, under symbol and paragraph."""

import pytest
from typer.testing import CliRunner

from facilitator.acts.carrying import carry_over
from facilitator.acts.desk import open_desk
from facilitator.acts.earlier import Finding
from facilitator.acts.ledger_told import ledger_now
from facilitator.acts.workshops import new_workshop
from facilitator.cli.commands import cli
from facilitator.domain.recommendation import Sensitivity, Told
from tests.conftest import TEN


@pytest.fixture
def made(desk):
    """Two recommendations, the first of them in the report, and one that stays with the team."""
    desk.do("open_panel", panel=1)
    desk.do("write_report", field="symbol", text="A/HRC/43/1")
    texts = ("Set up registers.", "Train judges.", "Protect the witness.")
    made = [desk.do("make_recommendation", text=text, addressees=("GOV",)).id for text in texts]
    for _ in range(7):
        desk.do("advance", recommendation=made[0])
    desk.do("edit_recommendation", recommendation=made[2], fields={Told.SENSITIVITY: Sensitivity.PROTECTION})
    return made


@pytest.fixture
def following(tmp_path):
    path = tmp_path / "next.facilitator"
    new_workshop(path, language="ar", at=TEN, template="durban-2019")
    desk = open_desk(path, lambda: TEN)
    yield desk
    desk.close()


def paragraph(desk, id_):
    return next(r for r in ledger_now(desk)["recommendations"] if r["recommendation"] == id_)["paragraph"]


def told(desk):
    return [(e["symbol"], e["paragraph"], e["text"], e["addressees"]) for e in ledger_now(desk)["earlier"]]


def test_what_is_in_the_report_has_its_paragraph_and_keeps_its_working_number(desk, made):
    first = next(r for r in ledger_now(desk)["recommendations"] if r["recommendation"] == made[0])

    assert (first["number"], isinstance(first["paragraph"], int)) == ("R-P1-01", True)
    assert paragraph(desk, made[1]) is None


def test_recommendations_are_earlier_ones_of_the_next_workshop_and_carried_once(desk, made, following):
    number = str(paragraph(desk, made[0]))

    assert (carry_over(desk, following), carry_over(desk, following)) == (2, 0)
    assert told(following) == [
        ("A/HRC/43/1", number, "Set up registers.", ["GOV"]),
        ("A/HRC/43/1", "R-P1-02", "Train judges.", ["GOV"]),
    ]


def test_panel_one_records_progress_gap_and_lesson_against_each(desk, made, following):
    carry_over(desk, following)
    earlier = ledger_now(following)["earlier"][0]["earlier"]
    for kind in Finding:
        following.do("assess_earlier", earlier=earlier, kind=kind, text=f"A {kind}", panel=1)

    found = ledger_now(following)["earlier"][0]["assessments"]
    assert sorted(each["kind"] for each in found) == sorted(Finding)


def test_what_was_carried_is_taken_back_by_undo(desk, made, following):
    carry_over(desk, following)
    following.do("undo", desk="secretariat")

    assert told(following) == []


def test_a_new_workshop_carries_on_from_the_command_line(desk, made, tmp_path):
    path = tmp_path / "later.facilitator"
    desk.close()
    answer = CliRunner().invoke(cli, ["new", str(path), "--carry", str(desk.path)])
    later = open_desk(path, lambda: TEN)
    texts = [text for _, _, text, _ in told(later)]
    later.close()

    assert (answer.exit_code, texts) == (0, ["Set up registers.", "Train judges."])


def test_what_was_earlier_already_comes_too_with_what_was_found_of_it(desk, made, following, tmp_path):
    carry_over(desk, following)
    first = following.before()[0]
    for kind, text in ((Finding.PROGRESS, "Six States have one."), (Finding.PROGRESS, "A seventh follows.")):
        following.do("assess_earlier", earlier=first.id, kind=kind, text=text)
    path = tmp_path / "third.facilitator"
    new_workshop(path, language="en", at=TEN)
    third = open_desk(path, lambda: TEN)
    came = carry_over(following, third), carry_over(following, third)
    again = next(row for row in third.before() if row.text == first.text)
    third.close()

    assert came == (2, 0)
    assert (again.symbol, again.paragraph, again.found) == (first.symbol, first.paragraph, ())
    assert again.detail["progress"] == "Six States have one.\nA seventh follows."


def test_what_is_kept_of_a_recommendation_tells_its_paragraph_once_it_stands_in_the_report(desk, made):
    told = [desk.dossier(id_).paragraph for id_ in made]

    assert told == [paragraph(desk, made[0]), None, None]
    assert isinstance(told[0], int)
