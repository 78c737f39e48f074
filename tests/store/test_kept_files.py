"""A file of every shape that was kept opens, after a verified copy of it, and says what it said."""

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.safety import check
from facilitator.store.engine import SCHEMA_VERSION, as_integer, connect_to_check
from facilitator.store.examining import examine
from tests.books import folded, tables_of
from tests.kept import KEPT, put_kept

SAID = "SELECT text FROM note UNION ALL SELECT name FROM participant UNION ALL SELECT title FROM panel"


def said(path):
    connection = connect_to_check(path)
    found = sorted(row[0] for row in connection.execute(SAID))
    connection.close()
    return found


@pytest.mark.parametrize("shape", KEPT)
def test_a_kept_file_is_brought_to_todays_shape_after_a_verified_copy(tmp_path, shape):
    path = tmp_path / "old.facilitator"
    put_kept(shape, path)
    before = said(path)
    desk = open_desk(path, lambda: 0)
    folds = folded(desk) == tables_of(desk)
    desk.close()
    copy = tmp_path / f"old.shape-{shape}.facilitator"

    assert folds
    assert said(path) == before != []
    assert check(path).found.findings == ()
    if shape < SCHEMA_VERSION:
        connection = connect_to_check(copy)
        assert as_integer(connection, "user_version") == shape
        connection.close()
        assert examine(copy).findings == ()
        assert said(copy) == before
    else:
        assert not copy.exists()
