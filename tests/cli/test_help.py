"""`facilitator --help` speaks the language of the terminal and forgets no command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from facilitator.cli.command_help import command_page, run_guide_help
from facilitator.cli.commands import cli, run_command
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


def parameters(command):
    return typer.main.get_command(cli).commands[command].params


@pytest.mark.parametrize("command", sorted(typer.main.get_command(cli).commands))
@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_what_a_command_takes_is_told_in_the_language(command, code):
    pages = [command_page(command, parameters(command), Language(each)).splitlines() for each in (code, "en")]
    same = [line for line, english in zip(*pages, strict=True) if line == english]
    told = [line for line in same[1:] if line and not line.startswith("JSON: ")]

    assert told == (["Options"] if code == "fr" else [])  # which is French as well
    assert same[0].startswith(f"facilitator {command} ")
    assert sum(line.startswith("  ") for line in pages[0]) == len(parameters(command)) + 1  # and --help


@pytest.mark.parametrize("command", sorted(BESIDE))
def test_commands_beside_the_others_are_told_in_the_language_as_well(command):
    words = [sys.executable, "-m", "facilitator", command, "--help"]
    told = {
        locale: subprocess.run(
            words,
            cwd=Path(__file__).parents[2],
            env=os.environ | {"LC_ALL": locale},
            capture_output=True,
            timeout=60,
            check=True,
        )
        .stdout.decode("utf-8")
        .splitlines()
        for locale in ("en", "ru")
    }
    same = [line for line, russian in zip(told["en"], told["ru"], strict=True) if line == russian]

    assert [line for line in same if line] == same[:1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["check"], "Falta FILE. facilitator check --help dice cómo se escribe."),
        (
            ["check", "a", "--foo"],
            "No existe la opción --foo. facilitator check --help dice cómo se escribe.",
        ),
        (
            ["stats", "a", "--panel", "x"],
            "Lo que se da para --panel no puede usarse. facilitator stats --help dice cómo se escribe.",
        ),
        (
            ["stats", "a", "b"],
            "La línea tiene palabras de menos o de más. facilitator stats --help dice cómo se escribe.",
        ),
        (
            ["import", "a", "b", "--as", "participants", "--panel", "1"],
            (
                "Solo las intervenciones y las conclusiones van a una mesa redonda. "
                "facilitator import --help dice cómo se escribe."
            ),
        ),
    ],
)
def test_a_line_that_is_written_wrongly_is_told_in_one_sentence(monkeypatch, capfd, words, sentence):
    monkeypatch.setenv("LC_ALL", "es_CL.UTF-8")

    assert run_command(words) == 2
    assert capfd.readouterr() == ("", sentence + "\n")


def test_the_page_of_the_guide_names_both_options(capsys):
    assert run_guide_help() == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines() if line.startswith("  ")] == [
        "-o,",
        "--lang",
        "--help",
    ]


@pytest.mark.parametrize(("locale", "code"), [("ar_EG.UTF-8", "ar"), ("fr_CH.UTF-8", "fr"), ("C", "en")])
def test_page_is_that_of_the_terminal(monkeypatch, locale, code):
    monkeypatch.setenv("LC_ALL", locale)
    words = [sys.executable, "-m", "facilitator", "--help"]
    done = subprocess.run(words, cwd=Path(__file__).parents[2], capture_output=True, timeout=60, check=False)

    assert (done.returncode, done.stdout.decode("utf-8")) == (0, help_page(Language(code)))
