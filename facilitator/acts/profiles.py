"""Profiles: the rules, plan, limits and budgets of a panel under a name, for panels to come."""

from __future__ import annotations

import json

from facilitator.acts.background import find_in_list, put_in_list, take_out_of_list
from facilitator.acts.panels import find_panel
from facilitator.acts.people import must_be_short, must_show
from facilitator.acts.programme import give_rules
from facilitator.acts.registry import Work, act
from facilitator.acts.workshops import floor_facts, floor_of
from facilitator.domain.folding import folded
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import NotUnderstood, PanelHasSat, TextTooLong, UnknownReference

PROFILES = "profiles"


@act("secretariat", UnknownReference, NotUnderstood, TextTooLong)
def save_profile(work: Work, panel: PanelId | int, name: str) -> str:
    """The rules, plan, limits and budgets of a panel have a name; a profile of that name is replaced."""
    must_be_short("name", name)
    must_show("name", name)
    label, source = name.strip(), find_panel(work.reading, panel)
    told = {"name": label, **floor_facts(work.reading, source.id)}
    known = (row for row in work.reading.background(PROFILES) if folded(row["label"]) == folded(label))
    before = next(known, None)
    if before is None:
        return put_in_list(work, PROFILES, label, told)
    detail = json.dumps({"label": label, **told}, ensure_ascii=False)
    work.update("background", before["id"], dict(before), {**before, "label": label, "detail": detail})
    work.subject = label
    return str(before["id"])


@act("secretariat", UnknownReference, NotUnderstood, PanelHasSat)
def apply_profile(work: Work, profile: str, to: tuple[PanelId, ...]) -> None:
    """These panels have the rules, plan, limits and budgets of a profile; refused for one that has sat.

    Of a category that the workshop does not have any more nothing is taken.
    """
    row = find_in_list(work, PROFILES, profile)
    if not to:
        raise NotUnderstood(field="to")
    facts = json.loads(row["detail"])
    there = {str(category.key) for category in work.reading.categories()}
    for name in ("allotments", "budgets"):
        facts[name] = {key: value for key, value in facts.get(name, {}).items() if key in there}
    model = floor_of(PanelId(""), facts)
    give_rules(work, model, facts.get("rules", {}), tuple(dict.fromkeys(to)))
    work.subject = row["label"]


@act("secretariat", UnknownReference)
def remove_profile(work: Work, profile: str) -> None:
    """There is no such profile any more; the panels that were given its rules keep them."""
    take_out_of_list(work, PROFILES, profile)
