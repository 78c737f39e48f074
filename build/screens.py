"""Every screen of the sample workshop, drawn at a held clock into PNG files: screens.py OUT [--lang ar] …"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.plugin=false")

from handing_over import HANDING_OVER  # noqa: E402 - the platform is chosen first
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget  # noqa: E402 - the platform is chosen first

from facilitator.acts.desk import Desk, open_desk  # noqa: E402 - found only now
from facilitator.acts.sample import build  # noqa: E402 - found only now
from facilitator.domain.requests import Kind  # noqa: E402 - found only now
from facilitator.domain.view import View  # noqa: E402 - found only now
from facilitator.language.room_words import Message, message, room_language  # noqa: E402 - found only now
from facilitator.language.speech import LANGUAGES, Language, language_for  # noqa: E402 - found only now
from facilitator.ui.console import Console  # noqa: E402 - found only now
from facilitator.ui.context import Context  # noqa: E402 - found only now
from facilitator.ui.floor.strip import FloorStrip  # noqa: E402 - found only now
from facilitator.ui.room.card import Wish  # noqa: E402 - found only now
from facilitator.ui.room.display import HEIGHT, WIDTH, RoomDisplay  # noqa: E402 - found only now
from facilitator.ui.start.first_run import FirstRun  # noqa: E402 - found only now
from facilitator.ui.start.screen import StartScreen  # noqa: E402 - found only now
from facilitator.ui.start.visit import recent  # noqa: E402 - found only now
from facilitator.ui.theme import dress, tokens  # noqa: E402 - found only now
from facilitator.ui.type import load_faces  # noqa: E402 - found only now

SECOND = 1000
_NOTES, _REPORT, _SETUP, _LEDGER = 1, 2, 3, 4
_LATE_S = 900  # after the moment: two will not be heard any more
# Seconds after the moment of the sample, with thirty-four left on the clock of its speaker.
_CLOCKS = {"running": -120, "warning": 0, "danger": 25, "grace": 52, "over": 106}


@dataclass
class Held:
    """A clock that stands where a picture wants it."""

    at: int

    def __call__(self) -> int:
        return self.at


@dataclass(frozen=True)
class Studio:
    """A sample workshop of its own, and how it is to be drawn."""

    desk: Desk
    language: Language
    theme: str
    size: tuple[int, int]
    out: Path
    clock: Held

    @property
    def context(self) -> Context:
        width, height = self.size
        large = width >= 1700 and height >= 900  # noqa: PLR2004 - a large window
        return Context(self.desk, self.language, tokens(self.theme), large=large)

    def save(self, widget: QWidget, name: str, size: tuple[int, int] | None = None) -> None:
        widget.resize(*(size or self.size))
        widget.show()
        QApplication.processEvents()
        widget.grab().save(str(self.out / f"{name}.png"))
        print(self.out / f"{name}.png")
        widget.hide()

    def console(
        self, name: str, page: int = 0, *, message: bool = False, after: Callable[[Console], object] = id
    ) -> None:
        """A console is drawn after something was done with it; a menu it answers is drawn beside it."""
        self.desk.back()  # the clock was put forward: nobody was away
        console = Console(self.context, self.size)
        console.open_page(page)
        rows = console.floor.model.rows
        if len(rows) > 1:
            console.floor.queue.select(rows[1].request)
        if message:
            console.control.toggle_message()
        console.resize(*self.size)
        console.show()
        QApplication.processEvents()
        menu = after(console)
        if isinstance(menu, QMenu):
            menu.grab().save(str(self.out / f"{name}-menu.png"))
            print(self.out / f"{name}-menu.png")
        self.save(console, name)
        console.close_room()

    def room(self, name: str, message: str = "", *, second: str = "", second_message: str = "") -> None:
        """The room's screen, in two languages if a second one is named."""
        display = RoomDisplay(self.context)
        other = room_language(second) if second else None
        display.show_wish(Wish(other, message=message, second_message=second_message))
        display.show_view(self.desk.view(), self.clock.at)
        self.save(display, f"room-{name}", (WIDTH, HEIGHT))


@contextmanager
def studio(arguments: argparse.Namespace) -> Iterator[Studio]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.facilitator"
        held = Held(build(path, arguments.lang))
        desk = open_desk(path, held)
        language = language_for(arguments.lang, desk.view().workshop.zone)
        try:
            yield Studio(desk, language, arguments.theme, arguments.size, arguments.out, held)
        finally:
            desk.close()


def draw_running(at: Studio) -> None:
    """The second panel under way, then over time."""
    moment = at.clock.at
    at.console("floor")
    at.console("notes", _NOTES)
    at.console("people", _SETUP)
    at.console("ledger", _LEDGER, after=_choose_first)
    at.console("read-back", _LEDGER, after=_read_back)
    for mode, seconds in _CLOCKS.items():
        at.clock.at = moment + seconds * SECOND
        at.room(mode, at.language.say("Please conclude") if mode == "over" else "")
    at.clock.at = moment + _CLOCKS["over"] * SECOND
    at.console("floor-over", message=True)
    at.clock.at = moment + _LATE_S * SECOND
    at.console("floor-proposal")
    at.clock.at = moment + _CLOCKS["over"] * SECOND
    draw_clocks(at, moment)


def _choose_first(console: Console) -> None:
    ledger = console._pages.ledger  # noqa: SLF001 - a picture of what the console holds
    ledger.choose([held.id for held in ledger.every()[:1]])


def _read_back(console: Console) -> None:
    _choose_first(console)
    console._pages.ledger.read_back()  # noqa: SLF001 - as above


