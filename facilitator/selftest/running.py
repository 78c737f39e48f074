"""The order of the trials, and what is said of each."""

from __future__ import annotations

import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from facilitator.domain.refusals import Explained
from facilitator.language.direction import bare
from facilitator.language.refusals import sentence
from facilitator.language.speech import language_for
from facilitator.selftest.paper import arabic_is_set_and_read_back, documents_for_an_office
from facilitator.selftest.screens import every_window_is_drawn
from facilitator.selftest.sentences import every_character_has_a_glyph, six_catalogues
from facilitator.selftest.trial import Failed
from facilitator.selftest.workshop import (
    a_key_keeps_others_out,
    a_killed_program_loses_nothing,
    a_workshop_takes_an_act,
    laptops_tell_one_another,
)

Trial = Callable[[Path], str]
TRIALS: tuple[tuple[str, Trial], ...] = (
    ("workshop", a_workshop_takes_an_act),
    ("kill and reopen", a_killed_program_loses_nothing),
    ("encrypt and open", a_key_keeps_others_out),
    ("pack and merge", laptops_tell_one_another),
    ("catalogues", six_catalogues),
    ("glyphs", every_character_has_a_glyph),
    ("Arabic PDF", arabic_is_set_and_read_back),
    ("DOCX and XLSX", documents_for_an_office),
    ("windows", every_window_is_drawn),
)


def run() -> int:
    """Return the exit code: 0 if every trial succeeds, 1 if one does not; each has a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="facilitator-") as folder:
        passed = [_tried(name, trial, Path(folder)) for name, trial in TRIALS]
    print("Everything works." if all(passed) else "Not everything works.")  # noqa: T201 - a command's answer
    return 0 if all(passed) else 1


def _tried(name: str, trial: Trial, folder: Path) -> bool:
    place = folder / name
    place.mkdir()
    began = time.perf_counter_ns()
    try:
        said, works = trial(place), True
    except Explained as told:
        said, works = bare(sentence(language_for("en"), told)), False
    except Failed as failed:
        said, works = str(failed), False
    except Exception:  # noqa: BLE001 - the edge: whatever breaks is one line of the answer, and the next trial is made
        said, works = traceback.format_exc(limit=-2).strip().replace("\n", "\n    "), False
    ms = (time.perf_counter_ns() - began) // 1_000_000
    print(f"{'works' if works else 'FAILS'}  {name:<16} {ms:>6} ms  {said}")  # noqa: T201 - as above
    sys.stdout.flush()
    return works
