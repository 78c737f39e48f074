"""Events found in a file whose list of tables is lost: its pages are read one by one, whatever they are of.

A row counts as an event only if its own hash says that it is what was written. All else is rebuilt of them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from facilitator.store.chain import link

PAGE = 4_096
_LEAF, _FILE_HEADER = 0x0D, 100
_COLUMNS = (
    *("id", "replica", "seq", "at", "act", "desk", "subject", "arguments", "changes", "undoes"),
    *("salt", "sealed", "previous", "hash", "moment"),
)
_SIZES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}
_REAL, _ONE, _TEXT = 7, 9, 13
_UNREADABLE = (IndexError, ValueError, KeyError, TypeError, struct.error)


def carved_events(path: Path) -> list[dict[str, Any]]:
    """Return the events of a file that is not encrypted, each once, as far as their pages can be read."""
    data = path.read_bytes()
    found: dict[str, dict[str, Any]] = {}
    for start in range(0, len(data) - PAGE + 1, PAGE):
        for values in _records(data, start):
            row = dict(zip(_COLUMNS, values, strict=False))
            if len(values) == len(_COLUMNS) and _is_event(row):
                found[row["id"]] = row
    return list(found.values())


def _is_event(row: dict[str, Any]) -> bool:
    try:
        return bool(link(row) == row["hash"])
    except _UNREADABLE:
        return False


def _records(data: bytes, start: int) -> Iterator[list[Any]]:
    """Yield the records of a page that holds rows of a table."""
    at = start + (_FILE_HEADER if start == 0 else 0)
    if data[at] != _LEAF:
        return
    (count,) = struct.unpack_from(">H", data, at + 3)
    for number in range(min(count, PAGE // 4)):
        try:
            (offset,) = struct.unpack_from(">H", data, at + 8 + 2 * number)
            yield _record(_payload(data, start, start + offset))
        except _UNREADABLE:
            continue


def _payload(data: bytes, page: int, at: int) -> bytes:
    """Return what a cell holds, with what did not fit into its page."""
    size, at = _varint(data, at)
    _, at = _varint(data, at)
    most = PAGE - 35
    if size <= most:
        return _piece(data, page, at, size)
    least = (PAGE - 12) * 32 // 255 - 23
    here = least + (size - least) % (PAGE - 4)
    here = here if here <= most else least
    payload = bytearray(_piece(data, page, at, here))
    (following,) = struct.unpack_from(">I", data, at + here)
    while following and len(payload) < size:
        start = (following - 1) * PAGE
        (following,) = struct.unpack_from(">I", data, start)
        payload += data[start + 4 : start + PAGE]
    if len(payload) < size:
        raise ValueError
    return bytes(payload[:size])


def _piece(data: bytes, page: int, at: int, size: int) -> bytes:
    if at + size > page + PAGE:
        raise ValueError
    return data[at : at + size]


def _record(payload: bytes) -> list[Any]:
    end, at = _varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Any] = []
    for kind in kinds:
        size = _SIZES[kind] if kind <= _ONE else (kind - 12) // 2
        raw = payload[at : at + size]
        if len(raw) != size:
            raise ValueError
        values.append(_value(kind, raw))
        at += size
    return values


def _value(kind: int, raw: bytes) -> Any:  # noqa: ANN401 - whatever a cell holds
    if kind == 0:
        return None
    if kind == _REAL:
        return struct.unpack(">d", raw)[0]
    if kind <= _ONE:
        return kind - 8 if not raw else int.from_bytes(raw, "big", signed=True)
    return raw.decode() if kind >= _TEXT and kind % 2 else raw


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for number in range(9):
        byte = data[at + number]
        if number == 8:  # noqa: PLR2004 - the ninth byte counts whole
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            return value, at + number + 1
    raise ValueError
