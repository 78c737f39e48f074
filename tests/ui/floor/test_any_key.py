"""Somebody who presses anything for a while: nothing breaks, one speaks at most, no time is made or lost."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.language.speech import language_for
from tests.acts.test_whole_panels import one_speaks_at_most, time_is_neither_made_nor_lost
from tests.books import folded, tables_of
from tests.ui.test_console import CONTROL, SHIFT

KEY = Qt.Key
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
PRESSES = 150
LIVE = [KEY(KEY.Key_F1 + n - 1) for n in (2, 3, 5, 6, 7, 8, 9, 9, 9, 11, 12)]
IN_THE_LIST = [KEY.Key_Up, KEY.Key_Down, KEY.Key_Return, KEY.Key_Escape, KEY.Key_Tab, KEY.Key_Space]
CHORDS = (
    (LIVE, (NONE, NONE, NONE, SHIFT, CONTROL), 40),
    ([KEY.Key_Z, KEY.Key_Y], (CONTROL,), 10),
    (IN_THE_LIST, (NONE, NONE, ALT, CONTROL), 20),
    ([KEY.Key_Delete], (NONE, SHIFT), 5),
    ([KEY.Key_M, KEY.Key_Return, KEY.Key_L, KEY.Key_K], (CONTROL,), 5),
    ([KEY.Key_N, KEY.Key_F, KEY.Key_C], (CONTROL | SHIFT,), 4),
)


def press_anything(console, chance):
    over = QApplication.activePopupWidget()
    if chance.random() < 0.15:
        QTest.keyClicks(over or QApplication.focusWidget() or console, chance.choice("abknot12 +:"))
        return
    keys, held, _ = chance.choices(CHORDS, [weight for *_, weight in CHORDS])[0]
    target = console.window().windowHandle() if over is None else over
    QTest.keyClick(target, chance.choice(keys), chance.choice(held))


@pytest.mark.parametrize(("code", "seed"), [("en", 2), ("ar", 3)])
def test_any_key_at_any_time_leaves_the_panel_whole(make_console, sitting, desk, clock, code, seed):
    console, chance = make_console(language_for(code)), random.Random(seed)  # noqa: S311 - pressed by chance
    for _ in range(PRESSES):
        clock.pass_s(chance.choice([0.3, 1, 2, 4, 9]))
        console.heart.tick()
        press_anything(console, chance)
        QApplication.processEvents()
        over = QApplication.activePopupWidget()
        if over is not None and chance.random() < 0.5:
            over.close()
        for floor in desk.view().floors.values():
            one_speaks_at_most(floor)
            time_is_neither_made_nor_lost(floor, clock.now)
    over = QApplication.activePopupWidget()
    if over is not None:
        over.close()

    assert folded(desk) == tables_of(desk)
