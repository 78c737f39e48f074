"""Before something that could spoil a workshop, a sound snapshot holds what it was."""

from contextlib import nullcontext

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import pack, take_in, take_in_all
from facilitator.acts.importing.order import ImportStopped, Order
from facilitator.acts.intake import Kind, import_list
from facilitator.acts.safety import restore_snapshot
from facilitator.acts.workshops import new_workshop
from facilitator.domain.refusals import Explained
from facilitator.store.examining import examine
from facilitator.store.faults import FolderReadOnly
from facilitator.store.snapshots import Why, folder_of, snapshots
from tests.books import tables_of
from tests.conftest import TEN


@pytest.fixture
def noted(tmp_path, clock):
    new_workshop(tmp_path / "w.facilitator", language="en", at=TEN, template="durban-2019")
    desk = open_desk(tmp_path / "w.facilitator", clock)
    desk.do("write_note", text="As it was", panel=1)
    yield desk
    desk.close()


def kept(path, clock):
    """Return why the newest snapshot was made, what is wrong with it, and what it holds."""
    newest = snapshots(path)[0]
    findings = examine(newest.path).findings
    desk = open_desk(newest.path, clock)
    found = tables_of(desk)
    desk.close()
    return newest.why, findings, found


def test_before_a_list_comes_in(noted, clock, tmp_path):
    before = tables_of(noted)
    (tmp_path / "people.csv").write_text("Name,Category\nBody 1,GOV\n", encoding="utf-8")
    import_list(noted, Kind.PARTICIPANTS, Order(tmp_path / "people.csv"))

    assert kept(noted.path, clock) == (Why.IMPORT, (), before)
    assert tables_of(noted) != before


def stop():
    raise ImportStopped


@pytest.mark.parametrize(
    ("content", "wished", "raised"),
    [
        ("Name,Category\nBody 1,GOV\n", {}, None),  # nobody who is not there
        ("Name,Category\nBody 2,GOV\n", {"dry_run": True}, None),
        ("Name,Category\nBody 2,GOV\n", {"pause": stop}, ImportStopped),
        ("", {}, Explained),
    ],
)
def test_a_list_of_which_nothing_comes_in_leaves_no_snapshot(noted, tmp_path, content, wished, raised):
    path = tmp_path / "people.csv"
    path.write_text("Name,Category\nBody 1,GOV\n", encoding="utf-8")
    import_list(noted, Kind.PARTICIPANTS, Order(path))
    before, files = tables_of(noted), list(folder_of(noted.path).iterdir())
    path.write_text(content, encoding="utf-8")
    with nullcontext() if raised is None else pytest.raises(raised):
        import_list(noted, Kind.PARTICIPANTS, Order(path, **wished))

    assert (tables_of(noted), list(folder_of(noted.path).iterdir())) == (before, files)


def test_without_a_snapshot_no_list_comes_in(noted, tmp_path):
    before = tables_of(noted)
    folder_of(noted.path).write_text("in the way", encoding="utf-8")
    (tmp_path / "people.csv").write_text("Name,Category\nBody 1,GOV\n", encoding="utf-8")
    with pytest.raises(FolderReadOnly):
        import_list(noted, Kind.PARTICIPANTS, Order(tmp_path / "people.csv"))

    assert tables_of(noted) == before


def test_before_packages_are_taken_in(noted, clock, tmp_path):
    pack(noted, tmp_path / "all.package")
    take_in_all(tmp_path / "b.facilitator", [tmp_path / "all.package"], clock, None, "Laptop 7")
    other = open_desk(tmp_path / "b.facilitator", clock)
    other.do("write_note", text="Elsewhere", panel=1)
    pack(other, tmp_path / "b.package")
    other.close()
    before = tables_of(noted)
    take_in(noted, tmp_path / "b.package")

    assert kept(noted.path, clock) == (Why.MERGE, (), before)
    assert tables_of(noted) != before


def test_before_a_snapshot_takes_the_place_of_the_workshop(noted, clock):
    noted.keep_snapshot(Why.ASKED)
    (asked,) = snapshots(noted.path)
    clock.pass_s(60)
    noted.do("write_note", text="Written later", panel=1)
    before = tables_of(noted)
    noted.close()
    restore_snapshot(asked.path, noted.path, clock())

    assert kept(noted.path, clock) == (Why.RESTORE, (), before)
