"""The name of a person from the cells that hold it: in one column or two, in the order it is spoken."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from facilitator.intake.columns import Columns
from facilitator.intake.legend import plain

_ALSO_GIVEN = frozenset(map(plain, ("name", "nombre", "имя", "الاسم", "名字")))
_ALSO_FAMILY = frozenset(map(plain, ("name", "nom")))
_INVERTED = re.compile(r"([^,]+),\s*([^,]+)")
_AFTER_A_COMMA = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "ph.d", "md", "m.d", "esq"))
_MOSTLY = 0.8
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]+")


def name_places(header: Sequence[str], columns: Columns, mapping: Mapping[str, str]) -> tuple[int, ...]:
    """Return the columns that make a name, in its order: `Given+Family` as told, else as their names tell."""
    told = [plain(part) for part in mapping.get("name", "").split("+")]
    places = {plain(name): place for place, name in reversed([*enumerate(header)])}
    if len(told) > 1 and all(part in places for part in told):
        return tuple(places[part] for part in told)
    whole, given, family = (columns.get(field) for field in ("name", "given_name", "family_name"))
    called = "" if whole is None or "name" in mapping else plain(header[whole])
    if given is None and family is not None and called in _ALSO_GIVEN:
        return (whole, family) if whole is not None else (family,)
    if family is None and given is not None and called in _ALSO_FAMILY:
        return (given, whole) if whole is not None else (given,)
    if whole is not None:
        return (whole,)
    return tuple(place for place in (given, family) if place is not None)


def joined(parts: Sequence[str], *, told: bool) -> str:
    """Return one name; in Chinese and Korean the family comes first, unless somebody told the order."""
    there = [part for part in parts if part]
    if len(there) > 1 and all(_HAN.fullmatch(part) for part in there):
        return "".join(there if told else reversed(there))
    return " ".join(there)


def as_spoken(names: Sequence[str]) -> list[str]:
    """Return "Ana Díaz" for "Díaz, Ana" in a list that writes nearly all of its names so."""
    inverted = [_INVERTED.fullmatch(name) if "," in name else None for name in names]
    filled = sum(1 for name in names if name)
    if sum(map(bool, inverted)) < max(1, filled * _MOSTLY):
        return list(names)
    return [_turned(name, found) for name, found in zip(names, inverted, strict=True)]


def _turned(name: str, found: re.Match[str] | None) -> str:
    if found is None or found[2].strip().lower().rstrip(".") in _AFTER_A_COMMA:
        return name
    return f"{found[2].strip()} {found[1].strip()}"
