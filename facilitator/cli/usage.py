"""What is said of a line that is no command as it is written."""

from __future__ import annotations

from facilitator.cli.speech import spoken
from facilitator.language.direction import bare


def usage_sentence(fault: Exception, command: str) -> str:
    """Return what is wrong with the line, and where it stands how it is written."""
    say = spoken().say
    parameter, hint = getattr(fault, "param", None), getattr(fault, "param_hint", None)
    name = str(hint or (parameter.opts[0] if parameter is not None else ""))
    if name and parameter is not None and parameter.param_type_name == "argument":
        name = name.upper()
    match type(fault).__name__:
        case "MissingParameter":
            told = say("{name} is missing.", name=name)
        case "NoSuchOption":
            told = say("There is no option {name}.", name=str(getattr(fault, "option_name", "")))
        case "BadParameter" if parameter is None:  # said by ourselves
            told = say(str(getattr(fault, "message", "")))
        case "BadParameter":
            told = say("What is given for {name} cannot be used.", name=name)
        case _:
            told = say("The line has too few words or too many.")
    return bare(f"{told} {say('{command} tells how it is written.', command=f'{command} --help')}")
