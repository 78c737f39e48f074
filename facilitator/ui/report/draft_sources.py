"""What can be put into the report: the notes and recommendations of a panel that may leave the team."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.notes import Note, NoteId
from facilitator.domain.programme import PanelId
from facilitator.domain.recommendation import Recommendation, stays_with_the_team
from facilitator.domain.view import View
from facilitator.language.note_kinds import NOTE_KINDS
from facilitator.language.wording import panel_title
from facilitator.ui.context import Context
from facilitator.ui.report.chooser import Chooser
from facilitator.ui.report.draft_lists import Lines, begun
from facilitator.ui.type import Role


@dataclass(frozen=True, slots=True)
class Source:
    """Something that can be put into a section: the one or the other."""

    note: Note | None = None
    recommendation: Recommendation | None = None


class Sources(QWidget):
    """Recommendations first, then notes in the order of time; protected ones are not offered."""

    wanted = Signal(object)
    turned = Signal(str)  # the note on which the chosen paragraph is to rest, or no more

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.language.say
        self.panel = Chooser(context, say("Panel"), shrinks=True)
        self.list = Lines(context, say("Notes and recommendations"))
        self.sources: tuple[Source, ...] = ()
        self._panel: PanelId | None = None
        self._view: View | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.panel)
        column.addWidget(self.list, 1)
        self.panel.chosen.connect(self._turn)
        self.list.entered.connect(self._take)
        self.list.turned.connect(self._turn_note)

    def show_view(self, view: View) -> None:
        self._view = view
        if self._panel is None and view.panel is not None:
            self._panel = view.panel.id
        titles = [(panel.id, panel_title(panel, self._context.language)) for panel in view.panels]
        self.panel.offer(titles, self._panel)
        self.sources = self._found()
        self.list.put([self._line(source) for source in self.sources])

    def show_rests(self, notes: Collection[NoteId]) -> None:
        """What the chosen paragraph rests on stands out, and says so."""
        told = self._context.language.say("The chosen paragraph rests on it.")
        for place, source in enumerate(self.sources):
            item, rests = self.list.item(place), source.note is not None and source.note.id in notes
            item.setFont(self._context.font(Role.SMALL_STRONG if rests else Role.SMALL))
            item.setToolTip(told if rests else "")
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, told if rests else "")

    def chosen(self) -> Source | None:
        place = self.list.currentRow()
        return self.sources[place] if 0 <= place < len(self.sources) else None

    def _found(self) -> tuple[Source, ...]:
        if self._panel is None:
            return ()
        view = self._context.desk.view(self._panel)
        proposals = [r for r in view.recommendations if not stays_with_the_team(r, view.notes)]
        notes = [note for note in view.notes if note.kind.leaves_the_team]
        return (
            *(Source(recommendation=proposal) for proposal in proposals),
            *(Source(note=note) for note in notes),
        )

    def _line(self, source: Source) -> str:
        say = self._context.language.say
        if source.recommendation is not None:
            what, text = say("Recommendation"), source.recommendation.text
        else:
            note = source.note
            what, text = ("", "") if note is None else (say(NOTE_KINDS[note.kind]), note.text)
        return say("{who}: {text}", who=what, text=begun(text))

    def _turn(self, panel: object) -> None:
        self._panel = PanelId(str(panel))
        if self._view is not None:
            self.show_view(self._view)

    def _turn_note(self) -> None:
        source = self.chosen()
        if source is not None and source.note is not None:
            self.turned.emit(source.note.id)

    def _take(self) -> None:
        source = self.chosen()
        if source is not None:
            self.wanted.emit(source)
