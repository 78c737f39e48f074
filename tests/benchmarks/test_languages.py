"""Another language than English costs the start little: its catalogue and its faces."""

import statistics
import subprocess
import sys

import pytest

MOST_MS = 30
ROUNDS = 7
OWN = """
import sys, time
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from facilitator.language.speech import language_for
from facilitator.ui import theme
from facilitator.ui.type import Role, font
application = QApplication([])
began = time.process_time()
language = language_for(sys.argv[1])
if sys.argv[2] == "system":
    face = application.font()
else:
    theme.load_faces(language.code)
    theme._translate_qt(application, language.code)
    face = font(Role.BODY, language.code)
QFontMetricsF(face).horizontalAdvance(language.say("Give the floor to {name}", name="Kenya"))
print((time.process_time() - began) * 1000)
"""


def took(code, faces):
    words = [sys.executable, "-c", OWN, code, faces]
    return float(subprocess.run(words, capture_output=True, text=True, check=True).stdout)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("code", ["ar", "en", "es", "fr", "ru", "zh"])
def test_a_catalogue_and_its_faces_cost_the_start_little(code):
    pairs = [(took(code, "own"), took("en", "system")) for _ in range(ROUNDS)]
    own, english = (statistics.median(times) for times in zip(*pairs, strict=True))
    more = statistics.median(one - other for one, other in pairs)
    print(f"\n{code}: {own:.1f} ms, English in the system's face {english:.1f} ms, {more:.1f} ms more")

    assert more <= MOST_MS
