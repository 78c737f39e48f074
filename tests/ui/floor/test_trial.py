"""What is promised of the floor, tried through the window: by keys, menus and typed answers.

Each trial goes the way a moderator goes, in English and in Arabic; what came of it is compared in the file.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.budgets import left_ms
from facilitator.domain.programme import PanelState, Phase
from facilitator.domain.requests import Capacity, Kind, RequestState
from facilitator.domain.rules import DIMENSIONS
from facilitator.language.direction import bare
from facilitator.language.room_words import Message, message
from facilitator.language.speech import LANGUAGES, language_for
from facilitator.language.wording import CAPACITIES, KINDS
from facilitator.ui.shapes import Mode
from tests.conftest import TEN
from tests.ui.test_console import CONTROL, SHIFT, F, press

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


class Moderator:
    """Somebody at the console who reads its words and presses what they offer."""

    def __init__(self, console, desk, clock):
        self.console, self.desk, self.clock = console, desk, clock
        self.language = console.context.language

    def say(self, words, **fields):
        return bare(self.language.say(words, **fields))

    @property
    def floor(self):
        return self.desk.view().floor

    def names(self):
        view = self.desk.view()
        return [view.people[request.participant].name for request in view.floor.waiting]

    def speaker(self):
        view = self.desk.view()
        return None if view.floor.speaking is None else view.people[view.floor.speaking.participant].name

    def pick(self, name):
        row = next(row.id for row in self.console.floor.model.rows if bare(row.name) == name)
        self.console.floor.queue.select(row)
        return row

    def let_go(self):
        """Nobody is chosen: F9 calls the next."""
        QTest.keyClick(self.console.floor.queue, KEY.Key_Escape)

    def tags(self, name):
        return [bare(t) for row in self.console.floor.model.rows if bare(row.name) == name for t in row.tags]

    def row(self, name, *words):
        """A line of the menu of somebody's row."""
        self.pick(name)
        self._choose(self.console.floor.queue.menu(), words)

    def list(self, *words):
        """A line of the list's menu."""
        self._choose(self.console.floor.list_menu(), words)

    def balance(self, *words):
        self._choose(self.console.floor.balance.outlook.choices(), words)

    def panel(self, *words):
        self._choose(self.console._panel_menu(), words)

    def _choose(self, menu, words):
        self.kept = menu  # a menu that nobody keeps takes its lines with it
        actions = menu.actions()
        for word in words[:-1]:
            actions = self._line(actions, word).menu().actions()
        line = self._line(actions, words[-1])
        assert line.isEnabled()
        line.trigger()

    def _line(self, actions, words):
        said = self.say(words)
        return next(a for a in actions if bare(a.text()).startswith(said) or bare(a.text()).endswith(said))

    def answer(self, text):
        self.console.floor.prompt.answer(text)
        assert (self.console.floor.prompt.wrong(), self.console.floor.prompt.isVisible()) == ("", False)

    def ask(self, typed, kind=Kind.STATEMENT, behalf="", organisations="", note=""):
        """F3, a kind, what belongs to it, a name, Enter."""
        press(self.console, F[3])
        field, pane = self.console.floor.quick_add, self.console.floor.ask_pane
        QTest.keyClicks(field, typed)
        pane.choose(kind)
        for part, text in ((pane.behalf, behalf), (pane.organisations, organisations), (pane.note, note)):
            part.setText(text)
        QTest.keyClick(field, KEY.Key_Return)

    def second(self, seconds=1):
        self.clock.pass_s(seconds)
        self.console.heart.tick()

    def room(self):
        self.console.heart.tick()
        return self.console.room.display.card()


@pytest.fixture(params=["en", "ar"])
def moderator(request, make_console, desk, people, clock):
    """Before the panel opens: everybody is in the room, nobody has asked."""
    return Moderator(make_console(language_for(request.param)), desk, clock)


