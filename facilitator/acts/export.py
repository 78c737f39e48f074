"""What the secretariat hands over: a product of the workshop, as a file."""

from __future__ import annotations

from pathlib import Path

from facilitator.acts.desk import Desk
from facilitator.acts.output import written_whole
from facilitator.acts.panels import find_panel
from facilitator.acts.proof import GlyphsMissing, named
from facilitator.acts.workshops import UnknownLanguage
from facilitator.documents.summary import write_summary
from facilitator.documents.typeset import MissingGlyphs
from facilitator.domain.attribution import Level
from facilitator.domain.hearing import phase_spans
from facilitator.domain.programme import PanelId, Phase
from facilitator.domain.refusals import Explained, UnknownReference
from facilitator.domain.summary import panel_summary
from facilitator.language.speech import LANGUAGES, language_for

PRODUCTS = ("panel-summary",)
FORMATS = (".pdf",)


class UnknownProduct(Explained):
    """There is no product `name`; `known` lists those there are."""


class UnknownFormat(Explained):
    """The product cannot be made as a file that ends in `suffix`; `known` lists the endings."""


def export(
    desk: Desk,
    target: Path,
    *,
    what: str,
    panel: int | None = None,
    language: str | None = None,
    level: str = Level.BODY.value,
) -> None:
    """The target is the product as the workshop stands now, or is as it was; raises Explained."""
    if what not in PRODUCTS:
        raise UnknownProduct(name=what, known=", ".join(PRODUCTS))
    if target.suffix.lower() not in FORMATS:
        raise UnknownFormat(suffix=target.suffix or target.name, known=", ".join(FORMATS))
    code = language or desk.reading.workshop().language
    if code not in LANGUAGES:
        raise UnknownLanguage(language=code, known=", ".join(LANGUAGES))
    if level not in [each.value for each in Level]:
        raise UnknownReference(kind="attribution", id=level)
    view = desk.view(None if panel is None else find_panel(desk.reading, panel).id)
    if view.panel is None or view.floor is None:
        raise UnknownReference(kind="panel", id=panel or "")
    now = desk.now()
    ends = now if view.floor.closed_at is None else view.floor.closed_at
    phases = phase_spans(phases_entered(desk, view.panel.id), ends)
    summary = panel_summary(view, now, level=Level(level), phases=phases)
    spoken = language_for(code, view.workshop.zone)
    try:
        with written_whole(target) as making:
            write_summary(summary, spoken, making, moment=now)
    except MissingGlyphs as missing:
        raise GlyphsMissing(characters=named(missing.characters)) from missing


def phases_entered(desk: Desk, panel: PanelId) -> list[tuple[int, Phase]]:
    """Return when a panel entered each phase, as the journal tells it: an undone entry does not count."""
    entered: list[tuple[int, Phase]] = []
    for event in desk.file.journal():
        for change in desk.file.changes_in(event):
            if change.table != "panel" or change.id != panel or change.after is None:
                continue
            if event.act == "undo" and entered and "phase" in change.after:
                entered.pop()
            elif "phase" in change.after and event.act != "undo" and change.before is not None:
                entered.append((event.at, Phase(change.after["phase"])))
            elif change.after.get("opened_at") is not None and not entered:
                entered.append((event.at, Phase.OPENING))
    return entered
