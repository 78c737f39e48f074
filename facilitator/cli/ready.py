"""The command that looks at everything before a panel begins."""

from __future__ import annotations

from facilitator.acts.readiness import PanelNotReady, readiness
from facilitator.cli.desk import AsJson, File, PanelNumber, print_found, system_clock
from facilitator.cli.keys import key_of
from facilitator.cli.speech import spoken
from facilitator.language.direction import bare
from facilitator.language.readiness import told


def ready(file: File, panel: PanelNumber = None, as_json: AsJson = False) -> None:
    """Say whether a panel, or the next one, can begin, and what to do before it."""
    found = readiness(file, panel, system_clock, key_of(file))
    lines = [bare(told(point, spoken())) for point in found.points]
    print_found(found.as_json(), lines, as_json=as_json)
    if not found.ready:
        raise PanelNotReady(number=found.panel.number)
