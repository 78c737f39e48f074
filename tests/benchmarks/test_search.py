"""How long a search takes among a hundred thousand notes, as one types.

Processor time of one core: the slowest of a hundred questions took 2 to 7 ms while eight programs shared
two cores, and a row of two of the commonest words, or a rare word before a common one that goes on, 7 to
12: of a row the index goes through all places of both words, where fewer than a hundred stand together.
"""

import itertools
import statistics
import time

import pytest

from facilitator.domain.hits import Wanted
from facilitator.ui.sweeping import settle
from tests.benchmarks.noted import noted
from tests.conftest import TEN, HeldClock

MOST_S = 0.010
pytestmark = pytest.mark.timeout(900)  # making the workshop alone takes most of a minute
OFTEN, COMMON, RARE = 60, 15, 15_000


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    desk, words = noted(
        tmp_path_factory.mktemp("noted") / "w.facilitator", HeldClock(TEN + 18_000_000), people=1_000
    )
    settle()  # as the window does after it has opened
    yield desk, words.all
    desk.close()


def _one(words):
    return words[:OFTEN]


def _two(words):
    return [f"{one} {other}" for one, other in itertools.permutations(words[:COMMON], 2)]


def _three(words):
    return [" ".join(three) for three in itertools.permutations(words[:6], 3)]


def _rare(words):
    pairs = itertools.product(words[:COMMON], words[RARE : RARE + 5])
    return [text for one, other in pairs for text in (f"{one} {other}", f"{other} {one}")]


def _begun(words):
    return [f"{words[0]} {word[:n]}" for word in words[:COMMON] for n in range(1, len(word) + 1)]


def _row(words):
    return [f'"{one} {other}"' for one, other in itertools.permutations(words[:COMMON], 2)]


def _spent(desk, wanted):
    began = time.process_time()
    desk.search(wanted)
    return time.process_time() - began


@pytest.mark.parametrize("asked", [_one, _two, _three, _rare, _begun, _row])
def test_every_hundredth_search_takes_ten_milliseconds_at_most(place, asked, record_property):
    """Of three readings the best counts: a processor that others share is slower at times."""
    desk, words = place
    wanted = [Wanted(text, restricted=True, unfinished=True) for text in asked(words)]
    took = [min(_spent(desk, each) for _ in range(3)) for each in wanted]
    p99 = statistics.quantiles(took, n=100)[98]
    record_property("p99_ms", p99 * 1e3)
    print(f"\n{asked.__name__}: median {statistics.median(took) * 1e3:.1f} ms, p99 {p99 * 1e3:.1f} ms")
    assert p99 <= MOST_S
