"""How the rules of the floor are called, and the dimensions of its balance."""

from __future__ import annotations

from facilitator.language.speech import mark

RULE_NAMES = {
    "first_timers_first": mark("First-time speakers first"),
    "several": mark("Several requests by the same speaker"),
    "once": mark("Each speaker once in this panel"),
    "only_present": mark("Only those in the room"),
    "points_when_closed": mark("Points of order when the list is closed"),
    "two_step": mark("F9 ends first, then gives the floor"),
    "chatham_house": mark("Chatham House Rule: documents name nobody"),
    "consent_needed": mark("Documents name who said something only if they agreed"),
    "counted": mark("Only counted: what they said is told of several"),
    "exposed": mark("At risk: no list tells that they were there"),
    "most_waiting": mark("Most who may wait"),
    "batch": mark("Questions before the panel answers"),
    "overtakes_at_most": mark("Overtaken at most, times"),
    "list_closes_after_ms": mark("List closes after the opening"),
    "reserve_ms": mark("Kept for replies and closing"),
    "changeover_ms": mark("From one speaker to the next"),
    "grace_ms": mark("Grace after the limit"),
    "least_allotment_ms": mark("Shortest limit proposed"),
    "protected": mark("Places nobody is put in before"),
    "equal_part": mark("Shared out equally among the groups"),
    "points_of_order": mark("Kinds of points of order, the first heard first, with commas between them"),
    "dimensions": mark("Suggested by"),
    "hidden": mark("Balance never shown by"),
}
"""Every rule by its key."""

DIMENSION_WORDS = {
    "category": mark("Category"),
    "region": mark("Region"),
    "gender": mark("Gender"),
    "language": mark("Language"),
    "delegation": mark("Delegation"),
}
