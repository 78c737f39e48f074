"""An encrypted workshop: opens by passphrase, code or keyring, and holds no word that can be read without."""

import os
import shutil
import subprocess
import sys
import traceback

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend

from facilitator.acts.desk import open_desk
from facilitator.acts.keys import (
    PassphraseTooShort,
    encrypt,
    find_key,
    is_encrypted,
    keep_in_keyring,
    key_for_new,
)
from facilitator.acts.safety import check, keep_settled, repair, restore_snapshot
from facilitator.acts.workshops import new_workshop
from facilitator.domain.notes import NoteKind
from facilitator.store.faults import FileDamaged, FileEncrypted, FileNewer, WrongPassphrase
from facilitator.store.keys import FileKey, NotARecoveryCode, by_code, new_key, recovery_code
from facilitator.store.snapshots import Why, snapshots
from tests.books import tables_of
from tests.conftest import TEN

WORDS, OTHER, WRONG = "correct horse battery", "staple and tree", "something else"
TOLD = "Zwischenruf"  # stands in a name, a note and an unfinished line


class Memory(KeyringBackend):
    """A keyring that lasts as long as a test."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.kept:
            raise keyring.errors.PasswordDeleteError
        del self.kept[service, username]


@pytest.fixture
def ring():
    before = keyring.get_keyring()
    keyring.set_keyring(Memory())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def no_ring():
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def made(tmp_path):
    path = tmp_path / "w.facilitator"
    given = key_for_new(WORDS)
    new_workshop(path, language="en", at=TEN, title="A workshop", key=given.key)
    fill(path, given.key)
    return path, given


def fill(path, key=None):
    desk = open_desk(path, lambda: TEN, key)
    desk.do("add_category", key="GOV", label="States")
    desk.do("add_participant", name=f"{TOLD} of a delegate", category="GOV")
    desk.do("add_panel", title="Remedies", starts=TEN, ends=TEN + 3_600_000)
    desk.do("open_panel", panel=1)
    desk.do("write_note", text=f"A note about {TOLD}", kind=NoteKind.POINT)
    desk.close()


def tables(path, key):
    desk = open_desk(path, lambda: TEN, key)
    found = tables_of(desk)
    desk.close()
    return found


def with_the_word(folder):
    return sorted(
        path.name for path in folder.rglob("*") if path.is_file() and TOLD.encode() in path.read_bytes()
    )


def test_each_way_opens_the_file_and_nothing_else_does(made, ring):
    path, given = made
    by_words, by_print = find_key(path, f" {WORDS}\n"), find_key(path, given.code.lower().replace("-", " "))
    with pytest.raises(FileEncrypted):
        find_key(path)
    with pytest.raises(WrongPassphrase):
        find_key(path, "correct horse batterie")
    assert keep_in_keyring(given.key)

    assert by_words == by_print == find_key(path) == given.key
    assert is_encrypted(path)
    with pytest.raises(FileEncrypted):
        open_desk(path, lambda: TEN)
    with pytest.raises(WrongPassphrase):
        open_desk(path, lambda: TEN, new_key(WORDS))


def test_without_a_keyring_the_passphrase_is_asked_for(made, no_ring):
    path, given = made

    assert not keep_in_keyring(given.key)
    with pytest.raises(FileEncrypted):
        find_key(path)


def test_no_word_can_be_read_anywhere_while_it_is_in_use(made, tmp_path, monkeypatch):
    path, given = made
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(passing))
    desk = open_desk(path, lambda: TEN, given.key)
    desk.keep_snapshot(Why.ASKED)
    desk.file.settle()
    desk.do("write_note", text=f"{TOLD} again", kind=NoteKind.POINT)
    desk.keep_draft(f"{TOLD} unfinished")
    keep_settled(path, TEN, Why.REGULAR, given.key)
    desk.file.go_on()
    copied = tmp_path / "copied"
    copied.mkdir()
    desk.copied(copied)
    crashed = tmp_path / "crashed"
    shutil.copytree(tmp_path, crashed, ignore=shutil.ignore_patterns("crashed"))
    open_desk(crashed / path.name, lambda: TEN, given.key).close()

    assert path.with_name("w.facilitator-wal").stat().st_size > 0
    assert with_the_word(tmp_path) == []
    assert TOLD in str(tables_of(desk))
    desk.close()


def test_no_word_and_no_key_is_in_what_an_exception_tells(made):
    path, given = made
    desk = open_desk(path, lambda: TEN, given.key)
    told = []
    for act, arguments in [
        ("add_participant", {"name": TOLD, "category": "nobody"}),
        ("write_note", {"text": TOLD, "kind": NoteKind.POINT, "intervention": "none"}),
    ]:
        try:
            desk.do(act, **arguments)
        except Exception:  # noqa: BLE001 - whatever it is, its text is what is looked at
            told.append(traceback.format_exc())
    try:
        desk.file._connection.exec_driver_sql("INSERT INTO nowhere VALUES (?)", (TOLD,))
    except Exception:  # noqa: BLE001 - as above
        told.append(traceback.format_exc())
    desk.close()

    assert len(told) == 3
    assert [text for text in told if TOLD in text] == []
    assert repr(given.key) == "FileKey()"


def test_a_workshop_is_encrypted_later_with_its_snapshots(tmp_path, ring):
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=TEN, title="A workshop")
    fill(path)
    desk = open_desk(path, lambda: TEN)
    desk.keep_snapshot(Why.ASKED)
    before = tables_of(desk)
    desk.close()
    assert with_the_word(tmp_path) != []
    given = encrypt(path, WORDS)

    assert with_the_word(tmp_path) == []
    assert tables(path, given.key) == before
    assert check(path, given.key).found.findings == ()
    assert tables(snapshots(path)[0].path, find_key(snapshots(path)[0].path, WORDS)) == before


def test_a_new_key_opens_file_and_snapshots_and_the_old_one_does_not(made, ring):
    path, given = made
    desk = open_desk(path, lambda: TEN, given.key)
    desk.keep_snapshot(Why.ASKED)
    before = tables_of(desk)
    desk.close()
    keep_in_keyring(given.key)
    anew = encrypt(path, OTHER, given.key)

    for each in (path, snapshots(path)[0].path):
        for old in (WORDS, given.code):
            with pytest.raises(WrongPassphrase):
                find_key(each, old)
        with pytest.raises(FileEncrypted):
            find_key(each)
        assert tables(each, find_key(each, OTHER)) == before
    assert (anew.left, anew.code == given.code) == ((), False)


def test_a_copy_that_is_not_under_the_old_key_is_named_and_left(made):
    path, given = made
    other = path.with_name("w.set-aside-20191021T080000000Z.facilitator")
    new_workshop(other, language="en", at=TEN, title="Plain")

    assert encrypt(path, OTHER, given.key).left == (other,)


def test_snapshots_restores_and_rescues_stay_under_the_key(made, tmp_path):
    path, given = made
    desk = open_desk(path, lambda: TEN, given.key)
    desk.keep_snapshot(Why.ASKED)
    before = tables_of(desk)
    desk.close()
    restore_snapshot(snapshots(path)[0].path, path, TEN, find_key(snapshots(path)[0].path, WORDS))
    rescued = tmp_path / "rescued.facilitator"
    repair(path, rescued, TEN, given.key)

    for each in (path, rescued):
        assert tables(each, find_key(each, WORDS)) == before
    assert with_the_word(tmp_path) == []


def test_a_flipped_bit_is_found_and_a_newer_file_is_known_without_the_key(made):
    path, given = made
    whole = path.read_bytes()
    with path.open("rb+") as file:
        file.seek(4096 * 20 + 100)
        byte = file.read(1)[0]
        file.seek(4096 * 20 + 100)
        file.write(bytes([byte ^ 1]))
    with pytest.raises(FileDamaged):
        open_desk(path, lambda: TEN, given.key)
    assert not check(path, given.key).found.sound
    path.write_bytes(whole[:60] + (9_999).to_bytes(4, "big") + whole[64:])
    with pytest.raises(FileNewer):
        open_desk(path, lambda: TEN)


@given(st.binary(min_size=16, max_size=16))
def test_a_code_gives_the_key_back_however_it_is_typed(secret):
    key = FileKey(secret, bytes(20))
    code = recovery_code(key)

    assert by_code(bytes(20), code) == key
    assert by_code(bytes(20), code.replace("-", "").replace("0", "o").replace("1", "l")) == key


@given(st.binary(min_size=16, max_size=16), st.data())
def test_a_wrong_letter_is_told_before_anything_is_tried(secret, data):
    code = recovery_code(FileKey(secret, bytes(20))).replace("-", "")
    at = data.draw(st.integers(0, len(code) - 2))
    other = data.draw(st.sampled_from([c for c in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" if c != code[at]]))
    try:
        found = by_code(bytes(20), code[:at] + other + code[at + 1 :])
    except NotARecoveryCode:
        return
    assert found.secret != secret  # one of four thousand passes the check, and opens nothing


def test_a_short_passphrase_is_refused():
    with pytest.raises(PassphraseTooShort):
        key_for_new("  1234567 ")


def run(*words, **around):
    env = {name: value for name, value in os.environ.items() if not name.startswith("FACILITATOR_P")}
    return subprocess.run(
        [sys.executable, "-m", "facilitator", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**env, "LC_ALL": "C", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", **around},
    )


def test_the_command_line_makes_opens_and_refuses_encrypted_workshops(tmp_path):
    path = tmp_path / "w.facilitator"
    made = run("new", path, "--template", "durban-2019", "--encrypt", FACILITATOR_PASSPHRASE=WORDS)
    opened = run("stats", path, FACILITATOR_PASSPHRASE=WORDS)
    printed = run("stats", path, FACILITATOR_PASSPHRASE=made.stdout.split()[2])
    wrong = run("stats", path, FACILITATOR_PASSPHRASE=WRONG)
    none = run("stats", path)
    anew = run("encrypt", path, FACILITATOR_PASSPHRASE=WORDS, FACILITATOR_NEW_PASSPHRASE=OTHER)

    assert [each.returncode for each in (made, opened, printed, wrong, none, anew)] == [0, 0, 0, 1, 1, 0]
    assert wrong.stderr == (
        "This does not open w.facilitator. Check the passphrase, or type the recovery code.\n"
    )
    assert none.stderr == "w.facilitator is encrypted. Give its passphrase or its recovery code.\n"
    assert run("stats", path, FACILITATOR_PASSPHRASE=OTHER).returncode == 0
