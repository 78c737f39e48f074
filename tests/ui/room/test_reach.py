"""The room's screen cannot come near what is not the room's, however it is asked."""

from dataclasses import replace

import pytest

from facilitator.domain.notes import NoteKind
from facilitator.ui.room.display import RoomDisplay


class Untouchable:
    """Stands for what the room must not know: looking at it in any way is an error."""

    def _refuse(self, *_):
        raise AssertionError("the room's screen looked at what is not the room's")

    __iter__ = __len__ = __getitem__ = __bool__ = __eq__ = __contains__ = _refuse
    __hash__ = None


@pytest.mark.parametrize("state", ["planned", "open", "speaking", "closed"])
def test_the_display_needs_neither_notes_nor_recommendations_nor_what_was_done(
    qtbot, context, desk, sitting, clock, state
):
    desk.do("write_note", text="For the team only", kind=NoteKind.POINT)
    if state == "planned":
        desk.do("undo")
        desk.do("close_panel")
        desk.do("add_panel", title="Next", starts=clock.now, ends=clock.now + 3_600_000)
    elif state == "speaking":
        desk.do("give_floor")
    elif state == "closed":
        desk.do("close_panel")
    hidden = Untouchable()
    view = replace(desk.view(), notes=hidden, recommendations=hidden, last_acts=hidden)
    display = RoomDisplay(context)
    qtbot.addWidget(display)
    display.show_view(view, clock.now)
    display.resize(960, 540)

    assert not display.grab().toImage().isNull()
