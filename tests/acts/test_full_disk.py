"""A disk that is full: one sentence, what was there stays, and nothing is left beside it."""

import os
import resource
import subprocess
import sys

import pytest

from facilitator.acts.sample import build

EACH = [
    ("panel-summary", ".pdf"),
    ("report", ".docx"),
    ("ledger", ".xlsx"),
    ("record", ".csv"),
    ("participants", ".json"),
]
ROOM = 1024
RUN = (
    "import signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
    "from facilitator.__main__ import main; sys.exit(main())"
)


def no_room():
    """Files of this process end after so many bytes, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))


@pytest.mark.parametrize(("what", "suffix"), EACH)
def test_a_product_that_does_not_fit_leaves_what_was_there(tmp_path, what, suffix):
    workshop, target = tmp_path / "w.facilitator", tmp_path / f"t{suffix}"
    build(workshop, "en")
    target.write_text("before", encoding="utf-8")
    line = [sys.executable, "-c", RUN, "export", str(workshop), "-o", str(target), "--what", what]
    passing = tmp_path / "passing"
    passing.mkdir()
    # lxml comes with what only tests use: without it, as installed, workbooks are written by another module
    around = {**os.environ, "OPENPYXL_LXML": "False", "TMPDIR": str(passing), "LC_ALL": "en"}
    done = subprocess.run(
        line, preexec_fn=no_room, capture_output=True, text=True, check=False, cwd=tmp_path, env=around
    )

    _whom_it_would_name, fault = done.stderr.splitlines()
    assert (done.returncode, fault) == (
        1, f"{target.name} could not be written to {tmp_path}. Check the folder and the disk.",
    )  # fmt: skip
    assert target.read_text(encoding="utf-8") == "before"
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        passing.name,
        target.name,
        workshop.name,
    ]
    assert list(passing.iterdir()) == []
