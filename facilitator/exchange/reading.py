"""Packages that another process of this program reads, while this one writes what was in the one before.

What it makes ready comes through a pipe, piece by piece. Nothing of it touches a disk.
"""

from __future__ import annotations

import json
import marshal
import os
import struct
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
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

WORD = "packages"
"""The word by which the program is asked to read some."""
_SIZE = struct.Struct(">I")
_AHEAD = 32  # pieces: about a package is read before it is asked for
_PIPE = 1 << 20
_LOOK_S, _END_S = 0.005, 5
_FAULTS = {fault.__name__: fault for fault in PackageFault.__subclasses__()}
Outcome = Understood | PackageFault


class ReadingBroke(Exception):
    """The process ended by a bug; it holds what the process said."""


def serve(asked: Mapping[str, Any], out: BinaryIO) -> None:
    """Write to a pipe what packages hold, or why they cannot be used, one after the other."""
    for name in asked["packages"]:
        for told in _told_of(Path(name), asked["key"]):
            content = marshal.dumps(told)
            out.write(_SIZE.pack(len(content)) + content)
        out.flush()


def _told_of(path: Path, key: str | None) -> Iterator[Any]:
    try:
        told = understood_with(key, package_bytes(path), path.name)
    except PackageFault as fault:
        yield type(fault).__name__, fault.details
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

    def __init__(self, packages: Sequence[Path], key: str | None, pause: Pause) -> None:
        self._packages, self._pause = packages, pause
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
        asked = {"packages": [str(path) for path in packages], "key": key}
        self._listens = Thread(target=self._listen, args=(json.dumps(asked).encode() + b"\n",), daemon=True)
        self._listens.start()

    def __iter__(self) -> Iterator[Outcome]:
        """Yield what each package holds; its runs are to be read before the next one is asked for."""
        for path in self._packages:
            head, *rest = self._next()
            if isinstance(head, str):
                yield _FAULTS[head](**rest[0])
                continue
            runs, digest = rest
            yield Understood(header_of(head), [self._run(run) for run in runs], digest, path.name)

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

    def _listen(self, asked: bytes) -> None:
        """What the process tells waits for whoever wants it; nothing comes after the empty piece."""
        source, target = self._process.stdout, self._process.stdin
        if source is None or target is None:
            return
        with suppress(OSError):  # it is gone: the empty piece says so
            target.write(asked)
            target.close()
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
