"""From the start of the process to the first frame, against a bare window: at most 1.7 times as long."""

import sys

import pytest

from facilitator.acts.sample import build
from tests.benchmarks.first_frames import medians

MOST = 1.7
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, QApplication.quit)
application = QApplication(sys.argv)
window = Window()
window.resize(1366, 768)
window.show()
application.exec()
"""


@pytest.mark.parametrize("with_file", [False, True], ids=["start screen", "a workshop"])
@pytest.mark.timeout(300)
def test_the_first_frame_comes_soon_after_that_of_a_bare_window(tmp_path, with_file):
    path = tmp_path / "w.facilitator"
    build(path, "ar")
    ours = [sys.executable, "-m", "facilitator", *([str(path)] if with_file else [])]

    frame, window, ratio = medians(tmp_path / "settings", ours=ours, bare=[sys.executable, "-c", BARE])

    print(f"\nfirst frame {frame:.3f} s, bare window {window:.3f} s, ratio {ratio:.2f}")
    assert ratio <= MOST
