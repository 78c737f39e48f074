"""The lines of distribution on a document's first page: in Latin letters, whatever its own script."""

from __future__ import annotations

_CODES = ("ar", "en", "es", "fr", "ru", "zh")
_LINES = {
    "en": ("Distr.: General", "Original: {}"),
    "es": ("Distr. general", "Original: {}"),
    "fr": ("Distr. générale", "Original\N{NO-BREAK SPACE}: {}"),
}
_NAMES = {
    "en": dict(zip(_CODES, ("Arabic", "English", "Spanish", "French", "Russian", "Chinese"), strict=True)),
    "es": dict(zip(_CODES, ("árabe", "inglés", "español", "francés", "ruso", "chino"), strict=True)),
    "fr": dict(zip(_CODES, ("arabe", "anglais", "espagnol", "français", "russe", "chinois"), strict=True)),
}


def distribution_language(code: str) -> str:
    """Return the language of the lines: that of the document, or English where it has other letters."""
    return code if code in _LINES else "en"


def distribution_lines(code: str, date: str, original: str, written: str) -> tuple[str, ...]:
    """Return the lines; the original is told as it is named, or else by the language it was written in."""
    spoken = distribution_language(code)
    (general, from_), names = _LINES[spoken], _NAMES[spoken]
    own = () if code == "en" else (names[code].capitalize(),)
    return (general, date or "[…]", *own, from_.format(original or names[written]))
