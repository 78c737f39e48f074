"""How a command ends: with its exit code, and one sentence where it refuses."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from facilitator.domain.refusals import Explained

_TO_BE_RESCUED = ("acts_lost", "copied_while_open", "workshop_flawed")
"""What a window has a button for: here it is told what to type."""


def run_told(app: Callable[..., object], words: Sequence[str], name: str | None = None) -> int:
    """Return the exit code of a command; what is wrong is told in one sentence, never by a traceback."""
    return told(lambda: _ended(app, words, name))


def _ended(app: Callable[..., object], words: Sequence[str], name: str | None) -> None:
    """Raises SystemExit; a line that is written wrongly is told in the language of whoever wrote it."""
    import typer  # noqa: PLC0415 - loads slowly, and is loaded by now where a command is explained

    wrong_usage: type[Exception] = typer.BadParameter.__bases__[0]  # which the library names nowhere
    try:
        code = app(list(words), prog_name=name, standalone_mode=False)
    except typer.Abort:
        code = 1
    except wrong_usage as fault:
        from facilitator.cli.usage import usage_sentence  # noqa: PLC0415 - most lines are written rightly

        sys.stderr.write(usage_sentence(fault, name or f"facilitator {words[0]}") + "\n")
        code = 2
    raise SystemExit(code if isinstance(code, int) else 0)


def told(work: Callable[[], object]) -> int:
    """Return the exit code of some work, as above."""
    try:
        work()
    except Explained as why:
        from facilitator.cli.speech import spoken  # noqa: PLC0415 - loads slowly, most work is done
        from facilitator.language.direction import bare  # noqa: PLC0415 - the same
        from facilitator.language.refusals import sentence  # noqa: PLC0415 - the same

        sys.stderr.write(bare(sentence(spoken(), why)) + "\n")
        if why.code in _TO_BE_RESCUED:
            there = Path(str(why.details["folder"]), str(why.details["file"]))
            command = f'facilitator check "{there}" --repair OUT'
            line = spoken().say("To rescue what can be read, type: {command}", command=command)
            sys.stderr.write(bare(line) + "\n")
        return 1
    except SystemExit as ended:  # how Typer ends: 0, or 2 for wrong usage, which it has explained
        return ended.code if isinstance(ended.code, int) else 1
    return 0
