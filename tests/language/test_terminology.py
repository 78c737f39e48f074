"""Terms, acronyms and symbols that documents of the United Nations have otherwise."""

import pytest

from facilitator.language.terminology import misused


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("People of African descent and programmes", "en", []),
        ("Persons of African descent", "en", [("Persons of African descent", "people of African descent")]),
        ("A programmer programs programs", "en", [("programs", "programmes")]),
        ("N.G.O.s of the U.N.", "en", [("N.G.O.", "NGO"), ("U.N.", "UN")]),
        (
            "See A / HRC/43/1, HRC/43/2 and ECOSOC/3",
            "en",
            [
                ("A / HRC", "A/HRC"),
                ("HRC/43/2", "A/HRC/43/2"),
                ("ECOSOC/3", "E/3"),
            ],
        ),
        ("CERD/C/GC/36 and A/HRC/RES/34/17", "en", []),
        ("خطة عمل ديربان في يوليو", "ar", [("خطة عمل ديربان", "برنامج عمل ديربان"), ("يوليو", "يوليه")]),
        ("إعلان وبرنامج عمل ديربان", "ar", []),
        (
            "Plan d’action ; Déclaration et Plan d’action de Durban",
            "fr",
            [
                ("Déclaration et Plan d’action de Durban", "Déclaration et Programme d'action de Durban"),
            ],
        ),
        ("执行德班宣言和行动计划", "zh", [("德班宣言和行动计划", "德班宣言和行动纲领")]),
        ("program", "es", []),
        ("", "en", []),
    ],
)
def test_what_a_reviewer_would_put_right_is_found_in_the_order_of_the_text(text, language, expected):
    assert list(misused(text, language)) == expected
