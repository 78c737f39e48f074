"""The earlier recommendation or conclusion that is chosen, whole, with what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.domain.before import Before
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.speech import LANGUAGE_NAMES, mark
from facilitator.language.vocabularies import label_of
from facilitator.ui.context import Context
from facilitator.ui.ledger.before_rows import FINDINGS, by_words, place_words, used_words
from facilitator.ui.ledger.leaf import Leaf


class BeforeSide(Leaf):
    """Only read."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, context.language.say("What is chosen of what came before"))

    def show_row(self, row: Before | None) -> None:
        """The pane tells all of the row, or what there is to do while none is chosen."""
        if row is None:
            say = self.context.language.say
            self.setHtml(self.para(say("Choose a line to see all that is kept of it.")))
            return
        self.setHtml("".join(self._parts(row)))

    def _parts(self, row: Before) -> Iterator[str]:
        language = self.context.language
        say = language.say
        yield self.para(" · ".join(filter(None, (row.source, place_words(row, language)))), small=True)
        if told := by_words(row, language):
            yield self.para(told, small=True)
        yield self.para(row.text)
        if row.found:
            yield self.head(say("What became of it"))
        for found in row.found:
            panel = "" if found.panel is None else say("Panel {n}", n=language.number(found.panel))
            kind = say(FINDINGS[found.kind])
            yield self.para(" · ".join(filter(None, (kind, panel))), small=True) + self.para(found.text)
        if row.used:
            yield self.head(say("Taken up in"))
        for used in row.used:
            yield self.para(used_words(used, language))
        if row.detail:
            yield self.head(say("More of the list it came from"))
            yield self.table([self._told(name, str(value)) for name, value in row.detail.items()])

    def _told(self, name: str, value: str) -> tuple[str, str]:
        """Return what a workshop that was carried over calls its own, in the words of the screen."""
        language = self.context.language
        if name == "status":
            value = label_of(VocabularyKey.STATUSES, value, language.code)
        if name in _NAMES:
            return language.say(_NAMES[name]), value
        return _TEXTS.get(name, name), value


_TEXTS = {f"text_{code}": name for code, name in LANGUAGE_NAMES.items()}
_NAMES = {
    "number": mark("Number"),
    "status": mark("Status"),
    "panel": mark("Panel"),
    **{kind.value: words for kind, words in FINDINGS.items()},
}
"""What stands beside an earlier recommendation because it was carried over."""
