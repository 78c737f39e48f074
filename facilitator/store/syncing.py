"""What the system holds of a file, and of the names in a folder, is brought onto the disk."""

from __future__ import annotations

import os
from pathlib import Path


def on_disk(path: Path) -> None:
    """What was written of a file, or which names stand in a folder, outlasts a power cut."""
    if path.is_dir() and not hasattr(os, "O_DIRECTORY"):
        return  # Windows writes names by itself
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
