"""The lines of distribution are in Latin letters in every language."""

import pytest

from facilitator.language.distribution import distribution_language, distribution_lines

LINES = [
    ("en", "en", ("Distr.: General", "[…]", "Original: English")),
    ("ar", "en", ("Distr.: General", "[…]", "Arabic", "Original: English")),
    ("ru", "ar", ("Distr.: General", "[…]", "Russian", "Original: Arabic")),
    ("zh", "zh", ("Distr.: General", "[…]", "Chinese", "Original: Chinese")),
    ("es", "fr", ("Distr. general", "[…]", "Español", "Original: francés")),
    ("fr", "en", ("Distr. générale", "[…]", "Français", "Original\N{NO-BREAK SPACE}: anglais")),
]


@pytest.mark.parametrize(("code", "written", "lines"), LINES)
def test_only_languages_of_latin_letters_have_lines_of_their_own(code, written, lines):
    assert distribution_lines(code, "", "", written) == lines
    assert distribution_language(code) == (code if code in ("en", "es", "fr") else "en")


def test_the_date_and_the_original_stand_as_they_are_given():
    lines = distribution_lines("es", "16 de julio de 2019", "árabe e inglés", "ar")

    assert lines == ("Distr. general", "16 de julio de 2019", "Español", "Original: árabe e inglés")
