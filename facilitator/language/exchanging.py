"""What a person is told of a package that came in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from facilitator.language.speech import Language

_MINUTE_MS = 60_000


def brought(sender: str, events: int, newcomers: Sequence[str], language: Language) -> Iterator[str]:
    """Yield what came, and from whom."""
    if not events:
        yield language.say("From {name}: nothing new.", name=sender)
        return
    yield language.count("From {name}: {n} new act.", "From {name}: {n} new acts.", events, name=sender)
    if newcomers:
        yield language.say("Not seen here before: {names}.", names=language.names(newcomers))


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
            yield language.say(
                "{name}: acts {first}–{last} are missing, and what follows waits. Ask for a full package.",
                name=name,
                first=first,
                last=last,
            )


def clocks(sender: str, ahead_ms: int, language: Language) -> Iterator[str]:
    """Yield how far at least a laptop's clock is ahead, if by a minute or more."""
    minutes = ahead_ms // _MINUTE_MS
    if minutes > 0:
        yield language.count(
            "The clock of {name} is at least {n} minute ahead. Put one of the two right.",
            "The clock of {name} is at least {n} minutes ahead. Put one of the two right.",
            minutes,
            name=sender,
        )
