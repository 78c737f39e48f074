"""What a person is told of a package that is not taken in."""

from __future__ import annotations

from facilitator.language.speech import mark

OF_PACKAGES: dict[str, str] = {
    "not_a_package": mark("{file} is not a package of Facilitator. Nothing was taken from it."),
    "package_missing": mark("There is no package {file} in this place. Check the stick and the name."),
    "package_damaged": mark(
        "{file} is damaged or was altered. Have it packed again. Nothing was taken from it."
    ),
    "package_too_large": mark("{file} holds more than any workshop does. Nothing was taken from it."),
    "package_newer": mark(
        "{file} was packed by a later version of Facilitator. Update this one. Nothing was taken from it."
    ),
    "package_closed": mark(
        "{file} is encrypted for the secretariat. Open it on the laptop that made the workshop."
    ),
    "package_of_another": mark("{file} belongs to another workshop. Nothing was taken from it."),
    "laptop_unknown": mark(
        "{file} names {name}, a laptop that nobody of this workshop let in. Nothing was taken from it."
    ),
    "not_vouched": mark(
        "{file} brings acts of {name} that {name} did not sign. Ask for a package of that laptop itself. "
        "Nothing was taken from it."
    ),
    "package_incomplete": mark(
        "{file} does not hold the workshop from its beginning. Start with a full package of another laptop."
    ),
    "no_secretariat": mark(
        "{file} does not know the secretariat's key yet. Take in a package of the laptop that made it first."
    ),
    "unfounded": mark(
        "What came refers to something ({kind}) that nobody has told of. Nothing was taken from it."
    ),
    "laptop_twice": mark(
        "{file}: two laptops go by the name of {name}, because a file was copied. Nothing was taken from it."
    ),
}
