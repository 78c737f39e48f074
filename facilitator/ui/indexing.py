"""What need not be done within an act is done after it, while nobody waits for anything."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from facilitator.acts.desk import Desk
from facilitator.domain.refusals import Explained
from facilitator.domain.view import View

_SOME = 500
_PAUSE_MS = 20
_QUIET_MS = 1_500  # after an act, the next one is not likely to come just now


class Indexing(QTimer):
    """The words of a few hundred people at a time; in a quiet moment the file is tidied piece by piece.

    No press and no clock waits for it.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent, singleShot=True, interval=_PAUSE_MS)
        self._file = desk.file
        self.timeout.connect(self._go_on)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._tidy)
        desk.listen(self._begin)
        self.start()

    def end(self) -> None:
        """Nothing is done any more."""
        self.stop()
        self._quiet.stop()

    def _begin(self, _view: View) -> None:
        self._quiet.start(_QUIET_MS)
        if not self.isActive():
            self.start()

    def _go_on(self) -> None:
        try:
            more = self._file.at_work or self._file.index_more(_SOME)
        except Explained:  # whoever looks for something, or does anything else, is told
            return
        if more:
            self.start()

    def _tidy(self) -> None:
        try:
            more = self._file.at_work or self.isActive() or self._file.tidy()
        except Explained:  # as above
            return
        if more:
            self._quiet.start(_PAUSE_MS)
