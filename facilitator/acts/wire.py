"""One JSON object a line in, one out: the desk for scripts, tests and other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, get_args

from facilitator.acts import questions
from facilitator.acts.arguments import instant, type_name, value
from facilitator.acts.balance_told import balance_now
from facilitator.acts.desk import Desk
from facilitator.acts.handing_floor import laptops_now
from facilitator.acts.ledger_told import ledger_now
from facilitator.acts.moving import move_effect
from facilitator.acts.notes_told import follow_up, revisions
from facilitator.acts.registry import ACTS, Act, UnknownAct
from facilitator.acts.report_told import report_now
from facilitator.acts.search_told import search_asked
from facilitator.acts.settling import conflicts_now
from facilitator.domain.refusals import ClockBackwards, Explained, NotUnderstood, UnknownReference

Json = dict[str, Any]
Sentence = Callable[[Explained], str]

_QUESTIONS: Mapping[str, Callable[..., Json]] = {
    "attendance": questions.attendance,
    "balance": balance_now,
    "conflicts": conflicts_now,
    "duplicates": questions.duplicates,
    "floor": questions.floor_now,
    "follow_up": follow_up,
    "journal": questions.journal,
    "laptops": laptops_now,
    "ledger": ledger_now,
    "move_effect": move_effect,
    "notes": questions.notes,
    "people": questions.people,
    "programme": questions.programme,
    "report": report_now,
    "revisions": revisions,
    "search": search_asked,
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
            self._clock.hold(instant("at", asked.pop("at")))
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
        return {"ok": True, "event": done.event or None, "id": done.id}

    def _question(self, asked: Json) -> Json:
        question = _QUESTIONS.get(str(asked.pop("ask")))
        if question is None:
            raise NotUnderstood(field="ask")
        texts = ("panel", "by", "scope", "side", "words", "kind", "speaker", "category", "note")
        allowed = {"last": int, **dict.fromkeys(texts, str)}
        for name, item in asked.items():
            if name not in allowed or not isinstance(item, allowed[name]) or name not in _names_of(question):
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
    for name, refusal, summary in (
        ("undo", "nothing_to_undo", "The last act, of one desk or of any, is as if it had not happened."),
        ("redo", "nothing_to_redo", "What was taken back last stands again, with the instants it had."),
    ):
        acts.append(
            {
                "act": name,
                "summary": summary,
                "desk": "any",
                "arguments": [{"name": "desk", "type": "text", "required": False}],
                "refusals": ["not_understood", refusal, "undo_beside_others", "undo_conflict"],
            }
        )
    asks = [
        {"ask": name, "summary": (function.__doc__ or "").strip(), "arguments": list(_names_of(function)[1:])}
        for name, function in _QUESTIONS.items()
    ]
    return acts + asks
