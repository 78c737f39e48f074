"""The templates that were saved on this computer, newest first, for the start screen to offer."""

from __future__ import annotations

import json
from pathlib import Path

from facilitator.ui.room.control import Memory
from facilitator.ui.start.recents import is_file

_KEY, _MOST = "templates", 8


def saved_templates(memory: Memory) -> tuple[Path, ...]:
    """Return those that are still there."""
    return tuple(path for path in _kept(memory) if is_file(path))


def remember_template(memory: Memory, saved: Path) -> None:
    """The template is the first that is offered; the oldest of too many is left out."""
    found = [saved.absolute(), *(path for path in saved_templates(memory) if path != saved.absolute())]
    memory.keep(_KEY, json.dumps([str(path) for path in found[:_MOST]], ensure_ascii=False))


def _kept(memory: Memory) -> list[Path]:
    """Return what is kept; what somebody spoilt in it counts as nothing."""
    try:
        found = json.loads(memory.kept(_KEY) or "[]")
    except (ValueError, RecursionError):  # no JSON, or JSON that goes on for ever
        return []
    return [Path(each) for each in found if isinstance(each, str)] if isinstance(found, list) else []
