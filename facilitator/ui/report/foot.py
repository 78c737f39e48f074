"""The foot of the report desk: whom the document will name, where it is put, and the making of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context
from facilitator.ui.painting import ground
from facilitator.ui.report.chooser import Chooser
from facilitator.ui.report.line import Line
from facilitator.ui.type import Role


class Foot(QWidget):
    """Asks for nothing while it works: `export_wanted` and `stop_wanted` are all it says."""

    export_wanted = Signal()
    stop_wanted = Signal()
    path_edited = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.language.say
        ground(self, context.tokens.bg)
        self.naming, self.warning, self.progress = Line(context), Line(context), Line(context)
        self.format = Chooser(context, say("Kind of file"))
        self.field = QLineEdit()
        self.field.setFont(context.font(Role.SMALL))
        self.field.setFixedHeight(32)
        self.field.setAccessibleName(say("File to write"))
        self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a path, whatever the language
        self.choose = Button(context, say("Other place…"))
        self.export = Button(context, say("Export"), Look.FILLED)
        self.stop = Button(context, say("Cancel"), Look.OUTLINE)
        self._begun_by: QWidget = self.export
        self._arrange()
        self.show_work("")
        self.field.textEdited.connect(lambda text: self.path_edited.emit(Path(text)))
        self.field.returnPressed.connect(self._enter)
        self.export.clicked.connect(self.export_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        self.choose.clicked.connect(self._ask)

    def show_path(self, path: Path) -> None:
        if Path(self.field.text()) != path:
            self.field.setText(str(path))

    def show_live(self, *, live: bool) -> None:
        """While a panel is live no window of the system comes up; a path can be written all the same."""
        self.choose.setEnabled(not live)
        say = self._context.language.say
        reason = say("Not while a panel is live: write the path in the field.") if live else ""
        self.choose.setToolTip(reason)
        self.choose.setAccessibleDescription(reason)

    def show_work(self, words: str) -> None:
        """A document is being made, as the words say, or none is; what had the keys has them again after."""
        at_work, parts = bool(words), (self.field, self.choose, self.export, self.format)
        begun_by = next((part for part in parts if part.hasFocus()), None)
        had_focus = begun_by is not None or self.stop.hasFocus()
        self._begun_by = begun_by or self._begun_by
        self.progress.say(words)
        self.stop.setVisible(at_work)
        for part in parts:
            part.setVisible(not at_work)
        if had_focus:
            (self.stop if at_work else self._begun_by).setFocus()

    def _enter(self) -> None:
        if self.export.isEnabled():
            self.export_wanted.emit()

    def _ask(self) -> None:
        dialog = QFileDialog(self, self._context.language.say("Other place…"), self.field.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.path_edited.emit(Path(chosen)))
        dialog.open()

    def _arrange(self) -> None:
        told = QHBoxLayout()
        told.setContentsMargins(16, 0, 16, 0)
        told.setSpacing(16)
        told.addWidget(self.naming, 3)
        told.addWidget(self.warning, 2)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        # far from Export: a second click, or one that comes too late, meets nothing
        for part in (self.stop, self.progress, self.field, self.format, self.choose, self.export):
            row.addWidget(part, 1 if part in (self.field, self.progress) else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 8)
        column.setSpacing(6)
        column.addLayout(told)
        column.addLayout(row)
