"""What is written down of a bug: enough to find it, and no word of the workshop."""

import sys

import pytest

from facilitator.domain.refusals import AlreadySpoken
from facilitator.ui.bug_log import LOG, noted, report

NAME = "Zelmira Quandt"


def happened(folder, error):
    try:
        raise error
    except type(error):
        noted(folder)(*sys.exc_info())


@pytest.mark.parametrize(
    "error", [KeyError(NAME), ValueError(f"invalid literal: {NAME}"), AlreadySpoken(name=NAME), OSError(NAME)]
)
def test_no_word_of_the_workshop_is_in_it(tmp_path, error):
    happened(tmp_path, error)
    told = report(tmp_path)

    assert NAME not in told
    assert told.splitlines()[0] == f"{type(error).__module__}.{type(error).__qualname__}"
    assert told.splitlines()[1].startswith("  test_bug_log.py:")


def test_what_it_came_of_is_told_first_and_places_name_nobody(tmp_path):
    try:
        try:
            {}[NAME]
        except KeyError as cause:
            raise RuntimeError(NAME) from cause
    except RuntimeError:
        noted(tmp_path)(*sys.exc_info())
    kinds = [line for line in report(tmp_path).splitlines() if not line.startswith(" ")]

    assert kinds == ["builtins.KeyError", "then", "builtins.RuntimeError"]
    assert "/" not in report(tmp_path)


def test_logs_give_way_to_new_ones_and_the_oldest_goes(tmp_path):
    for number in range(4):
        (tmp_path / LOG).write_text(f"{number}" * 100_000, encoding="utf-8")
        happened(tmp_path, ValueError())

    assert sorted(path.name for path in tmp_path.iterdir()) == [LOG, f"{LOG}.1", f"{LOG}.2"]
    assert report(tmp_path)[0] == "2"
    assert report(tmp_path).endswith("happened")


def test_nothing_is_told_where_nothing_happened(tmp_path):
    assert report(tmp_path) == ""
