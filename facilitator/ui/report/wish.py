"""What somebody wants to hand over: a product, of which panel, in which language, naming whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from facilitator.acts.products import PRODUCTS
from facilitator.domain.attribution import Level
from facilitator.domain.naming import Names, named_in_summary
from facilitator.domain.programme import Panel
from facilitator.domain.summary import panel_summary
from facilitator.domain.timing import SECOND
from facilitator.domain.view import View
from facilitator.language.levels import LEVEL_WORDS
from facilitator.language.naming import will_name
from facilitator.language.speech import Language, mark

SUMMARY = "panel-summary"
PRODUCT_WORDS = {
    SUMMARY: mark("Panel summary"),
    "report": mark("Report"),
    "record": mark("Record"),
    "follow-up": mark("Follow-up list"),
    "ledger": mark("Recommendations"),
    "ledger-fields": mark("Recommendations with all fields"),
    "earlier": mark("Earlier recommendations"),
    "balance": mark("Balance"),
    "speaking-time": mark("Speaking-time record"),
    "participants": mark("Participants"),
    "codebook": mark("Codebook"),
    "programme": mark("Programme"),
    "speakers": mark("List of speakers"),
    "badges": mark("Badges"),
    "name-plates": mark("Name plates"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """A document; `panel` is its place in the programme counted from 1, None for all of them."""

    what: str
    language: str
    level: Level
    panel: int | None = None

    def of(self, what: str, at_hand: int | None) -> Wish:
        """Return another product of the same workshop: some are always of one panel, some of all at first."""
        level = self.level if self.level in PRODUCTS[what].levels else PRODUCTS[what].level
        product = PRODUCTS[what]
        panel = None if product.of_all else self.panel or (at_hand if product.one_panel else None)
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

    def name(self, stem: str, suffix: str, view: View, now: int) -> str:
        """Return the name its file has unless another one is written: of what, in which language, which day.

        The day is that of the panel or of the first one, today where none is planned.
        """
        named = stem if stem.isascii() else view.workshop.slug
        workshop = "-".join(named.lower().split())
        panel = "" if self.panel is None else f"_panel-{self.panel}"
        starts = min((each.starts for each in self.panels(view)), default=now)
        day = datetime.fromtimestamp(starts / SECOND, ZoneInfo(view.workshop.zone))
        return f"{workshop}_{self.what}{panel}_{self.language}_{day:%Y%m%d}{suffix}"

    def panels(self, view: View) -> tuple[Panel, ...]:
        return view.panels if self.panel is None else view.panels[self.panel - 1 : self.panel]


def naming(wish: Wish, language: Language, told: Sequence[str] | None, by: Sequence[str] = ()) -> str:
    """Return how much of speakers a document shows, and whom it names if it is `told` by its maker.

    If it names nobody, the rules `by` which that is so are told.
    """
    shown = language.say("How speakers are shown: {level}", level=language.say(LEVEL_WORDS[wish.level]))
    return shown if told is None else f"{will_name(told, language, by=by)} {shown}"


def names_of(wish: Wish, view: View, now: int) -> Names:
    """Return whom the summary of the panel in view will name."""
    return named_in_summary(panel_summary(view, now, level=wish.level))
