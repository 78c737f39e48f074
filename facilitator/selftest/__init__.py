"""The program tries itself: a line for each thing that must work on this machine, with its time."""

from facilitator.selftest.running import run

__all__ = ["run"]
