"""Set everything up and open the sample workshop; what is said after it goes to `facilitator demo`."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import environment
import qt_libraries

FIRST_FRAME = {"QT_QPA_PLATFORM": "offscreen", "FACILITATOR_QUIT_AFTER_FIRST_FRAME": "1"}


def main() -> int:
    environment.prepare("lock.txt")
    qt_libraries.ensure(environment.VENV)
    command = [environment.tool("facilitator"), "demo", *sys.argv[1:]]
    if has_screen():
        environment.say("Opening the sample workshop; close its window to end.")
        return subprocess.run(command, check=False).returncode
    return prove(command)


def has_screen() -> bool:
    return not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def prove(command: list[str]) -> int:
    """Without a screen the window is painted once where nobody sees it."""
    environment.say("There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set).")
    began = time.monotonic()
    code = subprocess.run(command, check=False, env={**os.environ, **FIRST_FRAME}).returncode
    if code == 0:
        took = time.monotonic() - began
        environment.say(
            f"The window was opened and painted off screen all the same, and closed after {took:.1f} s."
        )
    else:
        environment.say(f"The window did not come up (exit code {code}).")
    return code


if __name__ == "__main__":
    sys.exit(main())
