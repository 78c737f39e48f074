"""The keys of the capture line: what each asks for, on any layout of the keyboard."""

from __future__ import annotations

import unicodedata
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Ask(Enum):
    STORE = "store"
    LEAVE = "leave"
    EARLIER = "earlier"
    KIND = "kind"
    ALL_KINDS = "all_kinds"
    QUESTION = "question"
    NEXT_QUESTION = "next_question"
    LAST_QUESTION = "last_question"
    UNDO = "undo"
    REDO = "redo"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    WHOSE = "whose"
    SEARCH = "search"
    TAG = "tag"
    GAPS = "gaps"
    VERSIONS = "versions"
    LINK = "link"
    FOLLOW_UP = "follow_up"
    SPLIT = "split"
    MERGE = "merge"
    REMOVE = "remove"
    HEARD = "heard"
    MODERATOR = "moderator"
    CODES = "codes"
    DOINGS = "doings"
    MERGE_WITH = "merge_with"
    MOVE = "move"
    CHARGE = "charge"
    LANGUAGE = "language"
    REMOVED = "removed"


Gesture = tuple[Ask, int]  # what is asked for, and the number of the key where that matters

_PLAIN = {
    Qt.Key.Key_Return: Ask.STORE,
    Qt.Key.Key_Enter: Ask.STORE,
    Qt.Key.Key_Escape: Ask.LEAVE,
    Qt.Key.Key_Up: Ask.EARLIER,
    Qt.Key.Key_Menu: Ask.DOINGS,
    Qt.Key.Key_PageUp: Ask.PAGE_UP,
    Qt.Key.Key_PageDown: Ask.PAGE_DOWN,
}
_CONTROL = {
    Qt.Key.Key_K: Ask.ALL_KINDS,
    Qt.Key.Key_Up: Ask.LAST_QUESTION,
    Qt.Key.Key_Down: Ask.NEXT_QUESTION,
    Qt.Key.Key_Z: Ask.UNDO,
    Qt.Key.Key_Y: Ask.REDO,
    Qt.Key.Key_B: Ask.WHOSE,
    Qt.Key.Key_F: Ask.SEARCH,
    Qt.Key.Key_T: Ask.TAG,
    Qt.Key.Key_G: Ask.GAPS,
    Qt.Key.Key_H: Ask.VERSIONS,
    Qt.Key.Key_L: Ask.LINK,
    Qt.Key.Key_J: Ask.FOLLOW_UP,
    Qt.Key.Key_Return: Ask.SPLIT,
    Qt.Key.Key_Enter: Ask.SPLIT,
    Qt.Key.Key_M: Ask.MERGE,
    Qt.Key.Key_I: Ask.HEARD,
    Qt.Key.Key_D: Ask.MODERATOR,
    Qt.Key.Key_E: Ask.CODES,
    Qt.Key.Key_O: Ask.DOINGS,
    Qt.Key.Key_Delete: Ask.REMOVE,
}
OF_AN_EDITED_NOTE = frozenset((Ask.LEAVE, Ask.VERSIONS, Ask.LINK, Ask.SPLIT, Ask.MERGE, Ask.REMOVE))
"""What is only asked of a note that was taken up again; otherwise these keys are those of the text."""

_IN_AN_EMPTY_LINE = (Ask.UNDO, Ask.REDO, Ask.EARLIER)


def gesture(event: QKeyEvent, *, empty: bool) -> Gesture | None:
    """Return what a key asks of the capture line; None is for the text itself."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if held == Qt.KeyboardModifier.ControlModifier:
        return _numbered(Ask.KIND, event) or _known(_CONTROL.get(key), empty=empty)
    if held == Qt.KeyboardModifier.AltModifier:
        return _numbered(Ask.QUESTION, event, least=0)
    return None if held else _known(_PLAIN.get(key), empty=empty)


def _known(ask: Ask | None, *, empty: bool) -> Gesture | None:
    return None if ask is None or (ask in _IN_AN_EMPTY_LINE and not empty) else (ask, 0)


def _numbered(ask: Ask, event: QKeyEvent, least: int = 1) -> Gesture | None:
    """An Arabic keyboard may write its own digits; they are the same keys."""
    key = event.key()
    number = unicodedata.digit(chr(key), -1) if key < _CHARACTERS else -1
    return (ask, number) if number >= least else None


_CHARACTERS = 0x110000
