"""The rapporteur's desk: the clock, the panel as noted, what is missing, and the line to write in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.hits import Hit
from facilitator.domain.notes import About, Note, NoteId, NoteKind
from facilitator.domain.programme import PanelId, QuestionId
from facilitator.domain.refusals import Explained, StaleText
from facilitator.domain.view import View
from facilitator.language.refusals import sentence
from facilitator.language.wording import panel_title
from facilitator.ui.context import Context
from facilitator.ui.looking import known
from facilitator.ui.notes.capture import Capture
from facilitator.ui.notes.clock_bar import ClockBar
from facilitator.ui.notes.coverage import Coverage
from facilitator.ui.notes.desk_parts import accent_line, empty_place, nothing_yet, tabs
from facilitator.ui.notes.gestures import Ask
from facilitator.ui.notes.kind_list import KindList
from facilitator.ui.notes.moment import Moment, id_of
from facilitator.ui.notes.timeline import Timeline, TimelineModel
from facilitator.ui.notes.tools import Tools
from facilitator.ui.painting import ground
from facilitator.ui.pane import rule
from facilitator.ui.tabs import Tab

_NARROW, _COVERAGE, _MARGIN = 1100, 416, 160


class NotesDesk(QWidget):
    """Never loses a keystroke: what cannot be stored stays in the line, and `told` says why."""

    told = Signal(str)  # an empty text takes back what was told

    def __init__(self, context: Context, size: tuple[int, int], within: QWidget | None = None) -> None:
        super().__init__(within)
        self.context, self.desk = context, context.desk
        self._view: View | None = None
        self._narrow = size[0] < _NARROW
        self._complained = self._forwarding = False
        ground(self, context.tokens.surface)
        self.clock = ClockBar(context)
        self.model = TimelineModel(context)
        self.timeline = Timeline(context, self.model)
        self.coverage = Coverage(context)
        self.capture = Capture(context)
        self.kinds = KindList(context, self)
        self.tools = Tools(context, self, self.capture, self._do)
        self._elsewhere: PanelId | None = None
        self.tabs: list[Tab] = []
        self.empty = empty_place(context)
        self._arrange()
        self._connect()
        self.capture.restore(self.desk.draft())

    def take_focus(self) -> None:
        self.capture.field.setFocus()

    def show_view(self, view: View, now: int) -> None:
        before, self._view = self._view, view
        self.clock.show_view(view, now)
        self.capture.show_view(view, now)
        if before is view:
            self.model.tick(now)
            return
        self.tools.show_view(view)
        self.coverage.show_view(view)
        self.model.show_view(self._looked_at(view), now)
        self.empty.setText(nothing_yet(view, self.context.language))
        self._show_pane(coverage=self._on_coverage())
        self.timeline.follow()

    def tick(self, now: int) -> None:
        """A second has passed; nothing else has changed."""
        if self._view is not None:
            self.clock.show_view(self._view, now)
            self.capture.tick(now)
            self.model.tick(now)

    def take_key(self, event: QKeyEvent) -> None:
        """What is typed while anything else has the focus goes into the line all the same."""
        wanted = (event.text().isprintable() and event.text()) or event.modifiers() & _WITH_A_KEY
        if not wanted or event.key() in _HELD or self._forwarding or self.capture.field.hasFocus():
            event.ignore()
            return
        self.take_focus()
        self._forwarding = True  # what the field does not want comes back here
        QCoreApplication.sendEvent(self.capture.field, event)
        self._forwarding = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, when no note and no list is left by it, leaves what was looked up."""
        if event.key() == Qt.Key.Key_Escape and self.timeline.back.isVisible():
            self._return()
        else:
            super().keyPressEvent(event)

    # what the capture line asks for

    def _store(self, text: str, kind: NoteKind, question: QuestionId | None, moment: Moment) -> None:
        link: dict[str, object] = {"question": question, "intervention": moment.intervention}
        link |= {"about": About.NOBODY if moment.nobody else None, "codes": self.capture.tags}
        link |= {"begun": moment.at, **self.capture.marks(kind)}
        panel = self._panel() if moment.panel is None else moment.panel
        if self._kept("write_note", text=text, kind=kind, panel=panel, **link):
            self._return()

    def _looked_at(self, view: View) -> View:
        return view if self._elsewhere is None else self.desk.view(self._elsewhere)

    def _go_to(self, hit: Hit) -> None:
        """What was found is in sight: a note where it stands, a recommendation where it came from."""
        found = hit.found
        if found.panel is not None:
            looked = self.desk.view(known(self.desk, PanelId(found.panel)))
            sources = [r.notes for r in looked.recommendations if r.id == found.id]
            note = next(iter(sources[0]), None) if sources and sources[0] else NoteId(found.id)
            self._look_at(looked, note)
        self.take_focus()

    def _show_in(self, panel: PanelId, note: NoteId) -> None:
        self._look_at(self.desk.view(known(self.desk, panel)), note)

    def _look_at(self, looked: View, note: NoteId | None) -> None:
        """A panel is looked at, at one of its notes."""
        panel = looked.panel
        away = panel is not None and panel.id != self._panel()
        self._elsewhere = panel.id if panel is not None and away else None
        self.model.show_view(looked, self.desk.now())
        self._show_pane(coverage=False)
        self.timeline.show_found(note, panel_title(panel, self.context.language) if panel and away else "")

    def _return(self) -> None:
        """The panel under way is looked at again, at its newest line."""
        if self._elsewhere is not None and self._view is not None:
            self._elsewhere = None
            self.model.show_view(self._view, self.desk.now())
        self.timeline.return_to_now()

    def _panel(self) -> PanelId | None:
        return None if self._view is None else id_of(self._view)

    def _revise(self, text: str, kind: NoteKind, question: QuestionId | None, seen: Note) -> None:
        changed = {"text": text, "kind": kind, "question": question}
        if self._kept("revise_note", note=seen.id, base=seen.revision, **changed):
            self._stop_editing()

    def _kept(self, act: str, **arguments: object) -> bool:
        """Say whether what is typed was stored; one transaction takes it out of the line, too."""
        if self._do(act, self.capture.beneath().written(), **arguments):
            self.capture.done()
            return True
        self.capture.keep_draft()
        return False

    def _do(self, act: str, draft: str | None = None, /, **arguments: object) -> bool:
        """Say whether an act was done; if not, the reason is told and the line keeps its text."""
        try:
            self.desk.do(act, draft, **arguments)
        except Explained as told:
            self._tell(told)
            return False
        if self._complained:
            self._complained = False
            self.told.emit("")
        return True

    def _say(self, words: str) -> None:
        self._complained = True
        self.told.emit(words)

    def _tell(self, told: Explained) -> None:
        self._say(sentence(self.context.language, told))
        editing = self.capture.editing
        if isinstance(told, StaleText) and editing is not None:
            notes = self.desk.view(editing.panel).notes
            found = next((note for note in notes if note.id == editing.id), None)
            if found is not None:
                self.capture.overtaken(found)

    def _keep_draft(self, written: str) -> None:
        try:
            self.desk.keep_draft(written)
        except Explained as told:
            self._tell(told)

    def _edit_last(self) -> None:
        """The note that was looked for is taken up, or the last one."""
        notes, found = self._notes(), self.timeline.painter.editing
        if found is not None and any(note.id == found for note in notes):
            self._edit(found)
        elif notes:
            self._edit(max(reversed(notes), key=lambda note: note.at).id)  # of one instant, the last

    def _notes(self) -> tuple[Note, ...]:
        return () if self._view is None else self._looked_at(self._view).notes

    def _walk(self, by: int) -> None:
        """The note before or after is taken up; after the last one stands the line as it was."""
        note = self.capture.editing
        beside = None if note is None else self.model.beside(note.id, by)
        if beside is not None:
            self._edit(beside)
        elif by > 0:
            self.capture.leave()
            self._stop_editing()

    def _offer(self, note: str) -> None:
        """All that can be done with a note is listed."""
        self._edit(note)
        self.tools.open(Ask.DOINGS)

    def _edit(self, note: str) -> None:
        found = next((each for each in self._notes() if each.id == note), None)
        if found is not None and self.capture.edit(found):
            self.timeline.show_edited(found.id)

    def _stop_editing(self) -> None:
        self.timeline.show_edited(None)
        self.timeline.follow()

    def _open_kinds(self) -> None:
        capture = self.capture.mapTo(self, self.capture.rect().topLeft())
        x = self.width() - self.kinds.width() if self.context.rtl else 0
        self.kinds.move(x, max(0, capture.y() - self.kinds.height()))
        self.kinds.open(self.capture.kind)

    def _kind_chosen(self, kind: NoteKind | None) -> None:
        self.kinds.hide()
        if kind is not None:
            self.capture.choose_kind(kind)
        self.take_focus()

    # how it is put together

    def _arrange(self) -> None:
        panes = QHBoxLayout()
        panes.setSpacing(0)
        left = QVBoxLayout()
        left.setSpacing(0)
        if self._narrow:
            bar, self.tabs = tabs(self.context, lambda number: self._show_pane(coverage=number == 1))
            left.addWidget(bar)
            left.addWidget(self.coverage, 1)
        left.addWidget(self.empty, 1)
        left.addWidget(self.timeline, 1)
        left.addWidget(accent_line(self.context, 2))
        left.addWidget(self.capture)
        panes.addLayout(left, 1)
        if not self._narrow:
            self.coverage.setFixedWidth(512 if self.context.large else _COVERAGE)
            panes.addWidget(rule(self.context, upright=True))
            panes.addWidget(self.coverage)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.clock)
        column.addLayout(panes, 1)

    def _connect(self) -> None:
        capture = self.capture
        capture.stored.connect(self._store)
        capture.revised.connect(self._revise)
        capture.field.refused.connect(self._say)
        capture.drafted.connect(self._keep_draft)
        capture.undone.connect(lambda back: self._do("redo" if back else "undo", desk="notes"))
        capture.last_wanted.connect(self._edit_last)
        capture.walked.connect(self._walk)
        capture.left.connect(self._stop_editing)
        capture.kinds_wanted.connect(self._open_kinds)
        capture.paged.connect(self.timeline.page)
        self.tools.gaps = self.coverage.gaps
        self.tools.search.gone_to.connect(self._go_to)
        self.tools.gone_to.connect(lambda it: self._show_in(self.desk.note(NoteId(it)).panel, NoteId(it)))
        self.tools.closed.connect(self.take_focus)
        self.timeline.back.clicked.connect(self._return)
        self.timeline.edit_wanted.connect(self._edit)
        self.timeline.doings_wanted.connect(self._offer)
        self.timeline.open_wanted.connect(lambda note: self.model.open_or_close(note, self.desk.now()))
        self.kinds.chosen.connect(self._kind_chosen)

    # what it shows

    def _on_coverage(self) -> bool:
        return bool(self.tabs) and self.tabs[1].isChecked()

    def _show_pane(self, *, coverage: bool) -> None:
        """On a small window the coverage takes the place of the timeline; an empty timeline says why."""
        noted = bool(self.model.lines)
        self.coverage.setVisible(coverage or not self._narrow)
        self.timeline.setVisible(noted and not coverage)
        self.empty.setVisible(not noted and not coverage)


_HELD = (Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr)  # each alone says nothing yet
_WITH_A_KEY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
