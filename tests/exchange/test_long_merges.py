"""Many notes at once: found as soon as they are in, and a merge that is stopped leaves nothing."""

import pytest
from sqlalchemy import Engine, event

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import Waiting, take_in_each
from facilitator.acts.importing.order import ImportStopped
from facilitator.domain.hits import Wanted
from facilitator.exchange.merging import new_replica
from facilitator.store.search import WAITING
from tests.benchmarks.twenty import Laptops
from tests.books import folded, tables_of
from tests.conftest import TEN

LAPTOPS, NOTES, EDITS = 2, 1_050, 30
NEW = LAPTOPS * (NOTES + EDITS + 2)  # each had made and taken in something before


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("apart")
    laptops = Laptops(folder, many=LAPTOPS, notes=NOTES, edits=EDITS)
    paths = [folder / f"{number}.package" for number in range(LAPTOPS)]
    for path, content in zip(paths, laptops.packages, strict=True):
        path.write_bytes(content)
    return laptops.path.read_bytes(), paths


@pytest.fixture
def desk(made, tmp_path, clock):
    path = tmp_path / "secretariat.facilitator"
    path.write_bytes(made[0])
    desk = open_desk(path, clock)
    yield desk
    desk.close()


def notes_of(desk):
    return {note.id: note.text for panel in desk.reading.panels() for note in desk.reading.notes(panel.id)}


def words_wait(desk):
    query = "SELECT count(*) FROM meta WHERE key = ?"
    return bool(desk.file.look(lambda connection: connection.exec_driver_sql(query, (WAITING,)).scalar()))


def test_what_was_made_after_all_that_is_here_is_not_looked_for(desk, made):
    asked = []

    def listen(_connection, _cursor, statement, *_):
        if statement.startswith('SELECT DISTINCT "row" FROM touched'):
            asked.append(statement)

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        take_in_each(desk, made[1])
    finally:
        event.remove(Engine, "before_cursor_execute", listen)

    assert asked == []
    assert len(notes_of(desk)) == LAPTOPS * NOTES


@pytest.mark.parametrize("slices", [0, 2, 6])
def test_all_notes_are_found_however_much_of_the_index_was_made(desk, made, slices):
    found = take_in_each(desk, made[1])
    assert sum(each.new for each in found) == NEW
    assert words_wait(desk)
    for _ in range(slices):
        desk.file.index_more(500)
    told = notes_of(desk)
    id_, text = max(told.items())
    words = text.split()[:6]
    hits = desk.search(Wanted(f'"{" ".join(words)}"', most=50))

    assert len(told) == LAPTOPS * NOTES
    assert id_ in {hit.found.id for hit in hits.hits}
    assert not words_wait(desk)
    assert not desk.file.index_more(1)


def test_a_note_that_is_changed_while_its_words_wait_is_found_as_it_is_now(desk, made):
    take_in_each(desk, made[1])
    note = desk.reading.note(min(notes_of(desk)))
    desk.do("revise_note", note=note.id, text="Zanzibarian", base=note.revision)

    assert {hit.found.id for hit in desk.search(Wanted("zanzibarian", most=50)).hits} == {note.id}


@pytest.mark.parametrize("last", [0, 1, 2, 5, 9, 14])
def test_a_merge_that_is_stopped_leaves_nothing_and_comes_in_whole_the_next_time(desk, made, last):
    before, told = tables_of(desk), []

    def stop():
        if len(told) > last:
            raise ImportStopped

    with pytest.raises(ImportStopped):
        take_in_each(desk, made[1], Waiting(lambda done, total: told.append((done, total)), stop))
    assert tables_of(desk) == before
    assert len(told) == last + 1

    found = take_in_each(desk, made[1], Waiting(lambda done, total: told.append((done, total))))
    assert sum(each.new for each in found) == NEW
    assert tables_of(desk) == folded(desk)
    again = told[last + 1 :]
    assert again == sorted(again)
    assert {total for _, total in again} == {100}


def steps_of(folder, notes):
    """Return how many thousands of steps the database takes for notes about who speaks, and who does.

    Who speaks is in the file when all is known of it, and the notes come before.
    """
    folder.mkdir()
    apart = Laptops(folder, many=1, notes=notes, edits=0, spoken=True)
    paths = [folder / "first.package", folder / "notes.package"]
    for path, content in zip(paths, (apart.first, *apart.packages), strict=True):
        path.write_bytes(content)
    new_replica(folder / "b.facilitator", apart.early, TEN, name="early", laptop="Laptop 7")
    desk = open_desk(folder / "b.facilitator", lambda: TEN)
    told = []
    raw = desk.file._connection.connection.dbapi_connection
    raw.set_progress_handler(lambda: told.append(1), 1_000)
    take_in_each(desk, paths)
    raw.set_progress_handler(None, 0)
    (speaker,) = {note.intervention for note in desk.view(desk.reading.panels()[0].id).notes}
    assert speaker is not None
    assert tables_of(desk) == folded(desk)
    desk.close()
    return len(told)


def test_a_note_comes_in_as_fast_among_many_that_are_about_who_speaks(tmp_path):
    few, many = (steps_of(tmp_path / str(notes), notes) for notes in (500, 2_000))

    assert many < 4.5 * few
