"""Saving as a template from the menu; the dialog of the system that asks where is answered here."""

import tomllib

import pytest
from PySide6.QtWidgets import QFileDialog

from facilitator.ui.panel_menu import groups
from facilitator.ui.start.asking import is_template
from facilitator.ui.start.own_templates import remember_template, saved_templates


@pytest.fixture
def answering(monkeypatch):
    """Whoever is asked for a file answers with this one."""

    def answer(path):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    return answer


def press(console, text):
    lines = [entry for group in groups(console, console.context.language) for entry in group.entries]
    next(entry for entry in lines if entry.text == text).act()


def test_the_menu_saves_the_workshop_as_a_template_and_says_so(console, desk, answering, tmp_path):
    answering(tmp_path / "own")
    press(console, "Save as a template…")

    saved = tomllib.loads((tmp_path / "own.toml").read_text(encoding="utf-8"))
    assert [panel["title"] for panel in saved["panels"]] == ["Remedies"]
    assert "own.toml" in console.banner.text()
    assert saved_templates(console.memory) == (tmp_path / "own.toml",)


def test_the_newest_templates_that_are_still_there_are_offered(console, tmp_path):
    made = [tmp_path / f"{number}.toml" for number in range(10)]
    for path in made:
        path.touch()
        remember_template(console.memory, path)
    remember_template(console.memory, made[5])
    made[8].unlink()

    assert saved_templates(console.memory) == tuple(made[number] for number in (5, 9, 7, 6, 4, 3, 2))


@pytest.mark.parametrize("spoilt", ["", "[", "{}", "3", '[1, null, "\\u0000"]'])
def test_a_list_of_templates_that_is_spoilt_offers_none(console, spoilt):
    console.memory.keep("templates", spoilt)

    assert saved_templates(console.memory) == ()


def test_a_place_that_cannot_be_written_is_told_in_the_banner(console, answering, tmp_path):
    (tmp_path / "own.toml").mkdir()
    answering(tmp_path / "own")
    press(console, "Save as a template…")

    assert "own.toml" in console.banner.text()
    assert saved_templates(console.memory) == ()
    assert (tmp_path / "own.toml").is_dir()


def test_a_template_is_known_by_its_ending(tmp_path):
    assert (is_template(tmp_path / "A.TOML"), is_template(tmp_path / "a.facilitator")) == (True, False)
