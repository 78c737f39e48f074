"""Many packages that come in at once: the same as one after the other, and one that is bad keeps none out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import pack, take_in_all, take_in_each
from facilitator.acts.workshops import new_workshop
from facilitator.domain.hits import Wanted
from facilitator.domain.notes import NoteKind
from facilitator.domain.searching import plain_words
from facilitator.exchange.faults import PackageDamaged
from facilitator.exchange.merging import Merged
from facilitator.language.speech import Language
from facilitator.ui.stick import Stick
from tests.books import folded, tables_of
from tests.conftest import TEN


@pytest.fixture
def room(tmp_path, clock):
    """The secretariat's laptop and four others, who wrote apart, and changed one note each in their way."""
    new_workshop(tmp_path / "secretariat.facilitator", language="en", at=TEN, template="durban-2019")
    desk = open_desk(tmp_path / "secretariat.facilitator", clock)
    shared = desk.do("write_note", text="As it was", panel=1).id
    pack(desk, tmp_path / "all.package")
    packages = []
    for number in range(4):
        path = tmp_path / f"{number}.facilitator"
        take_in_all(path, [tmp_path / "all.package"], clock, None, f"Laptop {number}")
        other = open_desk(path, clock)
        for text in ("early", "second"):
            clock.pass_s(60)
            other.do("write_note", text=f"{text} of {number}", panel=1)
        base = other.reading.note(shared).revision
        other.do("revise_note", note=shared, text=f"As {number} has it", base=base)
        packages.append(tmp_path / f"{number}.package")
        pack(other, packages[-1])
        other.close()
    yield desk, packages
    desk.close()


def twin(desk, clock, folder):
    """Return another laptop that knows what the secretariat's does."""
    folder.mkdir()
    pack(desk, folder / "now.package")
    take_in_all(folder / "twin.facilitator", [folder / "now.package"], clock, None, "Twin")
    return open_desk(folder / "twin.facilitator", clock)


def test_at_once_is_the_same_as_one_after_the_other(room, clock, tmp_path):
    desk, packages = room
    other = twin(desk, clock, tmp_path / "twin")
    together = take_in_each(desk, packages)
    apart = [take_in_each(other, [package])[0] for package in reversed(packages)]

    assert tables_of(desk) == tables_of(other) == folded(desk)
    assert [(each.sender, each.new) for each in together] == [(f"Laptop {n}", 4) for n in range(4)]
    assert [each.sender for each in apart] == [f"Laptop {n}" for n in (3, 2, 1, 0)]
    assert (sum(each.conflicts for each in together), desk.file.breaches()) == (1, ())
    assert [row.act for row in desk.file.events(own=True)].count("merge") == 1
    assert [len(each.search(Wanted("early")).hits) for each in (desk, other)] == [4, 4]
    other.close()


def test_what_several_packages_tell_comes_once_and_as_fully_as_any_of_them_tells_it(room, clock, tmp_path):
    desk, packages = room
    other = twin(desk, clock, tmp_path / "twin")
    memo = other.do("write_note", text="Between ourselves", kind=NoteKind.MEMO, panel=1).id
    take_in_each(other, packages)
    bare, full = tmp_path / "bare.package", tmp_path / "full.package"
    pack(other, bare)
    base = other.reading.note(memo).revision
    other.do("revise_note", note=memo, text="For all", base=base, kind=NoteKind.POINT)
    pack(other, full)
    found = take_in_each(desk, [*packages, bare, full, packages[0]])

    assert [each.new for each in found] == [4, 4, 4, 4, 3, 1, 0]
    assert tables_of(desk) == tables_of(other) == folded(desk)
    assert (desk.file.breaches(), found[-1].missing) == ((), {})
    other.close()


def test_a_damaged_package_keeps_none_out(room, clock):
    desk, packages = room
    packages[1].write_bytes(packages[1].read_bytes()[:-1])
    found = take_in_each(desk, packages)

    assert [type(each) for each in found] == [Merged, PackageDamaged, Merged, Merged]
    assert {note.text for note in desk.view().notes} >= {"early of 0", "early of 2", "early of 3"}


def test_two_laptops_that_went_on_from_one_copy_are_named_and_keep_nobody_out(room, clock, tmp_path):
    desk, packages = room
    told = []
    for text in ("one", "other"):
        copy = tmp_path / text / "3.facilitator"
        copy.parent.mkdir()
        copy.write_bytes((tmp_path / "3.facilitator").read_bytes())
        other = open_desk(copy, clock)
        clock.pass_s(1)
        other.do("write_note", text=f"As the {text} goes on", panel=1)
        told.append(copy.with_suffix(".package"))
        pack(other, told[-1])
        other.close()
    found = take_in_each(desk, [packages[0], *told])

    assert [isinstance(each, Merged) for each in found] == [True, True, False]
    assert "As the one goes on" in {note.text for note in desk.view().notes}


def test_the_window_tells_of_all_and_once_of_what_is_to_be_settled(room, clock):
    desk, packages = room
    told = Stick(desk, Language("en")).take_in(packages).splitlines()

    assert len(told) == 9  # what came and who is new of four laptops, and the one place in conflict
    assert told[-1].startswith("1 place reads differently")


@given(st.lists(st.text(), max_size=6), st.sampled_from([" ", "\n", "\u3000", "\u00a0"]))
def test_words_are_the_same_read_together_or_between_spaces(pieces, space):
    assert plain_words(space.join(pieces)) == [word for piece in pieces for word in plain_words(piece)]
