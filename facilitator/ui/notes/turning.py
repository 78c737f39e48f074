"""Turning from one question of a panel to the next, no question among them."""

from __future__ import annotations

from facilitator.domain.programme import Panel, QuestionId


def numbered(panel: Panel | None, number: int, now: QuestionId | None) -> QuestionId | None:
    """Return the question of a number, 0 for none; what is chosen now if the panel has no such question."""
    choices = _choices(panel)
    return choices[number] if number < len(choices) else now


def turned(panel: Panel | None, by: int, now: QuestionId | None) -> QuestionId | None:
    """Return the question so many after the one chosen now, round and round."""
    choices = _choices(panel)
    place = choices.index(now) if now in choices else 0
    return choices[(place + by) % len(choices)]


def _choices(panel: Panel | None) -> list[QuestionId | None]:
    return [None, *(question.id for question in (panel.questions if panel else ()))]
