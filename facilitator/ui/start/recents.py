"""What this computer remembers of its user: language, colours, and the workshops opened last."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from facilitator.language.speech import Language

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
    """A small file of its own. One that is damaged is set aside, named, and counts as empty."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._set_aside: Path | None = None
        self._kept = self._read()

    @property
    def language(self) -> str | None:
        return self.kept("language")

    @property
    def theme(self) -> str | None:
        """Return the colours chosen; None follows the computer."""
        theme = self.kept("theme")
        return theme if theme in ("light", "dark") else None

    @property
    def strong(self) -> bool:
        """Say whether more contrast is wanted, whatever the computer says."""
        return self.kept("contrast") == "strong"

    @property
    def still(self) -> bool:
        """Say whether nothing may move by itself."""
        return self.kept("motion") == "still"

    @property
    def eastern(self) -> bool:
        """Say whether Arabic is written with its own digits."""
        return self.kept("digits") == "eastern"

    @property
    def recents(self) -> tuple[Recent, ...]:
        """Return the workshops opened last that are still there."""
        found = self._kept.get("recents")
        rows = found if isinstance(found, list) else []
        known = [_unpacked(row) for row in rows if isinstance(row, dict)]
        return tuple(entry for entry in known if is_file(entry.path))

    @property
    def interrupted(self) -> Recent | None:
        """Return the workshop that was open when the application last stopped without closing it."""
        path = self.kept("open")
        return next((entry for entry in self.recents if str(entry.path) == path), None)

    def stopped(self, fault: Path | None) -> Recent | None:
        """Return what was open when the program ended, unless it is the file that cannot be opened."""
        found = self.interrupted
        return None if found and fault and found.path.resolve() == fault.resolve() else found

    def told_aside(self, language: Language) -> str:
        """Return, once, that the settings were damaged and where they are now; else nothing."""
        aside, self._set_aside = self._set_aside, None
        if aside is None:
            return ""
        return language.say(
            "The settings were damaged; the usual ones hold. The file is kept as {file}.", file=str(aside)
        )

    def kept(self, key: str) -> str | None:
        value = self._kept.get(key)
        return value if isinstance(value, str) else None

    def keep(self, key: str, value: str) -> None:
        self._kept[key] = value
        self._write()

    def opened(self, entry: Recent) -> None:
        """The workshop heads the list by its whole path, and counts as open until it is closed."""
        entry = replace(entry, path=entry.path.absolute())
        rows = [entry, *(other for other in self.recents if other.path != entry.path)][:_MOST]
        self._kept["recents"] = [_packed(row) for row in rows]
        self.keep("open", str(entry.path))

    def closed(self, path: Path | None) -> None:
        """The workshop is not open any more."""
        if path is not None and self.kept("open") == str(path.absolute()):
            self.keep("open", "")

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self.file.read_text(encoding="utf-8"))
        except OSError:
            return {}
        except (ValueError, RecursionError):  # no text, no JSON, or JSON that goes on for ever
            found = None
        if isinstance(found, dict):
            return found
        self._put_aside()
        return {}

    def _put_aside(self) -> None:
        aside = self.file.with_name(f"{self.file.stem}-damaged{self.file.suffix}")
        try:
            self.file.replace(aside)
        except OSError:
            return  # it stays where it is until the next choice is kept
        self._set_aside = aside

    def _write(self) -> None:
        making = self.file.with_suffix(".part")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            making.write_text(json.dumps(self._kept, ensure_ascii=False), encoding="utf-8")
            making.replace(self.file)
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


def is_file(path: Path) -> bool:
    """Say whether there is such a file; a path that can be none is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
