"""Which column holds which field: by usual names, or as somebody says."""

import pytest

from facilitator.intake.columns import PEOPLE, SPEECHES, find_columns
from facilitator.intake.faults import ColumnMissing, MapNotUnderstood, UnknownColumn, UnknownField
from facilitator.intake.legend import Legend, parse_map
from facilitator.intake.programmes.tables import PROGRAMME
from facilitator.language.direction import bare
from facilitator.language.list_fields import FIELD_NAMES, PROGRAMME_NAMES, SPOKEN_NAMES
from facilitator.language.speech import LANGUAGES, language_for


def test_usual_names_of_the_six_languages_are_known():
    headers = {
        ("Name", "Category", "Delegation"),
        ("NOM", "Catégorie", "délégation"),
        ("Nombre", "categoria", "Delegación"),
        ("Имя", "Категория", "Делегация"),
        ("الاسم", "الفئة", "الوفد"),
        ("姓名", "类别", "代表团"),
    }

    found = [find_columns(header, PEOPLE, {}) for header in headers]

    assert found == [{"name": 0, "category": 1, "delegation": 2}] * 6


def test_columns_of_a_conference_list_are_known():
    header = ("Section", "Delegation", "Honorific", "Name", "Position", "Division", "Organisation", "Page")

    assert find_columns(header, PEOPLE, {}) == {"name": 3, "category": 0, "delegation": 1, "gender": 2}


def test_columns_of_a_timed_record_are_known():
    header = ("Date", "Time", "Seconds", "Type", "Moderator", "Name", "Party", "PartyShort", "Gender")

    assert find_columns(header, SPEECHES, {}) == {
        "name": 5,
        "category": 6,
        "delegation": 6,
        "gender": 8,
        "chair": 4,
        "date": 0,
        "time": 1,
        "seconds": 2,
    }


def test_mapping_wins_over_usual_names():
    header = ("Name", "Full_Name", "Body")

    assert find_columns(header, PEOPLE, {"name": "full name", "delegation": "BODY"}) == {
        "name": 1,
        "delegation": 2,
    }


def test_pairs_are_read_as_a_mapping():
    told = parse_map(["name=Person_Name", "Category = a=b", "category:Parties = GOV", "category:A=B=NGO"])

    assert told == Legend(
        {"name": "Person_Name", "category": "a=b"}, {"category": {"parties": "GOV", "ab": "NGO"}}
    )


@pytest.mark.parametrize("pair", ["name", "name=", "=Name", "", "category:=GOV", "category:Parties", ":a=b"])
def test_pair_without_both_sides_is_refused(pair):
    with pytest.raises(MapNotUnderstood):
        parse_map([pair])


@pytest.mark.parametrize(
    ("mapping", "fault", "details"),
    [
        ({"shoe": "Body"}, UnknownField, {"field": "shoe", "fields": ", ".join(PEOPLE)}),
        ({"name": "Shoe"}, UnknownColumn, {"column": "Shoe", "columns": "Body, Page"}),
        ({}, ColumnMissing, {"field": "name", "columns": "Body, Page"}),
    ],
)
def test_fault_of_the_columns_says_what_there_is(mapping, fault, details):
    with pytest.raises(fault) as told:
        find_columns(("Body", "", "Page"), PEOPLE, mapping, "name")

    assert told.value.details == details


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("known", "shown"), [(PEOPLE, FIELD_NAMES), (SPEECHES, SPOKEN_NAMES), (PROGRAMME, PROGRAMME_NAMES)]
)
def test_a_column_can_be_called_as_the_window_calls_its_field(code, known, shown):
    wrong = {}
    for field, name in shown.items():
        called = bare(language_for(code).say(name))
        if field in known and field not in find_columns((called,), known, {}):
            wrong[field] = called

    assert wrong == ({"given_name": "Имя"} if (code, known) == ("ru", PEOPLE) else {})
