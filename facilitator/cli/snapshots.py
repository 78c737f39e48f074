"""Snapshots in a process of its own, as the window asks for them: its clock never waits for one.

Each line in is a JSON object: "file", "at" in milliseconds, "why", the "newest" event and "key", as one
process tells it to another. The file is settled meanwhile: its holder writes at the end of what lies beside
it. A line out tells of each: {"kept": path, "sound"} or {"refused": code}.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from facilitator.acts.safety import keep_settled
from facilitator.domain.refusals import Explained
from facilitator.store.keys import told_key
from facilitator.store.snapshots import Why

_NICE = 10  # the clock of the window goes before


def run_snapshots() -> int:
    """Snapshots are made until nobody asks any more; return the exit code."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_answer(json.loads(line))) + "\n")
        sys.stdout.flush()
    return 0


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    try:
        why, key = Why(asked["why"]), told_key(asked["key"])
        made = keep_settled(Path(asked["file"]), asked["at"], why, key, asked["newest"])
    except Explained as told:
        return {"refused": told.code, "details": told.details}
    return {"kept": str(made.path), "sound": made.sound}
