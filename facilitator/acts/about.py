"""What this copy of the program is made of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution, requires, version

from facilitator.language.places import resource
from facilitator.store.engine import SCHEMA_VERSION, versions

_OWN = "facilitator"


def parts() -> tuple[tuple[str, str], ...]:
    """Return the parts whose versions matter when something is reported, and the versions."""
    sqlite, sqlcipher = versions()
    templates = (
        (f"Template {file.stem}", _template_version(file.read_text(encoding="utf-8")))
        for file in sorted(resource("templates").glob("*.toml"))
    )
    return (
        ("Facilitator", version(_OWN)),
        ("Qt", version("PySide6_Essentials")),
        ("SQLite", sqlite),
        ("SQLCipher", sqlcipher),
        ("Workshop file", str(SCHEMA_VERSION)),
        *templates,
    )


def licences() -> Iterator[tuple[str, str]]:
    """Yield the packages that the program is made of, with their versions, and the licence each states."""
    for wanted in requires(_OWN) or ():
        found = _installed(re.split(r"[^\w.-]", wanted, maxsplit=1)[0])
        if found is not None:
            yield f"{found.name} {found.version}", stated(found)


def stated(found: Distribution) -> str:
    """Return the licence that a package states of itself; nothing if it states none."""
    ask = found.metadata.get_all
    classes = [text.rsplit(" :: ", 1)[1] for text in ask("Classifier") or () if "License ::" in text]
    said = (*(ask("License-Expression") or ()), ", ".join(classes), *(ask("License") or ()))
    return next(filter(None, said), "").split("\n")[0]


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _template_version(text: str) -> str:
    return str(tomllib.loads(text).get("version", 1))
