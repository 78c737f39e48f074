"""How a document speaks of whoever said something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from facilitator.domain.attribution import Attribution, Cell, Counted, Grouped, Named, Quantity
from facilitator.domain.people import Category
from facilitator.language.direction import isolate
from facilitator.language.groups import group_name
from facilitator.language.speech import Language, mark

_SEMICOLON = mark("; ")
_QUANTITIES = {
    Quantity.ONE: mark("One participant"),
    Quantity.SOME: mark("Some participants"),
    Quantity.SEVERAL: mark("Several participants"),
    Quantity.MANY: mark("Many participants"),
    Quantity.MOST: mark("Most of those who spoke"),
}


class Attributing:
    """The words for an attribution in one language."""

    def __init__(self, categories: Iterable[Category], language: Language) -> None:
        self._language = language
        self._labels = {category.key: category.label for category in categories}

    def who(self, attribution: Attribution | None) -> str:
        match attribution:
            case Named(bodies):
                return self.listed(bodies)
            case Grouped(cells):
                return self.listed([self._cell(cell) for cell in cells])
            case Counted(quantity):
                return self._language.say(_QUANTITIES[quantity])
            case None:
                return ""

    def listed(self, items: Sequence[str]) -> str:
        return self._language.say(_SEMICOLON).join(map(isolate, items))

    def _cell(self, cell: Cell) -> str:
        say = self._language.say
        category = self._labels.get(cell.category, str(cell.category))
        if not cell.region:
            return say("A representative of {category}", category=category)
        region = group_name(cell.region, self._language)
        return say("A representative of {category}, {region}", category=category, region=region)


def quantity_words(language: Language) -> dict[str, Quantity]:
    """Return the words that claim a quantity of voices; one voice claims nothing."""
    return {language.say(words): q for q, words in _QUANTITIES.items() if q is not Quantity.ONE}
