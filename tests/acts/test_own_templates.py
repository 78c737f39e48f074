"""A workshop saved as a template: what makes it comes back in a new one, who was in it does not."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.acts.desk import open_desk
from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list
from facilitator.acts.own_templates import save_template, template_of
from facilitator.acts.workshops import TemplateWrong, new_workshop
from facilitator.cli.commands import run_command
from facilitator.domain.attribution import Level
from facilitator.domain.refusals import Explained
from facilitator.domain.timing import DAY
from facilitator.intake.faults import TemplateUnreadable
from tests.conftest import TEN

MARKER = "Zzyzxsomebody"


@pytest.fixture
def held(tmp_path, clock):
    """A workshop from our template in Arabic with rules, times, people, a note and an intervention."""
    path = tmp_path / "held.facilitator"
    new_workshop(path, language="ar", at=TEN, template="durban-2019")
    desk = open_desk(path, clock)
    who = desk.do("add_participant", name=MARKER, category="GOV").id
    desk.do("open_panel", panel=1)
    desk.do("set_rule", rule="once", value=True)
    desk.do("set_rule", rule="batch", value=3, panel=2)
    desk.do("set_allotments", allotments={"GOV": 95})
    desk.do("set_short_code", code="gp", phrase="ممارسة جيدة")
    desk.do("set_short_code", code="ar", phrase="en = two languages' names")
    desk.do("set_thresholds", category="GOV", warning_s=40, danger_s=20)
    desk.do("give_floor", request=desk.do("request_floor", participant=who).id)
    desk.do("write_note", text=MARKER)
    yield desk
    desk.close()


def made_from(template, path, clock, **asked):
    new_workshop(path, language="ar", at=TEN, template=str(template), **asked)
    desk = open_desk(path, clock)
    found = template_of(desk.reading)
    people, notes = desk.view().people, desk.view().notes
    desk.close()
    return found, people, notes


def test_a_new_workshop_has_all_that_made_the_old_one_and_nobody_who_was_there(held, tmp_path, clock):
    template = tmp_path / "own.toml"
    save_template(held.reading, template)
    found, people, notes = made_from(template, tmp_path / "new.facilitator", clock)

    assert found == template_of(held.reading)
    assert (people, notes) == ({}, ())
    assert MARKER not in template.read_text(encoding="utf-8")
    assert (found["rules"], found["panels"][1]["rules"]) == ({"counted": ["CSO"], "once": True}, {"batch": 3})
    assert found["panels"][0]["allotments"] == {"GOV": 95.0}
    assert [tuple(each.values()) for each in found["short_codes"]] == [
        ("ar", "en = two languages' names"),
        ("gp", "ممارسة جيدة"),
    ]


def test_the_first_day_is_the_one_wanted_and_the_others_follow(held, tmp_path, clock):
    template = tmp_path / "own.toml"
    save_template(held.reading, template)
    found, _, _ = made_from(template, tmp_path / "new.facilitator", clock, begins=date(2027, 5, 3))

    assert [day["date"].isoformat() for day in found["days"]] == ["2027-05-03", "2027-05-04"]
    days = [panel["day"].isoformat() for panel in found["panels"]]
    assert days == ["2027-05-03"] * 3 + ["2027-05-04"] * 3
    assert [panel["starts"] for panel in found["panels"]] == [
        panel["starts"] for panel in template_of(held.reading)["panels"]
    ]


def test_a_panel_beyond_midnight_stays_one(tmp_path, clock):
    path = tmp_path / "late.facilitator"
    new_workshop(path, language="en", at=TEN, title="Late")
    desk = open_desk(path, clock)
    late = TEN + DAY // 2  # ten in the evening
    desk.do("add_panel", title="Night", starts=late, ends=late + DAY // 8)
    save_template(desk.reading, tmp_path / "late.toml")
    panels = template_of(desk.reading)["panels"]
    desk.close()
    found, _, _ = made_from(tmp_path / "late.toml", tmp_path / "new.facilitator", clock)

    assert [(panel["starts"], panel["ends"]) for panel in found["panels"]] == [("22:00:00", "01:00:00")]
    assert found["panels"] == panels


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("title = ", TemplateUnreadable),
        ("\0\0", TemplateUnreadable),
        ("panels = 7", TemplateWrong),
        ("[[panels]]\ntitle = 'No day'", TemplateWrong),
        ("[[days]]\ndate = 'never'\nsittings = []", TemplateWrong),
        ("[[categories]]\nkey = 'GOV'\nlabel = 'States'\nallotment_s = 'long'", TemplateWrong),
        ("[workshop]\ntimezone = 'Nowhere/At_all'", TemplateWrong),
        ("workshop = 'x'", TemplateWrong),
        ("[rules]\nno_such_rule = 1", Explained),
    ],
)
def test_what_is_no_template_is_told_in_a_sentence_and_leaves_no_file(tmp_path, text, fault):
    template, path = tmp_path / "t.toml", tmp_path / "new.facilitator"
    template.write_text(text, encoding="utf-8")
    with pytest.raises(fault):
        new_workshop(path, language="en", at=TEN, template=str(template))

    assert sorted(each.name for each in tmp_path.iterdir()) == ["t.toml"]


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=300))
def test_no_bytes_whatever_are_more_than_refused(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("bytes")
    (folder / "t.toml").write_bytes(content)
    try:
        new_workshop(folder / "n.facilitator", language="en", at=TEN, template=str(folder / "t.toml"))
    except Explained:
        assert [each.name for each in folder.iterdir()] == ["t.toml"]


def test_a_template_is_made_and_used_from_the_command_line(held, tmp_path):
    path, template = held.path, tmp_path / "own.toml"
    held.close()
    codes = [
        run_command(["template", str(path), "-o", str(template)]),
        run_command(
            ["new", str(tmp_path / "n.facilitator"), "--template", str(template), "--begins", "2027-05-03"]
        ),
    ]
    missing = run_command(["new", str(tmp_path / "m.facilitator"), "--template", str(tmp_path / "none.toml")])

    assert (codes, missing) == ([0, 0], 1)
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "held.facilitator",
        "n.facilitator",
        "own.toml",
    ]


def test_no_byte_of_a_template_or_of_a_workshop_made_from_it_tells_of_somebody(held, tmp_path):
    """All that is told of a person is marked: what was typed, imported, seated, asked and agreed."""
    marks = [f"{MARKER}{n:02}" for n in range(12)]
    told = dict(zip(("name", "delegation", "region", "second_name", "pronounced"), marks, strict=False))
    who = held.do("add_participant", category="GOV", **told).id
    source = tmp_path / f"{marks[5]}.csv"
    source.write_text(f"Nombre,Grupo,{marks[6]}\n{marks[7]},GOV,x\n", encoding="utf-8")
    import_list(held, Kind.PARTICIPANTS, Order(source))
    held.do("add_seat", panel=2, participant=who, capacity=marks[8])
    held.do("request_floor", participant=who, on_behalf_of=marks[9], note=marks[10])
    held.do("record_consent", participant=who, level=Level.BODY, how=marks[11])
    template, path = tmp_path / "own.toml", tmp_path / "n.facilitator"

    save_template(held.reading, template)
    new_workshop(path, language="ar", at=TEN, template=str(template))

    made = template.read_bytes() + path.read_bytes()
    assert [mark for mark in marks if mark.casefold().encode() in made.lower()] == []
