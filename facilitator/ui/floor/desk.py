"""The moderator's desk: strip, forecast, queue, balance, the room's mirror, and the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from facilitator.domain.people import ParticipantId
from facilitator.domain.requests import Kind, RequestId
from facilitator.domain.view import View
from facilitator.language.wording import speaker_name
from facilitator.ui.context import Context
from facilitator.ui.floor.acts_pane import ActsPane
from facilitator.ui.floor.advising import Advising
from facilitator.ui.floor.ask_pane import AskPane
from facilitator.ui.floor.badge import Badge
from facilitator.ui.floor.balance import BalancePane
from facilitator.ui.floor.cuts import Limits, limits
from facilitator.ui.floor.forecast import ForecastBar
from facilitator.ui.floor.held import Held
from facilitator.ui.floor.list_foot import ListFoot
from facilitator.ui.floor.list_menu import ListMenu
from facilitator.ui.floor.list_questions import ListQuestions
from facilitator.ui.floor.list_words import list_state, past, spare, takes_names
from facilitator.ui.floor.panes import Clipped, Framed, column
from facilitator.ui.floor.prompt import Prompt
from facilitator.ui.floor.queue import QueueModel
from facilitator.ui.floor.queue_view import QueueCaptions, QueueView
from facilitator.ui.floor.quick_add import QuickAdd
from facilitator.ui.floor.row_menu import RowMenu
from facilitator.ui.floor.rows import Row
from facilitator.ui.floor.rule_menu import RuleMenu
from facilitator.ui.floor.strip import FloorStrip
from facilitator.ui.floor.suggestion import SuggestionPane
from facilitator.ui.painting import ground
from facilitator.ui.pane import PaneHeader, rule
from facilitator.ui.room.display import RoomDisplay
from facilitator.ui.tabs import Tab, tab_row

_NARROW, _MIDDLE, _LARGE = 1100, 1340, 1700


class FloorDesk(QWidget):
    """Shows the view; what a gesture asks for leaves by a signal."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments
    selection_changed = Signal()

    def __init__(self, context: Context, size: tuple[int, int], within: QWidget | None = None) -> None:
        super().__init__(within)
        self.context = context
        width, height = size
        self._narrow = width < _NARROW
        large = width >= _LARGE and height >= 900
        low = height < 740
        strip = 176 if large else 96 if self._narrow else 112 if low else 128
        ground(self, context.tokens.surface)
        self.strip, self.held = FloorStrip(context, strip), Held(context)
        self.forecast = ForecastBar(context, 44 if self._narrow else 72 if low else 88 if large else 80)
        self.model = QueueModel(context)
        self.prompt = Prompt(context, self)
        self.ask_pane = AskPane(context, self)
        self.quick_add = QuickAdd(context, self.ask_pane)
        self.questions = ListQuestions(context, self.ask, self.prompt, self._find)
        rules = RuleMenu(context, self.ask, self.questions, self.prompt)
        self._list_menu = ListMenu(context, self.ask, self.questions, rules)
        self._row_menu = RowMenu(context, self.ask, self.questions, self._shift)
        height = 56 if large else 40 if self._narrow else 44
        self.queue = QueueView(context, self.model, height, self._fill_row_menu)
        self.mirror = RoomDisplay(context)
        self._view: View | None = None
        self._tabs: list[Tab] = []
        self.suggestion = SuggestionPane(context, low=low)
        self._panes = self._make_panes(large=large, wide=width >= _MIDDLE)
        advised = (self.forecast, self.suggestion, self.balance)
        self.advising = Advising(self, advised, context.desk.now, self._tell_tabs)
        self._arrange()
        self._connect()

    def show_view(self, view: View, now: int) -> None:
        """Everything shows what is the case at `now`."""
        self._view = view
        with self.queue.changing():
            self.model.show_view(view, now)
        self.quick_add.show_view(view)
        self.acts.show_view(view)
        self.badge.show_view(view)
        self.held.show_view(view)
        self.strip.show_view(view, now)
        self.mirror.show_view(view, now)
        self.advising.show_view(view, now)
        self._tell(view, now)

    def tick(self, now: int) -> None:
        """A second has passed; nothing else has changed."""
        if self._view is None:
            return
        self.strip.tick(now)
        self.mirror.tick(now)
        self.advising.tick(now)
        with self.queue.changing():
            self.model.show_view(self._view, now)
        self._tell(self._view, now)

    def chosen_name(self, view: View) -> str:
        """Return the name of whom the floor would be given to: the one selected, else the next."""
        floor, request = view.floor, self.queue.selected()
        if floor is None or not view.live or not floor.waiting:
            return ""
        found = next((r for r in floor.waiting if r.id == request), floor.waiting[0])
        return speaker_name(view, found.participant, self.context.language)

    def _make_panes(self, *, large: bool, wide: bool) -> list[QWidget]:
        context, say = self.context, self.context.language.say
        self._head = PaneHeader(context, say("Speakers"), ruled=True)
        self.quick_add.setFixedWidth(208 if wide or large else 180)
        if self._narrow:
            self._head.hide()
        else:
            self._head.add(self.quick_add)
            self._head.add(QueueCaptions(context))
        self.foot = ListFoot(context)
        self.badge = Badge(context)
        speakers = column(self._head, (self.queue, 1), self.badge, self.foot)
        self.balance = BalancePane(context)
        heard = column(self.suggestion, (Clipped(self.balance, self.balance), 1))
        self.acts = ActsPane(context)
        self._room_head = PaneHeader(context, say("Room screen"))
        room_width = 512 if large else 320 if wide else 264
        frame = Framed(context, self.mirror, room_width)
        room = column(self._room_head, frame, rule(context), (self.acts, 1))
        if not self._narrow:
            speakers.setMinimumWidth(400)
            heard.setFixedWidth(560 if large else 424 if wide else 400)
            room.setFixedWidth(room_width)
        return [speakers, heard, room]

    def _arrange(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part in (self.held, self.strip, self.forecast):
            rows.addWidget(part)
        rows.addWidget(rule(self.context))
        if self._narrow:
            rows.addWidget(self._make_tabs())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, pane in enumerate(self._panes):
            if number and not self._narrow:
                row.addWidget(rule(self.context, upright=True))
            row.addWidget(pane, 1 if number == 0 or self._narrow else 0)
            if number and self._narrow:
                pane.hide()
        rows.addLayout(row, 1)

    def _make_tabs(self) -> QWidget:
        say = self.context.language.say
        titles = (say("Speakers"), say("Balance"), say("Room screen"))
        bar, row, self._tabs = tab_row(self.context, titles, self._show_pane)
        row.addWidget(self.quick_add)
        row.addSpacing(16)
        return bar

    def _show_pane(self, chosen: int) -> None:
        for number, pane in enumerate(self._panes):
            pane.setVisible(number == chosen)

    def _connect(self) -> None:
        self.model.move_wanted.connect(self._move)
        self.held.taken.connect(lambda: self.ask("take_over_floor"))
        self.queue.withdraw_wanted.connect(lambda request: self.ask("withdraw", request=request))
        self.queue.absent_wanted.connect(lambda request: self.ask("mark_absent", request=request))
        self.queue.shift_wanted.connect(self._shift)
        self.queue.selectionModel().currentChanged.connect(self.selection_changed)
        self.quick_add.asked.connect(self.act_wanted)
        self.suggestion.taken.connect(lambda request: self.ask("take_suggestion", request=request))
        self.balance.hide_wanted.connect(lambda by: self.ask("hide_dimension", dimension=by))
        self.suggestion.motive_stated.connect(self._state_motive)
        self.foot.menu_wanted.connect(self.open_list_menu)
        self.foot.past_wanted.connect(self._show_past)
        self.badge.read.connect(lambda note: self.ask("charge_note", note=note, settled=True))
        self.forecast.cuts.chosen.connect(self._take_limits)
        self.acts.undo_wanted.connect(lambda: self.ask("undo", desk="floor"))

    def shortcuts(self) -> dict[str, Callable[[], object]]:
        """Return the acts on keys that only this desk hears."""
        return {
            "Ctrl+Return": self.suggestion.take,
            "Ctrl+M": self.suggestion.ask_why,
            "Ctrl+J": self.badge.put_away,
        }

    def ask(self, act: str, **arguments: object) -> None:
        """A gesture asks for an act; whoever listens does it or says why not."""
        self.act_wanted.emit(act, arguments)

    def selected(self) -> RequestId | None:
        return self.queue.selected()

    def typed(self) -> ParticipantId | None:
        """Return whom the field for a new speaker names, if it names anybody."""
        return self.quick_add.typed()

    def clear_typed(self) -> None:
        """Whoever was named in the field has been heard."""
        self.quick_add.clear()

    def ask_for(self, kind: Kind) -> None:
        """The field for a new speaker waits for somebody to ask with this kind."""
        self.quick_add.ask_for(kind)

    def ask_side_clock(self) -> None:
        """The small clock is to be set."""
        self.questions.side_clock()

    def take_proposal(self) -> None:
        """Ctrl F5: everybody is heard in time, if a shorter limit can do that."""
        view = self._view
        found = None if view is None else view.verdict(self.context.desk.now())
        for step in () if view is None else limits(view, found):
            if step.proposed:
                self._take_limits(step)

    def _take_limits(self, step: Limits) -> None:
        act, arguments = step.act()
        self.ask(act, **arguments)

    def open_list_menu(self) -> None:
        """What can be done with the list as a whole stands over its foot."""
        menu = self.list_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.foot.state.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def list_menu(self) -> QMenu:
        """Return what can be done with the list as a whole."""
        menu = QMenu(self)
        return menu if self._view is None else self._list_menu.fill(menu, self._view, self.context.desk.now())

    def _show_past(self) -> None:
        self.model.past = self.foot.past.isChecked()
        if self._view is not None:
            with self.queue.changing():
                self.model.show_view(self._view, self.context.desk.now())

    def _find(self, text: str) -> ParticipantId | None:
        return None if self._view is None else self.quick_add.person(text)

    def _fill_row_menu(self, menu: QMenu, row: Row) -> QMenu:
        return menu if self._view is None else self._row_menu.fill(menu, row, self._view)

    def _state_motive(self, intervention: str, motive: str) -> None:
        self.ask("state_motive", motive=motive, intervention=intervention)

    def _move(self, request: str, before: object) -> None:
        self.ask("move", request=request, before=before)

    def _shift(self, request: str, by: int) -> None:
        """One place up or down is a move before the one that stands there."""
        waiting = () if self._view is None or self._view.floor is None else self._view.floor.waiting
        places = [each.id for each in waiting]
        place = places.index(RequestId(request))
        target = place + by + (1 if by > 0 else 0)
        if 0 <= target <= len(places) and place + by < len(places):
            self._move(request, places[target] if target < len(places) else None)

    def _tell(self, view: View, now: int) -> None:
        language, floor = self.context.language, view.floor
        say, count = language.say, language.count
        if floor is None:
            return
        waiting = len(floor.waiting)
        self.queue.tell(takes_names=takes_names(view), elsewhere=view.floor_elsewhere)
        self._tell_tabs(view)
        self._head.tell(count("{n} waiting", "{n} waiting", waiting) if waiting else say("nobody waiting"))
        self.foot.say(list_state(view, now, language), spare(view, now, language), past(floor, language))

    def _tell_tabs(self, view: View) -> None:
        """On a small window the tabs tell what their panes would: who waits, and the worst gap."""
        if not self._tabs or view.floor is None:
            return
        say = self.context.language.say
        self._tabs[0].setText(say("Speakers {n}", n=len(view.floor.waiting)))
        self._tabs[1].setText(" ".join(filter(None, (say("Balance"), self.balance.worst()))))

    def tell_room(self, words: str) -> None:
        """The pane of the room says where it is shown."""
        self._room_head.tell(words)
