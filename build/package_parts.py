"""What goes into the folder that is handed on, and what stays behind: asked by facilitator.spec."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from importlib.metadata import distributions, requires
from pathlib import Path
from typing import Any

import icu
import licences
from licences import tops

ROOT = Path(__file__).resolve().parents[1]
IDENTIFIER = "org.facilitator.Facilitator"
STRIP = sys.platform == "linux"
FONTS = (
    "fontpkg_amiri",
    "fontpkg_frank_ruhl_libre",
    "fontpkg_ibm_plex_sans",
    "fontpkg_ibm_plex_sans_arabic",
    "fontpkg_source_serif_4",
    "pylopdf_fonts_zh_cn",
)
_UNWANTED = re.compile(
    r"""
    # Qt's parts for machines without a desktop, other toolkits, databases and the network's certificates
    PySide6/(Qt/)?plugins/(
        egldeviceintegrations | generic | networkinformation | sqldrivers | tls | platformthemes/.*gtk
      | platforms/.*(eglfs|linuxfb|vkkhr|vnc|minimal) | wayland-.*/.*(server|ivi|fullscreen|wl-shell|bradient)
      | imageformats/.*(icns|tga|tiff|wbmp|webp|gif|jpeg)
      | xcbglintegrations | wayland-graphics-integration-client
    )
  | PySide6/(Qt/)?translations/
  # what installs packages reads, and nobody else; licences stand in a folder of their own, once
  | \.dist-info/(RECORD$ | licenses/ | sboms/)
  | (^|/)lib(Qt6EglFS|Qt6WlShell|Qt6Network|Qt6OpenGL)
    # what every Linux desktop has of its own, and must: the graphics and sound of the machine are built on it
  | (^|/)lib(X11|X11-xcb|Xau|Xdmcp|Xext|Xfixes|Xi|Xrandr|Xrender|xcb|dbus-1|expat|fontconfig|freetype|harfbuzz
      |glib-2|gio-2|gobject-2|gmodule-2|gthread-2|pcre2-8|mount|blkid|selinux|stdc\+\+|gcc_s|uuid|bsd|md|z)[.-]\S*so\.
  | (^|/)lib(gtk-3|gdk-3|atk|atspi|epoxy|gdk_pixbuf|cairo|pango|thai|datrie|fribidi|pixman)\S*so
  | (^|/)lib(graphite2|brotli|png16|Xcomposite|Xcursor|Xdamage|Xinerama)\S*so
  | (^|/)lib(systemd|gcrypt|gpg-error|lz4|zstd|cap|krb5|gssapi|gssapi_krb5|k5crypto|krb5support)\.so
  | (^|/)lib(jpeg|keyutils|com_err|tinfo|ncurses\w*|readline|sqlite3|ssl|crypto)\.so
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CARRIED = re.compile(r"^(sqlcipher3|pillow\.libs)/|translations/qtbase_(ar|en|es|fr|ru|zh_CN)\.qm$")


def wanted(name: str) -> bool:
    """Say whether a file of the folder comes along."""
    path = name.replace("\\", "/")
    return bool(_CARRIED.search(path)) or not _UNWANTED.search(path)


def told() -> list[str]:
    """Return the packages whose versions and licences the program tells of."""
    asked = {_key(re.split(r"[^\w.-]", text, maxsplit=1)[0]) for text in requires("facilitator") or ()}
    return ["facilitator", *sorted(found.name for found in distributions() if _key(found.name) in asked)]


def unwanted_modules() -> list[str]:
    """Return the modules of all that is installed here but not in lock.txt, and some of Qt and Python."""
    others = [found for found in distributions() if _key(found.name) not in locked()]
    theirs = {module for found in others for module in tops(found)}
    ours = {module for found in distributions() if _key(found.name) in locked() for module in tops(found)}
    return sorted(theirs - ours - {"facilitator"} | set(_NEVER))


_NEVER = (
    *("tkinter", "sqlite3", "readline", "pydoc_data", "unittest", "test", "ssl", "_ssl", "_hashlib"),
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick"),
    *("PIL._avif", "PIL._imagingcms", "PIL._imagingft", "PIL._webp", "PIL.ImageTk"),  # forms that no logo has
    *("pygments", "markdown_it", "mdurl"),  # rich colours code and sets Markdown with them: we show neither
)


def locked() -> dict[str, str]:
    """Return the packages of lock.txt and their versions."""
    lines = (ROOT / "build" / "lock.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(";")[0].strip().split("==") for line in lines if "==" in line and line[0] != "#")
    return {_key(name): version for name, version in pairs}


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def icon(root: Path) -> str | None:
    """Return the icon in the form that this system's programs carry; None where they carry none."""
    ending = {"win32": "ico", "darwin": "icns"}.get(sys.platform)
    if ending is None:
        return None
    target = Path(tempfile.mkdtemp(prefix="facilitator-icon-")) / f"facilitator.{ending}"
    subprocess.run([sys.executable, str(root / "build" / "icon.py"), str(target)], check=True)
    return str(target)


def document_types() -> dict[str, Any]:
    """Return what macOS is told of our files."""
    return {
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Facilitator workshop",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [f"{IDENTIFIER}.workshop"],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": f"{IDENTIFIER}.workshop",
                "UTTypeDescription": "Facilitator workshop",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {"public.filename-extension": ["facilitator"]},
            }
        ],
    }


def note_modules(work: str | Path, names: list[str]) -> None:
    """The work folder tells which top-level modules come along."""
    found = {re.split(r"[./\\]", name)[0] for name in names}
    Path(work, "modules.txt").write_text("\n".join(sorted(found)), encoding="utf-8")


def finish(folder: Path, modules: Path) -> None:
    """The folder that PyInstaller has made carries the licences, and of ICU only what is asked for."""
    licences.gather(folder / "licences", set(modules.read_text(encoding="utf-8").split()))
    for library in folder.rglob("libicudata.so.*"):
        if not library.is_symlink():
            icu.trim(library)


if __name__ == "__main__":
    finish(Path(sys.argv[1]), Path(sys.argv[2]))
