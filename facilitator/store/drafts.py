"""The unfinished line of a rapporteur: of each laptop the last one, and no event tells of it."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from facilitator.store.tables import draft


def put_draft(connection: Connection, replica: str, text: str, at: int) -> None:
    row = {"replica": replica, "text": text, "at": at}
    connection.execute(insert(draft).prefix_with("OR REPLACE"), row)


def draft_of(connection: Connection, replica: str) -> str:
    return connection.execute(select(draft.c.text).where(draft.c.replica == replica)).scalar() or ""
