"""What is wrong with a row of a list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Defect:
    """What is wrong with `field` in `row`; `problem` is a code whose sentence is in the catalogues."""

    row: int
    field: str
    problem: str
