"""What stands in a workshop's file, for tests that compare all of it: its tables, and its journal folded."""

from facilitator.store.replaying import Replayed
from facilitator.store.tables import STATE


def tables_of(desk):
    """Return all rows by id, by table, as the driver reads them: this is done after each of many acts."""
    driver = desk.file._connection.connection.dbapi_connection
    found = {name: driver.execute(f"SELECT * FROM {name}") for name in STATE}  # noqa: S608 - our own names
    tables = {
        name: [dict(zip(_names(rows), row, strict=True)) for row in rows] for name, rows in found.items()
    }
    return {name: {row["id"]: row for row in rows} for name, rows in tables.items() if rows}


def _names(cursor):
    return [column[0] for column in cursor.description]


def folded(desk):
    """Return the tables as the journal's events make them by the rule of the union."""
    return tables_made_by(row._mapping for row in desk.file.journal())


def tables_made_by(events):
    """Return the tables that these events make."""
    told = Replayed(events)
    tables = {name: _by_name(told, name, table.columns.keys()) for name, table in STATE.items()}
    return {name: rows for name, rows in tables.items() if rows}


def _by_name(told, table, columns):
    return {id_: dict(zip(columns, row, strict=True)) for id_, row in told.table(table, columns).items()}
