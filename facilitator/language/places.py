"""Where files that are not code lie, in a checkout as in an installed copy."""

from __future__ import annotations

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_NAME = "facilitator"
_LONGEST_SOCKET = 100  # bytes of a path that every Unix takes
_CARRIED_ABOUT = "portable.txt"


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


def free_bytes(path: Path) -> int:
    """Return how many bytes can still be written on the disk where a file lies."""
    return shutil.disk_usage(path.resolve().parent).free


def own_program() -> list[str]:
    """Return the words that start this very program once more, as a command."""
    return [sys.executable] if _packaged() else [sys.executable, "-m", _NAME]


def _packaged() -> bool:
    return bool(getattr(sys, "frozen", False))  # set by what makes one folder of a program


def _beside_the_program() -> Path:
    return Path(sys.executable).parent if _packaged() else _PACKAGE.parent


def settings_folder() -> Path:
    """Return where a person's settings lie: beside the program if it is carried about, marked by a file."""
    wanted = os.environ.get("FACILITATOR_SETTINGS")
    if wanted:
        return Path(wanted)
    if (_beside_the_program() / _CARRIED_ABOUT).is_file():
        return _beside_the_program() / "settings"
    try:
        return _of_the_system()
    except RuntimeError:  # nobody's home: somebody without an account, or a service
        import tempfile  # noqa: PLC0415 - loads slowly, and hardly anybody needs it

        return Path(tempfile.gettempdir()) / f"{_NAME}-settings"


def _of_the_system() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / _NAME
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Preferences" / _NAME
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / _NAME


def doorbell(settings: Path) -> str | None:
    """Return where the window with these settings can be rung by a second start; None where it cannot."""
    import tempfile  # noqa: PLC0415 - loads slowly, and a command that sets type rings nobody
    from hashlib import sha256  # noqa: PLC0415 - the same

    name = f"{_NAME}-{sha256(str(settings.absolute()).encode()).hexdigest()[:16]}"
    if sys.platform == "win32":
        return rf"\\.\pipe\{name}"
    place = str(Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir(), name))
    return place if len(os.fsencode(place)) <= _LONGEST_SOCKET else None


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
