"""What several kinds of test stand on: a clock that is held, and real workshops on real files."""

from dataclasses import dataclass

import pytest

from facilitator.acts.desk import Desk, open_desk
from facilitator.acts.workshops import new_workshop

TEN = 1_571_644_800_000  # 21 October 2019, 10:00 in Geneva


@dataclass
class HeldClock:
    """A clock that moves only when a test says so."""

    now: int = TEN

    def __call__(self) -> int:
        return self.now

    def pass_s(self, seconds: float) -> int:
        self.now += round(seconds * 1000)
        return self.now


def pytest_collection_modifyitems(config, items):
    """What takes minutes waits until it is asked for by name."""
    for name in ("long", "frozen"):
        if name not in config.option.markexpr:
            for item in items:
                if item.get_closest_marker(name):
                    item.add_marker(pytest.mark.skip(reason=f"takes minutes: choose it with -m {name}"))


@pytest.fixture
def clock():
    return HeldClock()


@pytest.fixture
def desk(tmp_path, clock) -> Desk:
    """An empty English workshop with two categories, five people and one panel of an hour."""
    path = tmp_path / "w.facilitator"
    new_workshop(path, language="en", at=TEN, title="A workshop")
    desk = open_desk(path, clock)
    desk.do("add_category", key="GOV", label="States", allotment_s=120, target_share=0.5)
    desk.do("add_category", key="NGO", label="Civil society", allotment_s=180, target_share=0.5)
    desk.do("add_panel", title="Remedies", starts=TEN, ends=TEN + 3_600_000, questions=("First?", "Second?"))
    yield desk
    desk.close()


@pytest.fixture
def people(desk):
    """Ids by name: three delegations of States, two organizations."""
    named = {"Brazil": "GOV", "Norway": "GOV", "Kenya": "GOV", "Coalition": "NGO", "Network": "NGO"}
    return {name: desk.do("add_participant", name=name, category=key).id for name, key in named.items()}


@pytest.fixture
def sitting(desk, people):
    """The desk with its panel open and everybody waiting; returns the requests by name."""
    desk.do("open_panel", panel=1)
    return {name: desk.do("request_floor", participant=id_).id for name, id_ in people.items()}
