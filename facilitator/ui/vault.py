"""What keeps the workshop of a window: its key, its snapshots, and the way back to one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from facilitator.acts.desk import Desk
from facilitator.acts.erasure import Certificate, certified_erasure
from facilitator.acts.keys import Encrypted, encrypt, find_key, keep_in_keyring
from facilitator.acts.safety import repair, rescued_told, restore_snapshot
from facilitator.domain.people import Participant
from facilitator.domain.refusals import Explained
from facilitator.language.refusals import sentence
from facilitator.language.speech import Language
from facilitator.store.faults import FileEmpty, FileEncrypted, FileMissing
from facilitator.store.keys import FileKey
from facilitator.store.rescue import Rescued
from facilitator.store.snapshots import Snapshot, Why, snapshots, stamp
from facilitator.ui.settings.erasing import People
from facilitator.ui.start.parts import StartAttire
from facilitator.ui.start.unlock import Unlock
from facilitator.ui.tokens import Tokens


class Window(Protocol):
    """What is asked of the window that has the workshop."""

    language: Language

    def colours(self) -> Tokens: ...

    def open(self, path: Path, *, key: FileKey | None = None) -> bool: ...

    def leave(self) -> None: ...

    def now(self) -> int: ...

    def put(self, page: QWidget) -> None: ...

    def tell(self, told: str, *, bad: bool = True) -> None: ...

    def setWindowTitle(self, arg__1: str, /) -> None: ...

    def show_start(self, fault: str = "") -> None: ...


def remember(window: Window, key: FileKey) -> None:
    """The keyring of the computer keeps the key, or the window tells that there is none."""
    if not keep_in_keyring(key):
        window.tell(window.language.say("This computer has no keyring: the passphrase will be asked for."))


_LOST = frozenset(
    [
        *("acts_lost", "copied_while_open", "file_cut_short", "file_damaged", "file_empty", "file_missing"),
        "not_a_workshop",
    ]
)


class Vault:
    """Closes the workshop where its file must lie still, and opens it again."""

    def __init__(self, window: Window, desk: Desk | None = None) -> None:
        self._window, self._desk = window, desk

    @property
    def encrypted(self) -> bool:
        return self._desk is not None and self._desk.key is not None

    def snapshots(self) -> tuple[Snapshot, ...]:
        return () if self._desk is None else snapshots(self._desk.path)

    def keep(self) -> str:
        """Return what is to be told of a snapshot made now."""
        say = self._window.language.say
        if self._desk is None:
            return ""
        try:
            self._desk.keep_snapshot(Why.ASKED)
        except Explained as told:
            return sentence(self._window.language, told)
        newest = next(iter(self.snapshots()), None)
        if newest is not None and not newest.sound:
            return say("It was kept, but its journal is not as it was written. Ask somebody to look at it.")
        return say("The workshop was read from end to end: it is sound, and the newest snapshot holds it.")

    def ask(self, path: Path) -> None:
        """The window asks for what opens the file."""

        def opened(typed: str, remembered: bool) -> None:  # noqa: FBT001 - as the page tells it
            key = find_key(path, typed)
            if self._window.open(path, key=key) and remembered and key is not None:
                remember(self._window, key)

        self._ask(path, opened)

    def _ask(self, path: Path, opened: Callable[[str, bool], object]) -> None:
        window = self._window
        attire = StartAttire(window.language, window.colours())
        page = Unlock(attire, path, opened)
        page.left.connect(window.show_start)
        window.setWindowTitle("Facilitator")  # what the workshop is called is its own
        window.put(page)

    def offer(self, path: Path, told: Explained) -> tuple[str, Callable[[], object]] | None:
        """Return what can be done about a file that cannot be opened: in a word, and as an act."""
        say = self._window.language.say
        if told.code not in _LOST:
            return None
        newest = next(iter(snapshots(path)), None)
        if newest is not None:
            words = say("Go back to {date}, {time}", **self._moment(newest.at))
            return words, lambda: self.recover(path, newest.path)
        if isinstance(told, FileMissing | FileEmpty):
            return None
        return say("Rescue what can be read"), lambda: self.rescue(path)

    def recover(self, path: Path, snapshot: Path, typed: str | None = None) -> None:
        """The window has the workshop as a snapshot holds it; its key is asked for if need be."""
        window = self._window
        try:
            key = find_key(snapshot, typed)
        except FileEncrypted:
            self._ask(path, lambda words, _: self.recover(path, snapshot, words))
            return
        self._told(path, lambda: restore_snapshot(snapshot, path, window.now(), key), key)

    def rescue(self, path: Path) -> None:
        """The window has a new file of what can be read; the damaged one is as it was."""
        target = path.with_name(f"{path.stem}-{stamp(self._window.now())}{path.suffix}")
        came: list[Rescued] = []
        if self._told(target, lambda: came.append(repair(path, target, self._window.now())), None):
            self._window.tell("\n".join(rescued_told(came[0], target, self._window.language)), bad=False)

    def _told(self, path: Path, work: Callable[[], object], key: FileKey | None) -> bool:
        """Say whether the workshop is open after that work; if not, the start screen tells why."""
        try:
            work()
        except Explained as told:
            self._window.show_start(sentence(self._window.language, told))
            return False
        return self._window.open(path, key=key)

    def _moment(self, at: int) -> dict[str, str]:
        language = self._window.language
        return {"date": language.date(at), "time": language.time_of_day(at)}

    def lock(self) -> None:
        """The key is gone from memory, and every window that showed something of the workshop is blank."""
        if self._desk is not None and self.encrypted:
            path = self._desk.path
            self._window.leave()
            self.ask(path)

    def encrypt(self, passphrase: str) -> Encrypted:
        """Return what is to be told once the workshop and its snapshots are under a new key."""
        made: list[Encrypted] = []

        def work(path: Path, key: FileKey | None) -> FileKey:
            made.append(encrypt(path, passphrase, key))
            return made[0].key

        self._while_closed(work)
        return made[0]

    def usual_page(self) -> Path:
        """Return what the page with the recovery code is called, and where it is, unless somebody chooses."""
        stem = "" if self._desk is None else self._desk.path.stem
        return Path.home() / f"{stem}-recovery.pdf"

    def write_page(self, target: Path, code: str) -> str:
        """Return what is told of the page with the code: it is where somebody wanted it, and nowhere else."""
        from facilitator.acts.recovery_page import write_recovery_page  # noqa: PLC0415 - what sets type loads slowly

        window = self._window
        file = "" if self._desk is None else self._desk.path.name
        try:
            write_recovery_page(target, code=code, file=file, language=window.language, now=window.now())
        except Explained as told:
            return sentence(window.language, told)
        say = window.language.say
        return say(
            "The code stands in {file}. Print it, and do not keep it on this laptop.", file=target.name
        )

    def people(self) -> People:
        return {} if self._desk is None else self._desk.view().people

    def erase(self, who: Participant) -> tuple[Certificate, Path]:
        """Return what was done once nothing in the workshop tells of somebody, and its certificate."""
        made: list[tuple[Certificate, Path]] = []
        now = self._window.now()

        def work(path: Path, key: FileKey | None) -> FileKey | None:
            out = path.with_name(f"{path.stem}-erasure-{stamp(now)}.json")
            made.append((certified_erasure(path, who.id, now, out, key), out))
            return key

        self._while_closed(work)
        return made[0]

    def restore(self, snapshot: Snapshot) -> Path | None:
        """The workshop goes on from a snapshot; returns where what it was lies beside it."""
        aside: Path | None = None

        def work(path: Path, key: FileKey | None) -> FileKey | None:
            nonlocal aside
            aside = restore_snapshot(snapshot.path, path, now, key)
            return key

        now = 0 if self._desk is None else self._desk.now()
        self._while_closed(work)
        return aside

    def _while_closed(self, work: Callable[[Path, FileKey | None], FileKey | None]) -> None:
        """The window has the workshop again afterwards; what the work raises is raised then."""
        if self._desk is None:
            return
        path, key = self._desk.path, self._desk.key
        self._window.leave()
        try:
            key = work(path, key)
        finally:
            self._window.open(path, key=key)
