"""The list of acts: what each is called, what it takes, what it may refuse."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, NewType, get_type_hints

from facilitator.acts.holder import by_the_holder
from facilitator.domain.refusals import FloorElsewhere, Refusal
from facilitator.store.work import Work

Seconds = NewType("Seconds", float)
Minutes = NewType("Minutes", float)
Instant = NewType("Instant", int)


class Unsaid(Enum):
    """Stands for an argument that was not given, where None means something of its own."""

    UNSAID = "unsaid"


UNSAID = Unsaid.UNSAID


class UnknownAct(Refusal):
    """There is no act of this name."""


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    type: Any
    required: bool


@dataclass(frozen=True, slots=True)
class Act:
    """An act by its fixed name; `desk` says whose undo takes it back."""

    name: str
    desk: str
    run: Callable[..., str | None]
    parameters: tuple[Parameter, ...]
    refusals: tuple[str, ...]
    summary: str


ACTS: dict[str, Act] = {}


def act(
    desk: str, *refuses: type[Refusal], anywhere: bool = False
) -> Callable[[Callable[..., str | None]], Callable[..., str | None]]:
    """Enter a function into the list under its own name; its first parameter is the work.

    An act of the floor is refused where the floor is not held, unless it may be done `anywhere`.
    """
    held = desk == "floor" and not anywhere

    def enter(function: Callable[..., str | None]) -> Callable[..., str | None]:
        name = function.__name__
        summary = (inspect.getdoc(function) or "").partition("\n")[0]
        also = (FloorElsewhere,) if held and FloorElsewhere not in refuses else ()
        codes = tuple(refusal().code for refusal in (*refuses, *also))
        run = by_the_holder(function) if held else function
        ACTS[name] = Act(name, desk, run, _parameters(function), codes, summary)
        return function

    return enter


@dataclass(frozen=True, slots=True)
class Answer:
    """An act that was done: the journal's event, empty if there was nothing to do; the id of what it made."""

    event: str
    id: str | None = None


def find_act(name: str) -> Act:
    """Return the act of a name; raises UnknownAct."""
    if name not in ACTS:
        raise UnknownAct(act=name)
    return ACTS[name]


def _parameters(function: Callable[..., Any]) -> tuple[Parameter, ...]:
    types: Mapping[str, Any] = get_type_hints(function)
    found = list(inspect.signature(function).parameters.values())[1:]
    return tuple(Parameter(p.name, types[p.name], p.default is inspect.Parameter.empty) for p in found)


def ms(seconds: Seconds) -> int:
    """Return whole milliseconds."""
    return round(seconds * 1000)


__all__ = [
    "ACTS",
    "UNSAID",
    "Act",
    "Instant",
    "Minutes",
    "Parameter",
    "Seconds",
    "Unsaid",
    "Work",
    "act",
    "ms",
]
