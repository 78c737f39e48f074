"""Where files that are not code lie, in a checkout as in an installed copy."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_NAME = "facilitator"


def _carried(folder: str) -> Path:
    """Return a folder that a wheel carries inside the package and a checkout beside it."""
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


def resource(*parts: str) -> Path:
    """Return a file of `resources/`."""
    return _carried("resources").joinpath(*parts)


def catalogues() -> Path:
    """Return the folder of the compiled catalogues."""
    return _carried("i18n")


def settings_folder() -> Path:
    """Return where a person's settings lie, as the window has them."""
    wanted = os.environ.get("FACILITATOR_SETTINGS")
    if wanted:
        return Path(wanted)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / _NAME
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Preferences" / _NAME
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / _NAME


def own_templates() -> Path | None:
    """Return the folder that says how pages look, beside the settings; None if there is none."""
    folder = settings_folder() / "templates"
    return folder if folder.is_dir() else None


def font_file(package: str, name: str) -> Path:
    """Return a font file of a font package, without importing the package; raises FileNotFoundError."""
    spec = find_spec(package)
    for folder in spec.submodule_search_locations or () if spec else ():
        for file in (Path(folder, "files", name), Path(folder, name)):
            if file.is_file():
                return file
    raise FileNotFoundError(f"{package}/{name}")
