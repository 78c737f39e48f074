"""What the words in a list mean."""

import pytest

from facilitator.intake import words


@pytest.mark.parametrize(
    "cell",
    [
        "Mr.",
        "Mr",
        "M.",
        "M",
        "Sr.",
        "Sr",
        "male",
        "Male",
        "MALE",
        "السيد",
        "г-н",
        "先生",
        "monsieur",
        "señor",
        "H.E. Mr.",
        "S.E. M.",
        "S.E. Sr.",
    ],
)
def test_form_of_address_tells_a_man(cell):
    assert words.gender(cell) == "male"


@pytest.mark.parametrize(
    "cell",
    [
        "Ms.",
        "Mrs",
        "Mme",
        "Sra.",
        "F",
        "female",
        "السيدة",
        "г-жа",
        "女士",
        "señora",
        "H.E. Ms.",
        "S.E. Sra.",
        "S.E. Mme",
    ],
)
def test_form_of_address_tells_a_woman(cell):
    assert words.gender(cell) == "female"


@pytest.mark.parametrize("cell", ["", "Dr.", "Prof.", "H.E.", "S.E.", "Mr. and Ms.", "x"])
def test_form_of_address_tells_nothing(cell):
    assert words.gender(cell) == ""


@pytest.mark.parametrize("cell", ["", " ", "NA", "N/A", "-", "—", "\u00a0", "\t", "NULL"])
def test_what_stands_for_nothing_is_empty(cell):
    assert words.clean(cell) == ""


def test_cell_is_one_line():
    assert words.clean(" Ana\r\n\tMaría\x00 ") == "Ana María"


@pytest.mark.parametrize(
    ("cell", "told"), [("1", True), ("yes", True), ("0", False), ("", False), ("نعم", True)]
)
def test_flag_says_yes_or_no(cell, told):
    assert words.yes(cell) is told


def test_languages_and_regions_have_one_key_each():
    assert [words.language(cell) for cell in ("Arabic", "français", "русский", "中文", "Swahili")] == [
        "ar",
        "fr",
        "ru",
        "zh",
        "Swahili",
    ]
    assert [words.region(cell) for cell in ("GRULAC", "WEOG", "African Group", "Mars")] == [
        "latin_america_caribbean",
        "western_europe_others",
        "africa",
        "Mars",
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("'-1", "-1"),
        ("'=A1", "=A1"),
        ("'+++ATH0", "+++ATH0"),
        ("'@x", "@x"),
        ("'", "'"),
        ("'t Hooft", "'t Hooft"),
    ],
)
def test_an_apostrophe_before_a_formula_is_no_letter(cell, expected):
    assert words.clean(cell) == expected


def test_what_shows_nothing_is_nothing():
    assert words.clean("\x80\x85\x9f\ufffe") == ""


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Registered", "yes"),
        ("not registered", "no"),
        ("Inscrite", "yes"),
        ("non inscrit", "no"),
        ("acreditado", "yes"),
        ("pendiente", "no"),
        ("не зарегистрирована", "no"),
        ("مسجل", "yes"),
        ("غير مسجل", "no"),
        ("已登记", "yes"),
        ("未登记", "no"),
        ("✓", "yes"),
        ("0", "no"),
        ("perhaps", ""),
        ("", ""),
    ],
)
def test_a_word_says_who_has_registered(cell, told):
    assert words.registered(cell) == told
