"""Who is erased on one laptop is erased on all, and is not brought back by one that has not heard."""

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.erasure import erase_person
from facilitator.acts.exchange import pack, take_in
from facilitator.domain.notes import NoteKind
from facilitator.store.snapshots import snapshots
from tests.acts.test_erasure import NAME, SECOND, bytes_beside
from tests.books import folded, tables_of
from tests.exchange.test_union import laptops  # noqa: F401 - a fixture


@pytest.fixture
def apart(laptops, tmp_path, clock):  # noqa: F811 - the fixture above
    """Two laptops in folders of their own that know a person, and each has a note of its own; with the id."""
    a, b = laptops
    category = a.view().categories[0].key
    who = a.do("add_participant", name=NAME, second_name=SECOND, category=category).id
    told(a, b, tmp_path)
    a.do("write_note", text=f"{NAME} asked for remedies", panel=1)
    b.do("write_note", text=f"{NAME} was thanked", panel=1)
    b.do("write_note", text=f"Ask {NAME} later", kind=NoteKind.MEMO, panel=1)
    return a, b, who


def told(one, other, folder):
    pack(one, folder / "p.package")
    merged = take_in(other, folder / "p.package")
    (folder / "p.package").unlink()
    return merged


def erased(desk, who, clock):
    path = desk.path
    desk.close()
    erase_person(path, who, clock.now)
    return open_desk(path, clock)


def texts(desk):
    return {note["text"] for note in tables_of(desk)["note"].values()}


def test_an_erasure_is_made_good_where_it_arrives_and_is_told(apart, tmp_path, clock):
    a, b, who = apart
    again = erased(a, who, clock)
    merged = told(again, b, tmp_path)

    assert merged.erased == 1
    assert NAME not in str(tables_of(b))
    assert b.view().invited[who].name == f"[{who[-8:]}]"
    assert [row.id for row in b.file.journal() if NAME in str(row)] == []
    assert (b.file.breaches(), folded(b)) == ((), tables_of(b))
    assert len(snapshots(b.path)) == 1
    b.close()
    again.close()
    assert NAME.encode() not in bytes_beside(b.path)


def test_a_laptop_that_has_not_heard_brings_nobody_back(apart, tmp_path, clock):
    a, b, who = apart
    again = erased(a, who, clock)
    told(b, again, tmp_path)

    assert NAME not in str(tables_of(again))
    assert [row.id for row in again.file.journal() if NAME in str(row)] == []
    assert (again.file.breaches(), folded(again)) == ((), tables_of(again))
    told(again, b, tmp_path)
    told(b, again, tmp_path)
    told(again, b, tmp_path)
    assert NAME not in str(tables_of(b))
    assert (again.file.breaches(), b.file.breaches()) == ((), ())
    notes = [{text for text in texts(desk) if not text.startswith("Ask")} for desk in (again, b)]
    assert notes[0] == notes[1]
    again.close()
