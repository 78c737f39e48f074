"""What a package holds, once it is opened and what it says is signed: all that can be known without the file.

A process that reads packages starts with this alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from facilitator.exchange.faults import (
    NotAPackage,
    PackageClosed,
    PackageDamaged,
    PackageMissing,
    PackageTooLarge,
)
from facilitator.exchange.keys import opened
from facilitator.exchange.package import AGE, MOST_BYTES, Header, read
from facilitator.store.coming import Coming, coming
from facilitator.store.engine import SCHEMA_VERSION

WRONG = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What a package that does not hold what a package holds leads to."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A package that was opened, and holds what was signed; `digest` is of its bytes as they came.

    Its runs are read once, in order.
    """

    header: Header
    runs: Sequence[Coming]
    digest: str
    name: str


def package_bytes(path: Path) -> bytes:
    """Return the bytes of a package on a disk; raises a fault."""
    try:
        if path.exists() and not path.is_file():  # a device would be read without end
            raise NotAPackage(file=path.name)
        if path.stat().st_size > MOST_BYTES:
            raise PackageTooLarge(file=path.name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise PackageMissing(file=path.name) from error
    except OSError as error:
        raise NotAPackage(file=path.name) from error


def understood_with(key: str | None, content: bytes, name: str) -> Understood:
    """Return what the package `name` holds, opened with the secretariat's key if it is there."""
    package = read(_open(key, content, name), SCHEMA_VERSION, name)
    try:
        runs = [coming(run) for run in package.runs if run.events]
    except WRONG as wrong:
        raise PackageDamaged(file=name) from wrong
    return Understood(package.header, runs, sha256(content).hexdigest(), name)


def _open(key: str | None, content: bytes, name: str) -> bytes:
    if not content.startswith(AGE):
        return content
    plain = opened(content, key)
    if plain is None:
        raise PackageClosed(file=name)
    return plain
