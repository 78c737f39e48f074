"""A line to type in over the ledger, and below it the fields of a recommendation or what one can hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.vocabularies import has, typed_concepts, vocabulary
from facilitator.ui.choices import Choice
from facilitator.ui.context import Context
from facilitator.ui.palette import Named

_WIDE, _DOWN, _MOST, _LONG = 640, 48, 200, 90


class FieldList(Named):
    """A concept is found by letters of any of the six languages; of thousands of lines some are shown."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        say = context.language.say
        super().__init__(
            context, parent, say("Fields of the recommendation"), say("Find a field or a value of it")
        )
        self._language = context.language.code
        self._of: VocabularyKey | None = None
        self._concepts: Mapping[str, Choice] = {}
        self._own: Callable[[str], object] | None = None
        self._values: Callable[[str], Sequence[Choice]] | None = None
        self.nothing = say("Nothing is called that.")

    def offer(
        self, choices: Sequence[Choice], values: Callable[[str], Sequence[Choice]] | None = None
    ) -> None:
        """These can be chosen, whatever they are; after them what `values` gives for what is typed."""
        self._of, self._own, self._values = None, None, values
        self._open(choices)

    def offer_concepts(
        self, of: VocabularyKey, concepts: Mapping[str, Choice], own: Callable[[str], object]
    ) -> None:
        """The concepts of a vocabulary can be chosen; `own` takes what is typed and is none of them."""
        self._of, self._concepts, self._own = of, concepts, own
        self._open(list(concepts.values()))

    def meant(self, typed: str, choices: Sequence[Choice]) -> list[Choice]:
        if self._of is None or not typed:
            values = () if self._values is None or not typed else self._values(typed)
            return [*super().meant(typed, choices), *values][:_MOST]
        found = typed_concepts(typed, self._language, (self._of,))
        own = [choice for code, choice in self._concepts.items() if code not in vocabulary(self._of)]
        return [*(self._concepts[concept.code] for concept in found), *super().meant(typed, own)]

    def take_text(self, typed: str) -> bool:
        """What is cited of an instrument, a target of a goal, or an own addressee is taken as typed."""
        if self._own is None or self._of is None or not typed:
            return False
        cited = has(self._of, typed) and typed not in vocabulary(self._of)
        if not cited and not (self._of is VocabularyKey.ADDRESSEES and not self.shown):
            return False
        self.leave()
        self._own(typed)
        return True

    def _open(self, choices: Sequence[Choice]) -> None:
        parent = self.parentWidget()
        middle = 0 if parent is None else (parent.width() - _WIDE) // 2
        self.open(choices, QPoint(middle, _DOWN), _WIDE)


def first_words(text: str) -> str:
    """Return a text in one line, its end left out where it is long."""
    line = " ".join(text[: 4 * _LONG].split())
    return line if len(line) <= _LONG else f"{line[:_LONG]}…"


def ticked(context: Context, words: str, act: Callable[[], object], *, on: bool) -> Choice:
    """Return a choice that says whether it is so now."""
    return Choice(words, act, under=context.language.say("chosen") if on else "")


def turned(items: Sequence[str], item: str) -> tuple[str, ...]:
    """Return the items without this one, or with it if it was not among them."""
    kept = tuple(each for each in items if each != item)
    return kept if len(kept) < len(items) else (*kept, item)
