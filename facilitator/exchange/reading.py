"""Packages that another process of this program reads, while this one writes what was in the one before.

What it makes ready comes through a pipe, piece by piece. Nothing of it touches a disk. Where it is behind,
this process reads one that it has not begun rather than wait: which of them is slower changes by the hour.
"""

from __future__ import annotations

import json
import marshal
import os
import struct
import subprocess
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path
from queue import Empty, Full, Queue
from threading import Event as Flag
from threading import Thread
from typing import IO, Any, BinaryIO

from facilitator.exchange.faults import PackageFault
from facilitator.exchange.package import header_of
from facilitator.exchange.understanding import Understood, package_bytes, understood_with
from facilitator.language.places import own_program
from facilitator.store.coming import Bound, Coming, Event
from facilitator.store.steps import Pause
from facilitator.store.write_ahead import Beside

WORD = "packages"
"""The word by which the program is asked to read some."""
_SIZE = struct.Struct(">I")
_AHEAD = 32  # pieces: about a package is read before it is asked for
_PIPE = 1 << 20
_LOOK_S, _END_S = 0.005, 5
_ASKED = 2  # packages, besides the one that is taken in
_MOST_HERE = 2 << 20
"""What is larger is not read here: only pieces of it are ever in this process."""
_FAULTS = {fault.__name__: fault for fault in PackageFault.__subclasses__()}
Outcome = Understood | PackageFault


class ReadingBroke(Exception):
    """The process ended by a bug; it holds what the process said."""


def serve(asked: Iterable[str], out: BinaryIO) -> None:
    """Write to a pipe what packages hold, or why they cannot be used: a key is told first, then each path."""
    told_to = map(json.loads, asked)
    key = next(told_to, None)
    for name in told_to:
        for told in _told_of(Path(name), key):
            content = marshal.dumps(told)
            out.write(_SIZE.pack(len(content)) + content)
        out.flush()


def outcome(path: Path, key: str | None) -> Outcome:
    """Return what a package holds, or why it cannot be used."""
    try:
        return understood_with(key, package_bytes(path), path.name)
    except PackageFault as fault:
        return fault


def read_by_two(
    packages: Sequence[Path], key: str | None, pause: Pause, beside: Beside
) -> Generator[Outcome]:
    """Yield in order what each package holds; its runs are to be read before the next is asked for."""
    left = deque(enumerate(packages))
    here: dict[int, Outcome] = {}

    def read_here(number: int, path: Path) -> None:
        here[number] = beside(partial(outcome, path, key))

    with closing(Reader(key, pause)) as reader:
        if len(left) > 1 and _is_small(packages[0]):  # while the process starts
            first = left.popleft()
            reader.ask_ahead(left)
            read_here(*first)
        for number in range(len(packages)):
            reader.ask_ahead(left)
            if not here and reader.is_behind and left and _is_small(left[0][1]):
                read_here(*left.popleft())
            yield here.pop(number) if number in here else reader.next_told()


def _is_small(path: Path) -> bool:
    return not path.is_file() or path.stat().st_size <= _MOST_HERE


def _told_of(path: Path, key: str | None) -> Iterator[Any]:
    told = outcome(path, key)
    if isinstance(told, PackageFault):
        yield type(told).__name__, told.details
        return
    yield asdict(told.header), [run[:-1] for run in told.runs], told.digest
    for run in told.runs:
        for piece in run.pieces:
            yield [(tuple(row), written) for row, written in piece]


def _widen(pipe: IO[bytes] | None) -> None:
    """A piece is on its way whole, where pipes may be as wide: who reads goes on before it is taken out."""
    if sys.platform == "linux" and pipe is not None:
        import fcntl  # noqa: PLC0415 - no other system has it

        with suppress(OSError):  # a system may allow its users less
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


class Reader:
    """A process that reads packages; `pause` is called while it is waited for. It is to be closed."""

    def __init__(self, key: str | None, pause: Pause) -> None:
        self._pause = pause
        self._asked: deque[Path] = deque()
        self._pieces: Queue[bytes] = Queue(_AHEAD)
        self._closed = Flag()
        self._process = subprocess.Popen(  # noqa: S603 - this very program
            [*own_program(), WORD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUTF8": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        _widen(self._process.stdout)
        self._listens = Thread(target=self._listen, daemon=True)
        self._listens.start()
        self._say(key)

    def ask(self, path: Path) -> None:
        """The process reads this one, too, after those that it was asked for before."""
        self._asked.append(path)
        self._say(str(path))

    def ask_ahead(self, left: deque[tuple[int, Path]]) -> None:
        """The process has something to read, as far as anything is left, and no more than that."""
        while left and len(self._asked) < _ASKED:
            self.ask(left.popleft()[1])

    @property
    def is_behind(self) -> bool:
        """Say whether whoever asks for the next one now would wait."""
        return self._pieces.empty()

    def next_told(self) -> Outcome:
        """Return what the next package holds; its runs are to be read before another one is asked for."""
        path = self._asked.popleft()
        head, *rest = self._next()
        if isinstance(head, str):
            return _FAULTS[head](**rest[0])
        runs, digest = rest
        return Understood(header_of(head), [self._run(run) for run in runs], digest, path.name)

    def close(self) -> None:
        """The process is gone."""
        self._closed.set()
        self._process.kill()
        self._process.wait(_END_S)
        self._listens.join(_END_S)
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _run(self, told: Sequence[Any]) -> Coming:
        laptop, previous, first, last, hash_, in_part = told
        return Coming(laptop, previous, first, last, hash_, in_part, self._read(first, last))

    def _read(self, first: int, last: int) -> Iterator[Sequence[Event]]:
        while first <= last:
            piece = [(Bound._make(row), written) for row, written in self._next()]
            first += len(piece)
            yield piece

    def _next(self) -> Any:  # noqa: ANN401 - what was told
        while True:
            try:
                content = self._pieces.get(timeout=_LOOK_S)
            except Empty:
                self._pause()
                continue
            if not content:
                raise ReadingBroke(self._said())
            return marshal.loads(content)  # noqa: S302 - this very program wrote it

    def _said(self) -> str:
        said = b"" if self._process.stderr is None else self._process.stderr.read()
        return said.decode("utf-8", "replace").strip()

    def _say(self, told: str | None) -> None:
        target = self._process.stdin
        if target is not None:
            with suppress(OSError):  # it is gone: the empty piece says so
                target.write(json.dumps(told).encode() + b"\n")
                target.flush()

    def _listen(self) -> None:
        """What the process tells waits for whoever wants it; nothing comes after the empty piece."""
        source = self._process.stdout
        if source is None:
            return
        with suppress(OSError):  # it is gone: the empty piece says so
            while len(head := source.read(_SIZE.size)) == _SIZE.size:
                (size,) = _SIZE.unpack(head)
                if len(piece := source.read(size)) < size:
                    break  # it was ended in the middle of a piece
                self._keep(piece)
        self._keep(b"")

    def _keep(self, piece: bytes) -> None:
        while not self._closed.is_set():
            with suppress(Full):
                self._pieces.put(piece, timeout=_LOOK_S)
                return
