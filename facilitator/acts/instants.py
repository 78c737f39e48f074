"""Instants and lengths as the wire writes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from facilitator.domain.timing import SECOND

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def instant(ms: int) -> str:
    """Return ISO 8601 in UTC with milliseconds."""
    return (_EPOCH + timedelta(milliseconds=ms)).isoformat(timespec="milliseconds")


def seconds(ms: int) -> float:
    """Return decimals from whole milliseconds: exact to the third place."""
    return ms / SECOND
