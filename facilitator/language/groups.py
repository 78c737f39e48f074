"""What the groups are called that people are counted in."""

from __future__ import annotations

from facilitator.domain.vocabulary import VocabularyKey
from facilitator.language.speech import LANGUAGE_NAMES, Language, mark

NOT_STATED = mark("Not stated")
_GROUPS = {
    "female": mark("Women"),
    "male": mark("Men"),
    "africa": mark("Africa"),
    "asia_pacific": mark("Asia and the Pacific"),
    "eastern_europe": mark("Eastern Europe"),
    "latin_america_caribbean": mark("Latin America and the Caribbean"),
    "western_europe_others": mark("Western Europe and others"),
}


def group_name(key: str, language: Language) -> str:
    """Return what a gender, region or language is called; any other group is called by its key."""
    if not key:
        return language.say(NOT_STATED)
    return language.say(_GROUPS[key]) if key in _GROUPS else LANGUAGE_NAMES.get(key, key)


VOCABULARIES = {
    VocabularyKey.GROUPS: mark("Group"),
    VocabularyKey.ADDRESSEES: mark("Addressee"),
    VocabularyKey.THEMES: mark("Theme"),
    VocabularyKey.INSTRUMENTS: mark("Instrument"),
    VocabularyKey.GOALS: mark("SDG"),
    VocabularyKey.DDPA: mark("DDPA"),
    VocabularyKey.AREAS: mark("Area"),
    VocabularyKey.MODALITIES: mark("Modality"),
}
"""What the vocabularies of tags are called, one concept at a time."""
