"""Whom a document names, said in one sentence before it is written."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.language.floor_rules import RULE_NAMES
from facilitator.language.speech import Language

SHOWN = 12
_LRI, _RLI, _PDI = "\u2066", "\u2067", "\u2069"


def will_name(
    names: Sequence[str], language: Language, *, summary: bool = False, by: Sequence[str] = ()
) -> str:
    """Return the sentence; of a long list the first names, and how many more there are.

    If it is nobody, the rules `by` which that is so are told.
    """
    say = language.say
    if not names:
        nobody = say("This summary will name nobody.") if summary else say("This document will name nobody.")
        return " ".join((nobody, *(say("{rule}.", rule=say(RULE_NAMES[rule])) for rule in by)))
    shown = list(names[:SHOWN])
    left = len(names) - len(shown)
    if left:
        shown.append(language.count("{n} more", "{n} more", left))
    # The list runs as the language does: its isolates hide from one that would find out by itself.
    listed = f"{_RLI if language.rtl else _LRI}{language.names(shown)}{_PDI}"
    if summary:
        return say("This summary will name: {names}.", names=listed)
    return say("This document will name: {names}.", names=listed)
