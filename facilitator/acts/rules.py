"""The rules of the floor, set for the workshop or for one panel."""

from __future__ import annotations

import json

from facilitator.acts.panels import find_panel
from facilitator.acts.registry import Work, act
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import BadRule, UnknownReference
from facilitator.domain.rules import checked

RuleValue = bool | int | float | tuple[str, ...] | None


@act("floor", BadRule, UnknownReference)
def set_rule(work: Work, rule: str, value: RuleValue, panel: PanelId | int | None = None) -> None:
    """The rule holds, in the workshop or in one panel only."""
    where = None if panel is None else find_panel(work.reading, panel).id
    kept = json.dumps(checked(rule, value))
    id_ = f"{where or 'workshop'}/{rule}"
    before = work.reading.settings(where)
    row = {"id": id_, "panel": where, "key": rule, "value": kept}
    if rule in before:
        work.update("rule", id_, {**row, "value": json.dumps(before[rule])}, row)
    else:
        work.insert("rule", row)
    work.subject = rule


@act("floor", BadRule)
def hide_dimension(work: Work, dimension: str) -> None:
    """Nobody is told the balance by this dimension any more, and nothing is suggested by it."""
    hidden = work.reading.rules().hidden
    set_rule(work, "hidden", tuple(dict.fromkeys([*hidden, dimension])))
    work.subject = dimension
