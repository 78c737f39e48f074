"""A snapshot of ten thousand notes while a panel goes on: how long an act, and the window, waits for it."""

import time
from functools import partial

import pytest

from facilitator.acts.desk import open_desk
from facilitator.acts.exchange import take_in_each
from facilitator.language.speech import Language
from facilitator.ui.keeper import Keeper
from tests.benchmarks.twenty import Laptops
from tests.conftest import TEN

WANTED_MS = 50


@pytest.fixture
def desk(tmp_path):
    made = Laptops(tmp_path, many=4, notes=2_500, edits=0)
    paths = []
    for number, content in enumerate(made.packages):
        paths.append(tmp_path / f"{number}.package")
        paths[-1].write_bytes(content)
    desk = open_desk(made.path, lambda: TEN)
    take_in_each(desk, paths)
    yield desk
    desk.close()


def ms(act):
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1_000


def lived(qapp, write, going):
    """Return how long acts and frames took, in milliseconds, while something goes on."""
    acts, frames = [], []
    while going():
        acts.append(ms(write))
        frames += [ms(lambda: (time.sleep(0.005), qapp.processEvents())) - 5 for _ in range(20)]
    return acts, frames


def test_no_act_and_no_frame_waits_for_a_snapshot(qtbot, qapp, desk):
    """An act every tenth of a second, which is more than any panel has; the same alone stands beside it."""
    keeper = Keeper(desk, Language("en"), qapp)
    write = partial(desk.do, "write_note", text="Meanwhile", panel=1)
    turns = iter(range(50))
    alone = lived(qapp, write, lambda: next(turns, None) is not None)
    with qtbot.waitSignal(keeper.kept, timeout=120_000):
        begins = ms(keeper.keep)
        acts, frames = lived(qapp, write, lambda: keeper.at_work)
    after = ms(write)
    keeper.end()
    print(
        f"begins in {begins:.1f} ms; {len(acts)} acts {max(acts):.1f}, frames {max(frames):.1f} at most; "
        f"the first act after it {after:.1f}; alone {max(alone[0]):.1f} and {max(alone[1]):.1f}"
    )

    assert max(begins, after, *acts, *frames) <= WANTED_MS
