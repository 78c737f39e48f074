"""Keys of encrypted workshops: found, asked for, given and changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.refusals import Explained
from facilitator.store.encrypting import remake_all
from facilitator.store.faults import FileEncrypted, FileMissing, WrongPassphrase
from facilitator.store.keychain import forget, recall, remember
from facilitator.store.keys import (
    FileKey,
    NotARecoveryCode,
    block_of,
    by_code,
    by_passphrase,
    new_key,
    recovery_code,
)
from facilitator.store.opening import is_in_use, opens

SHORTEST = 8
"""Characters of a passphrase: a shorter one is guessed."""


class PassphraseTooShort(Explained):
    """A passphrase has at least `least` characters."""


@dataclass(frozen=True, slots=True)
class Encrypted:
    """What has to be told of a file that was given a key: the code to print, and what is not under it."""

    key: FileKey
    code: str
    left: tuple[Path, ...] = ()


def is_encrypted(path: Path) -> bool:
    """Say whether a file that this process has not open needs a key."""
    return path.is_file() and block_of(path) is not None


def find_key(path: Path, typed: str | None = None) -> FileKey | None:
    """Return the key of a file: by a passphrase or recovery code, or from the keyring if nothing was typed.

    None for a file that is not encrypted, or is none; raises FileEncrypted if something has to be typed,
    and WrongPassphrase.
    """
    block = block_of(path) if path.is_file() and not is_in_use(path) else None
    if block is None:
        return None
    if typed is None:
        kept = recall(block)
        if kept is None or not opens(path, kept):
            raise FileEncrypted(path)
        return kept
    for key in _meant(block, typed):
        if opens(path, key):
            return key
    raise WrongPassphrase(path)


def key_for_new(passphrase: str) -> Encrypted:
    """Return the key of a workshop that is being made; raises PassphraseTooShort."""
    if len(passphrase.strip()) < SHORTEST:
        raise PassphraseTooShort(least=SHORTEST)
    key = new_key(passphrase)
    return Encrypted(key, recovery_code(key))


def encrypt(path: Path, passphrase: str, old: FileKey | None = None) -> Encrypted:
    """The workshop and its snapshots are under a new key; what was under the old one is so no more.

    The disk may still hold what lay there before, until something else is written over it.
    """
    if not path.is_file():
        raise FileMissing(path)
    given = key_for_new(passphrase)
    left = remake_all(path, old, given.key)
    if old is not None:
        forget(old.block)
    return Encrypted(given.key, given.code, left)


def keep_in_keyring(key: FileKey) -> bool:
    """Say whether this computer opens the file from now on without asking who is logged in."""
    return remember(key)


def _meant(block: bytes, typed: str) -> list[FileKey]:
    try:
        return [by_code(block, typed)]
    except NotARecoveryCode:
        return [by_passphrase(block, typed)]
