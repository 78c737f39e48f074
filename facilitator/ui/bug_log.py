"""A bug is written down with its traceback, and the window goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType


def noted(folder: Path) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return what happens to a bug: it is written down with its traceback, and the window goes on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        from traceback import format_exception  # noqa: PLC0415 - only a bug needs it

        told = "".join(format_exception(kind, error, trace))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / "errors.log").open("a", encoding="utf-8") as log:
                log.write(told + "\n")
        except OSError:
            sys.stderr.write(told)

    return hook