def test_asking(moderator, desk):
    """Inscription in advance, each kind at its place, a hat and a body, a new speaker, a place kept."""
    m = moderator
    m.ask("Kenya")
    press(m.console, F[9])
    m.ask("Brazil", behalf="GRULAC", organisations="33")
    m.ask("Norway", Kind.RIGHT_OF_REPLY)
    m.ask("Coalition", Kind.INTERPOSED_QUESTION)
    m.ask("Network", Kind.POINT_OF_ORDER, note="Article 3")
    press(m.console, F[3])
    m.console.floor.ask_pane.behalf.setText("Churches")
    QTest.keyClicks(m.console.floor.quick_add, "Amina")
    QTest.keyClick(m.console.floor.quick_add, KEY.Key_Down)
    QTest.keyClick(m.console.floor.quick_add, KEY.Key_Return)

    kinds = [request.kind for request in m.floor.waiting]
    told = dict(zip(m.names(), m.floor.waiting, strict=True))
    assert m.names() == ["Network", "Coalition", "Kenya", "Brazil", "Norway", "Amina"]
    assert kinds[:2] == [Kind.POINT_OF_ORDER, Kind.INTERPOSED_QUESTION]
    assert (told["Brazil"].on_behalf_of, told["Brazil"].organisations) == ("GRULAC", 33)
    assert (told["Network"].note, told["Amina"].on_behalf_of) == ("Article 3", "Churches")
    assert m.tags("Network") == [m.say(KINDS[Kind.POINT_OF_ORDER]), "Article 3"]


def test_a_hat_for_once(moderator):
    """Capacity and body are put right while somebody waits, and are those of the intervention."""
    m = moderator
    press(m.console, F[9])
    m.ask("Coalition")
    m.row("Coalition", "Speaks this once as", CAPACITIES[Capacity.PANELLIST])
    m.row("Coalition", "On behalf of…")
    m.answer("12 Churches of the South")
    press(m.console, F[9])

    turn = m.floor.speaking
    assert (turn.capacity, turn.on_behalf_of, turn.organisations) == (
        "panellist",
        "Churches of the South",
        12,
    )
    assert m.console.floor.strip.faces()[0].name == "Coalition"


def test_the_life_of_the_list(moderator):
    """Called and absent, second call, substitute, swap, received; closed at a time, points still taken."""
    m = moderator
    press(m.console, F[9])
    for name in ("Brazil", "Norway", "Kenya", "Coalition"):
        m.ask(name)
    m.row("Brazil", "Called and not there: second call at the end")
    called_again = (m.names()[-1], m.tags("Brazil"))
    m.row("Norway", "Substitute…")
    m.answer("Network")
    instead = m.tags("Network")
    m.row("Kenya", "Exchange places with", "Coalition")
    swapped = m.names()
    m.row("Kenya", "Statement received in writing")
    m.list("Close the list at…")
    m.answer("+10")
    m.second(601)
    m.console.banner.clear()  # a clock that leaps is told of, too
    m.ask("Kenya")
    refused = bare(m.console.banner.text())
    m.ask("Norway", Kind.POINT_OF_ORDER)

    assert called_again == ("Brazil", [m.say("second call")])
    assert instead == [m.say("instead of {name}", name="Norway")]
    assert swapped == ["Network", "Coalition", "Kenya", "Brazil"]
    assert refused == m.say("The list of speakers is closed. Reopen it to add somebody.")
    assert m.names() == ["Norway", "Network", "Coalition", "Brazil"]
    received = [r.state for r in m.floor.queue.requests if r.state is RequestState.RECEIVED]
    assert received == [RequestState.RECEIVED]
    assert (m.room().name, m.room().last) == ("Norway", m.say("The list of speakers is closed"))


def test_the_order(moderator):
    """Keys, lots with a seed on record, an alphabet, places for groups with the unused given on, the cap."""
    m = moderator
    press(m.console, F[9])
    for name in ("Brazil", "Norway", "Kenya", "Coalition", "Network"):
        m.ask(name)
    m.pick("Kenya")
    QTest.keyClick(m.console.floor.queue, KEY.Key_Up, ALT)
    by_key = m.names()
    m.list("Alphabetical from a letter…")
    m.answer("N")
    alphabet = m.names()
    m.list("Share places out by category…")
    m.answer("1 2")
    shared = m.names()
    m.list("Draw lots")
    seed, drawn = m.desk.view().last_acts[0].subject, m.names()
    press(m.console, KEY.Key_Z, CONTROL)
    m.desk.do("draw_lots", seed=seed)
    again = m.names()
    m.list("Rules of this panel", "Most who may wait")
    m.answer("5")
    m.desk.do("add_participant", name="Togo", category="GOV")
    m.ask("Togo")

    assert by_key == ["Brazil", "Kenya", "Norway", "Coalition", "Network"]
    assert alphabet == ["Network", "Norway", "Brazil", "Coalition", "Kenya"]
    assert shared == ["Network", "Norway", "Coalition", "Brazil", "Kenya"]
    assert (again, sorted(drawn)) == (drawn, sorted(by_key))
    assert bare(m.console.banner.text()) == m.say(
        "{most} are waiting already, as many as may. Wait, or raise the number.", most=5
    )


