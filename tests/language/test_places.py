"""Files that are not code are found."""

import pytest

from facilitator.language.places import catalogues, font_file, resource


def test_resources_and_catalogues_are_there():
    assert resource("fonts", "README.md").is_file()
    assert catalogues().is_dir()


def test_font_is_found_without_importing_its_package():
    assert font_file("fontpkg_amiri", "Amiri-Regular.ttf").read_bytes()[:4] == b"\x00\x01\x00\x00"


@pytest.mark.parametrize(("package", "name"), [("fontpkg_amiri", "None.ttf"), ("fontpkg_of_nobody", "A.ttf")])
def test_font_that_is_not_there_is_named(package, name):
    with pytest.raises(FileNotFoundError, match=f"{package}/{name}"):
        font_file(package, name)
