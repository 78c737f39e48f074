"""What the fields of a report are called that the secretariat fills in."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.language.speech import mark

MASTHEAD: Mapping[str, str] = {
    "symbol": mark("Symbol of the report"),
    "date": mark("Date of distribution"),
    "original": mark("Original language"),
    "session": mark("Session of the Council"),
    "session_dates": mark("Dates of the session"),
    "items": mark("Numbers of the agenda items"),
    "agenda": mark("Titles of the agenda items"),
    "author": mark("Author of the report"),
    "job_number": mark("Job number"),
    "note": mark("Note to the author"),
}
NEEDED_FIELDS: Mapping[str, str] = {
    **MASTHEAD,
    "summary": mark("Summary"),
}
