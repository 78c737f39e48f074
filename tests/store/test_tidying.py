"""What acts leave to be done between them: pieces of the index, and pages that wait beside the file."""

import resource
import struct
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event

import sqlcipher3.dbapi2 as driver

from facilitator.domain.hits import Wanted
from facilitator.store.opening import written_beside
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


def test_pages_stay_beside_a_file_that_cannot_grow_until_there_is_room_again(desk, sitting):
    desk.file.settle()
    noted(desk)
    while desk.file.tidy():
        pass
    desk.file.go_on()
    size = desk.path.stat().st_size
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        more, full = desk.file.tidy(), desk.path.stat().st_size
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    desk.file.tidy()

    assert (more, full) == (False, size)
    assert desk.path.stat().st_size > size
    assert desk.search(Wanted("register")).total == NOTES


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
    within = desk.file.look(lambda _: desk.file.settle())
    left = raw.execute("PRAGMA wal_autocheckpoint").fetchone()
    after = desk.file.settle()
    desk.file.go_on()

    assert (within, left, after) == (False, (4_000,), True)


def test_what_lies_beside_a_settled_file_only_grows_though_all_of_it_is_in_the_file(desk, sitting):
    noted(desk)
    while desk.file.tidy():
        pass
    desk.file.settle()
    (beside,) = written_beside(desk.path)
    before, file_before = whole_acts(beside), desk.path.read_bytes()
    noted(desk)
    while desk.file.tidy():
        pass

    assert len(before) < len(whole_acts(beside))
    assert whole_acts(beside)[: len(before)] == before
    assert desk.path.read_bytes() == file_before
    desk.file.go_on()


def whole_acts(beside):
    """Return what lies beside a file up to the end of its last act: what belongs to its header."""
    content = beside.read_bytes()
    (size,), salt = struct.unpack_from(">I", content, 8), content[16:24]
    end = at = 32
    while content[at + 8 : at + 16] == salt:
        at += 24 + size
        if struct.unpack_from(">I", content, at - size - 20)[0]:
            end = at
    return content[:end]


def test_a_copy_by_another_thread_and_a_look_wait_for_one_another(desk, sitting, tmp_path):
    """Both have the one connection: no answer comes to whom did not ask."""
    noted(desk)
    began = Event()

    def copy():
        began.wait()
        desk.file.copy_to(tmp_path / "copy.facilitator")

    with ThreadPoolExecutor(1) as beside:
        copying = beside.submit(copy)

        def look(_):
            began.set()
            return wait([copying], timeout=0.2).done

        done = desk.file.look(look)
    desk.file.copy_to(tmp_path / "again.facilitator")

    assert (done, copying.exception()) == (set(), None)
    assert (tmp_path / "copy.facilitator").read_bytes() == (tmp_path / "again.facilitator").read_bytes()
