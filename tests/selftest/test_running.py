"""The program tries itself: a line each, and exit code 1 if one trial fails."""

import re
import subprocess
import sys

import pytest

from facilitator.domain.refusals import Explained
from facilitator.selftest import running
from facilitator.selftest.trial import Failed

NAMES = [name for name, _ in running.TRIALS]


@pytest.mark.timeout(300)
def test_every_trial_succeeds_and_has_a_line_with_its_time():
    done = subprocess.run(
        [sys.executable, "-m", "facilitator", "--selftest"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    *lines, verdict = done.stdout.splitlines()

    assert (done.returncode, verdict) == (0, "Everything works.")
    assert [re.fullmatch(r"works  (.{16}) +\d+ ms  .+", line)[1].strip() for line in lines] == NAMES


def failing(_):
    raise Failed("the disk is made of paper")


def refused(_):
    raise Explained


def broken(_):
    raise ZeroDivisionError


@pytest.mark.parametrize("trial", [failing, refused, broken])
def test_a_trial_that_fails_is_told_and_the_next_one_is_made(capsys, monkeypatch, trial):
    monkeypatch.setattr(running, "TRIALS", (("first", trial), ("second", lambda _: "fine")))

    assert running.run() == 1
    told = capsys.readouterr().out
    assert re.findall(r"^(FAILS|works)  (\w+)", told, re.MULTILINE) == [
        ("FAILS", "first"),
        ("works", "second"),
    ]
    assert told.endswith("Not everything works.\n")
