"""What acts leave to be done between them: pieces of the index, and pages that wait beside the file."""

from concurrent.futures import ThreadPoolExecutor

import sqlcipher3.dbapi2 as driver

from facilitator.domain.hits import Wanted
from facilitator.store.write_ahead import WriteAhead

NOTES = 24


def pieces(file):
    return file.look(
        lambda connection: connection.exec_driver_sql("SELECT count(DISTINCT segid) FROM search_idx").scalar()
    )


def noted(desk):
    for number in range(NOTES):
        desk.do("write_note", text=f"Register {number} of all that was promised", about="panel")
    return desk


def test_no_act_puts_pieces_together_and_what_does_loses_none_of_the_words(desk, sitting):
    before = pieces(desk.file)
    noted(desk)
    left = pieces(desk.file)
    while desk.file.tidy():
        pass
    after = pieces(desk.file)

    assert left - before == NOTES
    assert after < left
    assert desk.search(Wanted("register")).total == NOTES


def test_pages_go_into_the_file_in_a_quiet_moment(desk, sitting, tmp_path):
    noted(desk)
    while desk.file.tidy():
        pass
    alone = tmp_path / "alone.facilitator"
    alone.write_bytes(desk.path.read_bytes())
    connection = driver.connect(str(alone))
    told = connection.execute("SELECT count(*) FROM note").fetchone()
    connection.close()

    assert told == (NOTES,)


def test_a_file_that_is_being_copied_stays_as_it_is(desk, sitting):
    noted(desk)
    desk.file.settle()
    before = desk.path.read_bytes()
    desk.do("write_note", text="While it is being copied", about="panel")
    while desk.file.tidy():
        pass

    assert desk.path.read_bytes() == before
    desk.file.go_on()
    assert not desk.file.tidy()
    assert desk.path.read_bytes() != before


def test_acts_are_on_the_disk_again_after_what_was_unhurried(desk, sitting):
    raw = desk.file._connection.connection.dbapi_connection
    with WriteAhead(raw).unhurried():
        within = raw.execute("PRAGMA synchronous").fetchone()[0]
    after = raw.execute("PRAGMA synchronous").fetchone()[0]

    assert (within, after) == (1, 2)


def test_a_file_in_which_an_act_is_under_way_is_not_settled_and_stays_as_it_was(desk, sitting):
    raw = desk.file._connection.connection.dbapi_connection
    with ThreadPoolExecutor(1) as beside:
        within = desk.file.look(lambda _: beside.submit(desk.file.settle).result())
    left = raw.execute("PRAGMA wal_autocheckpoint").fetchone()
    after = desk.file.settle()
    desk.file.go_on()

    assert (within, left, after) == (False, (4_000,), True)
