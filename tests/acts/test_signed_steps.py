"""Who went a step is told: by name or, between laptops, by the laptop it was gone on."""

import pytest

from facilitator.acts.handing_floor import laptops_now
from facilitator.exchange.merging import merge
from facilitator.exchange.packing import packed
from tests.exchange.test_union import laptops  # noqa: F401 - a fixture


@pytest.fixture
def made(desk):
    desk.do("open_panel", panel=1)
    made = desk.do("make_recommendation", text="Name focal points.").id
    desk.do("advance", recommendation=made)
    desk.do("advance", recommendation=made, who="The rapporteur")
    return made


def test_on_a_single_laptop_only_those_who_were_named_are(desk, made):
    assert [step.who for step in desk.dossier(made).steps] == ["", "The rapporteur"]


def test_between_laptops_each_step_is_told_with_its_laptop(laptops, clock):  # noqa: F811 - the fixture above
    a, b = laptops
    made = b.do("make_recommendation", text="Name focal points.", panel=1).id
    b.do("advance", recommendation=made)
    clock.pass_s(1)
    merge(a.file, packed(b.file, clock()), clock(), "b")
    a.changed()
    a.do("advance", recommendation=made)
    names = {each["id"]: each["name"] for each in laptops_now(a)["laptops"]}

    told = [step.who for step in a.dossier(made).steps]
    assert told == [names[b.file.replica], names[a.file.replica]]
