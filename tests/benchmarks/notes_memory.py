"""Open the notes desk of a workshop as the window does, look around in it, and tell the memory it takes.

Run in a process of its own: `python notes_memory.py FILE` prints the most kilobytes held at one time.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.acts.desk import open_desk
from facilitator.language.speech import Language
from facilitator.ui.console import Console
from facilitator.ui.context import Context
from facilitator.ui.sweeping import settle
from facilitator.ui.theme import dress
from facilitator.ui.tokens import LIGHT

LATER = 1_571_644_800_000 + 18_000_000


def main(path):
    application = QApplication([])
    desk, language = open_desk(path, lambda: LATER), Language("en", "Europe/Zurich")
    dress(application, LIGHT, language)
    console = Console(Context(desk, language, LIGHT), (1366, 768))
    console.resize(1366, 768)
    console.open_page(1)
    console.show()
    application.processEvents()
    settle()
    bar = console.notes.timeline.verticalScrollBar()
    for place in range(21):
        bar.setValue(bar.maximum() * place // 20)
        application.processEvents()
    console.notes.tools.search.begin()
    QTest.keyClicks(console.notes.tools.search.field, "what was said")
    application.processEvents()
    status = Path("/proc/self/status").read_text(encoding="ascii")
    held = {line.partition(":")[0]: line for line in status.splitlines()}
    sys.stdout.write(f"{held['VmRSS'].split()[1]}\n")
    sys.stdout.flush()
    os._exit(0)  # a window that is taken down tells nothing more


if __name__ == "__main__":
    main(Path(sys.argv[1]))
