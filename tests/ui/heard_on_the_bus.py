"""What a screen reader is told of the window, as one JSON object; run by a Python that has Atspi."""

import json
import os
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


def settled(work):
    """Return what a walk finds; it begins anew where a part went while it was looked at."""
    ends = time.monotonic() + MOST_S
    while time.monotonic() < ends:
        try:
            return work()
        except GLib.GError:
            turn(0.5)
    sys.exit("The program never came to rest.")


def ready(program):
    """Say whether all is there by now: a list of speakers, or the room's window beside the first."""
    if "ROOM" in os.environ:
        return program.get_child_count() > 1
    return any(part.get_role_name() == "list item" for part in everything(program))


def begun():
    """Return the programs on the bus in which all is there by now."""
    desktop = Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(number) for number in range(desktop.get_child_count())]
    return [program for program in programs if program is not None and ready(program)]


def application():
    """Return the program on the bus, once all is there."""
    ends = time.monotonic() + MOST_S
    while time.monotonic() < ends:
        found = settled(begun)
        if found:
            return found[0]
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


def holds(part, state):
    return part.get_state_set().contains(state)


def desk(program, tab):
    """Turn to a desk; return what is shown: role, name, whether it takes the focus, whether chosen."""
    for part in everything(program):
        if part.get_name() == tab and shown(part) and part.get_n_actions():
            part.do_action(0)
            break
    turn(2)
    return settled(lambda: [told(part) for part in everything(program) if shown(part)])


def told(part):
    states = (Atspi.StateType.FOCUSABLE, Atspi.StateType.CHECKED)
    return (part.get_role_name(), part.get_name() or "", *(holds(part, state) for state in states))


Atspi.init()
program = application()
listener = Atspi.EventListener.new(lambda event: heard.append(str(event.any_data)))
listener.register("object:announcement")
walk = settled(lambda: [(*told(part)[:2], shown(part)) for part in everything(program)])
pressed = press(program, sys.argv[1])
turn(10, lambda: bool(heard))
found = {"name": program.get_name(), "told": walk, "pressed": pressed, "heard": heard}
found["desks"] = {tab: desk(program, tab) for tab in sys.argv[2:]}
found["windows"] = [program.get_child_at_index(n).get_name() for n in range(program.get_child_count())]
json.dump(found, sys.stdout)
