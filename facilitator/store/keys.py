"""The key of an encrypted file: random, and wrapped by a passphrase in the file's own header.

The first 96 bytes of an encrypted file are a plain header: whose file it is and of which shape can be told
without the key. In 20 bytes that SQLite leaves alone lie a salt and the wrapped secret. They say nothing
without the passphrase, and if there is none they are chance. The recovery code is the secret itself.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.domain.refusals import Explained

PLAIN_HEADER = 96
_BLOCK_AT, _SALT, _SECRET = 72, 4, 16
_RESERVED_AT, _RESERVED = 20, 80  # bytes at the end of each page that an encrypted file needs
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is taken for another
_ALIKE = str.maketrans("OIL", "011")
_CODE, _GROUP = 28, 4
_COST = {"n": 1 << 16, "r": 8, "p": 1}  # a fifth of a second, and 64 megabytes


class NotARecoveryCode(Explained):
    """What was typed is no recovery code, or a letter of it is wrong."""


@dataclass(frozen=True, slots=True)
class FileKey:
    """What opens a file; it is never shown, and `block` is what its header says of it."""

    secret: bytes = field(repr=False)
    block: bytes = field(repr=False)

    @property
    def pragma(self) -> str:
        """Return the words that give the driver the key."""
        derived = _expand(self.secret, 48)
        return f"PRAGMA key = \"x'{derived.hex()}'\""

    @property
    def quoted(self) -> str:
        """Return the key as a statement that attaches a file names it."""
        return f"\"x'{_expand(self.secret, 48).hex()}'\""

    def told(self) -> str:
        """Return the key as one process tells it to another."""
        return (self.block + self.secret).hex()

    def mark(self, path: Path) -> None:
        """The header of a file that nobody has open says of the key what can be said."""
        with path.open("rb+") as file:
            file.seek(_BLOCK_AT)
            file.write(self.block)


def new_key(passphrase: str | None) -> FileKey:
    """Return a random key, wrapped by the passphrase if there is one."""
    secret, salt = secrets.token_bytes(_SECRET), secrets.token_bytes(_SALT)
    pad = secrets.token_bytes(_SECRET) if passphrase is None else _pad(passphrase, salt)
    return FileKey(secret, salt + _mixed(secret, pad))


def told_key(text: str) -> FileKey | None:
    """Return the key that another process told, None if there was none to tell."""
    raw = bytes.fromhex(text)
    return FileKey(raw[_SALT + _SECRET :], raw[: _SALT + _SECRET]) if raw else None


def by_passphrase(block: bytes, passphrase: str) -> FileKey:
    """Return the key that a passphrase gives with this block; a wrong one gives a key that opens nothing."""
    return FileKey(_mixed(block[_SALT:], _pad(passphrase, block[:_SALT])), block)


def by_code(block: bytes, code: str) -> FileKey:
    """Return the key that a recovery code is; raises NotARecoveryCode."""
    digits = re.sub(r"[\s-]", "", code).upper().translate(_ALIKE)
    if len(digits) != _CODE or set(digits) - set(_DIGITS):
        raise NotARecoveryCode
    number = 0
    for digit in digits:
        number = number << 5 | _DIGITS.index(digit)
    secret = (number >> 12).to_bytes(_SECRET, "big")
    if number & 0xFFF != _check(secret):
        raise NotARecoveryCode
    return FileKey(secret, block)


def recovery_code(key: FileKey) -> str:
    """Return the code to print: whoever has it opens the file without a passphrase."""
    number = int.from_bytes(key.secret, "big") << 12 | _check(key.secret)
    digits = "".join(_DIGITS[number >> 5 * place & 31] for place in reversed(range(_CODE)))
    return "-".join(digits[at : at + _GROUP] for at in range(0, _CODE, _GROUP))


def block_of(path: Path) -> bytes | None:
    """Return what the header of an encrypted file says of its key, None for a file that is not encrypted."""
    with path.open("rb") as file:
        header = file.read(PLAIN_HEADER)
    if len(header) < PLAIN_HEADER or header[_RESERVED_AT] != _RESERVED:
        return None
    return header[_BLOCK_AT : _BLOCK_AT + _SALT + _SECRET]


def _pad(passphrase: str, salt: bytes) -> bytes:
    typed = unicodedata.normalize("NFKC", passphrase).strip().encode()
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt  # noqa: PLC0415 - only where a passphrase is

    return Scrypt(salt=b"facilitator" + salt, length=_SECRET, **_COST).derive(typed)


def _mixed(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def _expand(secret: bytes, length: int) -> bytes:
    """HKDF with SHA-512, one block of it."""
    root = hmac.digest(b"facilitator file key", secret, "sha512")
    return hmac.digest(root, b"\x01", "sha512")[:length]


def _check(secret: bytes) -> int:
    return int.from_bytes(hashlib.sha256(secret).digest()[:2], "big") & 0xFFF
