"""How a command ends: with its exit code, and one sentence where it refuses."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

from facilitator.domain.refusals import Explained


def run_told(app: Callable[..., object], words: Sequence[str], name: str | None = None) -> int:
    """Return the exit code of a command; what is wrong is told in one sentence, never by a traceback."""
    return told(lambda: app(list(words), prog_name=name))


def told(work: Callable[[], object]) -> int:
    """Return the exit code of some work, as above."""
    try:
        work()
    except Explained as why:
        from facilitator.cli.speech import spoken  # noqa: PLC0415 - loads slowly, most work is done
        from facilitator.language.direction import bare  # noqa: PLC0415 - the same
        from facilitator.language.refusals import sentence  # noqa: PLC0415 - the same

        sys.stderr.write(bare(sentence(spoken(), why)) + "\n")
        return 1
    except SystemExit as ended:  # how Typer ends: 0, or 2 for wrong usage, which it has explained
        return ended.code if isinstance(ended.code, int) else 1
    return 0
