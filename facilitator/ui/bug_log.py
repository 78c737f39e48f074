"""A bug is written down, and the window goes on: where it was and of what kind, never with what words.

What an exception says may hold a name or the text of a note. The log has only its kind and its way through
the program, so that somebody can read it and send it by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

LOG = "errors.log"
_MOST, _KEPT = 100_000, 3
_PACKAGE = "facilitator"


def noted(folder: Path) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return what happens to a bug: it is written down, and the window goes on."""

    def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        told = "\n".join(_told(error)) + "\n\n"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _turn_over(folder)
            with (folder / LOG).open("a", encoding="utf-8") as log:
                log.write(told)
        except OSError:
            sys.stderr.write(told)

    return hook


def report(folder: Path) -> str:
    """Return all that was written down, the newest log last; the empty text if nothing was."""
    logs = [folder / f"{LOG}.{number}" for number in reversed(range(1, _KEPT))]
    there = [log for log in (*logs, folder / LOG) if log.is_file()]
    return "".join(log.read_text(encoding="utf-8", errors="replace") for log in there).strip()


def _turn_over(folder: Path) -> None:
    """A log that is full gives way to an empty one; the oldest is gone."""
    log = folder / LOG
    if not log.is_file() or log.stat().st_size < _MOST:
        return
    for number in reversed(range(1, _KEPT)):
        before = log if number == 1 else folder / f"{LOG}.{number - 1}"
        if before.is_file():
            before.replace(folder / f"{LOG}.{number}")


def _told(error: BaseException) -> Iterator[str]:
    """Yield the causes of an error before itself: each by its kind, with the places it went through."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _told(cause)
        yield "then"
    yield f"{type(error).__module__}.{type(error).__qualname__}"
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"  {_place(code.co_filename)}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next


def _place(file: str) -> str:
    """Return a file without what leads to it, which may be somebody's name."""
    parts = Path(file).parts
    at = max((n for n, part in enumerate(parts) if part == _PACKAGE), default=len(parts) - 1)
    return "/".join(parts[at:])
