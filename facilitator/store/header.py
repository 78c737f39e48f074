"""What the first bytes of a file tell without its key: whether it is a workshop."""

from __future__ import annotations

from pathlib import Path

APPLICATION_ID = 0x46_61_63_31  # "Fac1", which the first page and an encrypted file's plain header hold
APPLICATION_AT = 68
_ENDING = ".facilitator"


def is_workshop(path: Path) -> bool:
    """Say whether a file is there that holds a workshop, or what one that is open keeps beside itself."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        header = file.read(APPLICATION_AT + 4)
    return header[APPLICATION_AT:] == APPLICATION_ID.to_bytes(4) or path.suffix.startswith(_ENDING)
