"""Laptops of one workshop, real files, whatever acts in whatever order: whoever knows the same has the same.

The acts are those of rapporteurs and of the secretariat that make, change, take away and take back what
others refer to. What an act refuses is no matter; what came is always taken in.
"""

from contextlib import closing, suppress
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.acts.desk import open_desk
from facilitator.acts.workshops import new_workshop
from facilitator.domain.attribution import Level
from facilitator.domain.refusals import Explained
from facilitator.exchange.merging import merge, new_replica
from facilitator.exchange.packing import packed
from tests.books import folded, tables_of
from tests.conftest import TEN, HeldClock

IDS = {
    "note": "note",
    "other": "note",
    "intervention": "intervention",
    "coding": "coding",
    "relation": "relation",
    "recommendation": "recommendation",
    "into": "recommendation",
    "paragraph": "paragraph",
    "change": "amendment",
    "conclusion": "conclusion",
    "participant": "participant",
    "question": "question",
    "seat": "seat",
    "consent": "consent",
    "panel": "panel",
}
ACTS = {
    "write_note": ("text", "panel"),
    "revise_note": ("note", "text", "base"),
    "move_note": ("note", "panel"),
    "remove_note": ("note",),
    "bring_back_note": ("note",),
    "merge_notes": ("notes",),
    "split_note": ("note", "place", "base"),
    "code_note": ("note", "code"),
    "uncode_note": ("coding",),
    "relate_notes": ("note", "other"),
    "unrelate_notes": ("relation",),
    "make_recommendation": ("text", "notes", "panel"),
    "edit_recommendation": ("recommendation", "text"),
    "source_recommendation": ("recommendation", "notes"),
    "add_alternative": ("recommendation", "text"),
    "propose_change": ("recommendation", "text"),
    "accept_change": ("change",),
    "merge_recommendations": ("recommendations", "into"),
    "advance": ("recommendation",),
    "add_conclusion": ("text", "consultation"),
    "use_conclusion": ("conclusion", "recommendation"),
    "add_paragraph": ("section", "text"),
    "revise_paragraph": ("paragraph", "text"),
    "source_paragraph": ("paragraph", "notes"),
    "remove_paragraph": ("paragraph",),
    "add_participant": ("name", "category"),
    "edit_participant": ("participant", "name"),
    "remove_participants": ("participants",),
    "add_seat": ("panel", "participant"),
    "remove_seat": ("seat",),
    "add_question": ("panel", "text"),
    "remove_question": ("question",),
    "remove_panel": ("panel",),
    "set_attribution": ("note", "level"),
    "undo": (),
    "redo": (),
}
OFTEN = ("send", "send", "write_note", "make_recommendation", "undo")
STEPS = st.lists(
    st.tuples(st.booleans(), st.sampled_from([*ACTS, *OFTEN]), st.integers(0, 2**16)),
    max_size=40,
)


def told(desk, name, random):
    """Return a value for what an act asks; None where there is nothing that it could be."""
    there = {table: sorted(rows) for table, rows in tables_of(desk).items()}
    if name == "base":
        return None
    if name in IDS:
        found = there.get(IDS[name], ())
        return random.choice(found) if found else None
    if name.removesuffix("s") in IDS:
        found = there.get(IDS[name.removesuffix("s")], ())
        return random.sample(found, min(2, len(found)))
    told = {
        "category": "NGO",
        "code": random.choice(["groups:AFR", "areas:police"]),
        "section": "introduction",
        "level": random.choice([Level("A0"), Level("A3"), Level("A5")]),
        "place": 2,
        "consultation": "Banjul",
    }
    return told.get(name) or f"Words {random.randrange(1000)}"


def done(desk, act, random):
    """An act is done as somebody at this laptop could do it, or refused."""
    asked = {name: told(desk, name, random) for name in ACTS[act]}
    if "base" in asked and asked.get("note"):
        asked["base"] = desk.reading.note(asked["note"]).revision
    if None not in asked.values():
        with suppress(Explained):
            desk.do(act, **asked)


def send(sender, receiver, clock):
    merge(receiver.file, packed(sender.file, clock()), clock(), "p")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_whatever_is_done_on_two_laptops_both_have_the_same_in_the_end(tmp_path_factory, steps):
    folder, clock = tmp_path_factory.mktemp("laptops"), HeldClock()
    new_workshop(folder / "a.facilitator", language="en", at=TEN, template="durban-2019")
    a = open_desk(folder / "a.facilitator", clock)
    new_replica(folder / "b.facilitator", packed(a.file, TEN), TEN, name="a.package", laptop="Laptop 7")
    b = open_desk(folder / "b.facilitator", clock)
    with closing(a), closing(b):
        for first, act, seed in steps:
            clock.pass_s(1)
            here, there = (a, b) if first else (b, a)
            if act == "send":
                send(here, there, clock)
            else:
                done(here, act, Random(seed))  # noqa: S311 - what can be done again
        for here, there in ((a, b), (b, a)) * 3:  # what is put right at one end is told to the other
            send(here, there, clock)

        assert tables_of(a) == tables_of(b) == folded(a) == folded(b)
        assert (a.file.breaches(), b.file.breaches()) == ((), ())
