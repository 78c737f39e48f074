"""A person is taken out of a workshop: no byte tells of them, and the journal verifies and folds."""

import json
import os
import subprocess
import sys

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.erasure import erase_person
from facilitator.acts.keys import encrypt, find_key
from facilitator.acts.safety import check
from facilitator.domain.notes import NoteKind
from facilitator.domain.recommendation import Told
from facilitator.domain.refusals import UnknownReference
from facilitator.store.snapshots import Why, folder_of, snapshots
from tests.books import folded, tables_of
from tests.conftest import TEN

NAME, SECOND = "Zelmira Quandt", "زلميرا كوانت"


@pytest.fixture
def spoken(desk, sitting, clock):
    """Somebody registered, spoke, was written about and was in an unfinished line; returns the id."""
    who = desk.do("add_participant", name=NAME, category="GOV", delegation="Ruritania", gender="woman").id
    request = desk.do("request_floor", participant=who, note=f"{NAME} is in a hurry").id
    desk.do("give_floor", request=request)
    desk.do("write_note", text=f"{NAME} asked for remedies", kind=NoteKind.POINT)
    desk.keep_draft(f"Then {NAME}")
    desk.keep_snapshot(Why.ASKED)
    clock.pass_s(30)
    desk.do("end_intervention")
    return who


def bytes_beside(path):
    return b"".join(each.read_bytes() for each in path.parent.rglob("*") if each.is_file())


def test_nobody_finds_the_person_and_the_journal_still_tells_the_rest(desk, spoken, clock):
    path, notes, events = desk.path, len(desk.view().notes), len(list(desk.file.journal()))
    desk.close()
    (folder_of(path) / ".half.part").write_bytes(path.read_bytes())  # a maker was killed
    assert NAME.encode() in bytes_beside(path)
    certificate = erase_person(path, spoken, clock.now)
    again = open_desk(path, clock)
    view = again.view()

    assert NAME.encode() not in bytes_beside(path)
    assert view.people[spoken].name == f"[{spoken[-8:]}]"
    assert (view.people[spoken].delegation, view.people[spoken].gender) == ("", "")
    assert (len(view.notes), len(list(again.file.journal()))) == (notes, events + 1)
    assert again.file.breaches() == ()
    assert folded(again) == tables_of(again)
    assert (certificate.verifies, certificate.copies, certificate.events) == (True, 1, 5)
    assert NAME not in json.dumps(certificate.as_json())
    again.close()
    assert check(path).found.sound
    assert [each.at for each in snapshots(path)] == [clock.now]


def test_it_is_not_taken_back_and_the_acts_before_it_still_can_be(desk, spoken, clock):
    path = desk.path
    desk.close()
    erase_person(path, spoken, clock.now)
    again = open_desk(path, clock)
    for _ in range(5):
        again.do("undo")

    assert NAME not in str(tables_of(again))
    assert folded(again) == tables_of(again)
    again.close()


def test_an_encrypted_workshop_stays_so(desk, spoken, clock):
    path = desk.path
    desk.close()
    key = encrypt(path, "correct horse").key
    erase_person(path, spoken, clock.now, key)

    assert find_key(path, "correct horse") == key
    assert check(path, key).found.sound


def test_nobody_is_erased_who_is_not_there(desk, spoken, clock):
    path = desk.path
    desk.close()
    before = tables(path)
    with pytest.raises(UnknownReference):
        erase_person(path, "nobody", clock.now)

    assert tables(path) == before


def tables(path):
    desk = open_desk(path, lambda: TEN)
    found = tables_of(desk)
    desk.close()
    return found


def test_one_of_a_long_list_is_erased_from_it(desk, clock, tmp_path):
    lines = [f"Person {n},GOV,Land {n}" for n in range(80)]
    rows = "\n".join(["name,category,delegation", *lines, f"{NAME},GOV,Ruritania"])
    (tmp_path / "list.csv").write_text(rows, encoding="utf-8")
    path = desk.path
    desk.close()
    run("import", path, tmp_path / "list.csv", "--as", "participants")
    (tmp_path / "list.csv").unlink()
    again = open_desk(path, clock)
    who = next(each.id for each in again.view().people.values() if each.name == NAME)
    again.close()
    done = run("erase", path, who, "-o", tmp_path / "certificate.json")
    again = open_desk(path, clock)

    assert done.returncode == 0
    assert json.loads((tmp_path / "certificate.json").read_text())["journal_verifies"] is True
    assert NAME.encode() not in bytes_beside(path)
    assert b"Ruritania" not in bytes_beside(path)
    assert folded(again) == tables_of(again)
    again.close()


def run(*words):
    return subprocess.run(
        [sys.executable, "-m", "facilitator", *map(str, words)],
        capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"},
    )  # fmt: skip


@pytest.mark.parametrize("out", ["nowhere/c.json", "folder", "w.facilitator"])
def test_nobody_is_erased_where_no_certificate_can_be_written(desk, spoken, tmp_path, out):
    path, there = desk.path, tables_of(desk)
    desk.close()
    (tmp_path / "folder").mkdir()
    done = run("erase", path, spoken, "-o", path if out == path.name else tmp_path / out)

    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert tables(path) == there


def test_a_name_somebody_typed_where_who_decided_and_who_reviews_is_gone_from_there(desk, spoken, clock):
    path = desk.path
    made = desk.do("make_recommendation", text="Set up registers.", panel=1).id
    fields = {Told.REVIEWER: f"{NAME}, Geneva", Told.RESPONSIBLE: SECOND, Told.REMARKS: f"says {NAME}"}
    desk.do("edit_recommendation", recommendation=made, fields=fields)
    desk.do("advance", recommendation=made, reason=f"{NAME} did", who=NAME)
    desk.do("edit_participant", participant=spoken, second_name=SECOND)
    desk.do("set_short_code", code="zq", phrase=f"the delegation of {NAME}")
    desk.close()
    certificate = erase_person(path, spoken, clock.now)
    again = open_desk(path, clock)
    held, stand_in = again.reading.ledger.recommendation(made), f"[{spoken[-8:]}]"
    step = again.reading.ledger.steps(made)[0]

    assert (held.reviewer, held.responsible, held.remarks) == (
        f"{stand_in}, Geneva",
        stand_in,
        f"says {stand_in}",
    )
    assert (step.who, step.reason) == (stand_in, f"{stand_in} did")
    assert again.view().short_codes == {"zq": f"the delegation of {stand_in}"}
    assert [name.encode() in bytes_beside(path) for name in (NAME, SECOND)] == [False, False]
    assert (folded(again), again.file.breaches()) == (tables_of(again), ())
    assert (certificate.rows, certificate.events, certificate.verifies) == (8, 9, True)
    again.close()
