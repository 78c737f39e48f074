"""Short numbers and how names are spoken, as a list tells them, in six languages."""

import pytest

from facilitator.acts.importing.order import Kind, Order
from facilitator.acts.intake import import_list


@pytest.fixture
def take(desk, tmp_path):
    """Takes lines in as a list; returns the report."""

    def taken(*lines, **told):
        path = tmp_path / "list.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return import_list(desk, Kind.PARTICIPANTS, Order(path, **told))

    return taken


def numbers(desk):
    return {who.name: who.number for who in desk.reading.people().values()}


@pytest.mark.parametrize(
    ("name", "number", "pronounced"),
    [
        ("Name", "Badge number", "Pronunciation"),
        ("Nom", "Numéro de badge", "Prononciation"),
        ("Nombre", "Número de credencial", "Pronunciación"),
        ("Имя", "Номер бейджа", "Произношение"),
        ("الاسم", "رقم البطاقة", "النطق"),
        ("姓名", "胸卡号", "读音"),
    ],
)
def test_both_are_columns_in_six_languages(desk, take, name, number, pronounced):
    take(f"{name},{number},{pronounced}", "Ana Nguyen,417,AH-na nwin")

    (who,) = (who for who in desk.reading.people().values() if who.name == "Ana Nguyen")
    assert (who.number, who.pronounced) == (417, "AH-na nwin")


def test_digits_are_read_as_they_are_written_anywhere(desk, take):
    take("الاسم,رقم البطاقة", "ليلى,٤١٧")

    assert numbers(desk)["ليلى"] == 417


def test_whoever_has_no_number_gets_one_that_nobody_has(desk, take):
    first = 1 + max(numbers(desk).values(), default=0)
    take("name,short number", "Ana,", f"Bo,{first}", "Cy,")

    found = numbers(desk)
    assert [found[name] - first for name in ("Ana", "Bo", "Cy")] == [1, 0, 2]


def test_a_number_is_one_persons(desk, take):
    report = take("name,short number", "Ana,9001", "Bo,9001", "Cy,A-7", "Di,100000")

    found = numbers(desk)
    assert found["Ana"] == 9001
    assert found["Bo"] != 9001
    assert [(each.row, each.field, each.problem) for each in report.defects] == [
        (3, "number", "number_taken"),
        (4, "number", "no_number"),
        (5, "number", "no_number"),
    ]
    assert (report.read, report.added, report.skipped) == (4, 4, 0)


def test_a_corrected_list_brings_numbers_and_nothing_it_does_not_say(desk, take):
    take("name,short number,pronunciation", "Ana,9001,AH-na", "Bo,9002,")
    report = take("name,short number,pronunciation", "Ana,9003,", "Bo,,boh")

    people = {who.name: (who.number, who.pronounced) for who in desk.reading.people().values()}
    assert (people["Ana"], people["Bo"]) == ((9003, "AH-na"), (9002, "boh"))
    assert (report.updated, report.unchanged, report.defects) == (2, 0, ())
