"""How a question about words is put to the index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from facilitator.domain.searching import asked_for
from facilitator.store.search import CLOSED, sign


def expression(
    typed: str, *, unfinished: bool, filters: Mapping[str, Iterable[str]], restricted: bool
) -> str | None:
    """Return what is typed as FTS5 puts questions; None if there is no word in it.

    `filters` name the values one wants, `restricted` says whether restricted notes are to be found too.
    """
    groups = [" OR ".join(map(_quoted, forms)) for forms in asked_for(typed, unfinished=unfinished)]
    if not groups:
        return None
    groups += [" OR ".join(sign(name, value) for value in values) for name, values in filters.items()]
    whole = " AND ".join(f"({group})" for group in groups)
    return whole if restricted else f"({whole}) NOT {CLOSED}"


def _quoted(form: Sequence[str]) -> str:
    goes_on = form[-1] == ""
    words = " ".join(form).strip()
    return f'"{words}"*' if goes_on else f'"{words}"'
