"""What a concept note leaves for a person to decide: accepted, dismissed, or still open."""

from __future__ import annotations

import json

from facilitator.acts.background import find_in_list
from facilitator.acts.people import must_be_short
from facilitator.acts.registry import Work, act
from facilitator.domain.programme import Decision
from facilitator.domain.refusals import NotUnderstood, TextTooLong, UnknownReference


@act("secretariat", UnknownReference, NotUnderstood, TextTooLong)
def decide_anomaly(work: Work, anomaly: str, decision: Decision, chosen: str = "") -> None:
    """An anomaly of the concept note is decided, with what was chosen; or it is open again."""
    must_be_short("chosen", chosen)
    if chosen.strip() and decision is not Decision.ACCEPTED:
        raise NotUnderstood(field="chosen")
    row = find_in_list(work, "attention", anomaly)
    told = {**json.loads(row["detail"]), "decision": decision.value, "chosen": chosen.strip()}
    work.update("background", row["id"], dict(row), {**row, "detail": json.dumps(told, ensure_ascii=False)})
    work.subject = row["label"]
