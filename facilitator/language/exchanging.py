"""What a person is told of a package, before it is made and when it has come in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from facilitator.domain.clocks import Ahead
from facilitator.language.speech import Language, mark

_MINUTE_MS = 60_000
TRAVELS = mark("Protection concerns and what is made of them travel only in a package for the secretariat.")
"""What is to be known before a package is made."""


def staying(concerns: int, language: Language) -> str:
    """Return what is to be known before a package is made where so many protection concerns are."""
    if not concerns:
        return language.say(TRAVELS)
    return language.count(
        "{n} protection concern stays here with what is made of it: pack for the secretariat only to bring "
        "it along.",
        "{n} protection concerns stay here with what is made of them: pack for the secretariat only to bring "
        "them along.",
        concerns,
    )


def brought(
    sender: str, events: int, fuller: int, newcomers: Sequence[str], language: Language
) -> Iterator[str]:
    """Yield what came, and from whom; `fuller` acts were here without their words."""
    if fuller:
        yield language.count(
            "From {name}: {n} act that was here in part is here whole.",
            "From {name}: {n} acts that were here in part are here whole.",
            fuller,
            name=sender,
        )
    if not events:
        if not fuller:
            yield language.say("From {name}: nothing new.", name=sender)
        return
    many = language.number(events)
    yield language.count(
        "From {name}: {n} new act.", "From {name}: {n} new acts.", events, name=sender, n=many
    )
    if newcomers:
        yield language.say("Not seen here before: {names}.", names=language.names(newcomers))


def erased(people: int, language: Language) -> Iterator[str]:
    """Yield who is gone from this laptop, because they were erased on another one."""
    if people:
        yield language.count(
            "{n} person was erased on another laptop, and now here and in the snapshots.",
            "{n} people were erased on another laptop, and now here and in the snapshots.",
            people,
        )


def to_look_at(
    conflicts: int, missing: Mapping[str, Sequence[Sequence[int]]], language: Language
) -> Iterator[str]:
    """Yield what a person has to settle or to ask for."""
    if conflicts:
        yield language.count(
            "{n} place reads differently on two laptops. Both texts are kept; settle which one stands.",
            "{n} places read differently on two laptops. Both texts are kept; settle which one stands.",
            conflicts,
        )
    for name, ranges in missing.items():
        for first, last in ranges:
            if first == last:
                yield language.say(
                    "{name}: act {first} is missing, and what follows waits. Ask for a full package.",
                    name=name,
                    first=first,
                )
                continue
            yield language.say(
                "{name}: acts {first}–{last} are missing, and what follows waits. Ask for a full package.",
                name=name,
                first=first,
                last=last,
            )


def clocks(sender: str, clock: Ahead, language: Language) -> Iterator[str]:
    """Yield how far a laptop's clock is surely ahead or behind, if by a minute or more."""
    least, most = clock.surely or (0, None)
    minutes = least // _MINUTE_MS
    if minutes and clock.fast:
        yield _ahead(sender, minutes, most, language)
    elif minutes:
        yield _behind(sender, minutes, most, language)


def _ahead(name: str, minutes: int, most: int | None, language: Language) -> str:
    if most is None:
        return language.count(
            "The clock of {name} is at least {n} minute ahead. Put one of the two right.",
            "The clock of {name} is at least {n} minutes ahead. Put one of the two right.",
            minutes,
            name=name,
        )
    return language.count(
        "The clock of {name} is ahead by {least} to {n} minute. Put one of the two right.",
        "The clock of {name} is ahead by {least} to {n} minutes. Put one of the two right.",
        _whole(most),
        name=name,
        least=minutes,
    )


def _behind(name: str, minutes: int, most: int | None, language: Language) -> str:
    if most is None:
        return language.count(
            "The clock of {name} is at least {n} minute behind. Put one of the two right.",
            "The clock of {name} is at least {n} minutes behind. Put one of the two right.",
            minutes,
            name=name,
        )
    return language.count(
        "The clock of {name} is behind by {least} to {n} minute. Put one of the two right.",
        "The clock of {name} is behind by {least} to {n} minutes. Put one of the two right.",
        _whole(most),
        name=name,
        least=minutes,
    )


def clock_known(name: str, clock: Ahead, language: Language) -> Iterator[str]:
    """Yield what is known of a laptop's clock: that it is wrong, or within what it is right."""
    if clock.surely is not None and clock.surely[0] >= _MINUTE_MS:
        yield from clocks(name, clock, language)
    elif clock.least is not None and clock.most is not None:
        yield language.count(
            "The clock of {name} is right to within {n} minute.",
            "The clock of {name} is right to within {n} minutes.",
            _whole(max(abs(clock.least), abs(clock.most))),
            name=name,
        )


def _whole(ms: int) -> int:
    return max(1, -(-ms // _MINUTE_MS))
