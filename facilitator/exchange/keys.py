"""Keys: what a laptop signs with, who let it in, and for whom a package is closed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import pyrage
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import Connection

from facilitator.store.laptops import Laptop, change, keep_secret, laptops, secret

_SIGNS, _OPENS, _CLOSES, _INVITATION = "signing key", "opening key", "closing key", "invitation"
_MOST_STEPS = 64


def private_key(seed: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))


def new_seed() -> str:
    return Ed25519PrivateKey.generate().private_bytes_raw().hex()


def public(seed: str) -> str:
    return private_key(seed).public_key().public_bytes_raw().hex()


def signed(seed: str, *parts: str) -> str:
    return private_key(seed).sign(_told(parts)).hex()


def verifies(key: str, signature: str, *parts: str) -> bool:
    """Say whether the holder of a key signed these words."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), _told(parts))
    except (InvalidSignature, ValueError):
        return False
    return True


def _told(parts: tuple[str, ...]) -> bytes:
    return json.dumps(parts, ensure_ascii=False).encode()


def own_seed(connection: Connection, me: str) -> str:
    """Return what this laptop signs with; a laptop without a key gets one, and shows who let it in."""
    name = f"{_SIGNS} {me}"
    seed = secret(connection, name)
    if seed is None:
        seed = new_seed()
        keep_secret(connection, name, seed)
        mine = laptops(connection)[me]
        change(connection, replace(mine, key=public(seed), certificate=_certificate(connection, mine, seed)))
    return seed


def seed_of(connection: Connection, laptop: str) -> str | None:
    """Return what a laptop signs with, if this one goes on with its file."""
    return secret(connection, f"{_SIGNS} {laptop}")


def _certificate(connection: Connection, mine: Laptop, seed: str) -> str:
    earlier = secret(connection, f"{_SIGNS} {mine.succeeds}") if mine.succeeds else None
    if earlier is not None:
        return certificate(invitation(mine.succeeds or "", earlier), mine.id, seed)
    given = secret(connection, _INVITATION)
    return "" if given is None else certificate(json.loads(given), mine.id, seed)


def invitation(by: str, seed: str) -> Mapping[str, str]:
    """Return what lets whoever holds it in: a key of its own, vouched for by a laptop."""
    own = new_seed()
    return {"by": by, "key": public(own), "vouched": signed(seed, "invites", by, public(own)), "seed": own}


def certificate(given: Mapping[str, str], laptop: str, seed: str) -> str:
    """Return the proof that a laptop with this key was let in."""
    joined = signed(given["seed"], "joins", laptop, public(seed))
    kept = {name: given[name] for name in ("by", "key", "vouched")}
    return json.dumps({**kept, "joined": joined})


def keep_invitation(connection: Connection, given: Mapping[str, str]) -> None:
    keep_secret(connection, _INVITATION, json.dumps(given))


def let_in(laptop: Laptop, trusted: Mapping[str, Laptop], told: Mapping[str, Laptop]) -> bool:
    """Say whether a laptop is one that is trusted, or was let in by one that is, step by step."""
    for _ in range(_MOST_STEPS):
        if laptop.id in trusted:
            return trusted[laptop.id].key in ("", laptop.key)
        try:
            shown = json.loads(laptop.certificate)
            by = told[shown["by"]]
            good = verifies(by.key, shown["vouched"], "invites", by.id, shown["key"]) and verifies(
                shown["key"], shown["joined"], "joins", laptop.id, laptop.key
            )
        except (ValueError, TypeError, KeyError):
            return False
        if not good:
            return False
        laptop = by
    return False


def opening_key(connection: Connection) -> str | None:
    return secret(connection, _OPENS)


def closing_key(connection: Connection, *, founder: bool) -> str:
    """Return for whom packages are closed: the secretariat, whose key its founder's laptop makes."""
    known = secret(connection, _CLOSES)
    if known is None and founder:
        identity = pyrage.x25519.Identity.generate()
        known = str(identity.to_public())
        keep_secret(connection, _OPENS, str(identity))
        keep_secret(connection, _CLOSES, known)
    return known or ""


def make_founders_keys(connection: Connection, founder: str) -> None:
    """A workshop has its keys from the beginning: whatever copy of it is gone back to is known by them."""
    own_seed(connection, founder)
    closing_key(connection, founder=True)


def keep_closing_key(connection: Connection, key: str) -> None:
    if key and secret(connection, _CLOSES) is None:
        keep_secret(connection, _CLOSES, key)


def closed(content: bytes, key: str) -> bytes:
    """Return bytes that only the holder of the opening key reads."""
    return bytes(pyrage.encrypt(content, [pyrage.x25519.Recipient.from_str(key)]))


def opened(content: bytes, key: str | None) -> bytes | None:
    """Return what was closed, None if it was closed for somebody else or is damaged."""
    if key is None:
        return None
    try:
        return bytes(pyrage.decrypt(content, [pyrage.x25519.Identity.from_str(key)]))
    except (pyrage.DecryptError, ValueError):
        return None
