"""What comes in from files: each kind of thing by its own importer, all of a file or nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitator.acts.desk import Desk
from facilitator.acts.importing.conclusions import import_conclusions
from facilitator.acts.importing.ledger import import_ledger
from facilitator.acts.importing.order import Kind, Order, Report
from facilitator.acts.importing.participants import import_participants
from facilitator.acts.importing.programme import import_programme
from facilitator.acts.importing.recommendations import import_recommendations
from facilitator.acts.importing.speeches import import_speeches
from facilitator.acts.importing.writing import undisturbed

IMPORTERS: Mapping[Kind, Callable[[Desk, Order], Report]] = {
    Kind.PARTICIPANTS: import_participants,
    Kind.PROGRAMME: import_programme,
    Kind.SPEECHES: import_speeches,
    Kind.RECOMMENDATIONS: import_recommendations,
    Kind.LEDGER: import_ledger,
    Kind.CONCLUSIONS: import_conclusions,
}
"""What takes each kind in."""


def import_list(desk: Desk, kind: Kind, order: Order) -> Report:
    """A file of this kind is in the workshop; raises what its importer raises."""
    with undisturbed():
        return IMPORTERS[kind](desk, order)
