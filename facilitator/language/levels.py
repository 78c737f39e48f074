"""How much of a speaker a document shows, in words."""

from __future__ import annotations

from facilitator.domain.attribution import Level
from facilitator.language.speech import mark

LEVEL_WORDS = {
    Level.NAME: mark("By name and body (A0)"),
    Level.BODY: mark("By body (A1)"),
    Level.CATEGORY: mark("By category and region (A2)"),
    Level.QUANTITY: mark("In general terms (A3)"),
    Level.IMPERSONAL: mark("Nobody is named (A4)"),
    Level.SUPPRESSED: mark("Figures only (A5)"),
}
