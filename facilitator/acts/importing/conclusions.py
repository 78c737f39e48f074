"""What consultations concluded, from a list: each an input to the panels and recommendations it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

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

Name = tuple[str, str]
"""The consultation, and what it concluded."""
Link = tuple[str | None, str | None]
"""The panel or the recommendation that a conclusion is an input to."""
_SHOWN = 60
_NO_PANEL, _NO_RECOMMENDATION = "no_such_panel", "no_such_number"


def import_conclusions(desk: Desk, order: Order) -> Report:
    """The conclusions are in the workshop, with what they are inputs to; a dry run only reports.

    They are those of the consultation that the row, else the order, else the file is named by. One that is
    there already gets what it is an input to besides. A row that names a panel or a recommendation that there
    is none of is left out. Raises a TableFault, a fault of the columns, or UnknownReference for the panel.
    """
    table, told, defects = _read(order)
    every = () if order.panel is None else (find_panel(desk.reading, order.panel).id,)
    places = _Places(desk)
    wrong = [defect for one in told if (defect := places.missing(one)) is not None]
    rows = {defect.row for defect in wrong}
    usual = order.consultation or order.source.stem
    steps = [places.step(one, usual, every) for one in told if one.row not in rows]

    def body(work: Work) -> None:
        made: dict[Name, str] = {}
        for step in steps:
            if step.name not in made:
                made[step.name] = step.there or put_conclusion(work, *step.name, step.language)
            for panel, recommendation in step.links:
                put_input(work, made[step.name], panel, recommendation)

    if steps and not order.dry_run:
        write(desk, order, "import_conclusions", {"consultation": usual}, body)
    order.progress(len(told), len(told))
    found = sorted([*defects, *wrong], key=lambda defect: defect.row)
    fresh = tuple(step.name[1][:_SHOWN] for step in steps if step.done == "added")
    done = Counter(step.done for step in steps)
    return report_of(len(table.rows), done, found, Changes(fresh), Faulty.of(table, found))


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


class _Step(NamedTuple):
    """What becomes of a row: the conclusion, its id if it is there already, and the inputs it makes."""

    name: Name
    language: str
    there: str
    links: Sequence[Link]
    done: str


class _Places:
    """What a conclusion can be an input to, by number, and what is there or came before."""

    def __init__(self, desk: Desk) -> None:
        ledger = desk.reading.ledger
        self._panels = {str(panel.number): str(panel.id) for panel in desk.reading.panels()}
        self._numbers = {row.number.casefold(): str(row.id) for row in desk.ledger()}
        named = {str(row["id"]): (row["consultation"], row["text"]) for row in ledger.rows("conclusion")}
        self._there = {name: id_ for id_, name in named.items()}
        self._met = set(self._there)
        links = ((named.get(r["conclusion"]), r["panel"], r["recommendation"]) for r in ledger.rows("input"))
        self._used = set(links)

    def missing(self, one: Concluded) -> Defect | None:
        """Return the defect of a row that names what there is not."""
        if not self._panels.keys() >= set(one.panels):
            return Defect(one.row, "panel", _NO_PANEL)
        if not self._numbers.keys() >= {number.casefold() for number in one.recommendations}:
            return Defect(one.row, "recommendations", _NO_RECOMMENDATION)
        return None

    def step(self, one: Concluded, consultation: str, every: Sequence[str]) -> _Step:
        """Return what becomes of a row; whoever asks for the next one has this one, too."""
        name = (one.consultation or consultation, one.text)
        links = [link for link in self._links(one, every) if (name, *link) not in self._used]
        met = name in self._met
        self._met.add(name)
        self._used |= {(name, *link) for link in links}
        done = "added" if not met else "updated" if links else "unchanged"
        return _Step(name, one.language, self._there.get(name, ""), links, done)

    def _links(self, one: Concluded, every: Sequence[str]) -> Iterator[Link]:
        for panel in dict.fromkeys((*every, *(self._panels[number] for number in one.panels))):
            yield panel, None
        for recommendation in dict.fromkeys(self._numbers[n.casefold()] for n in one.recommendations):
            yield None, recommendation
