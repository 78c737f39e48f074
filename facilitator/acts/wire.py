"""One JSON object a line in, one out: the desk for scripts, tests and other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from facilitator.acts import questions
from facilitator.acts.desk import Desk, UnknownAct
from facilitator.acts.registry import ACTS, Act, Instant, Minutes, Parameter, Seconds, Unsaid
from facilitator.domain.refusals import ClockBackwards, Explained, NotUnderstood, UnknownReference

Json = dict[str, Any]
Sentence = Callable[[Explained], str]

_QUESTIONS: Mapping[str, Callable[..., Json]] = {
    "floor": questions.floor_now,
    "journal": questions.journal,
    "notes": questions.notes,
    "people": questions.people,
    "programme": questions.programme,
}


class HeldClock:
    """A clock that stands where a line says `at`, and follows `real` until one does."""

    def __init__(self, real: Callable[[], int]) -> None:
        self._real = real
        self._held: int | None = None

    def __call__(self) -> int:
        return self._real() if self._held is None else self._held

    def hold(self, instant: int) -> None:
        """The clock stands at an instant; raises ClockBackwards before one at which it stood already."""
        if self._held is not None and instant < self._held:
            raise ClockBackwards
        self._held = instant


class Wire:
    """A run of lines: it remembers the names that `as` gave to ids."""

    def __init__(self, desk: Desk, clock: HeldClock, sentence: Sentence) -> None:
        self._desk = desk
        self._clock = clock
        self._sentence = sentence
        self._names: dict[str, str] = {}

    def answer(self, line: str) -> Json:
        """Return what one line of JSON is answered with; whatever is wrong with it, nothing is half done."""
        try:
            return self._answer(_parse(line))
        except Explained as refusal:
            return {"ok": False, "refusal": refusal.code, "message": self._sentence(refusal)}

    def _answer(self, asked: Json) -> Json:
        if "at" in asked:
            self._clock.hold(_instant("at", asked.pop("at")))
        if "ask" in asked:
            return {"ok": True, **self._question(asked)}
        name = asked.pop("do", None)
        alias = asked.pop("as", None)
        if not isinstance(name, str):
            raise NotUnderstood(field="do")
        if alias is not None and not isinstance(alias, str):
            raise NotUnderstood(field="as")
        done = self._desk.do(name, **self._arguments(name, asked))
        if alias is not None and done.id is not None:
            self._names[alias.removeprefix("$")] = done.id
        return {"ok": True, "event": done.event, "id": done.id}

    def _question(self, asked: Json) -> Json:
        question = _QUESTIONS.get(str(asked.pop("ask")))
        if question is None:
            raise NotUnderstood(field="ask")
        allowed = {"last": int, "panel": str}
        for name, value in asked.items():
            if name not in allowed or not isinstance(value, allowed[name]) or name not in _names_of(question):
                raise NotUnderstood(field=name)
        return question(self._desk, **self._replaced(asked))

    def _arguments(self, name: str, given: Json) -> Json:
        if name in ("undo", "redo"):
            return _only(given, "desk")
        if name not in ACTS:
            raise UnknownAct(act=name)
        act = ACTS[name]
        _must_be_known(act, given)
        return {
            p.name: value(p, self._replaced(given[p.name]) if _is_id(p.type) else given[p.name])
            for p in act.parameters
            if p.name in given
        }

    def _replaced(self, given: Any) -> Any:  # noqa: ANN401 - any JSON
        if isinstance(given, dict):
            return {key: self._replaced(item) for key, item in given.items()}
        if isinstance(given, list):
            return [self._replaced(item) for item in given]
        if isinstance(given, str) and given.startswith("$"):
            if given[1:] not in self._names:
                raise UnknownReference(kind="name", id=given)
            return self._names[given[1:]]
        return given


def _names_of(function: Callable[..., Json]) -> tuple[str, ...]:
    code = function.__code__
    return tuple(code.co_varnames[: code.co_argcount])


def _only(given: Json, name: str) -> Json:
    for other, what in given.items():
        if other != name or not isinstance(what, str):
            raise NotUnderstood(field=other)
    return given


def _is_id(type_: Any) -> bool:  # noqa: ANN401 - a type of an argument
    """Say whether an argument names something: only there may `$name` stand."""
    return getattr(type_, "__supertype__", None) is str or any(map(_is_id, get_args(type_)))


def _must_be_known(act: Act, given: Json) -> None:
    known = {p.name for p in act.parameters}
    for name in given:
        if name not in known:
            raise NotUnderstood(field=name)
    for parameter in act.parameters:
        if parameter.required and parameter.name not in given:
            raise NotUnderstood(field=parameter.name)


def _parse(line: str) -> Json:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood(field="line") from error
    if not isinstance(asked, dict):
        raise NotUnderstood(field="line")
    return asked


def value(parameter: Parameter, given: Any) -> Any:  # noqa: ANN401 - any JSON in, any argument out
    """Return an argument of the type its act takes; raises NotUnderstood for JSON of another kind."""
    return _value(parameter.name, parameter.type, given)


def _value(name: str, type_: Any, given: Any) -> Any:  # noqa: ANN401 - as above
    if get_origin(type_) in (UnionType, Union):
        return _one_of(name, get_args(type_), given)
    if get_origin(type_) is tuple:
        return _list(name, get_args(type_), given)
    if get_origin(type_) is Mapping:
        return _mapping(name, get_args(type_), given)
    if type_ is Instant:
        return _instant(name, given)
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return _member(name, type_, given)
    kind = getattr(type_, "__supertype__", type_)
    if kind is float:
        return _number(name, given)
    if not isinstance(given, kind) or (kind is int and isinstance(given, bool)):
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


_LONG = 1e9  # seconds; NaN and the infinities of JSON are not below it


def _instant(name: str, given: Any) -> int:  # noqa: ANN401 - as above
    try:
        moment = datetime.fromisoformat(given)
    except (TypeError, ValueError) as error:
        raise NotUnderstood(field=name) from error
    if moment.tzinfo is None:
        raise NotUnderstood(field=name)
    return round(moment.timestamp() * 1000)


def listing() -> list[Json]:
    """Return every act and question with its arguments, units and refusals."""
    acts = [
        {
            "act": act.name,
            "summary": act.summary,
            "desk": act.desk,
            "arguments": [
                {"name": p.name, "type": type_name(p.type), "required": p.required} for p in act.parameters
            ],
            "refusals": sorted({*act.refusals, "not_understood"}),
        }
        for act in ACTS.values()
    ]
    for name, refusal in (("undo", "nothing_to_undo"), ("redo", "nothing_to_redo")):
        acts.append(
            {
                "act": name,
                "summary": "",
                "desk": "any",
                "arguments": [{"name": "desk", "type": "text", "required": False}],
                "refusals": ["not_understood", refusal, "undo_conflict"],
            }
        )
    asks = [
        {"ask": name, "summary": (function.__doc__ or "").strip(), "arguments": list(_names_of(function)[1:])}
        for name, function in _QUESTIONS.items()
    ]
    return acts + asks


def type_name(type_: Any) -> str:  # noqa: ANN401 - a type of an argument
    """Return how an argument's type and unit are called: "seconds", "ISO 8601 instant", "request id"."""
    if get_origin(type_) in (UnionType, Union):
        names = [type_name(t) for t in get_args(type_) if t not in (type(None), Unsaid)]
        return " or ".join(names) + (" or null" if type(None) in get_args(type_) else "")
    if get_origin(type_) is tuple:
        each = [type_name(t) for t in get_args(type_) if t is not Ellipsis]
        return f"list of {each[0]}" if len(each) == 1 else f"[{', '.join(each)}]"
    if get_origin(type_) is Mapping:
        key, item = map(type_name, get_args(type_))
        return f"object of {item} by {key}"
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return "one of " + ", ".join(member.value for member in type_)
    if type_ is Seconds:
        return "seconds"
    if type_ is Minutes:
        return "minutes"
    if type_ is Instant:
        return "instant, ISO 8601 with zone"
    name = getattr(type_, "__name__", str(type_))
    plain = {"str": "text", "int": "whole number", "float": "number", "bool": "true or false"}
    return plain.get(name) or "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()
