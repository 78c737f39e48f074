"""What a check found, in sentences a person understands."""

from __future__ import annotations

from facilitator.language.speech import Language, mark

_FLAWS = {
    "pages": mark("Places of the file that cannot be read: {n}"),
    "links": mark("Rows of the table {table} that belong to something that is not there: {n}"),
    "events_missing": mark("Events missing from the journal: {n}, from number {first} to {last}"),
    "events_altered": mark("Events altered after they were written: {n}, from number {first} to {last}"),
    "events_cut_loose": mark(
        "Events that do not follow from the one before: {n}, from number {first} to {last}"
    ),
    "last_acts": mark("What was done last is missing; acts known to be lost: {n}"),
    "table_differs": mark("Rows of the table {table} that are not what the journal tells: {n}"),
}


def finding(language: Language, flaw: str, count: int, table: str, first: int, last: int) -> str:
    """Return the sentence for one flaw of a file."""
    figures = {"n": count, "first": first, "last": last}
    told = {name: language.number(figure) for name, figure in figures.items()}
    return language.say(_FLAWS[flaw], table=table, **told)
