"""What the keys of the notes desk open: search, tags, gaps, earlier versions, links and follow-up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.hits import Wanted
from facilitator.domain.notes import MODERATOR, About, Note, NoteId
from facilitator.domain.view import View
from facilitator.language.groups import VOCABULARIES
from facilitator.language.vocabularies import typed_concepts
from facilitator.ui.context import Context
from facilitator.ui.notes.capture import Capture
from facilitator.ui.notes.gestures import Ask
from facilitator.ui.notes.moment import id_of
from facilitator.ui.notes.picker import Picker, Row
from facilitator.ui.notes.picks import Doing, Found, codes, heard
from facilitator.ui.notes.search_box import SearchBox

_MANY = 60


class Tools(QObject):
    """Each floats over the notes and goes when something is taken; the line keeps what is typed in it."""

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget, capture: Capture, do: Doing) -> None:
        super().__init__(parent)
        self._context, self._capture, self._do = context, capture, do
        self._view: View | None = None
        self.gaps: Callable[[], Sequence[str]] = tuple
        self.search = SearchBox(context, parent)
        self.picker = Picker(context, parent)
        self._look: Callable[[str], None] = lambda _: None
        self._take: Callable[[int], None] = lambda _: None
        self.picker.typed.connect(self._typed)
        self.picker.taken.connect(self._taken)
        for each in (self.search, self.picker):
            each.left.connect(each.hide)
            each.left.connect(self.closed)
        capture.asked.connect(self.open)

    def show_view(self, view: View) -> None:
        self._view = view

    def open(self, ask: Ask) -> None:
        """What the keys asked for is done, or opened."""
        answers: dict[Ask, Callable[[], None]] = {
            Ask.SEARCH: self.search.begin,
            Ask.TAG: self._tags,
            Ask.GAPS: self._gaps,
            Ask.VERSIONS: self._versions,
            Ask.LINK: self._links,
            Ask.FOLLOW_UP: self._follow_up,
            Ask.SPLIT: self._split,
            Ask.MERGE: self._merge,
            Ask.REMOVE: self._remove,
            Ask.WHOSE: self._move,
            Ask.HEARD: self._heard,
            Ask.MODERATOR: self._for_moderator,
            Ask.CODES: self._codes,
        }
        answers[ask]()

    # what is opened

    def _tags(self) -> None:
        """Tags of the note in the line, by two letters in any language; a tag it has is taken off."""
        language, capture = self._context.language, self._capture
        note = capture.editing
        span = capture.field.selected() if note is not None and capture.field.text() == note.text else None

        def look(typed: str) -> None:
            concepts = typed_concepts(typed, language.code)[:_MANY]
            codes = [f"{concept.vocabulary}:{concept.code}" for concept in concepts]
            rows = [
                Row(
                    concept.label(language.code), language.say(VOCABULARIES[concept.vocabulary]), concept.code
                )
                for concept in concepts
            ]
            self._offer(codes, rows, "")

            def take(row: int) -> None:
                self._tag(codes[row], span)

            self._take = take

        words = language.say("Tags of “{text}”", text=span[2]) if span else language.say("Tags of the note")
        self._begin(words, language.say("Two letters, in any of the six languages"), look)

    def _tag(self, code: str, span: tuple[int, int, str] | None) -> None:
        note = self._capture.editing
        if note is None:
            self._capture.tag(code)
            return
        place = {} if span is None else {"begin": span[0], "end": span[1], "base": note.revision}
        there = [
            coding.id
            for coding in (self._view.codings.get(note.id, ()) if self._view else ())
            if (coding.code, coding.begin) == (code, place.get("begin"))
        ]
        if there:
            self._do("uncode_note", coding=there[0])
        else:
            self._do("code_note", note=note.id, code=code, **place)

    def _gaps(self) -> None:
        """What is missing before the end; whatever is taken is told to the moderator."""
        say = self._context.language.say
        self._list(
            say("Tell the moderator"), list(self.gaps()), lambda gap: self._do("tell_moderator", text=gap)
        )

    def _versions(self) -> None:
        """All texts the note has had, the newest first; the one that is taken stands there again."""
        note, language = self._capture.editing, self._context.language
        if note is None:
            return
        found = list(reversed(self._context.desk.revisions(note.id)))
        rows = [
            Row(
                " ".join(row["text"].split()), language.time_of_day(row["at"]), language.number(row["number"])
            )
            for row in found
        ]

        def take(row: int) -> None:
            base = note.revision
            if self._do("restore_note", note=note.id, revision=found[row]["id"], base=base):
                self._capture.leave()

        self._begin(language.say("Versions"), language.say("Enter restores a version"), None)
        self._offer(found, rows, "")
        self._take = take

    def _links(self) -> None:
        """Another note is looked for, and the one in the line refers to it."""
        note, say = self._capture.editing, self._context.language.say
        if note is None:
            return

        def look(typed: str) -> None:
            wanted = Wanted(typed, kind="note", restricted=True, unfinished=True)
            hits = [hit.found for hit in self._context.desk.search(wanted).hits if hit.found.id != note.id]
            self._offer(hits, [Row(" ".join(hit.text.split())) for hit in hits], "")

            def take(row: int) -> None:
                self._do("relate_notes", note=note.id, other=NoteId(hits[row].id))

            self._take = take

        self._begin(say("Link to a note"), say("Words of the other note"), look)

    def _pick(self, name: str, hint: str, found: Found) -> None:
        """What is typed is looked up by `found`, and what is taken is done with as that says."""

        def look(typed: str) -> None:
            rows, take = found(typed)
            self._offer(rows, rows, "")
            self._take = take

        self._begin(name, hint, look)

    def _heard(self) -> None:
        """In which language a quotation came from the floor, directly or through interpretation."""
        say = self._context.language.say
        self._pick(say("How it was heard"), say("A language"), heard(self._context, self._capture, self._do))

    def _for_moderator(self) -> None:
        """The note in the line is a sign for the moderator, or no more."""
        note = self._capture.editing
        if note is not None:
            charge = "" if note.charge == MODERATOR else MODERATOR
            if self._do("charge_note", note=note.id, charge=charge, settled=False):
                self._capture.leave()

    def _codes(self) -> None:
        """All short codes; the phrase of the one that is taken is written where the cursor stands."""
        say = self._context.language.say
        self._pick(say("Short codes"), say("A code or its words"), codes(self._context, self._capture))

    def _follow_up(self) -> None:
        """What the secretariat follows up; what is taken is settled, or not after all."""
        language = self._context.language
        notes = self._context.desk.follow_up()

        def told(note: Note) -> Row:
            end = " · ".join(part for part in (note.charge, note.due) if part)
            done = language.say("settled") if note.settled_at is not None else language.say("open")
            return Row(" ".join(note.text.split()), done, end)

        def take(row: int) -> None:
            self._do("charge_note", note=notes[row].id, settled=notes[row].settled_at is None)

        self._begin(language.say("Follow-up"), language.say("Enter settles, and opens again"), None)
        self._offer(notes, [told(note) for note in notes], "")
        self._take = take

    # what is done at once with the note in the line

    def _split(self) -> None:
        note, place = self._capture.editing, self._capture.field.place()
        if note is not None and self._do("split_note", note=note.id, place=place, base=note.revision):
            self._capture.leave()

    def _merge(self) -> None:
        """The note before the one in the line takes it in."""
        note, notes = self._capture.editing, () if self._view is None else self._view.notes
        earlier = [n for n in notes if note is not None and (n.at, n.id) < (note.at, note.id)]
        if note is not None and earlier and self._do("merge_notes", notes=(earlier[-1].id, note.id)):
            self._capture.leave()

    def _remove(self) -> None:
        note = self._capture.editing
        if note is not None and self._do("remove_note", note=note.id):
            self._capture.leave()

    def _move(self) -> None:
        """The note in the line is for the turn before its own, for the panel, for nobody, and so on."""
        note, view = self._capture.editing, self._view
        if note is None or view is None or view.floor is None:
            return
        turns = [turn.id for turn in sorted(view.floor.interventions, key=lambda turn: turn.clock.began)]
        if note.nobody and turns:
            self._do("move_note", note=note.id, intervention=turns[-1])
        elif note.intervention is None:
            self._do("move_note", note=note.id, about=About.NOBODY)
        else:
            place = turns.index(note.intervention) if note.intervention in turns else 0
            before = turns[place - 1] if place else None
            self._do("move_note", note=note.id, intervention=before)
        found = [n for n in self._context.desk.view(id_of(view)).notes if n.id == note.id]
        self._capture.overtaken(found[0] if found else note)

    # how something is offered

    def _list(self, name: str, texts: Sequence[str], take: Callable[[str], object]) -> None:
        def taken(row: int) -> None:
            take(texts[row])

        self._begin(name, name, None)
        self._offer(texts, [Row(text) for text in texts], "")
        self._take = taken

    def _begin(self, name: str, hint: str, look: Callable[[str], None] | None) -> None:
        self._look = look or (lambda _: None)
        self._take = lambda _: None
        self.picker.open(name, hint)
        self._look("")

    def _offer(self, things: Sequence[object], rows: Sequence[Row], foot: str) -> None:
        nothing = self._context.language.say("There is nothing here.")
        self.picker.show_rows(rows, foot or ("" if things else nothing))

    def _typed(self, text: str) -> None:
        self._look(text)

    def _taken(self, row: int) -> None:
        self.picker.hide()
        self._take(row)
        self.closed.emit()
