"""What this computer remembers of its user: language, colours, and the workshops opened last."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

_MOST = 8


@dataclass(frozen=True, slots=True)
class Recent:
    """A workshop's file and what is told of it; instants in UTC milliseconds, 0 if unknown."""

    path: Path
    title: str
    at: int = 0
    first: int = 0
    last: int = 0
    place: str = ""
    panels: int = 0
    people: int = 0


class Settings:
    """A small file of its own; one that cannot be read counts as empty."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept = self._read()

    @property
    def language(self) -> str | None:
        return self.kept("language")

    @property
    def theme(self) -> str | None:
        return self.kept("theme")

    @property
    def recents(self) -> tuple[Recent, ...]:
        """Return the workshops opened last that are still there."""
        found = self._kept.get("recents")
        rows = found if isinstance(found, list) else []
        known = [_unpacked(row) for row in rows if isinstance(row, dict)]
        return tuple(entry for entry in known if _is_file(entry.path))

    @property
    def interrupted(self) -> Recent | None:
        """Return the workshop that was open when the application last stopped without closing it."""
        path = self.kept("open")
        return next((entry for entry in self.recents if str(entry.path) == path), None)

    def kept(self, key: str) -> str | None:
        value = self._kept.get(key)
        return value if isinstance(value, str) else None

    def keep(self, key: str, value: str) -> None:
        self._kept[key] = value
        self._write()

    def opened(self, entry: Recent) -> None:
        """The workshop heads the list, and counts as open until it is closed."""
        rows = [entry, *(other for other in self.recents if other.path != entry.path)][:_MOST]
        self._kept["recents"] = [_packed(row) for row in rows]
        self.keep("open", str(entry.path))

    def closed(self, path: Path | None) -> None:
        """The workshop is not open any more."""
        if path is not None and self.kept("open") == str(path):
            self.keep("open", "")

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self) -> None:
        making = self._file.with_suffix(".part")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            making.write_text(json.dumps(self._kept, ensure_ascii=False), encoding="utf-8")
            making.replace(self._file)
        except OSError:
            return  # the next start asks again; nothing else hangs on it


def _packed(entry: Recent) -> dict[str, Any]:
    return {field.name: getattr(entry, field.name) for field in fields(Recent)} | {"path": str(entry.path)}


def _unpacked(row: dict[str, Any]) -> Recent:
    """Return the workshop of a row; what somebody spoilt in it counts as unknown."""
    texts = {name: str(row.get(name, "")) for name in ("title", "place")}
    numbers = {name: _number(row.get(name)) for name in ("at", "first", "last", "panels", "people")}
    return Recent(path=Path(str(row.get("path", ""))), **texts, **numbers)  # type: ignore[arg-type] # by name


def _number(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < _FAR else 0


_FAR = 2**47  # milliseconds: later years have no calendar


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
