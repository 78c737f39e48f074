"""What a trial finds wanting."""

from __future__ import annotations


class Failed(Exception):
    """What should be the case is not; the text says what."""


def must(*, be: bool, told: str) -> None:
    """Raise Failed with what is told unless it is the case."""
    if not be:
        raise Failed(told)
