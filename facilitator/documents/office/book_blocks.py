"""Tables as a document on paper: landscape, a heading for each, a head on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import east_asian_width

from facilitator.documents.blocks import (
    Block,
    Document,
    Heading,
    Paragraph,
    Role,
    Run,
    Table,
    TableColumn,
    Words,
    words,
)
from facilitator.documents.office.book import Book, Cell, Column, Holds, Sheet, worded
from facilitator.language.direction import bare, isolate
from facilitator.language.speech import Language

_WIDE_MM = 267.0
_APART_MM, _MOST_LETTERS = 3.6, 14
_HEAD_LETTER_MM = 1.6
_LETTER_MM = {False: 1.8, True: 2.0}  # from left to right, and in Arabic, whose figures are larger
_MOST_OF_INSTANT = 11  # a day and a month; the year and the time stand below
_MOST_OF_CELL = 44
_SIGN_MM = 3.4  # a sign before a word, with the white after it
_OF_THE_REST = 0.5  # where there are texts, which need most of it


def book_document(book: Book, language: Language, *, moment: int) -> Document:
    """Return the tables as a document; `moment` is when it is made, in UTC milliseconds."""
    date, time = language.date(moment), language.time_of_day(moment)
    made = language.say("{title}, as of {date}, {time}.", title=book.title, date=date, time=time)
    return Document(
        book.title,
        book.title,
        book.workshop,
        tuple(_blocks(book, language)),
        head=isolate(book.workshop),
        foot=" ".join(filter(None, (made, book.notice))),
        landscape=True,
    )


def _blocks(book: Book, language: Language) -> Iterator[Block]:
    yield Paragraph(words(book.title), Role.TITLE)
    yield Paragraph(words(isolate(book.workshop)), Role.SMALL)
    for sheet in book.sheets:
        if len(book.sheets) > 1:
            yield Heading(words(sheet.title), 1)
        if not sheet.rows:
            yield Paragraph(words(language.say("Nothing noted.")), Role.SMALL)
        elif sheet.grouped:
            yield from _grouped(sheet, 2 if len(book.sheets) > 1 else 1, language)
        else:
            table = _table(sheet, sheet.title, sheet.columns, sheet.rows, language)
            yield table
            yield from _key(sheet, table, language)


def _key(sheet: Sheet, table: Table, language: Language) -> Iterator[Paragraph]:
    """Yield what the signs mean that stand in the table, if there are any."""
    met = {run.sign for row in table.rows for cell in row for run in cell}
    runs = [Run(meaning, sign=sign) for sign, meaning in sheet.meanings if sign in met]
    if runs:
        apart = Run(language.say("; "))
        yield Paragraph(tuple(each for run in runs for each in (run, apart))[:-1], Role.KEY)


def _grouped(sheet: Sheet, level: int, language: Language) -> Iterator[Block]:
    """Yield a table for each value of the first column, which is its heading; times then need no date."""
    for value, rows in groupby(sheet.rows, key=lambda row: row[0]):
        found = list(rows)
        title = language.say("Panel {n}", n=value) if isinstance(value, int) else str(value)
        yield Heading(words(_dated(title, sheet.columns, found, language)), level)
        if value in sheet.bars:
            yield sheet.bars[value]
        yield _table(sheet, title, sheet.columns[1:], [row[1:] for row in found], language)


def _dated(
    title: str, columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]], language: Language
) -> str:
    place = next((n for n, column in enumerate(columns) if column.holds is Holds.INSTANT), None)
    first = None if place is None else next((row[place] for row in rows if row[place] is not None), None)
    if first is None:
        return title
    return language.say("{panel}, {date}", panel=title, date=language.date(round(float(first))))


def _table(
    sheet: Sheet,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[tuple[Cell, ...]],
    language: Language,
) -> Table:
    """Return a table of the columns that hold anything, in the width of the page."""
    shown = [n for n, c in enumerate(columns) if c.printed and any(row[n] not in (None, "") for row in rows)]
    kept = [columns[n] for n in shown]
    cells = tuple(
        tuple(_shown([row[n] for n in shown], kept, language, dated=not sheet.grouped)) for row in rows
    )
    return Table(
        tuple(
            TableColumn(column.label, width, column.holds.is_figure, column.said, column.strong)
            for column, width in zip(kept, _widths(kept, cells, rtl=language.rtl), strict=True)
        ),
        tuple(tuple(map(_signed, row, kept)) for row in cells),
        title,
    )


def _signed(text: str, column: Column) -> Words:
    sign = next((sign for word, sign in column.signs if word == bare(text)), None)
    return words(text) if sign is None else (Run(text, sign=sign),)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], *, rtl: bool) -> list[float]:
    """Return the widths in millimetres: room for the longest word of each, then for whole cells.

    What is left goes to the texts; a table without any is as wide as it needs to be.
    """
    cells = [[row[n] for row in rows] for n in range(len(columns))]
    least = [_APART_MM + max(_letters(c, each, rtl=rtl)) for c, each in zip(columns, cells, strict=True)]
    scale = min(1.0, _WIDE_MM / max(1.0, sum(least)))
    rest = max(0.0, _WIDE_MM - sum(least))
    wants = [
        max(0.0, _APART_MM + _longest(column, each, rtl=rtl) - need)
        for column, each, need in zip(columns, cells, least, strict=True)
    ]
    texts = any(column.said for column in columns)
    given = min(1.0, rest * (_OF_THE_REST if texts else 1.0) / max(1.0, sum(wants)))
    left = rest - given * sum(wants) if texts else 0.0
    weights = [c.width if c.said else 0 for c in columns]
    shares = [left * weight / max(1, sum(weights)) for weight in weights]
    return [scale * n + given * w + share for n, w, share in zip(least, wants, shares, strict=True)]


def _wide(text: str) -> int:
    """Return how many letters wide a text is: a sign of Chinese is as wide as two of others."""
    shown = bare(text).strip()
    return len(shown) + sum(east_asian_width(sign) in "WF" for sign in shown)


def _longest(column: Column, cells: Sequence[str], *, rtl: bool) -> float:
    """Return how wide a column is in which no cell and no head goes on in a second line, within reason.

    One without a word in it is to be filled in by hand.
    """
    if column.said:
        return 0.0
    longest = max(map(_wide, cells), default=0) or column.width
    sign = _SIGN_MM if column.signs else 0.0
    return max(sign + min(longest, _MOST_OF_CELL) * _LETTER_MM[rtl], _wide(column.label) * _HEAD_LETTER_MM)


def _letters(column: Column, cells: Sequence[str], *, rtl: bool) -> Iterator[float]:
    """Yield how wide the words of a column are; a figure is one, whatever stands in it."""
    figures = column.holds.is_figure
    most = _MOST_OF_INSTANT if column.holds is Holds.INSTANT else _MOST_LETTERS
    for word in column.label.split():
        yield min(_wide(word), _MOST_LETTERS) * _HEAD_LETTER_MM
    for text in cells if figures else (word for cell in cells for word in cell.split()):
        yield min(_wide(text), most) * _LETTER_MM[rtl]


def _shown(
    row: Sequence[Cell], columns: Sequence[Column], language: Language, *, dated: bool
) -> Iterator[str]:
    """Yield the cells of a row as they stand on paper: where days are told, each once."""
    told: set[str] = set()
    for cell, column in zip(row, columns, strict=True):
        if dated and column.holds is Holds.INSTANT and cell is not None:
            instant = round(float(cell))
            date, time = language.date(instant), language.time_of_day(instant)
            yield time if date in told else language.say("{date}, {time}", date=date, time=time)
            told.add(date)
        else:
            text = worded(cell, column, language)
            yield isolate(text) if column.holds is Holds.TEXT else text
