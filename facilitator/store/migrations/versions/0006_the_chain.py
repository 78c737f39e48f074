"""The journal is chained by hash, old events too; a laptop that came back from a snapshot is a new one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from facilitator.store.chain import chained

revision = "0006"
down_revision = "0005"

_COLUMNS = ("salt", "sealed", "previous", "hash")


def upgrade() -> None:
    for name in _COLUMNS:
        op.add_column("event", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.add_column("replica", sa.Column("succeeds", sa.Text(), nullable=True))
    _chain_what_is_there(op.get_bind())


def _chain_what_is_there(connection: sa.Connection) -> None:
    """Each event gets its hash as if it had been written today; nobody can vouch for what came before."""
    put = sa.text("UPDATE event SET salt=:salt, sealed=:sealed, previous=:previous, hash=:hash WHERE id=:id")
    previous, replica = "", None
    for id_ in connection.execute(sa.text("SELECT id FROM event ORDER BY replica, seq")).scalars().all():
        row = connection.execute(sa.text("SELECT * FROM event WHERE id=:id"), {"id": id_}).mappings().one()
        event = chained(dict(row), previous if row["replica"] == replica else "")
        connection.execute(put, {"id": id_, **{name: event[name] for name in _COLUMNS}})
        previous, replica = event["hash"], event["replica"]
