"""The package that workbooks and texts are kept in: the same parts at the same moment are the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

_FIRST_YEAR, _LAST_YEAR = 1980, 2107
"""The years that the format can tell."""


def write_parts(target: Path, parts: Iterable[tuple[str, bytes]], moment: int) -> None:
    """The parts are in the package in their order, each as old as `moment` (UTC milliseconds)."""
    instant = datetime.fromtimestamp(moment / 1000, UTC)
    year = min(max(instant.year, _FIRST_YEAR), _LAST_YEAR)
    stamp = (year, instant.month, instant.day, instant.hour, instant.minute, instant.second)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system that writes it
            entry.external_attr = 0o600 << 16
            package.writestr(entry, content)
