"""How a command ends: with its exit code, and one sentence where it refuses."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from facilitator.domain.refusals import Explained

if TYPE_CHECKING:
    from facilitator.language.speech import Language


def run_told(app: Callable[..., object], words: Sequence[str], name: str | None = None) -> int:
    """Return the exit code of a command; what is wrong is told in one sentence, never by a traceback."""
    return told(lambda: app(list(words), prog_name=name))


def told(work: Callable[[], object]) -> int:
    """Return the exit code of some work, as above."""
    try:
        work()
    except Explained as why:
        from facilitator.language.direction import bare  # noqa: PLC0415 - loads slowly, most work is done
        from facilitator.language.refusals import sentence  # noqa: PLC0415 - the same

        sys.stderr.write(bare(sentence(spoken(), why)) + "\n")
        return 1
    except SystemExit as ended:  # how Typer ends: 0, or 2 for wrong usage, which it has explained
        return ended.code if isinstance(ended.code, int) else 1
    return 0


def spoken() -> Language:
    """Return the language of the person at the terminal."""
    from facilitator.language.speech import language_for  # noqa: PLC0415 - work that is done says nothing

    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "en"
    return language_for(wanted[:2])
