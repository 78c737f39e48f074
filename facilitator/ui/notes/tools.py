"""What the keys of the notes desk open: search, tags, gaps, earlier versions, links and follow-up."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.folding import folded
from facilitator.domain.notes import Note, NoteId
from facilitator.domain.view import View
from facilitator.language.direction import ltr
from facilitator.language.note_kinds import charge_words, shown_text
from facilitator.ui.context import Context
from facilitator.ui.ledger.marking import marked, side_of
from facilitator.ui.notes.at_once import AT_ONCE
from facilitator.ui.notes.capture import Capture
from facilitator.ui.notes.doings import OF_A_NOTE, OF_THE_DESK
from facilitator.ui.notes.gestures import Ask
from facilitator.ui.notes.hand import Hand
from facilitator.ui.notes.moment import id_of
from facilitator.ui.notes.note_picks import charges, languages, links, merges, moves, removed
from facilitator.ui.notes.picker import Picker, Row
from facilitator.ui.notes.picks import Doing, Found, codes, heard
from facilitator.ui.notes.search_box import SearchBox
from facilitator.ui.notes.tagging import Tagging


class Tools(QObject):
    """Each floats over the notes and goes when something is taken; the line keeps what is typed in it.

    What was changed in a note that is taken up is stored before anything else is done with it.
    """

    closed = Signal()
    gone_to = Signal(str)  # a note that another one refers to

    def __init__(self, context: Context, parent: QWidget, capture: Capture, do: Doing) -> None:
        super().__init__(parent)
        self._context, self._capture, self._do = context, capture, do
        self._view: View | None = None
        self.gaps: Callable[[], Sequence[str]] = tuple
        self.search = SearchBox(context, parent)
        self.picker = Picker(context, parent)
        self._look: Callable[[str], None] = lambda _: None
        self._take: Callable[[int], object] = lambda _: None
        self._show: Callable[[int], object] = lambda _: None
        self.picker.typed.connect(self._typed)
        self.picker.taken.connect(self._taken)
        self.picker.list.looked_at.connect(self._looked_at)
        for each in (self.search, self.picker):
            each.left.connect(each.hide)
            each.left.connect(self.closed)
        capture.asked.connect(self.open)

    def show_view(self, view: View) -> None:
        self._view = view

    def open(self, ask: Ask) -> None:
        """What the keys asked for is done, or opened."""
        of_the_desk: dict[Ask, Callable[[], None]] = {
            Ask.DOINGS: self._doings,
            Ask.SEARCH: self.search.begin,
            Ask.GAPS: self._gaps,
            Ask.FOLLOW_UP: self._follow_up,
            Ask.CODES: self._codes,
            Ask.REMOVED: self._removed,
        }
        if ask in of_the_desk:
            of_the_desk[ask]()
        elif self._capture.editing is None:
            if ask in (Ask.TAG, Ask.HEARD):
                self._of_the_line(ask)
        elif self._settled():
            self._of_the_note(ask, self._capture.editing)

    def _of_the_line(self, ask: Ask) -> None:
        if ask is Ask.TAG:
            self._tags()
        else:
            self._heard()

    def _of_the_note(self, ask: Ask, note: Note) -> None:
        hand = Hand(self._context, self._capture, self._do, note, self._go)
        if ask in AT_ONCE:
            AT_ONCE[ask](hand)
        elif ask in (Ask.TAG, Ask.HEARD):
            self._of_the_line(ask)
        elif ask is Ask.VERSIONS:
            self._versions(note)
        else:
            self._choose(ask, hand)

    def _choose(self, ask: Ask, hand: Hand) -> None:
        """Something is taken for the note from a list."""
        say = self._context.language.say
        chosen = {
            Ask.LINK: (links, say("Link to a note"), say("Words of the other note")),
            Ask.MOVE: (moves, say("Move the note"), say("A speaker, a question or a panel")),
            Ask.MERGE_WITH: (merges, say("Put it into another note"), say("Words of the other note")),
            Ask.CHARGE: (charges, say("Follow-up"), say("A name, and a day such as 2026-12-01")),
            Ask.LANGUAGE: (languages, say("Language of the paragraph"), say("A language")),
        }
        found, name, hint = chosen[ask]
        self._pick(name, hint, found(hand))

    def _settled(self) -> bool:
        """Say whether the note reads in the file as it does in the line; what was changed is stored."""
        capture, note = self._capture, self._capture.editing
        text = capture.field.text()
        if note is None or not text.strip():
            return note is not None
        if (text, capture.kind, capture.question) == (note.text, note.kind, note.question):
            return True
        changed = {"text": text.strip(), "kind": capture.kind, "question": capture.question}
        if not self._do("revise_note", note=note.id, base=note.revision, **changed):
            return False
        Hand(self._context, capture, self._do, note, self._go).again()
        return True

    def _go(self, note: NoteId) -> None:
        self._capture.leave()
        self.gone_to.emit(note)

    # what is opened

    def _doings(self) -> None:
        """All that can be done, by its words; what has a key tells it."""
        say, editing = self._context.language.say, self._capture.editing is not None
        every = [each for each in OF_A_NOTE if editing or each[0] in (Ask.TAG, Ask.HEARD)]
        every += OF_THE_DESK
        named = [(ask, _name(say(words)), keys) for ask, keys, words in every]

        def found(typed: str) -> tuple[Sequence[Row], Callable[[int], object]]:
            there = [each for each in named if folded(typed) in folded(each[1])]
            return [Row(words, "", ltr(keys)) for _, words, keys in there], lambda row: self.open(
                there[row][0]
            )

        self._pick(say("What can be done"), say("What can be done"), found)

    def _tags(self) -> None:
        """Tags of the note in the line, or of the words that are selected in it."""
        say, taken = self._context.language.say, Tagging(self._context, self._capture, self._do)
        words = say("Tags of “{text}”", text=taken.words) if taken.words else say("Tags of the note")
        self._pick(words, say("Two letters, in any of the six languages"), taken.found)

    def _gaps(self) -> None:
        """What is missing before the end; whatever is taken is told to the moderator."""
        name, gaps = self._context.language.say("Tell the moderator"), list(self.gaps())
        self._list(name, name, [Row(gap) for gap in gaps])
        self._take = lambda row: self._do("tell_moderator", text=gaps[row])

    def _versions(self, note: Note) -> None:
        """All texts the note has had, the newest first, each beside what stands there now; one comes back."""
        language, context = self._context.language, self._context
        kept = list(reversed(context.desk.revisions(note.id)))
        rows = [
            Row(
                " ".join(row["text"].split()), language.time_of_day(row["at"]), language.number(row["number"])
            )
            for row in kept
        ]

        def take(row: int) -> None:
            if self._do("restore_note", note=note.id, revision=kept[row]["id"], base=note.revision):
                self._capture.put_away()

        def compare(row: int) -> None:
            old = kept[row]["text"]
            same = old == note.text or len(old) + len(note.text) > _COMPARED
            told = "" if same else marked(context, note.text, old, side=side_of(context))
            self.picker.show_foot(told)

        self._list(language.say("Versions"), language.say("Enter restores a version"), rows)
        self._take, self._show = take, compare

    def _pick(self, name: str, hint: str, found: Found) -> None:
        """What is typed is looked up by `found`, and what is taken is done with as that says."""

        def look(typed: str) -> None:
            rows, take = found(typed)
            self._offer(rows)
            self._take = take

        self._begin(name, hint, look)

    def _heard(self) -> None:
        """In which language a quotation came from the floor, directly or through interpretation."""
        say = self._context.language.say
        self._pick(say("How it was heard"), say("A language"), heard(self._context, self._capture, self._do))

    def _codes(self) -> None:
        """All short codes; the phrase of the one that is taken is written where the cursor stands."""
        say = self._context.language.say
        self._pick(say("Short codes"), say("A code or its words"), codes(self._context, self._capture))

    def _removed(self) -> None:
        say, desk = self._context.language.say, self._context.desk
        panel = None if self._view is None else id_of(self._view)
        notes = () if panel is None else desk.removed_notes(panel)
        hint = say("Enter brings a note back")
        self._pick(say("Removed notes"), hint, removed(self._context, self._do, notes))

    def _follow_up(self) -> None:
        """What the secretariat follows up; what is taken is settled, or not after all."""
        language = self._context.language
        notes = self._context.desk.follow_up()

        def told(note: Note) -> Row:
            end = " · ".join(filter(None, (charge_words(note.charge, language), note.due)))
            done = language.say("settled") if note.settled_at is not None else language.say("open")
            return Row(shown_text(note.kind, " ".join(note.text.split()), language), done, end)

        name, hint = language.say("Follow-up"), language.say("Enter settles, and opens again")
        self._list(name, hint, [told(note) for note in notes])
        self._take = lambda row: self._do(
            "charge_note", note=notes[row].id, settled=notes[row].settled_at is None
        )

    # how something is offered

    def _list(self, name: str, hint: str, rows: Sequence[Row]) -> None:
        self._begin(name, hint, None)
        self._offer(rows)

    def _begin(self, name: str, hint: str, look: Callable[[str], None] | None) -> None:
        self._look = look or (lambda _: None)
        self._take = self._show = lambda _: None
        self.picker.open(name, hint)
        self._look("")

    def _offer(self, rows: Sequence[Row]) -> None:
        nothing = self._context.language.say("There is nothing here.")
        self.picker.show_rows(rows, "" if rows else nothing)

    def _typed(self, text: str) -> None:
        self._look(text)

    def _looked_at(self, row: int) -> None:
        self._show(row)

    def _taken(self, row: int) -> None:
        """What is taken may open another list: then that one keeps the keys."""
        self.picker.hide()
        self._take(row)
        if not (self.picker.isVisible() or self.search.isVisible()):
            self.closed.emit()


_COMPARED = 8_000  # longer texts are read in the record, not compared word by word while a panel sits


def _name(words: str) -> str:
    """Return what can be done without the name of the desk, which the sheet of all keys tells before it."""
    own = re.split("[:：] ?", words, maxsplit=1)[-1]
    return own[:1].upper() + own[1:]
