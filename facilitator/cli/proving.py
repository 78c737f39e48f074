"""What the proof's command does, however its words were read."""

from __future__ import annotations

from pathlib import Path

from facilitator.cli.progress import shown


def prove(source: Path, target: Path, width_pt: float | None) -> None:
    """The target is the proof of the paragraphs in `source`; long work shows how far it is."""
    from facilitator.acts.proof import make_proof  # noqa: PLC0415 - other commands do without the typesetter

    with shown(source.name) as progress:
        make_proof(source, target, width_pt, progress)
