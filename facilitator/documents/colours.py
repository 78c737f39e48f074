"""The few colours of a printed page; each still says the same printed in grey."""

from __future__ import annotations

INK = "#1A1A1A"
GREY = "#595959"
RULE = "#8C8C8C"
HAIR = "#C4C4C4"
BLUE = "#00639C"
MID = "#7FB0CF"
PALE = "#D6E2EA"
RUST = "#A8480F"
WHITE = "#FFFFFF"
