"""The contracts between the layers are alive: each is broken by the import it forbids."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRACTS = {
    "Imports run downwards only": ("domain/balance.py", "import facilitator.language.speech"),
    "The command line never reaches the window's parts": ("cli/commands.py", "import facilitator.ui.tokens"),
    "Only the store speaks SQL": ("language/dates.py", "import sqlalchemy"),
    "Only documents set type and fill workbooks": ("store/ids.py", "import reportlab.lib"),
    "Only the window knows Qt": ("acts/proof.py", "import PySide6.QtCore"),
    "Only the command line has options and progress bars": ("ui/icons.py", "import typer"),
}


@pytest.mark.skipif(
    shutil.which("lint-imports", path=Path(sys.executable).parent) is None, reason="no import-linter"
)
def test_each_contract_is_broken_by_what_it_forbids(tmp_path):
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "facilitator", tmp_path / "facilitator", ignore=shutil.ignore_patterns("*.pyc"))
    for module, line in CONTRACTS.values():
        with (tmp_path / "facilitator" / module).open("a", encoding="utf-8") as source:
            source.write(f"\n{line}\n")

    linter = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    told = subprocess.run(linter, cwd=tmp_path, capture_output=True, text=True, check=False)

    broken = [line.partition(" BROKEN")[0] for line in told.stdout.splitlines() if " BROKEN" in line]
    assert (told.returncode, sorted(broken)) == (1, sorted(CONTRACTS))
