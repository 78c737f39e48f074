"""What the fields of lists are called where they come in, and where one of them cannot be read."""

from __future__ import annotations

from facilitator.language.speech import Language, mark

FIELD_NAMES = {
    "name": mark("Name"),
    "given_name": mark("Given name"),
    "family_name": mark("Family name"),
    "category": mark("Category"),
    "delegation": mark("Delegation"),
    "region": mark("Region"),
    "gender": mark("Gender"),
    "language": mark("Language"),
    "registered": mark("Registered"),
    "number": mark("Short number"),
    "pronounced": mark("Pronounced"),
}
PROGRAMME_NAMES = {
    "title": mark("Title"),
    "starts": mark("Begins"),
    "ends": mark("Ends"),
    "room": mark("Room"),
    "summary": mark("Summary"),
    "uid": mark("Identifier"),
    "questions": mark("Questions"),
    "date": mark("Day"),
    "duration": mark("Minutes"),
}
SPOKEN_NAMES = {
    **{name: FIELD_NAMES[name] for name in ("name", "category", "delegation")},
    "date": mark("Day"),
    "time": mark("Time"),
    "begin": mark("Begins"),
    "end": mark("Ends"),
    "seconds": mark("Seconds"),
    "order": mark("Place in the list"),
    "words": mark("Words of the text"),
    "chair": mark("In the chair"),
}
RECOMMENDED_NAMES = {
    "text": mark("Text"),
    "paragraph": mark("Paragraph"),
    "symbol": mark("Symbol of the document"),
    "addressees": mark("Addressed to"),
    "by": mark("Who recommended"),
    "themes": mark("Theme"),
    "persons": mark("Persons affected"),
    "goals": mark("Sustainable Development Goals"),
    "groups": mark("Groups"),
    "language": mark("Language"),
}


def field_told(field: str, language: Language) -> str:
    """Return a field as people know it, nothing for what is none."""
    name = {**SPOKEN_NAMES, **RECOMMENDED_NAMES, **PROGRAMME_NAMES, **FIELD_NAMES}.get(field)
    return "" if name is None else language.say(name)
