"""How much documents show of the people who are chosen: lowered at will, raised with what they agreed to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial

from PySide6.QtWidgets import QMenu, QWidget

from facilitator.domain.attribution import Level
from facilitator.domain.people import ParticipantId
from facilitator.domain.protection import Consent
from facilitator.language.direction import isolate
from facilitator.language.levels import LEVEL_WORDS
from facilitator.ui.context import Context
from facilitator.ui.floor.prompt import Prompt, Question
from facilitator.ui.type import Role

Do = Callable[..., None]


class Protecting:
    """Fills a menu; `do` does an act, and says in the banner why it was refused."""

    def __init__(self, context: Context, page: QWidget, do: Do) -> None:
        self._context, self._page, self._do = context, page, do

    @cached_property
    def prompt(self) -> Prompt:
        """What asks how somebody agreed, made when it is first asked."""
        return Prompt(self._context, self._page)

    def menu(self, people: Sequence[ParticipantId]) -> QMenu:
        """Return what can be said of these people; the level that holds for the first is ticked."""
        context, say = self._context, self._context.language.say
        menu = QMenu(self._page)
        menu.setFont(context.font(Role.BODY))
        now = context.desk.shown().ceilings.of(people[0]) if people else None
        for level, words in LEVEL_WORDS.items():
            action = menu.addAction(say(words))
            action.setCheckable(True)
            action.setChecked(level is now)
            action.triggered.connect(partial(self._set, people, level))
        menu.addAction(say("As the rules of the panel say")).triggered.connect(
            partial(self._set, people, None)
        )
        menu.addSeparator()
        agreed = menu.addMenu(say("They agreed to be shown"))
        agreed.setFont(menu.font())
        for level in (Level.NAME, Level.BODY, Level.CATEGORY):
            agreed.addAction(say(LEVEL_WORDS[level])).triggered.connect(partial(self._ask, people, level))
        for consent in self._consents(people):
            words = say(
                "Not agreed any more: {level}, {how}",
                level=say(LEVEL_WORDS[consent.level]),
                how=isolate(consent.how),
            )
            menu.addAction(words).triggered.connect(partial(self._withdraw, consent))
        return menu

    def _set(self, people: Sequence[ParticipantId], level: Level | None, *_: object) -> None:
        """Of whom more would be shown comes last: the sentence stays that this needs their consent."""
        shown = self._context.desk.shown().ceilings
        for who in sorted(people, key=lambda who: (level or Level.NAME) < shown.of(who)):
            self._do("set_attribution", participant=who, level=level)

    def _withdraw(self, consent: Consent, *_: object) -> None:
        self._do("withdraw_consent", consent=consent.id)

    def _ask(self, people: Sequence[ParticipantId], level: Level, *_: object) -> None:
        """It is kept how they agreed: without that it is no consent."""
        say = self._context.language.say

        def take(how: str) -> str | None:
            if not how:
                return say("Say how they agreed: by letter, or who heard it.")
            for who in people:
                self._do("record_consent", participant=who, level=level, how=how)
            return None

        self.prompt.ask(Question(say("How did they agree?"), take))

    def _consents(self, people: Sequence[ParticipantId]) -> Sequence[Consent]:
        from facilitator.acts.desk import Desk  # noqa: PLC0415 - SQLAlchemy loads when it is needed

        desk = self._context.desk
        if not isinstance(desk, Desk):
            return ()
        return [each for each in desk.reading.ledger.consents() if each.participant in people]
