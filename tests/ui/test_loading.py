"""What a workshop's window is made of is there before it is made."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOLD = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
import facilitator.ui.main_window
application, window = QApplication([]), QWidget()
from facilitator.ui.loading import load
load(window)
there = set(sys.modules)
import facilitator.acts.keys, facilitator.ui.opened_desk, facilitator.ui.vault, facilitator.ui.keeper
import facilitator.ui.console, facilitator.ui.start.visit
print(sorted(set(sys.modules) - there), window.property("opening-under-way"))
"""


def test_nothing_is_loaded_any_more_when_a_workshop_opens():
    env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run([sys.executable, "-c", TOLD], check=True, capture_output=True, text=True, env=env)

    assert run.stdout == "[] False\n"
