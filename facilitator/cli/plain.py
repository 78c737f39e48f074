"""The proof's command in its usual form, understood without what explains options, which loads slowly."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from facilitator.cli.proving import prove
from facilitator.cli.telling import told


def run_proof(words: Sequence[str]) -> int:
    """Return the exit code of `facilitator proof` with these words behind it."""
    match words:
        case [source, "-o" | "--out", target, *rest] if not f"{source[:1]}{target[:1]}".count("-"):
            match rest:
                case []:
                    return told(lambda: prove(Path(source), Path(target), None))
                case ["--width", width] if width.isdecimal():
                    return told(lambda: prove(Path(source), Path(target), float(width)))
    from facilitator.cli.proof import run_explained  # noqa: PLC0415 - the usual form does without

    return run_explained(words)
