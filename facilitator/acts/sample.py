"""The sample workshop: a file from the template, and a morning replayed into it through the acts."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.acts.arguments import value
from facilitator.acts.desk import Desk, open_desk
from facilitator.acts.registry import ACTS
from facilitator.acts.wire import HeldClock
from facilitator.acts.workshops import local_instant, new_workshop
from facilitator.domain.people import CategoryKey, Participant, ParticipantId
from facilitator.domain.timing import SECOND
from facilitator.language.places import resource
from facilitator.language.texts import in_language
from facilitator.store.rows import from_participant
from facilitator.store.work import Work
from facilitator.store.workshop_file import Entry

Step = dict[str, Any]
_NAME = "durban-2019"


def build(path: Path, language: str) -> int:
    """The file is the sample workshop in the midst of its second panel; returns that instant."""
    source = tomllib.loads(resource("sample", f"{_NAME}.toml").read_text(encoding="utf-8"))
    text = in_language(source, language)
    moment: int = round(text["sample_moment"].timestamp() * SECOND)
    day_begins = local_instant(text["day"], "00:00", ZoneInfo("UTC"))
    new_workshop(path, language=language, at=day_begins, template=text["slug"])
    clock = HeldClock(lambda: day_begins)
    desk = open_desk(path, clock)
    try:
        keys = _put_people(desk, text, in_language(source, "ar" if language == "en" else "en"))
        _Replay(desk, clock, keys, text).run()
        clock.hold(moment)
        desk.keep_alive()
    finally:
        desk.close()
    return moment


def _put_people(desk: Desk, text: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, ParticipantId]:
    keys: dict[str, ParticipantId] = {}

    def body(work: Work) -> None:
        notice = {"notice": text["notice"]}
        work.update("workshop", "workshop", {"notice": ""}, notice)
        rows = []
        both = zip(text["participants"], other["participants"], strict=True)
        for number, (person, again) in enumerate(both, 1):
            keys[person["key"]] = ParticipantId(work.new_id())
            who = Participant(
                keys[person["key"]],
                person["name"],
                CategoryKey(person["category"]),
                person["delegation"],
                person["region"],
                person["gender"],
                person["language"],
                person["present"],
                again["name"],
                number,
            )
            rows.append(from_participant(who))
        work.insert_all("participant", rows)

    desk.file.write(Entry("fill_sample", "secretariat", {}, desk.now()), body)
    desk.changed()
    return keys


class _Replay:
    """Steps in the order of time; people are spoken of by key, notes by the name a step gave them."""

    def __init__(
        self, desk: Desk, clock: HeldClock, keys: Mapping[str, ParticipantId], text: Mapping[str, Any]
    ) -> None:
        self._desk = desk
        self._clock = clock
        self._keys = keys
        self._text = text
        self._zone = ZoneInfo(desk.reading.workshop().zone)
        self._names: dict[str, str | None] = {}

    def run(self) -> None:
        for step in self._text["steps"]:
            self._do(dict(step))

    def _do(self, step: Step) -> None:
        self._clock.hold(local_instant(self._text["day"], step.pop("at"), self._zone))
        act, alias = step.pop("do"), step.pop("as", None)
        given = {self._argument(name): self._value(name, item) for name, item in step.items()}
        parameters = {p.name: p for p in ACTS[act].parameters}
        answer = self._desk.do(act, **{name: value(parameters[name], item) for name, item in given.items()})
        if alias is not None:
            self._names[alias] = answer.id

    def _argument(self, name: str) -> str:
        return {"request_of": "request", "before_of": "before"}.get(name, name)

    def _value(self, name: str, item: Any) -> Any:  # noqa: ANN401 - whatever a step says
        readers: Mapping[str, Callable[[Any], Any]] = {
            "participant": lambda key: self._keys[key],
            "request_of": self._waiting,
            "before_of": self._waiting,
            "notes": lambda names: [self._names[each] for each in names],
        }
        return readers[name](item) if name in readers else item

    def _waiting(self, key: str) -> str:
        floor = self._desk.view().floor
        waiting = () if floor is None else floor.waiting
        return next(r.id for r in waiting if r.participant == self._keys[key])
