"""`facilitator --help` speaks the language of the terminal and forgets no command."""

import subprocess
import sys
from pathlib import Path

import pytest
import typer

from facilitator.cli.commands import cli
from facilitator.cli.help import COMMANDS, OPTIONS, help_page
from facilitator.language.speech import LANGUAGES, Language

BESIDE = {"guide", "proof"}  # begin without the rest of the command line


def test_every_command_is_told():
    there = typer.main.get_command(cli).commands

    assert COMMANDS.keys() == there.keys() | BESIDE


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_every_sentence_of_the_page_is_in_the_language(code):
    pages = [help_page(Language(each)).splitlines() for each in (code, "en")]
    same = [line for line, english in zip(*pages, strict=True) if line and line == english]

    assert same == (["Options"] if code == "fr" else [])  # which is French as well
    assert len(pages[0]) == len(COMMANDS) + len(OPTIONS) + 9


@pytest.mark.parametrize(("locale", "code"), [("ar_EG.UTF-8", "ar"), ("fr_CH.UTF-8", "fr"), ("C", "en")])
def test_page_is_that_of_the_terminal(monkeypatch, locale, code):
    monkeypatch.setenv("LC_ALL", locale)
    words = [sys.executable, "-m", "facilitator", "--help"]
    done = subprocess.run(words, cwd=Path(__file__).parents[2], capture_output=True, timeout=60, check=False)

    assert (done.returncode, done.stdout.decode("utf-8")) == (0, help_page(Language(code)))
