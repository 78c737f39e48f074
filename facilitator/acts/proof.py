"""A proof of the typesetter from a file of paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from facilitator.acts.output import written_whole
from facilitator.documents.proof import ProofFault, UnfitWidth, read_paragraphs, set_proof
from facilitator.documents.typeset import MissingGlyphs
from facilitator.domain.refusals import Explained


class ProofUnreadable(Explained):
    """`file` holds no paragraphs; `where` says at which place."""


class ProofTooWide(Explained):
    """A column of `width` points does not fit on the page, or holds no word."""


class GlyphsMissing(Explained):
    """No font has these `characters`."""


def make_proof(
    source: Path, target: Path, width_pt: float | None, progress: Callable[[int, int], None] | None = None
) -> None:
    """The target is the proof of the paragraphs in `source`, or is as it was; raises Explained."""
    try:
        paragraphs = read_paragraphs(source)
        with written_whole(target) as making:
            set_proof(paragraphs, making, width_pt=width_pt, title=target.stem, progress=progress)
    except ProofFault as fault:
        where = fault.what.value if fault.index is None else str(fault.index + 1)
        raise ProofUnreadable(file=source.name, where=where) from fault
    except UnfitWidth as fault:
        raise ProofTooWide(width=f"{fault.width_pt:g}") from fault
    except MissingGlyphs as fault:
        raise GlyphsMissing(characters=named(fault.characters)) from fault


def named(characters: str) -> str:
    """Return characters with their numbers, so that an invisible one can be found."""
    return ", ".join(f"{character} (U+{ord(character):04X})" for character in sorted(set(characters)))
