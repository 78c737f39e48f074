"""What is wrong with a row of a list."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Defect:
    """What is wrong with `field` in `row`, and for how many `minutes` if it is a matter of time.

    `problem` is a code whose sentence is in the catalogues.
    """

    row: int
    field: str
    problem: str
    minutes: int = 0

    def as_json(self) -> dict[str, int | str]:
        """Return what is told to a program; minutes only where there are any."""
        return {name: value for name, value in asdict(self).items() if name != "minutes" or value}
