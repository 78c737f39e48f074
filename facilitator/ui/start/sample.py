"""The sample workshop of a window: in a folder that is gone when it is closed."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from facilitator.acts.sample import build

Clock = Callable[[], int]


class Sample:
    """A throwaway copy, with a clock that runs on from the moment it is about."""

    def __init__(self, language: str) -> None:
        self._folder = Path(mkdtemp(prefix="facilitator-"))
        self.path = self._folder / f"sample-{language}.facilitator"
        self.clock = running_from(build(self.path, language))

    def remove(self) -> None:
        rmtree(self._folder, ignore_errors=True)


def running_from(moment: int) -> Clock:
    """Return a clock that shows `moment` now and runs on from there."""
    began = time.monotonic_ns()
    return lambda: moment + (time.monotonic_ns() - began) // 1_000_000
