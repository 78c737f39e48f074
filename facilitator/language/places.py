"""Where files that are not code lie, in a checkout as in an installed copy."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def font_file(package: str, name: str) -> Path:
    """Return a font file of a font package, without importing the package; raises FileNotFoundError."""
    spec = find_spec(package)
    for folder in spec.submodule_search_locations or () if spec else ():
        for file in (Path(folder, "files", name), Path(folder, name)):
            if file.is_file():
                return file
    raise FileNotFoundError(f"{package}/{name}")
