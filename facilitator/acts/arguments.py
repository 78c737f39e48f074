"""The arguments of acts: JSON becomes values of the right type, and types have names a person reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from facilitator.acts.registry import Instant, Parameter, Unsaid
from facilitator.domain.refusals import NotUnderstood
from facilitator.domain.rules import DIMENSIONS, KEYS

_YEARS = range(1900, 2201)  # in which every calendar and zone can tell the day
_LONG = 1e9  # seconds; NaN and the infinities of JSON are not below it
_PLAIN = {
    "str": "text",
    "int": "whole number",
    "float": "number",
    "bool": "true or false",
    "Seconds": "seconds",
    "Minutes": "minutes",
    "Instant": "instant, ISO 8601 with zone",
    "RuleKey": "one of " + ", ".join(KEYS),
    "Dimension": "one of " + ", ".join(DIMENSIONS),
}


def value(parameter: Parameter, given: Any) -> Any:  # noqa: ANN401 - any JSON in, any argument out
    """Return an argument of the type its act takes; raises NotUnderstood for JSON of another kind."""
    return _value(parameter.name, parameter.type, given)


def _value(name: str, type_: Any, given: Any) -> Any:  # noqa: ANN401 - as above
    made_of = _MADE_OF.get(get_origin(type_))
    if made_of is not None:
        return made_of(name, get_args(type_), given)
    if type_ is Instant:
        return instant(name, given)
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return _member(name, type_, given)
    kind = getattr(type_, "__supertype__", type_)
    if kind is float:
        return _number(name, given)
    if not isinstance(given, kind) or (kind is int and (isinstance(given, bool) or abs(given) >= _LONG)):
        raise NotUnderstood(field=name)
    return given


def _list(name: str, types: tuple[Any, ...], given: Any) -> tuple[Any, ...]:  # noqa: ANN401 - as above
    """Return a list of one type, or one that has a type for each place."""
    if not isinstance(given, list):
        raise NotUnderstood(field=name)
    if types[-1] is Ellipsis:
        types = (types[0],) * len(given)
    if len(types) != len(given):
        raise NotUnderstood(field=name)
    return tuple(_value(name, type_, item) for type_, item in zip(types, given, strict=True))


def _mapping(name: str, types: tuple[Any, ...], given: Any) -> dict[Any, Any]:  # noqa: ANN401 - as above
    if not isinstance(given, dict):
        raise NotUnderstood(field=name)
    return {_value(name, types[0], key): _value(name, types[1], item) for key, item in given.items()}


def _one_of(name: str, types: tuple[Any, ...], given: Any) -> Any:  # noqa: ANN401 - as above
    if given is None:
        if type(None) in types:
            return None
        raise NotUnderstood(field=name)
    for type_ in types:
        if type_ in (type(None), Unsaid):
            continue
        try:
            return _value(name, type_, given)
        except NotUnderstood:
            continue
    raise NotUnderstood(field=name)


def _member(name: str, enum: type[StrEnum], given: Any) -> StrEnum:  # noqa: ANN401 - as above
    if given not in [member.value for member in enum]:
        raise NotUnderstood(field=name)
    return enum(given)


def _number(name: str, given: Any) -> float:  # noqa: ANN401 - as above
    if isinstance(given, bool) or not isinstance(given, (int, float)) or not abs(given) < _LONG:
        raise NotUnderstood(field=name)
    return float(given)


def instant(name: str, given: Any) -> int:  # noqa: ANN401 - as above
    """Return the UTC milliseconds of ISO 8601 with a zone; raises NotUnderstood for anything else."""
    try:
        moment = datetime.fromisoformat(given)
    except (TypeError, ValueError) as error:
        raise NotUnderstood(field=name) from error
    if moment.tzinfo is None or moment.year not in _YEARS:
        raise NotUnderstood(field=name)
    return round(moment.timestamp() * 1000)


def type_name(type_: Any) -> str:  # noqa: ANN401 - a type of an argument
    """Return how an argument's type and unit are called: "seconds", "ISO 8601 instant", "request id"."""
    made_of = get_origin(type_)
    if made_of in (UnionType, Union):
        names = [type_name(t) for t in get_args(type_) if t not in (type(None), Unsaid)]
        return " or ".join(names) + (" or null" if type(None) in get_args(type_) else "")
    if made_of is tuple:
        each = [type_name(t) for t in get_args(type_) if t is not Ellipsis]
        return f"list of {each[0]}" if len(each) == 1 else f"[{', '.join(each)}]"
    if made_of is Mapping:
        key, item = map(type_name, get_args(type_))
        return f"object of {item} by {key}"
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return "one of " + ", ".join(member.value for member in type_)
    name = getattr(type_, "__name__", str(type_))
    return _PLAIN.get(name) or "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


_MADE_OF: Mapping[Any, Callable[[str, tuple[Any, ...], Any], Any]] = {
    UnionType: _one_of,
    Union: _one_of,
    tuple: _list,
    Mapping: _mapping,
}


def is_text(value: object) -> bool:
    """Say whether what is text can be stored: half a surrogate pair cannot."""
    if isinstance(value, Mapping):
        return all(map(is_text, (*value.keys(), *value.values())))
    if isinstance(value, (list, tuple)):
        return all(map(is_text, value))
    return not isinstance(value, str) or value.isascii() or not _HALF.search(value)


_HALF = re.compile("[\ud800-\udfff]")


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever an act takes, as the journal can hold it
    """Return arguments as JSON holds them."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value if value is None or isinstance(value, (str, int, float)) else str(value)
