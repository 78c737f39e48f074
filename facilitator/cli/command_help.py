"""What `facilitator COMMAND --help` tells, in the language of the person at the terminal."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import Any

import typer

from facilitator.acts.products import PRODUCTS
from facilitator.cli.explained import MORE, More
from facilitator.cli.help import COMMANDS
from facilitator.cli.speech import spoken
from facilitator.language.direction import bare
from facilitator.language.speech import LANGUAGES, Language, mark

_THE_FILE = mark("The file to write.")
_LANGUAGE = mark("Language: {codes}.")
_FIELDS = {
    "codes": ", ".join(LANGUAGES),
    "products": ", ".join(PRODUCTS),
    "shape": '[{"text", "dir"}]',
}

_VALUES = {
    **dict.fromkeys(("out", "carry", "faulty", "template"), "FILE"),
    "as": "KIND",
    "at": "TIME",
    "attribution": "LEVEL",
    "begins": "DATE",
    "panel": "N",
    "template-folder": "FOLDER",
    "width": "PT",
}
"""What stands for a value where the option's own name would tell less."""


def run_command_help(app: typer.Typer, name: str) -> int:
    """The page is on standard output; returns the exit code."""
    found: Any = typer.main.get_command(app)
    return _written(command_page(name, getattr(found, "commands", {}).get(name, found).params, spoken()))


def run_guide_help() -> int:
    """The same for the command that begins beside the others."""
    language = spoken()
    rows = [
        ("-o, --output FILE", language.say(_THE_FILE)),
        ("--lang LANG", language.say(_LANGUAGE, **_FIELDS)),
    ]
    return _written(_page("guide", "-o FILE", [], rows, language))


def command_page(name: str, parameters: list[Any], language: Language) -> str:
    """Return what a command does and takes, each with a sentence."""
    arguments = [each for each in parameters if each.param_type_name == "argument"]
    options = [each for each in parameters if each.param_type_name != "argument"]
    usage = " ".join(_shown(each) for each in arguments)
    needed = "".join(f" {each.opts[0]} {_shown(each)}" for each in options if each.required)
    rows = [[(_named(each), _told(each, language)) for each in some] for some in (arguments, options)]
    return _page(name, usage + needed, rows[0], rows[1], language)


_Rows = list[tuple[str, str]]


def _page(name: str, usage: str, arguments: _Rows, options: _Rows, language: Language) -> str:
    say, more = language.say, MORE.get(name, More())
    options = [*options, ("--help", say("Tell this"))]
    width = max(len(word) for word, _ in (*arguments, *options)) + 2
    lines = [f"facilitator {name} {usage} …", "", say("{sentence}.", sentence=say(COMMANDS[name]))]
    lines += [say(told, **more.names) for told in more.told]
    lines += [f"JSON: {more.shape}"] if more.shape else []
    for title, rows in ((say("Arguments"), arguments), (say("Options"), options)):
        lines += ["", title, *(f"  {word:{width}}{told}" for word, told in rows)] if rows else []
    return bare("\n".join(lines)) + "\n"


def _told(parameter: Any, language: Language) -> str:  # noqa: ANN401 - of Typer's inner parts
    told = language.say(parameter.help, **_FIELDS)
    remarks = "".join(f" ({each})" for each in _remarks(parameter, language))
    return f"{told}{remarks}"


def _remarks(parameter: Any, language: Language) -> Iterator[str]:  # noqa: ANN401 - as above
    choices = getattr(parameter.type, "choices", None)
    if choices:
        yield ", ".join(str(getattr(each, "value", each)) for each in choices)
    if parameter.required:
        yield language.say("needed")
    elif isinstance(parameter.show_default, str):
        yield language.say("otherwise {default}", default=language.say(parameter.show_default))
    elif parameter.show_default and parameter.default and not getattr(parameter, "is_flag", False):
        default = getattr(parameter.default, "value", parameter.default)
        yield language.say("otherwise {default}", default=str(default))


def _named(parameter: Any) -> str:  # noqa: ANN401 - as above
    if parameter.param_type_name == "argument":
        return _shown(parameter)
    names: str = ", ".join(parameter.opts)
    return names if getattr(parameter, "is_flag", False) else f"{names} {_shown(parameter)}"


def _shown(parameter: Any) -> str:  # noqa: ANN401 - as above
    """Return what stands for the value."""
    if parameter.metavar:
        return str(parameter.metavar)
    if parameter.param_type_name == "argument":
        return str(parameter.name).upper()
    name: str = max(parameter.opts, key=len).lstrip("-")
    return _VALUES.get(name, name.upper())


def _written(page: str) -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # whatever the system's own would be
    sys.stdout.write(page)
    return 0
