"""Bringing a file to today's shape, step by step."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from facilitator.store.engine import SCHEMA_VERSION
from facilitator.store.header import APPLICATION_ID


def upgrade(engine: Engine, version: int = SCHEMA_VERSION) -> None:
    """The file has the tables of a shape and says so in its header, all in one transaction."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, f"{version:04}")
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={version}")
