"""What a screen reader is told of the window, as one JSON object; run by a Python that has Atspi."""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version is asked for first

MOST_S = 40
heard = []


def everything(one):
    yield one
    for number in range(one.get_child_count()):
        child = one.get_child_at_index(number)
        if child is not None:
            yield from everything(child)


def application():
    """Return the program on the bus, once it has its list of speakers."""
    ends = time.monotonic() + MOST_S
    while time.monotonic() < ends:
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(number)
            if found is not None and any(part.get_role_name() == "list item" for part in everything(found)):
                return found
        turn(0.2)
    sys.exit("The program did not come onto the bus.")


def turn(seconds, until=lambda: False):
    """Events of the bus are listened to for so long, or until something is heard."""
    context, ends = GLib.MainContext.default(), time.monotonic() + seconds
    while time.monotonic() < ends and not until():
        context.iteration(False)
        time.sleep(0.01)


def shown(part):
    return part.get_state_set().contains(Atspi.StateType.SHOWING)


def press(program, begins):
    for part in everything(program):
        if part.get_role_name() in ("push button", "button") and begins in (part.get_name() or ""):
            part.do_action(0)
            return part.get_name()
    return ""


Atspi.init()
program = application()
listener = Atspi.EventListener.new(lambda event: heard.append(str(event.any_data)))
listener.register("object:announcement")
told = [(part.get_role_name(), part.get_name() or "", shown(part)) for part in everything(program)]
pressed = press(program, sys.argv[1])
turn(10, lambda: bool(heard))
found = {"name": program.get_name(), "told": told, "pressed": pressed, "heard": heard}
json.dump(found, sys.stdout)
