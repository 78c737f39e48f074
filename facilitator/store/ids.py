"""New identifiers: UUIDv7 as text, so that they sort by the time of their making."""

from __future__ import annotations

import json
from collections.abc import Iterable

import uuid_utils


def new_id() -> str:
    return str(uuid_utils.uuid7())


AMONG = "(SELECT value FROM json_each(?))"
"""Stands in a statement for any number of ids, handed over as one text: it is the same for all numbers."""


def among(ids: Iterable[str]) -> str:
    """Return ids as `AMONG` takes them."""
    return json.dumps(list(ids), ensure_ascii=False)
