"""Laptops that know of one another: keys, an order of all events, what waits, what conflicts."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def _text(name: str, usual: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False, server_default=usual)


def upgrade() -> None:
    op.add_column("replica", _text("public_key", ""))
    op.add_column("replica", _text("certificate", ""))
    op.add_column("event", sa.Column("moment", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "touched",
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row", "event", name="pk_touched"),
        sa.ForeignKeyConstraint(["event"], ["event.id"], name="fk_touched_event"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "waiting",
        _text("replica"),
        sa.Column("seq", sa.Integer(), nullable=False),
        _text("line"),
        sa.PrimaryKeyConstraint("replica", "seq", name="pk_waiting"),
    )
    op.create_table(
        "conflict",
        _text("kind"),
        _text("row"),
        _text("sides"),
        sa.PrimaryKeyConstraint("kind", "row", name="pk_conflict"),
    )
    op.create_table(
        "duty",
        _text("id"),
        _text("holder"),
        _text("owner"),
        sa.PrimaryKeyConstraint("id", name="pk_duty"),
        sa.ForeignKeyConstraint(["owner"], ["replica.id"], name="fk_duty_owner"),
    )
    _put_events_in_order()


def _put_events_in_order() -> None:
    """Every event has a moment after that of the one before it, and the rows it touched are known."""
    connection = op.get_bind()
    events = connection.execute(sa.text("SELECT id, at, changes FROM event ORDER BY replica, seq")).all()
    moments, touched, moment = [], set(), 0
    for id_, at, changes in events:
        moment = max(at, moment + 1)
        moments.append({"id": id_, "moment": moment})
        touched |= {(change[1], id_) for change in json.loads(changes)}
    if not events:
        return
    connection.execute(sa.text("UPDATE event SET moment = :moment WHERE id = :id"), moments)
    rows = [{"row": row, "event": id_} for row, id_ in sorted(touched)]
    if rows:
        connection.execute(sa.text('INSERT INTO touched ("row", event) VALUES (:row, :event)'), rows)
