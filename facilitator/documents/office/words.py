"""The words that the tables of several products share."""

from __future__ import annotations

from facilitator.domain.attribution import Level
from facilitator.domain.people import Category, Participant
from facilitator.domain.programme import Panel
from facilitator.domain.requests import Capacity
from facilitator.language.groups import NOT_STATED, group_name
from facilitator.language.speech import LANGUAGE_NAMES, Language, mark

REGIONS = (
    "africa",
    "asia_pacific",
    "eastern_europe",
    "latin_america_caribbean",
    "western_europe_others",
)
GENDERS = {"female": mark("Female"), "male": mark("Male")}
DIMENSIONS = {
    "category": mark("Category"),
    "region": mark("Region"),
    "gender": mark("Gender"),
    "language": mark("Language"),
    "delegation": mark("Delegation"),
}
CAPACITIES = {
    Capacity.PANELLIST: mark("panellist"),
    Capacity.FLOOR: mark("from the floor"),
    Capacity.CHAIR: mark("moderator"),
}


def region_words(language: Language) -> tuple[str, ...]:
    return tuple(group_name(key, language) for key in REGIONS)


def gender_words(language: Language) -> tuple[str, ...]:
    return tuple(language.say(word) for word in GENDERS.values())


def language_words() -> tuple[str, ...]:
    return tuple(LANGUAGE_NAMES.values())


def region_of(who: Participant, language: Language) -> str:
    return group_name(who.region, language) if who.region else ""


def gender_of(who: Participant, language: Language) -> str:
    return language.say(GENDERS[who.gender]) if who.gender in GENDERS else who.gender


def language_of(who: Participant) -> str:
    return LANGUAGE_NAMES.get(who.language, who.language)


def group_of(key: str, dimension: str, categories: dict[str, Category], language: Language) -> str:
    """Return what a group is called, by whatever dimension people are counted."""
    if not key:
        return language.say(NOT_STATED)
    if dimension == "category":
        return categories[key].label if key in categories else key
    return key if dimension == "delegation" else group_name(key, language)


def who_of(who: Participant, level: Level, categories: dict[str, Category], language: Language) -> str:
    """Return the name with its body, or only the body; whoever has neither is a category."""
    if level is Level.NAME:
        return who.name if who.delegation in ("", who.name) else f"{who.name} ({who.delegation})"
    return who.delegation or group_of(who.category, "category", categories, language)


def panel_words(panel: Panel | None, language: Language) -> str:
    if panel is None:
        return language.say("All panels")
    return language.say("Panel {number}: {title}", number=panel.number, title=panel.brief)
