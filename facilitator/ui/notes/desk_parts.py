"""Small parts of the notes desk: what stands where there is no note yet, and the line above the field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from facilitator.domain.view import View
from facilitator.language.speech import Language
from facilitator.language.wording import panel_title
from facilitator.ui.context import Context
from facilitator.ui.painting import ground
from facilitator.ui.tabs import Tab, tab_row
from facilitator.ui.type import Role

_MARGIN = 160


def empty_place(context: Context) -> QLabel:
    """Return what stands in the place of the timeline while there is nothing in it."""
    empty = QLabel()
    empty.setFont(context.font(Role.BODY))
    empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
    empty.setWordWrap(True)
    palette = empty.palette()
    palette.setColor(empty.foregroundRole(), context.tokens.text2)
    empty.setPalette(palette)
    empty.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
    empty.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return empty


def accent_line(context: Context, height: int) -> QWidget:
    line = QWidget()
    line.setFixedHeight(height)
    ground(line, context.tokens.accent)
    return line


def tabs(context: Context, show: Callable[[int], None]) -> tuple[QWidget, list[Tab]]:
    """Return the tabs of a small window, for notes and coverage; the line keeps the keys."""
    say = context.language.say
    bar, _, made = tab_row(context, (say("Notes"), say("Coverage")), show)
    for tab in made:
        tab.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return bar, made


def nothing_yet(view: View, language: Language) -> str:
    """Return why no note is there, and what to do."""
    say = language.say
    if view.panel is None:
        return say("There is no panel yet. Set one up first; its notes are written here.")
    title = panel_title(view.panel, language)
    if view.live:
        return say("No notes yet. Write below; Enter stores the note with its speaker and clock.")
    return say(
        "{panel} is not open. Notes written now are kept for the panel, without a speaker. "
        "On the floor desk, F9 opens it.",
        panel=title,
    )
