"""How a question about words is put to the index, and by what signs what stands there is told apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from facilitator.domain.searching import asked_for

CLOSED = "restrictedxx"
"""Stands by what only those may find who may read it."""
COUNTED, COUNTED_IN_A_ROW = 1_000, 100
"""More than so many are only counted where somebody waits for the number.

Where words stand in a row is found at each place of all of them: that takes longer than to find the words.
"""


class Question(NamedTuple):
    """What is looked for, as FTS5 puts questions.

    `as_typed` is the same of a last word that does not go on, and made of `parts`; empty if it does not.
    So many as `counted` are counted where nobody waits for the number.
    """

    whole: str
    as_typed: str = ""
    parts: Sequence[str] = ()
    counted: int = COUNTED


def question(
    typed: str, *, unfinished: bool, filters: Mapping[str, Iterable[str]], restricted: bool
) -> Question | None:
    """Return what is typed as FTS5 puts questions; None if there is no word in it.

    `filters` name the values one wants, `restricted` says whether restricted notes are to be found too.
    """
    asked = list(asked_for(typed, unfinished=unfinished))
    if not asked:
        return None
    signs = [" OR ".join(sign(name, value) for value in values) for name, values in filters.items()]
    groups = [" OR ".join(map(_quoted, forms)) for forms in asked]
    whole = _all_of([*groups, *signs], restricted=restricted)
    in_a_row = any(len(list(filter(None, form))) > 1 for forms in asked for form in forms)
    counted = COUNTED_IN_A_ROW if in_a_row else COUNTED
    if not any("" in form for form in asked[-1]):
        return Question(whole, counted=counted)
    ended = [*groups[:-1], " OR ".join(_quoted(form[:-1]) for form in asked[-1])]
    return Question(whole, _all_of([*ended, *signs], restricted=restricted), (*ended, *signs), counted)


def _all_of(groups: Sequence[str], *, restricted: bool) -> str:
    whole = " AND ".join(f"({group})" for group in groups)
    return whole if restricted else f"({whole}) NOT {CLOSED}"


def _quoted(form: Sequence[str]) -> str:
    goes_on = form[-1] == ""
    words = " ".join(form).strip()
    return f'"{words}"*' if goes_on else f'"{words}"'


def marks_of(of: str, row: Sequence[Any]) -> str:
    """Return what something is filtered by, as words that nobody says."""
    _, _, panel, kind, speaker, category, restricted = row
    named = (("panel", panel), ("kind", kind), ("speaker", speaker), ("category", category))
    marks = [sign(name, value) for name, value in named if value]
    return " ".join([sign("of", of), *marks, *([CLOSED] if restricted else [])])


@lru_cache(maxsize=4_096)
def sign(name: str, value: str) -> str:
    """Return the word that stands for a value one filters by."""
    return f"{name}x{value.encode().hex()}x"