def draw_clocks(at: Studio, moment: int) -> None:
    """One strip for each mode of the clock, on one sheet."""
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    view = at.desk.view()
    for seconds in _CLOCKS.values():
        column.addWidget(_strip(at, view, moment + seconds * SECOND))
    at.clock.at = moment + _CLOCKS["over"] * SECOND
    at.desk.do("pause")
    column.addWidget(_strip(at, at.desk.view(), at.clock.at))
    at.desk.do("resume")
    at.save(sheet, "states", (at.size[0], 7 * 128))


def _strip(at: Studio, view: View, now: int) -> FloorStrip:
    strip = FloorStrip(at.context, 112)
    strip.show_view(view, now)
    return strip


def draw_floor(at: Studio) -> None:
    """What a moderator may ask of the floor: points of order, what was before, what is typed and chosen."""
    desk, view = at.desk, at.desk.view()
    for words, after in _GESTURES.items():
        at.console(f"floor-{words}", after=after)
    if view.floor is None:
        return
    desk.do("set_side_clock", seconds=60)
    desk.do("start_side_clock")
    desk.do("set_budget", category=view.categories[-1].key, seconds=300)
    desk.do("hand_in", request=view.floor.waiting[2].id, words=900)
    desk.do("close_list_at", closes=at.clock.at + 600 * SECOND)
    at.console("floor-by-region", after=lambda console: console.floor.balance.look_by("region"))
    raised = desk.do("request_floor", participant=view.floor.waiting[3].participant, kind=Kind.POINT_OF_ORDER)
    at.clock.at += 15 * SECOND
    at.console("floor-point-waits")
    desk.do("give_floor", request=raised.id)
    at.clock.at += 20 * SECOND
    at.console("floor-point-of-order")


def _ask(console: Console) -> None:
    console.floor.quick_add.setFocus()
    console.floor.quick_add.insert("co")


_GESTURES: dict[str, Callable[[Console], object]] = {
    "past": lambda console: console.floor.foot.past.click(),
    "asking": _ask,
    "typing": lambda console: console.floor.questions.side_clock(),
    "row": lambda console: console.floor.queue.menu(),
    "list": lambda console: console.floor.list_menu(),
    "dimensions": lambda console: console.floor.balance.outlook.choices(),
    "motives": lambda console: console.floor.suggestion.motives(),
}


def draw_standing(at: Studio) -> None:
    """What there is to see while nobody speaks: the next one called, the list closed, a break, no panel."""
    desk, panel = at.desk, at.desk.view().panel
    desk.do("end_intervention")
    at.room("called")
    at.console("floor-nobody")
    desk.do("close_list")
    at.room("closed")
    desk.do("give_floor")
    at.clock.at += 20 * SECOND
    at.room("running-long-name")
    desk.do("suspend_panel", until=at.clock.at + 1800 * SECOND)
    at.room("break")
    at.console("floor-break")
    if panel is not None:
        desk.do("open_panel", panel=panel.id)
    desk.do("close_panel")
    following = desk.view().panel
    if following is not None:
        at.clock.at = following.starts - 6900 * SECOND
        at.room("between")
        at.clock.at = following.starts - 252 * SECOND
        at.room("before")
        at.console("floor-empty")


def draw_over(at: Studio) -> None:
    """What floats over the console, and the room in two languages with a message and a right of reply."""
    at.console("over-palette", after=lambda console: console.over.find_act())
    at.console("over-messages", after=lambda console: console.over.choose_message())
    at.console("over-keys", after=lambda console: console.over.sheet.toggle())
    at.console("over-unlocked", after=lambda console: console.toggle_lock())
    second = "fr" if at.language.code == "ar" else "ar"
    load_faces(second)
    told, again = (message(Message.SLOWER, code) for code in (at.language.code, second))
    at.room("two-languages", second=second)
    at.room("message", told, second=second, second_message=again)
    desk, waiting = at.desk, at.desk.view().floor
    if waiting is not None and waiting.spoken:
        who = waiting.spoken[-1].participant
        asked = desk.do("request_floor", participant=who, kind=Kind.RIGHT_OF_REPLY)
        desk.do("give_floor", request=asked.id)
        at.room("right-of-reply", second=second)


def draw_report(at: Studio) -> None:
    """The report desk: a summary, the report of all panels, one being made, one older than its notes."""
    for name, done in HANDING_OVER.items():
        at.console(name, _REPORT, after=done)


def draw_start(at: Studio) -> None:
    theme, now = tokens(at.theme), at.clock.at
    recents = (recent(at.desk.path, at.desk.view(), now),)
    at.save(StartScreen(at.language, theme, recents, now=now), "start")
    stopped = StartScreen(at.language, theme, recents, interrupted=recents[0], now=now)
    at.save(stopped, "start-interrupted")
    at.save(FirstRun(theme, at.language.code), "start-first-run")


def _size(text: str) -> tuple[int, int]:
    width, height = text.split("x")
    return int(width), int(height)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="the folder for the pictures")
    parser.add_argument("--lang", default="en", choices=LANGUAGES)
    parser.add_argument("--size", default="1366x768", type=_size, help="of the console, such as 1280x720")
    parser.add_argument("--theme", default="light", choices=("light", "dark"))
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    dress(application, tokens(arguments.theme), language_for(arguments.lang))
    for draw in (draw_running, draw_floor, draw_report, draw_standing, draw_over, draw_start):
        with studio(arguments) as at:
            draw(at)
    return 0


if __name__ == "__main__":
    sys.exit(main())
