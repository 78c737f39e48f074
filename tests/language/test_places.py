"""Files that are not code are found, and a person's settings; the program can start itself once more."""

import sys
from pathlib import Path

import pytest

from facilitator.language import places
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


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A program in a folder of its own, as it is handed on."""
    monkeypatch.delenv("FACILITATOR_SETTINGS", raising=False)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "facilitator"))
    return tmp_path


def test_settings_lie_beside_a_program_that_is_carried_about(program):
    (program / "portable.txt").touch()

    assert places.settings_folder() == program / "settings"


def test_settings_lie_with_the_person_otherwise(program, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", "/somebody/.config")
    monkeypatch.setattr(sys, "platform", "linux")

    assert places.settings_folder() == Path("/somebody/.config/facilitator")


def test_somebody_without_a_home_has_settings_all_the_same(program, monkeypatch):
    def nobody():
        raise RuntimeError

    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", nobody)

    assert places.settings_folder().name == "facilitator-settings"


def test_program_starts_itself_by_its_own_name(program):
    assert places.own_program() == [str(program / "facilitator")]


def test_checkout_starts_itself_as_a_module():
    assert places.own_program() == [sys.executable, "-m", "facilitator"]
