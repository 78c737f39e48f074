"""A panel of ten thousand interventions and three hundred who wait, for what must be quick with so many."""

from facilitator.acts.desk import open_desk
from facilitator.acts.workshops import new_workshop
from facilitator.domain.intervention import Intervention
from facilitator.domain.requests import Request, RequestState
from facilitator.domain.timing import Clock
from facilitator.store.floor_rows import from_intervention, from_request
from facilitator.store.ids import new_id
from facilitator.store.workshop_file import Entry
from tests.conftest import TEN

SPOKEN, WAITING = 10_000, 300
CATEGORIES = ("GOV", "NGO", "IGO", "NHRI")


def crowd(path, clock):
    """Return the desk of such a panel; the clock stands after all that was said."""
    new_workshop(path, language="en", at=TEN, title="A crowd")
    desk = open_desk(path, clock)
    for key in CATEGORIES:
        desk.do("add_category", key=key, label=key, allotment_s=120, target_share=0.25)
    people = [
        desk.do("add_participant", name=f"Person {n}", category=CATEGORIES[n % 4]).id for n in range(WAITING)
    ]
    desk.do("add_panel", title="The panel", starts=TEN, ends=TEN + 36_000_000)
    desk.do("open_panel", panel=1)
    panel = desk.view().panel.id
    desk.file.write(Entry("import_speeches", "secretariat", {}, TEN), lambda work: _fill(work, panel, people))
    clock.now = TEN + SPOKEN * 1_000
    desk.changed()
    for who in people:
        desk.do("request_floor", participant=who)
    return desk


def _fill(work, panel, people):
    requests, turns = [], []
    for n in range(SPOKEN):
        who, at = people[n % WAITING], TEN + n * 1_000
        asked = Request(new_id(), who, at, float(n), state=RequestState.CALLED, settled_at=at)
        clock = Clock(at, 120_000, ended=at + 900)
        turn = Intervention(new_id(), who, CATEGORIES[n % WAITING % 4], clock, asked.id)
        requests.append(from_request(asked, panel))
        turns.append(from_intervention(turn, panel))
    work.insert_all("request", requests)
    work.insert_all("intervention", turns)
