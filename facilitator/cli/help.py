"""What `facilitator --help` tells, in the language of the person at the terminal."""

from __future__ import annotations

import io
import sys

from facilitator.cli.speech import spoken
from facilitator.language.direction import bare
from facilitator.language.speech import Language, mark

COMMANDS = {
    "demo": mark("Open a copy of the sample workshop that is thrown away"),
    "new": mark("Make a new workshop, from a template or empty"),
    "import": mark("Take in a list of people, panels, speeches or recommendations, whole or not at all"),
    "do": mark("Read acts and questions from standard input, one JSON object a line"),
    "stats": mark("Count who spoke for how long, in a panel or in all"),
    "search": mark("Find notes, recommendations, people and panels by words"),
    "ready": mark("Say whether a panel can begin, and what to mend before it does"),
    "export": mark("Write a document; the ending of its name is its format"),
    "proof": mark("Set paragraphs on a page to judge how they are set"),
    "guide": mark("Write the guide to the program as a PDF"),
    "template": mark("Write the programme, categories and rules as a template"),
    "pack": mark("Write what this laptop knows into a package for the others"),
    "merge": mark("Take in the packages of others, in any order"),
    "check": mark("Look at all of a workshop and tell what is wrong with it"),
    "snapshot": mark("Write a whole, verified copy of a workshop"),
    "restore": mark("Put a snapshot in the place of a workshop, which is set aside"),
    "encrypt": mark("Encrypt a workshop, or give it a new passphrase"),
    "erase": mark("Erase what is known of a person, everywhere in the workshop"),
}
OPTIONS = {
    "--version": mark("Tell the versions of the program and its parts"),
    "--selftest": mark("Try everything that must work on this computer"),
    "--help": mark("Tell this; after a command, what that command takes"),
}


def run_help() -> int:
    """The page is on standard output; returns the exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # whatever the system's own would be
    sys.stdout.write(help_page(spoken()))
    return 0


def help_page(language: Language) -> str:
    """Return what can be written after the program's name, each with a sentence."""
    say = language.say
    width = max(map(len, (*COMMANDS, *OPTIONS))) + 2
    parts = [
        say("facilitator runs panels: the floor, the notes, the report."),
        "",
        f"{'facilitator':{width + 10}}{say('Open the window')}",
        f"{'facilitator FILE':{width + 10}}{say('Open a workshop in the window')}",
        f"{'facilitator … --help':{width + 10}}{say('Tell what a command takes')}",
    ]
    for title, named in ((say("Commands"), COMMANDS), (say("Options"), OPTIONS)):
        parts += ["", title, *(f"  {word:{width}}{say(told)}" for word, told in named.items())]
    return bare("\n".join(parts)) + "\n"
