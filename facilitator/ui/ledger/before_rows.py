"""What came before as rows: what passes the sieve, in its order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from facilitator.domain.before import Before, Column, Finding, Follows, Sieve, Used, in_order, plain
from facilitator.domain.folding import folded
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.direction import isolate
from facilitator.language.speech import Language, mark
from facilitator.ui.context import Context
from facilitator.ui.ledger.words import listed
from facilitator.ui.tables import HeadedTable

_Index = QModelIndex | QPersistentModelIndex
_COLUMNS = tuple(Column)
HEADS: Mapping[Column, str] = {
    Column.SOURCE: mark("Came from"),
    Column.PLACE: mark("Symbol and paragraph"),
    Column.TEXT: mark("Recommendation or conclusion"),
    Column.BY: mark("From and theme"),
    Column.FOUND: mark("What became of it"),
    Column.USED: mark("Taken up in"),
}
FINDINGS: Mapping[Finding, str] = {
    Finding.PROGRESS: mark("Progress"),
    Finding.GAP: mark("Gap"),
    Finding.LESSON: mark("Lesson learned"),
}
FOLLOWS: Mapping[Follows, str] = {
    Follows.FOLLOWS_UP: mark("follows it up"),
    Follows.REPEATS: mark("repeats it"),
    Follows.SUPERSEDES: mark("takes its place"),
}


def place_words(row: Before, language: Language) -> str:
    """Return the symbol of the report and the paragraph in it."""
    if not row.symbol or not row.paragraph:
        return row.symbol or row.paragraph
    return language.say("{symbol}, paragraph {paragraph}", symbol=row.symbol, paragraph=row.paragraph)


def by_words(row: Before, language: Language) -> str:
    """Return who recommended it, as its list says, and its themes."""
    themes = listed(row.themes, VocabularyKey.THEMES, language)
    return " · ".join(isolate(words) for words in (row.by, themes) if words)


def used_words(used: Used, language: Language) -> str:
    """Return the panel or the recommendation that took it up, and how it stands to it."""
    if used.how is not None:
        return f"{used.recommendation} {language.say(FOLLOWS[used.how])}"
    panel = "" if used.panel is None else language.say("Panel {n}", n=language.number(used.panel))
    return " · ".join(filter(None, (panel, used.recommendation)))


class BeforeModel(HeadedTable):
    """Only read: what became of a row is told by the keys of its list."""

    def __init__(self, context: Context) -> None:
        super().__init__([context.language.say(HEADS[column]) for column in _COLUMNS])
        self._context = context
        self._by, self._downward = Column.SOURCE, False
        self._plain: Sequence[str] = ()
        self.sieve = Sieve()
        self.all: Sequence[Before] = ()
        self.rows: Sequence[Before] = ()

    def show_rows(self, rows: Sequence[Before]) -> None:
        """The rows are those of the workshop as it is; the same ones stay where they are."""
        if rows == self.all:
            return
        if [row.text for row in rows] != [row.text for row in self.all]:
            self._plain = [plain(row) for row in rows]
        self.all = rows
        self.sift(self.sieve)

    def sift(self, sieve: Sieve) -> None:
        """Something else is looked for."""
        self.sieve, words = sieve, folded(sieve.words).split()
        pairs = zip(self.all, self._plain, strict=True)
        passed = [row for row, found_by in pairs if sieve.lets(row, found_by, words)]
        self._put(in_order(passed, self._by, downward=self._downward))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._by, self._downward = _COLUMNS[max(0, column)], order is Qt.SortOrder.DescendingOrder
        self._put(in_order(self.rows, self._by, downward=self._downward))

    def place(self, row: Before | None) -> int:
        """Return where a row is shown now, -1 if it is not."""
        wanted = None if row is None else row.id
        return next((place for place, each in enumerate(self.rows) if each.id == wanted), -1)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self.said(self.rows[index.row()], _COLUMNS[index.column()])

    def said(self, row: Before, column: Column) -> str:
        """Return what stands in a column of a row."""
        language = self._context.language
        if column is Column.SOURCE:
            return row.source
        if column is Column.PLACE:
            return place_words(row, language)
        if column is Column.TEXT:
            return " ".join(row.text.split())
        if column is Column.BY:
            return by_words(row, language)
        if column is Column.USED:
            return language.say("; ").join(used_words(used, language) for used in row.used)
        kinds = dict.fromkeys(found.kind for found in row.found)
        return " · ".join(language.say(FINDINGS[kind]) for kind in kinds)

    def _put(self, rows: Sequence[Before]) -> None:
        def put() -> None:
            self.rows = rows

        self._replace([row.id for row in self.rows], [row.id for row in rows], put)
