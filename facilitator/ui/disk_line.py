"""What is wrong with the disk under the workshop's file, over every page for as long as it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from facilitator.domain.readiness import Point, State, room_left
from facilitator.domain.timing import MINUTE, SECOND
from facilitator.language.speech import Language
from facilitator.ui.context import Context
from facilitator.ui.painting import ground
from facilitator.ui.type import Role

_THERE_EVERY = 5 * SECOND


class DiskLine(QLabel):
    """Says that the file is gone from its place, or that the disk has little room; else there is no line.

    Whether the file is there is asked every five seconds, as acts might be lost. Room is measured once a
    minute: an act takes some kilobytes, and a snapshot as much as the file.
    """

    def __init__(self, context: Context, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._context, self._tell = context, tell
        self._asked: int | None = None
        self._measured: int | None = None
        self._room = ("", False)
        self.setFont(context.font(Role.BODY))
        self.setContentsMargins(16, 8, 16, 8)
        self.setWordWrap(True)
        self.hide()

    def tick(self, now: int) -> None:
        """A second has gone by."""
        if self._asked is not None and abs(now - self._asked) < _THERE_EVERY:
            return
        self._asked = now
        if not self._context.desk.is_there():
            self._show(_gone(self._context), bad=True)
            return
        if self._measured is None or abs(now - self._measured) >= MINUTE:
            self._measured = now
            self._measure()
        self._show(self._room[0], bad=self._room[1])

    def _measure(self) -> None:
        try:
            point = room_left(self._context.free(self._context.desk.path))
        except OSError:  # the disk is gone: whatever is written next says so
            return
        text = "" if point.state is State.OK else _room_words(point, self._context.language)
        self._room = (text, point.state is State.FAIL)

    def _show(self, text: str, *, bad: bool) -> None:
        if text == self.text():
            return
        tokens = self._context.tokens
        ground(self, tokens.danger_soft if bad else tokens.accent_soft)
        palette = self.palette()
        palette.setColor(self.foregroundRole(), tokens.danger if bad else tokens.text)
        self.setPalette(palette)
        if text and not self.text():
            self._tell(text)
        self.setText(text)
        self.setVisible(bool(text))


def _gone(context: Context) -> str:
    return context.language.say(
        "{file} was deleted, moved or replaced: nothing more is saved. Make a snapshot now under “Safety”; "
        "it holds all that was done before.",
        file=context.desk.path.name,
    )


def _room_words(point: Point, language: Language) -> str:
    return language.say(
        "Only {n} MB are left on the disk of this workshop. Make room, or acts can no longer be kept.",
        n=language.number(point.n),
    )
