"""What this copy of the program is made of."""

from __future__ import annotations

import tomllib
from importlib.metadata import version

from facilitator.language.places import resource
from facilitator.store.engine import SCHEMA_VERSION, versions


def parts() -> tuple[tuple[str, str], ...]:
    """Return the parts whose versions matter when something is reported, and the versions."""
    sqlite, sqlcipher = versions()
    templates = (
        (f"Template {file.stem}", _template_version(file.read_text(encoding="utf-8")))
        for file in sorted(resource("templates").glob("*.toml"))
    )
    return (
        ("Facilitator", version("facilitator")),
        ("Qt", version("PySide6_Essentials")),
        ("SQLite", sqlite),
        ("SQLCipher", sqlcipher),
        ("Workshop file", str(SCHEMA_VERSION)),
        *templates,
    )


def _template_version(text: str) -> str:
    return str(tomllib.loads(text).get("version", 1))
