"""The keyring of the system: where there is one, it keeps the keys of files for who is logged in."""

from __future__ import annotations

from facilitator.store.keys import FileKey

_SERVICE = "facilitator"


def recall(block: bytes) -> FileKey | None:
    """Return the key that the keyring has for a file; None if it has none, or there is no keyring."""
    import keyring  # noqa: PLC0415 - loads slowly, and only encrypted files ask
    from keyring.errors import KeyringError  # noqa: PLC0415 - the same

    try:
        found = keyring.get_password(_SERVICE, block.hex())
    except (KeyringError, RuntimeError, OSError):
        return None
    return FileKey(bytes.fromhex(found), block) if found else None


def remember(key: FileKey) -> bool:
    """Say whether the keyring keeps the key from now on."""
    import keyring  # noqa: PLC0415 - as above
    from keyring.errors import KeyringError  # noqa: PLC0415 - as above

    try:
        keyring.set_password(_SERVICE, key.block.hex(), key.secret.hex())
    except (KeyringError, RuntimeError, OSError):
        return False
    return True


def forget(block: bytes) -> None:
    """The keyring does not have the key of a file any more."""
    import keyring  # noqa: PLC0415 - as above
    from keyring.errors import KeyringError  # noqa: PLC0415 - as above

    try:
        keyring.delete_password(_SERVICE, block.hex())
    except (KeyringError, RuntimeError, OSError):
        return
