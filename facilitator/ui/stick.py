"""What a window does between laptops: packs, takes in, settles, and tells of it in the person's language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.acts.desk import Desk
from facilitator.acts.exchange import ALONE, Waiting, clocks_now, concerns_here, pack, take_in_each
from facilitator.acts.handing_floor import laptops_now
from facilitator.acts.settling import conflicts_now
from facilitator.domain.refusals import Explained
from facilitator.domain.timing import SECOND
from facilitator.exchange.merging import Merged, new_of_each
from facilitator.language.exchanging import brought, clock_known, clocks, erased, staying, to_look_at
from facilitator.language.refusals import sentence
from facilitator.language.speech import Language
from facilitator.ui.landing import SUFFIX


class Stick:
    """Every answer is what is to be told: of a package, of what came, or why nothing did."""

    def __init__(self, desk: Desk, language: Language) -> None:
        self._desk, self._language = desk, language

    def conflicts(self) -> Sequence[Mapping[str, Any]]:
        found: Sequence[Mapping[str, Any]] = conflicts_now(self._desk)["conflicts"]
        return found

    def when(self, conflict: Mapping[str, Any], side: int) -> str:
        language = self._language
        at = round(datetime.fromisoformat(conflict["sides"][side]["at"]).timestamp() * 1000)
        return language.say("{date}, {time}", date=language.date(at), time=language.time_of_day(at))

    def clocks(self) -> Sequence[str]:
        """Return for each laptop that this one has heard of what is known of its clock."""
        found = clocks_now(self._desk).items()
        return [line for name, clock in found for line in clock_known(name, clock, self._language)]

    def staying(self) -> str:
        return staying(concerns_here(self._desk), self._language)

    def usual(self, *, for_secretariat: bool) -> Path:
        """Return what a package is called unless somebody says otherwise: workshop, laptop, day, for whom."""
        desk = self._desk
        laptop = next(each["name"] for each in laptops_now(desk)["laptops"] if each["here"])
        day = datetime.fromtimestamp(desk.now() / SECOND, ZoneInfo(desk.view().workshop.zone))
        closed = "secretariat" if for_secretariat else ""
        parts = (*map(_plain, (desk.path.stem, laptop)), f"{day:%Y%m%d}", closed)
        return desk.path.with_name("_".join(filter(None, parts)) + SUFFIX)

    def pack(self, target: Path, *, for_secretariat: bool) -> str:
        try:
            pack(self._desk, target, for_secretariat=for_secretariat)
        except Explained as told:
            return sentence(self._language, told)
        return self._language.say("{file} holds all this laptop knows and may tell.", file=target.name)

    def take_in(self, packages: Sequence[Path], waiting: Waiting = ALONE) -> str:
        """Each package is taken in by itself: one that is damaged does not keep the others out."""
        try:
            return self._taken_in(take_in_each(self._desk, packages, waiting))
        except Explained as stopped:
            return sentence(self._language, stopped)

    def _taken_in(self, found: Sequence[Merged | Explained]) -> str:
        lines: list[str] = []
        came = [told for told in found if isinstance(told, Merged)]
        new = iter(new_of_each(came))
        for told in found:
            if isinstance(told, Explained):
                lines.append(sentence(self._language, told))
                continue
            lines += brought(told.sender, next(new), told.fuller, told.newcomers, self._language)
            lines += clocks(told.sender, told.clock, self._language)
        if came:
            conflicts = sum(each.conflicts for each in came)
            lines += erased(came[-1].erased, self._language)
            lines += to_look_at(conflicts, came[-1].missing, self._language)
        return "\n".join(lines)

    def floor(self) -> tuple[str, Sequence[str]]:
        """Return which other laptop holds the floor, if one does, and to whom it could be handed over."""
        told = laptops_now(self._desk)["laptops"]
        elsewhere = self._desk.view().floor_elsewhere
        names = [each["name"] for each in told]
        others = [
            each["name"] for each in told if not each["here"] and not each["holds_floor"] and each["name"]
        ]
        return elsewhere, [] if elsewhere else [name for name in others if names.count(name) == 1]

    def hand_over(self, laptop: str) -> str:
        say = self._language.say
        done = say("{name} holds the floor as soon as it takes a package of this laptop in.", name=laptop)
        return self._done(done, "hand_over_floor", laptop=laptop)

    def take_over(self) -> str:
        done = self._language.say("This laptop holds the floor. Give the others a package of it.")
        return self._done(done, "take_over_floor")

    def _done(self, told: str, act: str, **arguments: str) -> str:
        try:
            self._desk.do(act, **arguments)
        except Explained as refused:
            return sentence(self._language, refused)
        return told

    def settle(self, conflict: str, keep: str, text: str = "") -> str:
        done = self._language.say("Settled. What does not stand is kept among the earlier texts.")
        return self._done(done, "settle_conflict", conflict=conflict, keep=keep, text=text)


def _plain(name: str) -> str:
    """Return a name as every disk takes it in the name of a file."""
    return "-".join(re.findall(r"\w+", name.lower()))
