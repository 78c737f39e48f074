"""The words of a long list are put in order after it came in, while nobody waits for anything."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from facilitator.acts.desk import Desk
from facilitator.domain.refusals import Explained
from facilitator.domain.view import View

_SOME = 500
_PAUSE_MS = 20


class Indexing(QTimer):
    """A few hundred people at a time, so that no press and no clock waits for it."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent, singleShot=True, interval=_PAUSE_MS)
        self._file = desk.file
        self.timeout.connect(self._go_on)
        desk.listen(self._begin)
        self.start()

    def _begin(self, _view: View) -> None:
        if not self.isActive():
            self.start()

    def _go_on(self) -> None:
        try:
            more = self._file.at_work or self._file.index_more(_SOME)
        except Explained:  # whoever looks for something, or does anything else, is told
            return
        if more:
            self.start()
