"""Odd workbooks and calendars are read or refused within two seconds each and within 300 MB."""

import subprocess
import sys
from pathlib import Path

import pytest

DATA = Path(__file__).parents[3] / "shared" / "data"
MEASURE = """
import sys, time
from pathlib import Path
from facilitator.domain.refusals import Explained
from facilitator.intake.legend import Legend
from facilitator.intake.programmes.reading import read_programme
from facilitator.intake.tables import read_table

slowest = 0.0
for path in sorted(Path(sys.argv[1]).rglob("*.*")):
    for read in (read_table, lambda path: read_programme(path, Legend(), "Europe/Zurich")):
        began = time.process_time()
        try:
            read(path)
        except Explained:
            pass
        slowest = max(slowest, time.process_time() - began)
status = Path("/proc/self/status").read_text().split("VmHWM:")[1]  # the other figure is that of our parent
print(slowest, int(status.split()[0]) / 1024)
"""


@pytest.mark.parametrize("folder", ["hostile/workbooks", "hostile/csv-spectrum", "programmes"])
@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data is not on this machine")
@pytest.mark.skipif(sys.platform != "linux", reason="what a process took is read from /proc")
def test_no_odd_file_takes_long_or_much_memory(folder):
    run = [sys.executable, "-c", MEASURE, str(DATA / folder)]
    told = subprocess.run(run, capture_output=True, text=True, timeout=120, check=True).stdout.split()

    assert float(told[0]) < 2
    assert float(told[1]) < 300
