"""A document is cited in the draft: found among those that are known, or by a new symbol."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from facilitator.domain.symbols import symbol_of
from facilitator.language.direction import ltr
from facilitator.ui.context import Context
from facilitator.ui.notes.picker import Picker, Row


class Citing:
    """What is taken is written where the cursor stands."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        field: QTextEdit | QPlainTextEdit,
        known: Callable[[], Sequence[str]],
    ) -> None:
        self._context, self._field, self._known = context, field, known
        self._offered: tuple[str, ...] = ()
        self.picker = Picker(context, parent)
        self.picker.typed.connect(self._look)
        self.picker.taken.connect(self._take)
        self.picker.left.connect(self._leave)

    def begin(self) -> None:
        """A document is looked for by its symbol, or a new symbol typed."""
        say = self._context.language.say
        self._field.setFocus()
        self.picker.open(say("Document"), say("A symbol, such as A/HRC/RES/34/17"))
        self._look("")

    def _look(self, typed: str) -> None:
        known = [each for each in self._known() if typed.strip().casefold() in each.casefold()]
        new = symbol_of(typed)
        self._offered = tuple(dict.fromkeys([*([] if new is None else [new.text]), *known]))
        foot = "" if self._offered else self._context.language.say("This is no symbol of a document.")
        self.picker.show_rows([Row(ltr(each)) for each in self._offered], foot)

    def _take(self, place: int) -> None:
        self._leave()
        self._field.textCursor().insertText(self._offered[place])

    def _leave(self) -> None:
        self.picker.hide()
        self._field.setFocus()
