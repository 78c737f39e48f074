"""What this computer remembers of its user: language, colours, and the workshops opened last."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_MOST = 8


@dataclass(frozen=True, slots=True)
class Recent:
    path: Path
    title: str


class Settings:
    """A small file of its own; one that cannot be read counts as empty."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept = self._read()

    @property
    def language(self) -> str | None:
        return self._text("language")

    @property
    def theme(self) -> str | None:
        return self._text("theme")

    @property
    def recents(self) -> tuple[Recent, ...]:
        """Return the workshops opened last that are still there."""
        found = self._kept.get("recents")
        rows = [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []
        known = [Recent(Path(str(row.get("path", ""))), str(row.get("title", ""))) for row in rows]
        return tuple(recent for recent in known if recent.path.is_file())

    def keep(self, key: str, value: str) -> None:
        self._kept[key] = value
        self._write()

    def opened(self, path: Path, title: str) -> None:
        """The workshop heads the list."""
        others = [recent for recent in self.recents if recent.path != path]
        rows = [Recent(path, title), *others][:_MOST]
        self._kept["recents"] = [{"path": str(row.path), "title": row.title} for row in rows]
        self._write()

    def _text(self, key: str) -> str | None:
        value = self._kept.get(key)
        return value if isinstance(value, str) else None

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
