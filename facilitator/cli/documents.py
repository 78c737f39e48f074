"""Documents one after the other in a process that stays ready, as the window asks for them.

Each line in is a JSON object: "file", "out", "what", "language", "level", "panel", "at", "key" and
"speaks", the language of the person. Lines out tell of it: {"page", "of"} as often as it comes further, and
at last {"made": …} or {"refused": a sentence}. A bug ends the process, with a traceback for the window's log.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from facilitator.acts.arguments import instant
from facilitator.acts.desk import open_desk
from facilitator.acts.export import export
from facilitator.domain.refusals import Explained
from facilitator.language.direction import bare
from facilitator.language.places import own_templates
from facilitator.language.refusals import sentence
from facilitator.language.speech import language_for
from facilitator.store.keys import told_key

Json = dict[str, Any]
_NICE = 10  # the clock of the window goes before


def run_documents() -> int:
    """Documents are made until nobody asks any more; return the exit code."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    for line in sys.stdin:
        asked = json.loads(line)
        _tell(_answer(asked, lambda page, of: _tell({"page": page, "of": of})))
    return 0


def _answer(asked: Json, progress: Callable[[int, int], None]) -> Json:
    language = language_for(asked["speaks"])
    try:
        return {"made": _made(asked, progress)}
    except Explained as told:
        return {"refused": bare(sentence(language, told))}


def _made(asked: Json, progress: Callable[[int, int], None]) -> Json:
    moment = instant("at", asked["at"])
    desk = open_desk(Path(asked["file"]), lambda: moment, told_key(asked.get("key", "")))
    try:
        return export(
            desk,
            Path(asked["out"]),
            what=asked["what"],
            panel=asked["panel"],
            language=asked["language"],
            level=asked["level"],
            template=own_templates(),
            progress=progress,
        ).as_json(language_for(asked["speaks"]))
    finally:
        desk.close()


def _tell(told: Json) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
