"""The list of speakers as a whole: closed and reopened, drawn by lot, put into order."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.acts.panels import panel_or_sitting, sitting
from facilitator.acts.people import must_be_category, must_be_short
from facilitator.acts.registry import Instant, Work, act
from facilitator.domain import drawing, inscription
from facilitator.domain.drawing import Grouping
from facilitator.domain.people import CategoryKey
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import (
    BadTime,
    ListAlreadyClosed,
    ListAlreadyOpen,
    NoPanelOpen,
    NotUnderstood,
    PanelNotOpen,
    TextTooLong,
    UnknownReference,
)

_RANDOM_PART = 12  # characters of a new id, behind the time of its making


@act("floor", NoPanelOpen, PanelNotOpen, ListAlreadyClosed)
def close_list(work: Work) -> None:
    """Nobody can ask for the floor any more, except on a point of order."""
    work.keep(inscription.list_closed(sitting(work), work.now))


@act("floor", NoPanelOpen, PanelNotOpen, ListAlreadyOpen)
def reopen_list(work: Work) -> None:
    """The floor can be asked for again."""
    work.keep(inscription.list_reopened(sitting(work), work.now))


@act("floor", NoPanelOpen, ListAlreadyClosed, BadTime)
def close_list_at(work: Work, closes: Instant | None) -> None:
    """The list closes by itself at an instant; null: it does not."""
    work.keep(inscription.list_closing(sitting(work), closes, work.now))


@act("floor", NoPanelOpen, TextTooLong, UnknownReference)
def draw_lots(work: Work, seed: str | None = None, panel: PanelId | int | None = None) -> str:
    """Lots decide who is called when; answers the seed, with which anybody can draw the same order."""
    drawn_with = work.new_id()[-_RANDOM_PART:] if seed is None else seed
    must_be_short("seed", drawn_with)
    work.keep(drawing.drawn(panel_or_sitting(work, panel), drawn_with))
    work.subject, work.recorded = drawn_with, True
    return drawn_with


@act("floor", NoPanelOpen, NotUnderstood, TextTooLong, UnknownReference)
def rotate_alphabet(work: Work, letter: str, panel: PanelId | int | None = None) -> None:
    """Delegations are called in the order of the alphabet, beginning with a letter and going round."""
    must_be_short("letter", letter)
    work.keep(drawing.alphabetised(panel_or_sitting(work, panel), letter, work.reading.people()))
    work.subject, work.recorded = letter, True


@act("floor", NoPanelOpen, NotUnderstood, UnknownReference)
def share_slots(
    work: Work,
    slots: Mapping[str, int],
    by: Grouping = Grouping.CATEGORY,
    panel: PanelId | int | None = None,
) -> None:
    """Each group has its slots, first come first served; unused ones go to the others by the same key."""
    if by is Grouping.CATEGORY:
        for group in slots:
            must_be_category(work, CategoryKey(group))
    work.keep(drawing.shared_out(panel_or_sitting(work, panel), slots, by, work.reading.people()))
    work.subject, work.recorded = ", ".join(f"{group} {n}" for group, n in slots.items()), True
