"""What the commands share: a workshop's desk for as long as a command takes, and how answers are printed."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from facilitator.acts.desk import Desk, open_desk
from facilitator.cli.keys import key_of
from facilitator.language.speech import mark

File = Annotated[Path, typer.Argument(help=mark("The workshop's file."), show_default=False)]
PanelNumber = Annotated[
    int | None, typer.Option("--panel", help=mark("Panel, counted from 1 in programme order."))
]
AsJson = Annotated[bool, typer.Option("--json", help=mark("Answer in JSON."))]


@contextmanager
def desk_of(file: Path, clock: Callable[[], int]) -> Iterator[Desk]:
    desk = open_desk(file, clock, key_of(file))
    try:
        yield desk
    finally:
        desk.close()


def system_clock() -> int:
    """Return the time of day in UTC milliseconds."""
    return time.time_ns() // 1_000_000


def print_found(found: Mapping[str, Any], lines: Iterable[str], *, as_json: bool) -> None:
    for line in [json.dumps(found, ensure_ascii=False)] if as_json else lines:
        print(line)