def test_time(moderator):
    """Limits of all and of one; more time and less; a pause; a late start; the rest of the time yielded."""
    m = moderator
    press(m.console, F[9])
    for name in ("Brazil", "Coalition", "Norway", "Kenya"):
        m.ask(name)
    m.list("Limits", "Everybody…")
    m.answer("2:00")
    m.row("Kenya", "Limit of its own…")
    m.answer("1:10")
    limits = [row.limit for row in m.console.floor.model.rows]
    m.let_go()
    press(m.console, F[9])
    m.second(30)
    press(m.console, F[8])
    press(m.console, F[7], SHIFT)
    with_less = m.floor.speaking.clock.remaining(m.clock.now)
    press(m.console, F[5])
    m.second(50)
    press(m.console, F[5])
    paused = (m.floor.speaking.clock.elapsed(m.clock.now), m.floor.speaking.clock.remaining(m.clock.now))
    press(m.console, F[5], SHIFT)
    late = m.floor.speaking.clock.elapsed(m.clock.now)
    m.row("Coalition", "Give the floor with the rest of the speaker’s time")

    assert limits == ["2:00", "2:00", "2:00", "1:10"]
    assert (with_less, paused, late) == (45_000, (30_000, 45_000), 60_000)
    assert (m.speaker(), m.floor.speaking.clock.limit_ms) == ("Coalition", 135_000)


def test_what_is_agreed_for_one(moderator):
    """Accommodation charged to nobody and not told to the room; consecutive; without a clock; the pace."""
    m = moderator
    press(m.console, F[9])
    for name in ("Brazil", "Coalition", "Norway"):
        m.ask(name)
    m.row("Brazil", "More time as an accommodation…")
    m.answer("1:00")
    m.row("Coalition", "Interpreted consecutively")
    m.row("Norway", "Words of the text…")
    m.answer("600")
    hurried = m.tags("Norway")
    m.row("Norway", "Without a clock")
    m.let_go()
    press(m.console, F[9])
    words = bare(str(m.room()))
    m.second(150)
    charged = m.floor.speaking.charged_ms(m.clock.now)
    press(m.console, F[9])
    doubled = m.floor.speaking.clock.limit_ms
    m.second(100)
    halved = m.floor.speaking.charged_ms(m.clock.now)
    press(m.console, F[9])

    assert hurried == [m.say("text too long: needs {time}", time=m.language.duration(215_569))]
    assert m.say("accommodation") not in words
    assert (charged, doubled, halved) == (120_000, 360_000, 50_000)
    assert (m.speaker(), m.room().clock.mode) == ("Norway", Mode.PENDING)


def test_budgets(moderator):
    """Set, added to, overdrawn, given back, carried to the next panel, reset."""
    m = moderator
    press(m.console, F[9])
    m.ask("Brazil")
    m.list("Budgets", "States")
    m.answer("1:00")
    m.list("Budgets", "Civil society")
    m.answer("5:00")
    m.list("Budgets", "States")
    m.answer("+0:30")
    press(m.console, F[9])
    m.second(100)
    press(m.console, F[9], SHIFT)
    m.list("Budgets", "Give the overdraft back")
    given = left(m)
    m.desk.do("close_panel")
    m.desk.do("add_panel", title="Next", starts=TEN + 86_400_000, ends=TEN + 90_000_000)
    m.desk.do("open_panel", panel=2)
    m.list("Budgets", "Carry over from", "Remedies")
    carried = left(m)
    m.list("Budgets", "Civil society")
    m.answer("")

    assert (given, carried, left(m)) == (
        {"GOV": 0, "NGO": 310_000},
        {"GOV": 0, "NGO": 310_000},
        {"GOV": 0},
    )


def left(m):
    return dict(left_ms(m.floor, m.clock.now))


