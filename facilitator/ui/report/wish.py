"""What somebody wants to hand over: a product, of which panel, in which language, naming whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from facilitator.acts.products import PRODUCTS
from facilitator.domain.attribution import Level, Named
from facilitator.domain.programme import Panel
from facilitator.domain.summary import PanelSummary, panel_summary
from facilitator.domain.view import View
from facilitator.language.levels import LEVEL_WORDS
from facilitator.language.speech import Language, mark

SUMMARY = "panel-summary"
PRODUCT_WORDS = {
    SUMMARY: mark("Panel summary"),
    "report": mark("Report"),
    "record": mark("Record"),
    "ledger": mark("Recommendations"),
    "ledger-fields": mark("Recommendations with all fields"),
    "balance": mark("Balance"),
    "participants": mark("Participants"),
    "codebook": mark("Codebook"),
    "programme": mark("Programme"),
    "speakers": mark("List of speakers"),
    "badges": mark("Badges"),
    "name-plates": mark("Name plates"),
}


_LRI, _RLI, _PDI = "\u2066", "\u2067", "\u2069"


@dataclass(frozen=True, slots=True)
class Wish:
    """A document; `panel` is its place in the programme counted from 1, None for all of them."""

    what: str
    language: str
    level: Level
    panel: int | None = None

    def of(self, what: str, at_hand: int | None) -> Wish:
        """Return another product of the same workshop; a summary is always of one panel."""
        level = self.level if self.level in PRODUCTS[what].levels else PRODUCTS[what].level
        panel = self.panel or at_hand if what == SUMMARY else self.panel
        if what != self.what and self.level is PRODUCTS[self.what].level:
            level = PRODUCTS[what].level  # nobody had chosen another one
        return replace(self, what=what, level=level, panel=panel)

    def asked(self, workshop: Path, target: Path, moment: str) -> dict[str, object]:
        """Return what the process that makes it is told."""
        return {
            "file": str(workshop),
            "out": str(target),
            "what": self.what,
            "language": self.language,
            "level": self.level.value,
            "panel": self.panel,
            "at": moment,
        }

    def name(self, stem: str, suffix: str) -> str:
        """Return the name its file has unless another one is written."""
        panel = "" if self.panel is None else f"-{self.panel}"
        return f"{stem}-{self.what}{panel}-{self.language}{suffix}"

    def panels(self, view: View) -> tuple[Panel, ...]:
        return view.panels if self.panel is None else view.panels[self.panel - 1 : self.panel]


def naming(wish: Wish, view: View, now: int, language: Language) -> str:
    """Return whom the document will name: one by one for the summary of the panel in `view`."""
    if wish.what != SUMMARY or view.panel is None:
        return language.say("How speakers are shown: {level}", level=language.say(LEVEL_WORDS[wish.level]))
    names = list(dict.fromkeys(_named(panel_summary(view, now, level=wish.level))))
    if not names:
        return language.say("This summary will name nobody.")
    # The list runs as the language does: its isolates hide from one that would find out by itself.
    listed = f"{_RLI if language.rtl else _LRI}{language.names(names)}{_PDI}"
    return language.say("This summary will name: {names}", names=listed)


def _named(summary: PanelSummary) -> Iterator[str]:
    yield from summary.moderators
    yield from summary.panellists
    for section in summary.sections:
        for paragraph in section.paragraphs:
            if isinstance(paragraph.attribution, Named):
                yield from paragraph.attribution.bodies
