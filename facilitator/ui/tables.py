"""Tables: what all of them say of their columns."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, Qt


class HeadedTable(QAbstractTableModel):
    """Each column says what `head` tells of it, from the side where reading begins."""

    def head(self, section: int) -> str:
        raise NotImplementedError

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.head(section)
        return None
