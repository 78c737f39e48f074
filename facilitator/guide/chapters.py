"""What the guide says, chapter by chapter: what one does, in the order in which one does it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.documents.blocks import (
    Block,
    Contents,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Role,
    Table,
    TableColumn,
    words,
)
from facilitator.guide.pictures import Shown
from facilitator.language.direction import ltr
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.language.speech import Language, mark
from facilitator.ui.commands import COMMANDS, GESTURES

_KEY_MM, _MEANS_MM = 28, 122


def chapters(language: Language, shown: Shown) -> Iterator[Block]:
    """Yield the guide as blocks."""
    say = language.say
    yield Paragraph(words(say("Facilitator: a guide")), Role.TITLE)
    yield Paragraph(words(say("How to run panels that hear everyone and end on time")), Role.SUBTITLE)
    yield Contents(say("Contents"))
    parts = (
        (mark("Before the workshop"), BEFORE, shown.start, mark("The start screen")),
        (mark("Running a panel"), FLOOR, shown.floor, mark("The floor desk during a discussion")),
        (mark("The screen for the room"), ROOM, shown.room, mark("What the room sees")),
        (mark("Taking notes"), NOTES, shown.notes, mark("The notes desk")),
        (mark("After the panel"), PAPER, shown.report, mark("The report desk with the pages as they print")),
        (mark("Installing, updating, moving"), INSTALL, None, ""),
        (mark("When something fails"), FAILS, None, ""),
    )
    for number, (title, told, picture, alt) in enumerate(parts, 1):
        if told is not FAILS:
            yield PageBreak()
        yield Heading(words(say(title)), 1, number)
        if picture is not None:
            yield Figure(picture, say(alt))
        for text in told:
            yield Paragraph(words(say(text)))
    yield from _keys(language, len(parts) + 1)
    yield from _kinds(language, len(parts) + 2)


def _keys(language: Language, number: int) -> Iterator[Block]:
    rows = [(command.keys, command.name) for command in COMMANDS] + list(GESTURES)
    yield Heading(words(language.say("All keys")), 1, number)
    yield _table(language, language.say("Key"), [(ltr(keys), language.say(what)) for keys, what in rows])


def _kinds(language: Language, number: int) -> Iterator[Block]:
    rows = [(ltr(kind.value), language.say(name)) for kind, name in NOTE_KINDS.items()]
    yield Heading(words(language.say("Kinds of note")), 1, number)
    yield _table(language, language.say("Letter"), rows)


def _table(language: Language, first: str, rows: Sequence[tuple[str, str]]) -> Table:
    columns = (TableColumn(first, _KEY_MM), TableColumn(language.say("What it does"), _MEANS_MM, said=True))
    return Table(columns, tuple((words(key), words(what)) for key, what in rows), alt=first)


BEFORE = (
    mark(
        "One workshop is one file. Make it from the template on the start screen, or take in the lists "
        "you have: participants from a spreadsheet, a programme from a calendar or a schedule, the "
        "concept note itself."
    ),
    mark(
        "facilitator import FILE SOURCE --as participants takes a list in. With --dry-run it first says "
        "what is new, what changes, and which rows have a fault and why. One undo takes a whole import "
        "back."
    ),
    mark(
        "Setup (Ctrl+Shift+S) does the same on the screen: it looks at a list before anything is kept and "
        "shows which column means what, what is new and what changes."
    ),
    mark(
        "Look at the sample workshop first. It is a copy that is thrown away when you close it, and "
        "nothing in it was ever said."
    ),
)
FLOOR = (
    mark(
        "Open the panel with F9. Add whoever asks for the floor by typing a name, a delegation or a short"
        " number (F3). F9 gives the floor to the next, and to the one you selected if you selected one."
    ),
    mark(
        "The black strip shows who speaks and for how much longer; shape, word, place and colour say the "
        "same. Under it stands whether all who wait will be heard before interpretation ends, and the "
        "limit at which they would be; Ctrl+F5 takes that limit."
    ),
    mark(
        "The balance shows who has been heard and who has not, against the planned shares. The desk "
        "suggests whom to move up and says why. It never moves anybody by itself: Ctrl+Return takes the "
        "suggestion, and doing something else is your decision, with a reason if you want to leave one."
    ),
    mark(
        "Nothing is lost by a wrong key: Ctrl+Z takes any act back, with clocks and budgets exact. A late"
        " start or a forgotten stop is mended afterwards from the menu of the row."
    ),
)
ROOM = (
    mark(
        "F11 shows the room’s screen on the projector; the console keeps a small picture of it. It names "
        "the speaker, the time left and, if you want, who is next, in two languages. The room never sees "
        "the balance or a note."
    ),
    mark(
        "F2 asks the speaker to conclude, Shift+F2 shows other messages, F12 makes the screen black. If "
        "the projector is unplugged the clock runs on, and the screen returns with it."
    ),
)
NOTES = (
    mark(
        "Type, press Enter: the note is stored with its speaker, the clock, the panel and the guiding "
        "question. What you have not finished is kept, too, even if the battery dies."
    ),
    mark(
        "The kind of a note is a letter before it, or Ctrl and a number. Protection concerns and private "
        "memos never leave this computer in any document."
    ),
)
PAPER = (
    mark(
        "The report desk shows the pages as they print. Choose the document, the language and how people "
        "are named; save it as PDF, as a Word file, as a workbook."
    ),
    mark(
        "The ledger (Ctrl+Shift+E) holds the recommendations: found, sorted and edited in place, led "
        "through their way, and read to the room."
    ),
    mark(
        "A note beside the pages says what is to be looked at before they leave the house, and warns when"
        " a file you saved is older than the notes."
    ),
)
INSTALL = (
    mark(
        "Copy the folder of the program anywhere and start it; nothing else is needed and no network is "
        "used. An update is a new folder in the place of the old one. Your workshops and settings are not"
        " in it."
    ),
    mark(
        "A file named portable.txt beside the program keeps the settings beside it, too: the whole fits "
        "on a stick."
    ),
    mark(
        "To take a workshop to another laptop, close it, then copy its one file. What is copied while it "
        "is open is not whole."
    ),
    mark(
        "Two laptops that work at once: facilitator pack makes a signed package of a workshop, and "
        "facilitator merge takes it in on the other. The order does not matter; what both changed is kept "
        "side by side."
    ),
    mark(
        "Settings (Ctrl+,) say whom a computer is for, and it then shows only the desks of the moderator, "
        "the rapporteur, the secretariat or the room. They also say when the clock turns amber and red, "
        "and on which key each act of the floor lies."
    ),
    mark(
        "A workshop made by an older version is upgraded when it is opened, after a copy was kept. One "
        "made by a newer version is refused and left as it is."
    ),
)
FAILS = (
    mark(
        "The computer stops in the middle of a speech: start it again and open the workshop. The same "
        "speaker has the floor and the clock is right; you are asked whether the time away counts."
    ),
    mark(
        "A workshop does not open: the sentence says why. facilitator check FILE tells what is sound, "
        "facilitator restore SNAPSHOT -o FILE goes back to a snapshot and moves the damaged file aside, "
        "never over."
    ),
    mark(
        "The computer’s clock jumps: a line above the desk offers to follow it or to keep the clocks as "
        "they were."
    ),
    mark(
        "A document cannot be written, because the disk is full or the file is open elsewhere: nothing is"
        " half done. Choose another place, or close it there."
    ),
    mark(
        "Something else: facilitator --selftest tries the program out on this computer and says what "
        "works; facilitator --version names its parts."
    ),
)
