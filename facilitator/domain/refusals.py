"""What the rules of the floor forbid; each refusal carries data, its sentence is in the catalogues."""

from __future__ import annotations

import re


class Explained(Exception):
    """Something a person is told in one sentence: `code` chooses it, `details` fill it."""

    def __init__(self, **details: object) -> None:
        super().__init__(self.code, details)
        self.details = details

    @property
    def code(self) -> str:
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()


class Refusal(Explained):
    """The rules do not allow the act now; nothing has changed."""


class NotUnderstood(Refusal):
    """The request itself is wrong: an unknown act, or a `field` that is missing or of the wrong kind."""


class UnknownReference(Refusal):
    """`kind` names no such thing `id` in this workshop."""


class NoPanelYet(Refusal):
    """The workshop has no panel at all."""


class AlreadyThere(Refusal):
    """A `kind` called `key` exists."""


class NoPanelOpen(Refusal):
    pass


class PanelAlreadyOpen(Refusal):
    """Another panel, `number`, is open."""


class PanelNotOpen(Refusal):
    """The panel is not open at the moment."""


class ListClosed(Refusal):
    pass


class ListAlreadyClosed(Refusal):
    pass


class ListAlreadyOpen(Refusal):
    pass


class AlreadyWaiting(Refusal):
    """`name` waits already with a request of this kind."""


class AlreadySpoken(Refusal):
    """`name` has spoken in this panel, where everybody speaks once."""


class QueueFull(Refusal):
    """As many wait as may: `most`."""


class NotAnswerable(Refusal):
    """A reply answers a statement that waits or was made, and no other kind of request answers one."""


class AlreadyCalledTwice(Refusal):
    """`name` was called in vain before."""


class AlreadyNamed(Refusal):
    """The place is that of `name`."""


class Protected(Refusal):
    """Nobody comes into the next `places` from behind."""


class NotPresent(Refusal):
    """`name` is not in the room."""


class NotWaiting(Refusal):
    """The request does not wait any more."""


class NobodyWaiting(Refusal):
    pass


class NobodySpeaking(Refusal):
    pass


class FloorTaken(Refusal):
    """Somebody has the floor although the caller believed that nobody had."""


class StalePress(Refusal):
    """The caller believed in another intervention than the one under way."""


class AlreadyPaused(Refusal):
    pass


class NotPaused(Refusal):
    pass


class OrderIncomplete(Refusal):
    """A new order must name exactly those who wait, each once."""


class TextTooLong(Refusal):
    """The text of `field` has more than `most` characters."""


class BadTime(Refusal):
    """The time `field` cannot be: below zero, before the beginning or in the future."""


class BeforeOpening(Refusal):
    """An intervention would have begun long before its panel was opened."""


class EndsBeforeBeginning(Refusal):
    """An intervention would have ended before it began."""


class NothingLeft(Refusal):
    """Another intervention would lie wholly within this one."""


class OutsideInterrupted(Refusal):
    """What interrupts would not lie within what it interrupts."""


class BadRule(Refusal):
    """There is no such `rule`, or it cannot have this value."""


class NoBudget(Refusal):
    """The group, or the other panel, has no budget of time."""


class NoOverdraft(Refusal):
    """No group has overdrawn its budget."""


class GroupHasFloor(Refusal):
    """Somebody of the overdrawn group has the floor."""


class NoSideClock(Refusal):
    pass


class NotSuggested(Refusal):
    """The request is not, or not any more, the one that is suggested."""


class NoOverride(Refusal):
    """Nobody else would have been next."""


class NothingToRestore(Refusal):
    """Nobody has spoken and ended in this panel."""


class NothingToUndo(Refusal):
    pass


class NothingToRedo(Refusal):
    pass


class UndoConflict(Refusal):
    """What the act changed has been changed again since."""


class UndoBesideOthers(Refusal):
    """`name` changed the same on another laptop, without having seen it."""


class FloorElsewhere(Refusal):
    """The laptop `name` holds the floor, not this one."""


class StaleText(Refusal):
    """The text was edited by somebody else since; `text` is what stands there now."""


class NoteHasOneHalf(Refusal):
    """On one side of the place where a note should be split nothing is said."""


class NotesApart(Refusal):
    """Notes of two panels do not become one."""


class NotAQuotation(Refusal):
    """Only of a quotation it is told in which language it was heard."""


class StillInUse(Refusal):
    """Something is told of `name`, who asked or spoke, or of a category that somebody belongs to."""


class SectionInHand(Refusal):
    """The paragraphs of the section were taken over already."""


class ParagraphFinal(Refusal):
    """The paragraph was found final: it must be a draft again before it is touched."""


class SourceProtected(Refusal):
    """What is protected, or stays with the team, is never put into the report."""


class SourceInSection(Refusal):
    """A paragraph of the section rests on it already."""


class NoSuchStep(Refusal):
    """A recommendation cannot go from `was` to `to`; `possible` lists where it can."""


class ReasonMissing(Refusal):
    """A recommendation is struck, withdrawn or sent back for a reason only."""


class IntoItself(Refusal):
    """A recommendation cannot be merged into itself."""


class AlreadyGone(Refusal):
    """The recommendation does not stand any more: its `status` is that it was merged, split or struck."""


class ConsentMissing(Refusal):
    """Nobody agreed to be shown at the `level`."""


class ChangeSettled(Refusal):
    """The proposal was accepted or rejected already."""


class ClockBackwards(Refusal):
    """The instant of a line lies before that of an earlier one."""


class PanelHasSat(Refusal):
    """The panel `number` was opened, and what was true of it then stays."""


class TimeIsOver(Refusal):
    """Panel `number` sits, and the time that it would end or lose its interpretation is over."""


class PanelTold(Refusal):
    """Something was said, asked for, noted or recommended in panel `number`."""


class SitsAlready(Refusal):
    """`name` has a seat at the table of the panel."""


class PanelHasNoTime(Refusal):
    """A panel must start before it ends."""
