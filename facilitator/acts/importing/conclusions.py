"""What consultations concluded, from a list: each an input to the panels and recommendations it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facilitator.acts.desk import Desk
from facilitator.acts.earlier import put_conclusion, put_input
from facilitator.acts.importing.order import Changes, Faulty, Order, Report, report_of
from facilitator.acts.importing.writing import write
from facilitator.acts.panels import find_panel
from facilitator.domain.before import lines_of
from facilitator.intake.conclusions import Concluded, read_conclusions
from facilitator.intake.defects import Defect
from facilitator.intake.programmes.reading import prose_of
from facilitator.intake.tables import Row, Table, read_table
from facilitator.language.speech import LANGUAGES
from facilitator.store.work import Work

_SHOWN = 60
_NO_PANEL, _NO_RECOMMENDATION = "no_such_panel", "no_such_number"


def import_conclusions(desk: Desk, order: Order) -> Report:
    """The conclusions are in the workshop, with what they are inputs to; a dry run only reports.

    They are those of the consultation that the row, else the order, else the file is named by. One that is
    there already gets what it is an input to besides. A row that names a panel or a recommendation that there
    is none of is left out. Raises a TableFault, a fault of the columns, or UnknownReference for the panel.
    """
    table, told, defects = _read(order)
    usual = order.consultation or order.source.stem
    every = () if order.panel is None else (find_panel(desk.reading, order.panel).id,)
    places = _Places(desk)
    wrong = [defect for one in told if (defect := places.missing(one)) is not None]
    rows = {defect.row for defect in wrong}
    done: Counter[str] = Counter()
    fresh: list[str] = []

    def body(work: Work) -> None:
        for one in told:
            if one.row not in rows:
                known = places.known.get((one.consultation or usual, one.text))
                id_ = known or put_conclusion(work, one.consultation or usual, one.text, one.language)
                places.known[one.consultation or usual, one.text] = id_
                links = [each for each in places.links(one, every) if (id_, *each) not in places.used]
                for panel, recommendation in links:
                    put_input(work, id_, panel, recommendation)
                places.used |= {(id_, *each) for each in links}
                done["unchanged" if known and not links else "updated" if known else "added"] += 1
                fresh.extend([] if known else [one.text[:_SHOWN]])

    if order.dry_run:
        done["added"] = len(told) - len(rows)
    elif len(told) > len(rows):
        write(desk, order, "import_conclusions", {"consultation": usual}, body)
    order.progress(len(told), len(told))
    found = sorted([*defects, *wrong], key=lambda defect: defect.row)
    return report_of(len(table.rows), done, found, Changes(tuple(fresh)), Faulty.of(table, found))


def _read(order: Order) -> tuple[Table, list[Concluded], tuple[Defect, ...]]:
    text = prose_of(order.source, order.encoding)
    if text is None:
        table = read_table(order.source, order.encoding, order.delimiter)
        told, defects = read_conclusions(table, order.legend)
        known = [one if one.language in LANGUAGES else _plain(one) for one in told]
        return table, known, defects
    lines = [Concluded(number, line) for number, line in enumerate(lines_of(text), 1)]
    rows = [Row(one.row, (one.text,)) for one in lines]
    return Table(order.source, ("text",), rows), lines, ()


def _plain(one: Concluded) -> Concluded:
    return Concluded(one.row, one.text, one.consultation, "", one.panels, one.recommendations)


class _Places:
    """What a conclusion can be an input to, by number, and what is there already."""

    def __init__(self, desk: Desk) -> None:
        ledger = desk.reading.ledger
        self._panels = {str(panel.number): str(panel.id) for panel in desk.reading.panels()}
        self._numbers = {row.number.casefold(): str(row.id) for row in desk.ledger()}
        self.known = {(r["consultation"], r["text"]): str(r["id"]) for r in ledger.rows("conclusion")}
        self.used = {(r["conclusion"], r["panel"], r["recommendation"]) for r in ledger.rows("input")}

    def missing(self, one: Concluded) -> Defect | None:
        """Return the defect of a row that names what there is not."""
        if not self._panels.keys() >= set(one.panels):
            return Defect(one.row, "panel", _NO_PANEL)
        if not self._numbers.keys() >= {number.casefold() for number in one.recommendations}:
            return Defect(one.row, "recommendations", _NO_RECOMMENDATION)
        return None

    def links(self, one: Concluded, every: tuple[str, ...]) -> Iterator[tuple[str | None, str | None]]:
        yield from (
            (panel, None) for panel in dict.fromkeys((*every, *(self._panels[n] for n in one.panels)))
        )
        yield from ((None, self._numbers[number.casefold()]) for number in one.recommendations)
