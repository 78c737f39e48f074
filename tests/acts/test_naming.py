"""Whom a product will name is told before it is written, and is what it then names."""

import json

import pytest
from typer.testing import CliRunner

from facilitator.acts.export import export, kept_from, would_name
from facilitator.acts.products import PRODUCTS
from facilitator.cli.commands import cli
from facilitator.domain.attribution import Level
from facilitator.domain.notes import NoteKind
from facilitator.language.direction import bare
from facilitator.language.naming import will_name
from facilitator.language.speech import LANGUAGES, language_for

MARKER = "Zzyzxprotected"


@pytest.fixture
def held(desk, clock, sitting, people):
    """Brazil and the Coalition have spoken; one note is followed up, two never leave."""
    desk.do("set_rule", rule="consent_needed", value=False)
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(20)
    desk.do("write_note", text="Associations may sue.", kind=NoteKind.POINT)
    desk.do("write_note", text="Send the decree.", kind=NoteKind.FOLLOW_UP)
    late = desk.do("write_note", text="Ask for the figures.", kind=NoteKind.POINT).id
    desk.do("charge_note", note=late, charge="The desk officer", due="2019-11-30", settled=True)
    desk.do("give_floor", request=sitting["Coalition"])
    for kind in (NoteKind.PROTECTION, NoteKind.MEMO):
        hidden = desk.do("write_note", text=MARKER, kind=kind).id
        desk.do("charge_note", note=hidden, charge="Somebody")
    desk.do("end_intervention")
    return desk


def test_the_follow_up_list_has_what_is_open_first_and_nothing_that_never_leaves(held, tmp_path):
    target = tmp_path / "f.json"
    export(held, target, what="follow-up", level="A0")
    found = json.loads(target.read_text(encoding="utf-8"))["follow_up"]

    assert [(r["text"], r["kind"], r["name"], r["charge"], r["due"], r["done"] is None) for r in found] == [
        ("Send the decree.", "Follow-up", "Brazil", "", "", True),
        ("Ask for the figures.", "Point made", "Brazil", "The desk officer", "2019-11-30", False),
    ]
    assert MARKER not in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(("level", "columns"), [("A0", {"name", "body"}), ("A1", {"body"}), ("A2", set())])
def test_the_follow_up_list_shows_of_speakers_what_its_level_allows(held, tmp_path, level, columns):
    export(held, tmp_path / "f.json", what="follow-up", level=level)
    row = json.loads((tmp_path / "f.json").read_text(encoding="utf-8"))["follow_up"][0]

    assert row.keys() & {"name", "body"} == columns


@pytest.mark.parametrize("what", sorted(PRODUCTS))
def test_every_product_tells_whom_it_names_before_it_is_written(held, tmp_path, what):
    target = tmp_path / f"t{PRODUCTS[what].formats[0]}"
    told = []
    made = export(held, target, what=what, naming=lambda names: told.append((names, target.exists())))

    assert told == [(made.names, False)]
    assert [name for name in made.names if not name.strip()] == []
    assert would_name(held, what=what) == made.names


def test_it_names_as_many_as_the_level_allows(held):
    record = {level: would_name(held, what="record", level=level) for level in PRODUCTS["record"].levels}

    assert record[Level.NAME][:1] == ("Brazil",)
    assert record[Level.CATEGORY] == ()
    assert would_name(held, what="panel-summary", level="A4") == ()
    assert set(would_name(held, what="badges")) == {who.name for who in held.view().people.values()}


@pytest.mark.parametrize("what", ["record", "panel-summary", "follow-up"])
@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("consent_needed", ("Documents name who said something only if they agreed.",)),
        ("chatham_house", ("Chatham House Rule: documents name nobody.",)),
        (None, ()),
    ],
)
def test_where_it_names_nobody_the_rule_by_which_that_is_so_is_told(held, what, rule, said):
    if rule is not None:
        held.do("set_rule", rule=rule, value=True)
    by = kept_from(held, what=what, level="A0", panel=1)

    assert bare(will_name((), language_for("en"), by=by)) == " ".join(
        ("This document will name nobody.", *said)
    )
    assert kept_from(held, what=what, level="A2", panel=1) == ()
    assert bool(would_name(held, what=what, level="A0", panel=1)) is (rule is None)


@pytest.mark.parametrize("code", LANGUAGES)
def test_long_lists_say_how_many_more_there_are(code):
    language, names = language_for(code), [f"Body {n}" for n in range(40)]
    said = bare(will_name(names, language))

    assert [name in said.replace("،", ",") for name in names] == [True] * 12 + [False] * 28
    assert language.number(28) in said


def test_the_command_line_tells_it_without_writing_and_before_writing(held, tmp_path):
    path, target = held.path, tmp_path / "r.csv"
    held.close()
    command = ["export", str(path), "--out", str(target), "--what", "record", "--panel", "1"]
    only = CliRunner().invoke(cli, [*command, "--names-only"])
    as_json = CliRunner().invoke(cli, [*command, "--names-only", "--json"])

    assert only.stdout == "This document will name: Brazil and Coalition.\n"
    assert json.loads(as_json.stdout)["names"][0] == "Brazil"
    assert target.exists() is False
    whole = CliRunner().invoke(cli, command)
    assert whole.stderr.startswith(only.stdout.strip())
    assert target.exists() is True
