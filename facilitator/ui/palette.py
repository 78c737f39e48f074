"""The command palette: every act of the console is found by its name, in any language that is complete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from facilitator.domain.folding import folded
from facilitator.language.direction import isolate
from facilitator.ui.choices import Choice, Choices
from facilitator.ui.context import Context


class Named(Choices):
    """Typed words may stand anywhere in a name; names that begin with them come first."""

    def meant(self, typed: str, choices: Sequence[Choice]) -> list[Choice]:
        words = folded(typed).split()
        ranked = [(_rank(choice, words), place) for place, choice in enumerate(choices)]
        return [choices[place] for rank, place in sorted(ranked) if rank <= _LAST]


class Palette(Named):
    """Every act there is."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        say = context.language.say
        super().__init__(context, parent, say("All acts"), say("Find an act by its name"))
        self.nothing = say("No act is called that.")


def offered(menu: QMenu, title: str = "") -> Iterator[Choice]:
    """Yield what a menu and those inside it offer now; what stands on a key is left to its key."""
    for action in menu.actions():
        text = f"{title}: {isolate(action.text())}" if title else action.text()
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from offered(inner, text)
        elif action.isEnabled() and not action.isSeparator() and "\t" not in text:
            yield Choice(text, action.trigger)


_LAST = 2


def _rank(choice: Choice, words: Sequence[str]) -> int:
    """Return 0 if a name begins with the words, 1 if words of it do, 2 if they stand anywhere in it."""
    names = [folded(name) for name in (choice.text, choice.keys, *choice.names)]
    best = _LAST + 1
    for name in names:
        if name.startswith(" ".join(words)):
            return 0
        parts = name.split()
        if all(any(part.startswith(word) for part in parts) for word in words):
            best = min(best, 1)
        elif all(word in name for word in words):
            best = min(best, _LAST)
    return best
