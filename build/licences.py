"""The licences of everything that is handed on, from what the installed packages say of themselves."""

from __future__ import annotations

import shutil
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

from facilitator.acts.about import stated

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT / "resources" / "licences"
_OWN = ("facilitator",)
_HEAD = """Licences of Facilitator and its parts

Facilitator itself is under the Apache License 2.0 (facilitator/LICENSE). It is handed on with the parts
named below, each under its own licence, in unchanged form but for what a program does not need
(debug symbols, and data of ICU for other languages). Qt and PySide6 are used under the LGPL 3.0: they are
separate libraries in this folder and may be replaced by others that fit. Their sources: code.qt.io.
"""


def gather(target: Path, modules: set[str]) -> None:
    """The folder holds the licences of the packages that these top-level modules belong to, and a list."""
    target.mkdir(parents=True)
    lines = [_HEAD]
    for found in sorted(distributions(), key=lambda one: one.name.lower()):
        if found.name in _OWN or not tops(found) & modules:
            continue
        texts = list(_texts(found))
        for name, text in texts:
            place = target / found.name / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, place)
        lines.append(_line(found, has_texts=bool(texts)))
    for text in sorted(TEXTS.glob("*.txt")):
        shutil.copyfile(text, target / text.name)
    own = target / "facilitator"
    own.mkdir()
    shutil.copyfile(ROOT / "LICENSE", own / "LICENSE")
    lines.append(_python(target))
    (target / "LICENCES.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def tops(found: Distribution) -> set[str]:
    """Return the top-level modules of an installed package."""
    files = (file for file in found.files or () if file.suffix in {".py", ".so", ".pyd", ".otf", ".ttf"})
    return {file.parts[0].split(".")[0] for file in files if not file.parts[0].startswith((".", "__"))}


def _texts(found: Distribution) -> Iterator[tuple[Path, Path]]:
    """Yield the files in which a package states its licence: their names there, and where they are."""
    for file in found.files or ():
        path, inside = Path(str(found.locate_file(file))), Path(*file.parts[1:])
        states = any(part.upper().startswith(_STATING) for part in inside.parts)
        if file.parts[0].endswith(".dist-info") and states and path.is_file():
            yield Path(*inside.parts[1:]) if inside.parts[0] == "licenses" else inside, path


_STATING = ("LICEN", "COPYING", "NOTICE", "AUTHORS")


def _line(found: Distribution, *, has_texts: bool) -> str:
    where = f"folder {found.name}" if has_texts else "text among the files beside this list, or at its home"
    return f"{found.name} {found.version}: {stated(found) or 'see its home'}; {where}; https://pypi.org/project/{found.name}"


def _python(target: Path) -> str:
    text = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    if text.is_file():
        (target / "Python").mkdir()
        shutil.copyfile(text, target / "Python" / "LICENSE.txt")
    return (
        f"Python {sysconfig.get_python_version()}: Python Software Foundation License; https://www.python.org"
    )
