"""Which consultation a list of conclusions is of: its name, place and date, as its file tells them."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.acts.desk import Desk
from facilitator.domain.folding import folded
from facilitator.ui.context import Context
from facilitator.ui.setup.lines import field

_DATE = re.compile(r"(?<!\d)\d{4}(?:[-_.]\d{1,2}){0,2}(?!\d)")
_APART = re.compile(r"[-_\s]+")
_WORD = re.compile(r"\w{4,}")
_LONGEST, _DATE_WIDTH = 150, 130


class ConsultationLine(QWidget):
    """Three fields; what is typed in them holds once one of them is left or Enter is pressed."""

    told = Signal(str)  # the consultation, as conclusions are kept under it

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        say = context.language.say
        self.name = field(context, say("Which consultation?"))
        self.place, self.date = field(context, say("Place")), field(context, say("Date"))
        self.date.setFixedWidth(_DATE_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part, share in ((self.name, 2), (self.place, 1), (self.date, 0)):
            part.setMaxLength(_LONGEST)
            part.editingFinished.connect(self._tell)
            row.addWidget(part, share)
        self._last = ""

    def begin(self, source: Path) -> None:
        """The fields hold what the name of the file tells, and what the workshop knows of such a place."""
        told = consultation_told(source.stem, self._known())
        for part, text in zip((self.name, self.place, self.date), told, strict=True):
            part.setText(text)
        self._last = self.named()

    def named(self) -> str:
        """Return what it is called: name, place and date, as far as they are told."""
        parts = (part.text().strip() for part in (self.name, self.place, self.date))
        return self._context.language.say(", ").join(filter(None, parts))

    def _known(self) -> list[tuple[str, str]]:
        rows = self._desk.reading.background("consultations")
        return [(row["label"], str(json.loads(row["detail"]).get("with", ""))) for row in rows]

    def _tell(self) -> None:
        if self.named() != self._last:
            self._last = self.named()
            self.told.emit(self._last)


def consultation_told(stem: str, known: Sequence[tuple[str, str]]) -> tuple[str, str, str]:
    """Return name, place and date as a file's name tells them; `known` are places, and who held it there."""
    found = _DATE.search(stem)
    date = re.sub("[_.]", "-", found.group()) if found else ""
    words = _APART.sub(" ", _DATE.sub(" ", stem)).strip()
    plain = folded(words)
    for place, held_by in known:
        if any(word in plain for word in _WORD.findall(folded(place))):
            return held_by or words, place, date
    return words, "", date
