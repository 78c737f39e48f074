"""Packages read in a process of its own, as a merge asks for it: whoever writes does not wait for it.

Each line in is a text in JSON: first the key which opens what was closed for the secretariat, or null, then
the path of each package as it is wanted. What comes out is for `facilitator.exchange.reading` alone.
"""

from __future__ import annotations

import gc
import sys

from facilitator.exchange.reading import serve


def run_packages() -> int:
    """What the packages hold is written to standard output; return the exit code."""
    gc.disable()  # what is read makes no rings, and to look for some takes a tenth of the time
    try:
        serve(iter(sys.stdin.readline, ""), sys.stdout.buffer)
    except BrokenPipeError:  # whoever asked wants no more
        sys.stderr.close()
    return 0
