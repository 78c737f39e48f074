"""Whom a document will name: told at once, of a very long panel as soon as another thread has found out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QTimer

from facilitator.domain.naming import Names, silencing
from facilitator.domain.once import Same
from facilitator.domain.programme import PanelId
from facilitator.domain.view import View
from facilitator.language.naming import will_name
from facilitator.ui.beside import paint
from facilitator.ui.context import Context
from facilitator.ui.looking import known
from facilitator.ui.report.line import Line
from facilitator.ui.report.wish import SUMMARY, Wish, names_of, naming

_LONG = 2_000  # notes and people
_LOOK_MS = 10
_READ = object()  # there is no more to read
Found = tuple[tuple[Same[View], Wish], Names]  # what was asked, and its answer in every language


class Naming(QTimer):
    """The line speaks of what was asked last; an answer to an earlier question is never said."""

    def __init__(self, line: Line, context: Context) -> None:
        super().__init__(line, interval=_LOOK_MS)
        self._line, self._desk, self._language = line, context.desk, context.language
        self._about: tuple[Same[View], Wish] | None = None
        self.found: Found | None = None
        self._pool = ThreadPoolExecutor(1)
        self._coming: Iterator[None] = iter(())
        self._find: Callable[[], Callable[[], Names]] | None = None
        self._finding: Future[Names] | None = None
        self.timeout.connect(self._look)

    def show(self, wish: Wish, view: View, told: Sequence[str] | None) -> None:
        """The line says whom the document wished of the view names: of others than a panel's it is `told`."""
        panel = None if wish.panel is None else next((each.id for each in wish.panels(view)), None)
        looked = self._desk.view(None if panel is None else known(self._desk, panel))
        if wish.what == SUMMARY and looked.panel is not None:
            self._ask(looked, wish, panel)
        else:
            self._drop()
            by = silencing(wish.what, wish.level, looked, panel)
            self._line.say(naming(wish, self._language, told, by))

    def finish(self) -> None:
        """What was asked is said."""
        while self.isActive():
            paint()

    def end(self) -> None:
        """No thread is left."""
        self._drop()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _ask(self, looked: View, wish: Wish, panel: PanelId | None) -> None:
        about = Same(looked), wish
        if about == self._about:
            return
        self._drop()
        self._about, self._find = about, partial(self._finder, wish, panel)
        if self.found is not None and self.found[0] == about:
            self._tell(self.found[1])
            return
        if len(looked.notes) + len(looked.people) <= _LONG:
            self._tell(self._find()())
            return
        self._line.say(self._language.say("Whom this summary will name is being found out…"))
        self._coming = self._desk.levels()
        self.start()

    def _finder(self, wish: Wish, panel: PanelId | None) -> Callable[[], Names]:
        """Return what finds the names out of what is read by now, for a thread that must not read."""
        shown, now = self._desk.showing(panel), self._desk.now()
        return lambda: names_of(wish, shown(), now)

    def _look(self) -> None:
        """One step on the way: some more is read, the thread begins, or its answer is said."""
        if next(self._coming, _READ) is not _READ:
            return
        if self._finding is None and self._find is not None:
            self._finding = self._pool.submit(self._find())
        elif self._finding is not None and self._finding.done():
            self.stop()
            self._tell(self._finding.result())

    def _tell(self, names: Names) -> None:
        if self._about is None:
            return
        self.found = self._about, names
        looked, wish = self._about[0].value, self._about[1]
        panel = None if looked.panel is None else looked.panel.id
        by = silencing(wish.what, wish.level, looked, panel)
        self._line.say(will_name(names, self._language, summary=True, by=by))

    def _drop(self) -> None:
        self.stop()
        if self._finding is not None:
            self._finding.cancel()
        self._about = self._find = self._finding = None
