"""The folder that is handed on, from its start to its first frame: at most 1.3 times the checkout."""

import importlib
import sys
from pathlib import Path

import pytest

from tests.benchmarks.first_frames import medians

ROOT = Path(__file__).parents[2]
MOST = 1.3


@pytest.mark.timeout(900)
@pytest.mark.skipif(importlib.util.find_spec("PyInstaller") is None, reason="no PyInstaller")
def test_the_folder_starts_as_soon_as_the_checkout(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "build"))
    folder = importlib.import_module("package").make(tmp_path, Path(sys.executable))

    frozen, source, ratio = medians(
        tmp_path / "settings",
        frozen=[str(folder / "facilitator")],
        source=[sys.executable, "-m", "facilitator"],
    )

    print(f"\nfirst frame of the folder {frozen:.3f} s, of the checkout {source:.3f} s, ratio {ratio:.2f}")
    assert ratio <= MOST