def test_the_course_of_a_panel(moderator):
    """Phases with a plan, batches of questions, a break with its end, a point of order, the small clock."""
    m = moderator
    m.list("Plan of the phases…")
    m.answer("5 0 30 15 0 5")
    press(m.console, F[9])
    press(m.console, F[6], CONTROL)
    press(m.console, F[7], CONTROL)
    m.answer("1:30")
    press(m.console, F[7], CONTROL)
    m.list("Rules of this panel", "Questions before the panel answers")
    m.answer("2")
    for name in ("Brazil", "Norway", "Kenya"):
        m.ask(name)
    for _ in range(2):
        press(m.console, F[9])
        m.second(10)
    press(m.console, F[9], SHIFT)
    told = bare(m.console.floor.suggestion.shown.title)
    m.pick("Kenya")
    press(m.console, F[9], CONTROL)
    raised = (m.speaker(), m.floor.speaking.kind)
    press(m.console, KEY.Key_Z, CONTROL)
    back = (m.speaker(), m.names())
    m.list("Break until…")
    m.answer("11:15")
    card = m.room()
    m.list("End the break")

    assert (m.floor.phase, m.floor.side_clock.reading(m.clock.now)) == (Phase.DISCUSSION, 70_000)
    assert told == bare(
        m.language.count("{n} question: now the panel answers", "{n} questions: now the panel answers", 2)
    )
    assert (raised, back) == (("Kenya", Kind.POINT_OF_ORDER), (None, ["Kenya"]))
    assert (bare(card.name), card.clock.digits) == (m.say("Break"), "11:15")
    assert m.floor.state is PanelState.OPEN


def test_balance_and_advice(moderator):
    """Every dimension and scope; hidden for good; an override with its motive; nobody's share in the room."""
    m = moderator
    press(m.console, F[9])
    for name in ("Brazil", "Norway", "Kenya", "Coalition"):
        m.ask(name)
    press(m.console, F[9])
    m.second(120)
    press(m.console, F[9], SHIFT)
    m.second()
    advised = m.console.floor.suggestion.shown.request
    suggested = m.desk.view().people[m.floor.queue.request(advised).participant].name
    place = m.names().index("Coalition")
    QTest.keyClick(m.console.floor.queue, KEY.Key_Return, CONTROL)
    moved = m.names().index("Coalition")
    m.pick("Kenya")
    press(m.console, F[9])
    menu = m.console.floor.suggestion.motives()
    menu.actions()[0].trigger()
    motive = m.floor.speaking.motive
    for words in ("Region", "Gender", "Language", "Delegation", "This day", "The whole workshop"):
        m.balance(words)
    outlook = m.console.floor.balance.outlook.outlook
    m.balance("Hide for good", "Gender")

    assert (suggested, moved) == ("Coalition", place - 1)
    assert (bool(motive), outlook.scope, outlook.by) == (True, "workshop", "delegation")
    assert m.floor.rules.hidden == ("gender",)
    assert [
        d for d in DIMENSIONS if d not in m.floor.rules.hidden
    ] == m.console.floor.balance.outlook._shown()


def test_the_room(moderator):
    """Messages in six languages, black, a second language, next hidden, nothing beyond zero, the strip."""
    m = moderator
    press(m.console, F[9])
    m.ask("Brazil")
    press(m.console, F[9])
    press(m.console, F[2])
    concluded = m.room().last
    press(m.console, F[2])
    press(m.console, F[2], SHIFT)
    offered = [choice.text for choice in m.console.over.messages._all]
    under = bare(m.console.over.messages._all[0].under)
    QTest.keyClick(m.console.over.messages.line, KEY.Key_Escape)
    press(m.console, F[12])
    black = m.console.control.black
    press(m.console, F[12])
    m.panel("Second language of the room screen", "Français")
    m.panel("Room screen", "Stands at 0:00 when time is up")
    m.second(200)
    card = m.room()

    code = m.language.code
    assert concluded == message(Message.CONCLUDE, code)
    assert offered == [message(each, code) for each in Message]
    assert under == " · ".join(message(Message.CONCLUDE, other) for other in LANGUAGES if other != code)
    assert (black, m.console.control.black, m.console.control.second) == (True, False, "fr")
    assert (card.clock.digits, card.clock.mode) == ("0:00", Mode.OVER)
