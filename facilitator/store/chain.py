"""The journal's chain: each event is bound to the one before it, so that none can be altered or left out.

An event's hash is taken over its place, its act and a seal of its payload, not over the payload itself. What
it says of somebody can so be replaced on request, and every hash after it stays what it was. The form of the
hashes is kept for ever: a file of any age must verify.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from json.encoder import encode_basestring
from typing import Any

ERASURE = "erase_person"
"""The act whose arguments name the events it replaced the payload of, with the seals of what stands there."""
ERASING = (ERASURE, "merge")
"""An erasure is made good on every laptop by the merge that brings it there."""
WITHHELD = "withheld"
"""Stands for the salt of an event that came without what is private in it; its seal still binds it."""
_BOUND = ("replica", "seq", "id", "at", "act", "desk", "undoes", "sealed", "previous")
_PAYLOAD = ("subject", "arguments", "changes")
_LONG = 1 << 14
_CONTROLS = bytes(range(32))


class How(Enum):
    """What is wrong with a place of the journal."""

    MISSING = "missing"
    ALTERED = "altered"
    CUT_LOOSE = "cut_loose"


@dataclass(frozen=True, slots=True)
class Breach:
    """From event `seq` to `to` of a laptop the journal does not say what it said when it was written."""

    replica: str
    seq: int
    to: int
    how: How


def seal(salt: str, row: Mapping[str, Any]) -> str:
    """Return what binds an event to its payload; the salt keeps a short payload from being guessed."""
    return _digest([salt, *(row[name] for name in _PAYLOAD)])


def link(row: Mapping[str, Any]) -> str:
    """Return an event's hash, which the next one of the same laptop holds as its `previous`."""
    return _digest([row[name] for name in _BOUND])


def seal_of(salt: str, *payload: str) -> str:
    """Return what `seal` does, of texts only: a merge asks for it a hundred thousand times."""
    return sha256(f"[{','.join(map(encode_basestring, (salt, *payload)))}]".encode()).hexdigest()


def seal_of_text(salt: str, payload: bytes) -> str:
    """Return what `seal` does, of a payload as it is written in JSON, and the bracket after it."""
    return sha256(f"[{encode_basestring(salt)},".encode() + payload).hexdigest()


def link_of(replica: str, number: tuple[int, int], texts: tuple[str, ...], undoes: str | None) -> str:
    """Return what `link` does; `number` is seq and at, the `texts` are id, act, desk, seal and previous."""
    id_, act, desk, sealed, previous = map(encode_basestring, texts)
    undone = "null" if undoes is None else encode_basestring(undoes)
    place = f"{encode_basestring(replica)},{number[0]},{id_},{number[1]},{act},{desk},{undone}"
    return sha256(f"[{place},{sealed},{previous}]".encode()).hexdigest()


def chained(row: Mapping[str, Any], previous: str) -> dict[str, Any]:
    """Return an event that has its place in the chain: salt, seal, predecessor and hash."""
    salt = secrets.token_hex(16)
    bound = {**row, "salt": salt, "sealed": seal(salt, row), "previous": previous}
    return {**bound, "hash": link(bound)}


def breaches(rows: Iterable[Mapping[str, Any]]) -> Iterator[Breach]:
    """Yield what does not verify of events in order of laptop and number; an unharmed journal yields nothing.

    A payload that was replaced verifies if an erasure says so.
    """
    kept = list(rows)
    replaced = _replaced(kept)
    seq, previous, replica = 0, "", None
    for row in kept:
        if row["replica"] != replica:
            seq, previous, replica = 0, "", row["replica"]
        if row["seq"] != seq + 1:
            yield Breach(row["replica"], seq + 1, row["seq"] - 1, How.MISSING)
        elif row["previous"] != previous:
            yield Breach(row["replica"], row["seq"], row["seq"], How.CUT_LOOSE)
        if not _stands(row, replaced):
            yield Breach(row["replica"], row["seq"], row["seq"], How.ALTERED)
        seq, previous = row["seq"], row["hash"]


def _stands(row: Mapping[str, Any], replaced: frozenset[tuple[str, str]]) -> bool:
    if link(row) != row["hash"]:
        return False
    if row["salt"] == WITHHELD:
        return row["subject"] == "" and (row["arguments"] == "{}" or row["act"] in ERASING[1:])
    if row["salt"]:
        return seal(row["salt"], row) == str(row["sealed"])
    return (row["id"], seal("", row)) in replaced


def _replaced(rows: Iterable[Mapping[str, Any]]) -> frozenset[tuple[str, str]]:
    """Return the seals of payloads that erasures put in the place of others, by the event."""
    return replaced_by(row["arguments"] for row in rows if row["act"] in ERASING)


def replaced_by(arguments: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Return which events say something else, by the arguments of the acts that made them do so."""
    return frozenset(pair for each in arguments for pair in json.loads(each).get("replaced", {}).items())


def _digest(parts: list[Any]) -> str:
    return sha256(b"[%b]" % b",".join(map(_as_json, parts))).hexdigest()


def _as_json(part: Any) -> bytes:  # noqa: ANN401 - whatever stands in a column
    if type(part) is str:
        return encode_basestring(part).encode() if len(part) < _LONG else _long_as_json(part)
    if type(part) is int:
        return b"%d" % part
    return b"null" if part is None else json.dumps(part, ensure_ascii=False).encode()


def _long_as_json(text: str) -> bytes:
    """Return the same of millions of letters, in half the time: of those of a list."""
    raw = text.encode()
    if len(raw.translate(None, _CONTROLS)) < len(raw):  # what is rare has escapes of its own
        return encode_basestring(text).encode()
    return b'"%b"' % raw.replace(b"\\", b"\\\\").replace(b'"', b'\\"')
