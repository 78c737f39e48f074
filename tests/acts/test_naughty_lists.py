"""Strings that break programs, as names, titles and categories: in, shown, searched, out, and in again."""

import csv
from pathlib import Path

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.export import export
from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list
from facilitator.acts.own_templates import save_template
from facilitator.acts.workshops import new_workshop
from facilitator.documents.office.safe_text import cell_text
from facilitator.domain.folding import folded
from facilitator.domain.hits import Wanted
from facilitator.intake import words
from facilitator.ui.floor.entries import Directory
from tests.books import folded as folded_journal
from tests.books import tables_of

NAUGHTY = Path(__file__).parents[3] / "shared" / "data" / "texts" / "blns.txt"
pytestmark = pytest.mark.skipif(not NAUGHTY.is_file(), reason="the shared data is not on this machine")


def texts():
    lines = NAUGHTY.read_text(encoding="utf-8").split("\n") if NAUGHTY.is_file() else []
    return list(dict.fromkeys(line for line in lines if line and not line.startswith("#")))


def write(path, header, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


def written(text):
    """Return a text as a workbook can hold it, and as it comes in from there."""
    return words.clean(cell_text(text))


@pytest.fixture
def crowded(desk, tmp_path):
    """A workshop in which each string is somebody's name, delegation and category."""
    rows = [(text, text, text) for text in texts()]
    source = write(tmp_path / "people.csv", ("Name", "Delegation", "Category"), rows)
    report = import_list(desk, Kind.PARTICIPANTS, Order(source, encoding="utf-8", delimiter=","))
    return desk, source, report


def test_each_is_a_name_as_it_stands_or_a_row_without_one(crowded):
    desk, _, report = crowded
    wanted = [text for each in texts() if (text := words.clean(each))]

    assert sorted(who.name for who in desk.view().people.values()) == sorted(wanted)
    assert (report.added, report.skipped) == (len(wanted), report.read - len(wanted))
    assert {defect.problem for defect in report.defects} <= {"name_missing"}
    assert folded_journal(desk) == tables_of(desk)


def test_the_same_list_again_changes_nothing(crowded):
    desk, source, report = crowded
    again = import_list(desk, Kind.PARTICIPANTS, Order(source, encoding="utf-8", delimiter=","))

    assert (again.added, again.updated, again.unchanged) == (0, 0, report.added)


def test_each_is_found_by_itself(crowded):
    desk, _, _ = crowded
    directory = Directory()
    directory.read(desk.view().people)
    lost = []
    for who in desk.view().people.values():
        if folded(who.name) and who.name not in [found.name for found in directory.meant(who.name)]:
            lost.append(who.name)
        desk.search(Wanted(who.name))

    assert lost == []


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_goes_out_comes_in_as_the_same_people(crowded, tmp_path, suffix):
    desk, _, _ = crowded
    out = tmp_path / f"out{suffix}"
    export(desk, out, what="participants", language="en")
    new_workshop(tmp_path / "other.facilitator", language="en", at=0, title="Another")
    other = open_desk(tmp_path / "other.facilitator", lambda: 0)
    import_list(other, Kind.PARTICIPANTS, Order(out))
    told = sorted((who.name, who.delegation) for who in other.view().people.values())
    other.close()

    assert told == sorted((written(who.name), written(who.delegation)) for who in desk.view().people.values())


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_goes_out_changes_nobody_when_it_comes_in_again(crowded, tmp_path, suffix):
    desk, _, report = crowded
    out = tmp_path / f"out{suffix}"
    export(desk, out, what="participants", language="en")

    again = import_list(desk, Kind.PARTICIPANTS, Order(out))

    assert (again.read, again.added, again.updated, again.unchanged) == (report.added, 0, 0, report.added)


def test_each_is_the_title_of_a_panel(desk, tmp_path):
    titles = texts()
    rows = [
        (title, f"2019-10-{21 + number // 1000} {7 + number // 60 % 16:02}:{number % 60:02}", 1)
        for number, title in enumerate(titles)
    ]
    source = write(tmp_path / "programme.csv", ("Title", "Start", "Minutes"), rows)
    report = import_list(desk, Kind.PROGRAMME, Order(source, encoding="utf-8", delimiter=","))

    wanted = [text for each in titles if (text := words.clean(each))]
    planned = [panel.title for panel in desk.reading.panels()]
    assert set(wanted) <= set(planned)
    assert report.added == len(wanted)
    again = import_list(desk, Kind.PROGRAMME, Order(source, encoding="utf-8", delimiter=","))
    assert (again.added, again.updated, again.unchanged) == (0, 0, len(wanted))


def test_titles_are_found_and_come_out_and_in_again_with_a_template(desk, tmp_path):
    titles = [text for each in texts() if (text := words.clean(each))]
    for number, title in enumerate(titles):
        begins = 1_571_648_400_000 + number * 60_000
        desk.do("add_panel", title=title, starts=begins, ends=begins + 60_000)
        desk.search(Wanted(title, kind="panel"))
    save_template(desk.reading, tmp_path / "saved.toml")
    new_workshop(tmp_path / "other.facilitator", language="en", at=0, title="Another")
    other = open_desk(tmp_path / "other.facilitator", lambda: 0)
    import_list(other, Kind.PROGRAMME, Order(tmp_path / "saved.toml"))
    again = import_list(other, Kind.PROGRAMME, Order(tmp_path / "saved.toml"))
    told = [panel.title for panel in other.reading.panels()]
    other.close()

    assert told == [panel.title for panel in desk.reading.panels()]
    assert (again.added, again.updated) == (0, 0)
