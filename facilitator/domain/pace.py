"""Whether a text that was handed in can be spoken, and interpreted, in the time given."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.domain.timing import MINUTE

TOO_FAST = 167
"""Words a minute: 250 fill a minute and a half; beyond that pace interpreters lose the speaker."""


@dataclass(frozen=True, slots=True)
class Pace:
    """A text of so many words against the milliseconds in which it is to be spoken, or spoken twice."""

    words: int
    ms: int
    interpreted: bool = False

    @property
    def words_per_minute(self) -> int:
        """Return the pace it would take, rounded up."""
        return -(-self.words * MINUTE * self._times // max(1, self.ms))

    @property
    def too_fast(self) -> bool:
        return self.words_per_minute > TOO_FAST

    @property
    def needed_ms(self) -> int:
        """Return the time in which it can just be interpreted."""
        return -(-self.words * MINUTE // TOO_FAST) * self._times

    @property
    def _times(self) -> int:
        return 2 if self.interpreted else 1


def pace(words: int | None, ms: int, *, interpreted: bool = False) -> Pace | None:
    """Return the pace of a text of so many words; None if none was handed in.

    If every sentence is interpreted after it was spoken, half of the time is the interpreter's.
    """
    return None if words is None else Pace(words, ms, interpreted)
