"""The ledger as rows: what passes the sieve, in its order, each cell made when it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from facilitator.domain.folding import folded, folded_all
from facilitator.domain.ledger import Recommended
from facilitator.domain.notes import RecommendationId
from facilitator.domain.recommendation import Recommendation, Tagged
from facilitator.domain.sifting import NOBODY, Column, Sieve, flags, grouped, in_order
from facilitator.domain.view import View
from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.direction import bare
from facilitator.language.vocabularies import meaning_of
from facilitator.ui.beside import Painting
from facilitator.ui.context import Context
from facilitator.ui.ledger.words import COLUMNS, FLAGS, addressee_word, codes_of, listed, status_word
from facilitator.ui.tables import HeadedTable

_Index = QModelIndex | QPersistentModelIndex
_COLUMNS = tuple(Column)
_CODED = {
    Column.ADDRESSEES: (Tagged.ADDRESSEES, VocabularyKey.ADDRESSEES),
    Column.THEMES: (Tagged.THEMES, VocabularyKey.THEMES),
}
Entry = Recommended | str  # a recommendation, or the addressee whose group begins


class LedgerModel(HeadedTable):
    """An edited cell becomes an act; what stands in it is always what the file says."""

    act_wanted = Signal(str, object)  # an act's name and a dict of its arguments

    def __init__(self, context: Context) -> None:
        super().__init__([context.language.say(COLUMNS[column]) for column in _COLUMNS])
        self._context = context
        self._sieve = Sieve(meaning=meaning_of)
        self._by, self._downward, self._grouped = Column.NUMBER, False, False
        self._plain: list[str] = []
        self._passed: list[tuple[Recommended, str]] = []
        self.all: Sequence[Recommended] = ()
        self.entries: Sequence[Entry] = ()
        self.shown = 0
        self._made = False

    @property
    def sieve(self) -> Sieve:
        return self._sieve

    @property
    def by_addressee(self) -> bool:
        return self._grouped

    def show_view(self, view: View) -> None:
        """The rows are those of the workshop; the first time the window is painted while they are made."""
        rows: list[Recommended] = []
        painting = Painting()
        for panel in view.panels:
            if not self._made:
                painting.between()
            rows += self._context.desk.ledger(panel.id)
        self._made = True
        self.show_rows(tuple(rows))

    def show_rows(self, rows: Sequence[Recommended]) -> None:
        """The rows are those of the workshop as it is; the same ones stay where they are."""
        if rows == self.all:
            return
        before = {row.text: plain for row, plain in zip(self.all, self._plain, strict=True)}
        fresh = [row.text for row in rows if row.text not in before]
        before |= dict(zip(fresh, folded_all(fresh), strict=True))
        self.all, self._plain = rows, [before[row.text] for row in rows]
        self._sift()

    def sift(self, sieve: Sieve) -> None:
        """Something else is looked for."""
        self._sieve = sieve
        self._sift()

    def group(self, wanted: bool) -> None:  # noqa: FBT001 - as the signal gives it
        self._grouped = wanted
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._by, self._downward = _COLUMNS[max(0, column)], order is Qt.SortOrder.DescendingOrder
        self._arrange()

    def at(self, row: int) -> Recommendation | None:
        """Return what stands in a row, None for the head of a group."""
        entry = self.entries[row] if 0 <= row < len(self.entries) else None
        return entry.held if isinstance(entry, Recommended) else None

    def place(self, id_: RecommendationId | None) -> int:
        """Return the first row of a recommendation, -1 if it is not shown."""
        found = (n for n, e in enumerate(self.entries) if isinstance(e, Recommended) and e.id == id_)
        return next(found, -1)

    def near(self, row: int) -> Sequence[RecommendationId]:
        """Return the recommendation of a row, or the next one, or the last; none where there is none."""
        at = [place for place, entry in enumerate(self.entries) if isinstance(entry, Recommended)]
        found = map(self.at, (next((place for place in at if place >= row), at[-1]),) if at else ())
        return [held.id for held in found if held is not None]

    def kept(self, ids: Sequence[RecommendationId], row: int) -> Sequence[RecommendationId]:
        """Return those of these that are still shown; if none is, what stands in the row now."""
        return [each for each in ids if self.place(each) >= 0] or self.near(row)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_COLUMNS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not isinstance(self.entries[index.row()], Recommended):
            return Qt.ItemFlag.ItemIsEnabled
        usual, column = super().flags(index), _COLUMNS[index.column()]
        edited = column is Column.TEXT or column in _CODED
        return usual | Qt.ItemFlag.ItemIsEditable if edited else usual

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry, column = self.entries[index.row()], _COLUMNS[index.column()]
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if isinstance(entry, str):
            head = column is Column.TEXT and role in shown
            return addressee_word(entry, self._context.language) if head else None
        if role == Qt.ItemDataRole.EditRole and column is Column.TEXT:
            return "" if entry.held is None else entry.held.text
        if role == Qt.ItemDataRole.EditRole:
            return bare(self.said(entry, column))
        return self.said(entry, column) if role in shown else None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """The cell is as typed once the file says so; a text made empty, and what is refused, stays."""
        held, column, typed = self.at(index.row()), _COLUMNS[index.column()], str(value).strip()
        if role != Qt.ItemDataRole.EditRole or held is None or typed == self.data(index, role):
            return False
        if column is Column.TEXT and not typed:
            return False
        told: dict[str, object] = {"text": typed, "base": held.revision}
        if column in _CODED:
            field, vocabulary = _CODED[column]
            told = {"tags": {field: codes_of(typed, vocabulary, self._context.language)}}
        self.act_wanted.emit("edit_recommendation", {"recommendation": held.id, **told})
        return True

    def said(self, row: Recommended, column: Column) -> str:
        """Return what stands in a column of a recommendation."""
        language, held = self._context.language, row.held
        if held is None:
            return ""
        if column in _CODED:
            field, vocabulary = _CODED[column]
            return listed(getattr(held, field.value), vocabulary, language)
        if column is Column.STATUS:
            return status_word(held.status, language)
        if column is Column.VOICES:
            told = [language.say(FLAGS[flag]) for flag in flags(row)]
            return " · ".join([str(row.voices), *told])
        return row.text if column is Column.TEXT else row.number

    def _sift(self) -> None:
        sieve, words = self._sieve, folded(self._sieve.words).split()
        pairs = zip(self.all, self._plain, strict=True)
        self._passed = [(row, plain) for row, plain in pairs if sieve.lets(row, plain, words)]
        self.shown = len(self._passed)
        self._arrange()

    def _arrange(self) -> None:
        rows = in_order(self._passed, self._by, downward=self._downward)
        entries: Iterable[Entry] = rows
        if self._grouped:
            entries = _with_heads(rows)
        self._put(list(entries))

    def _put(self, entries: Sequence[Entry]) -> None:
        def put() -> None:
            self.entries = entries

        self._replace(list(_names(self.entries)), list(_names(entries)), put)


def _with_heads(rows: Sequence[Recommended]) -> Iterator[Entry]:
    for addressee, its in grouped(rows, meaning_of).items():
        yield addressee
        yield from its


def _names(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Return a name for every row: what stands in two groups has two."""
    group = NOBODY
    for entry in entries:
        group = entry if isinstance(entry, str) else group
        yield group, "" if isinstance(entry, str) else entry.id
