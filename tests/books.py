"""What stands in a workshop's file, for tests that compare all of it: its tables, and its journal folded."""

from sqlalchemy import select

from facilitator.store.journal import fold, from_json
from facilitator.store.tables import STATE


def tables_of(desk):
    """Return all rows by id, by table."""
    file = desk.file
    with file._transaction():
        rows = {
            name: file._connection.execute(select(table)).mappings().all() for name, table in STATE.items()
        }
    return {name: {row["id"]: dict(row) for row in found} for name, found in rows.items() if found}


def folded(desk):
    """Return the tables as the journal's changes, one after the other, make them."""
    changes = [change for event in desk.file.journal() for change in from_json(event.changes)]
    return {name: rows for name, rows in fold(changes).items() if rows}
