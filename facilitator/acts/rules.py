"""The rules of the floor, set for the workshop or for one panel."""

from __future__ import annotations

import json

from facilitator.acts.panels import find_panel
from facilitator.acts.registry import Work, act
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import BadRule, UnknownReference
from facilitator.domain.rules import Dimension, RuleKey, checked

HIDDEN = "hidden"
RuleValue = bool | int | float | tuple[str, ...] | None


@act("floor", BadRule, UnknownReference)
def set_rule(work: Work, rule: RuleKey, value: RuleValue, panel: PanelId | int | None = None) -> None:
    """The rule holds, in the workshop or in one panel only; what is hidden stays so until an undo."""
    where = None if panel is None else find_panel(work.reading, panel).id
    id_ = f"{where or 'workshop'}/{rule}"
    before = work.reading.settings(where)
    new = checked(rule, value)
    kept = json.dumps([*dict.fromkeys([*before.get(rule, ()), *new])] if rule == HIDDEN else new)
    row = {"id": id_, "panel": where, "key": rule, "value": kept}
    if rule in before:
        work.update("rule", id_, {**row, "value": json.dumps(before[rule])}, row)
    else:
        work.insert("rule", row)
    work.subject = rule


@act("floor", BadRule)
def hide_dimension(work: Work, dimension: Dimension) -> None:
    """Nobody is told the balance by this dimension any more, and nothing is suggested by it."""
    set_rule(work, RuleKey(HIDDEN), (dimension,))
    work.subject = dimension
