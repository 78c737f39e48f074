"""The looks of what people wrote: a text without a translation is set as its own language is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facilitator.documents.styles import Roles
from facilitator.language.direction import first_strong_rtl, is_isolate
from facilitator.language.speech import Language, language_for

_FIRST_STRONG = "\u2068"


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """Chooses between the styles of languages within a document of one; people wrote in the `original`."""

    roles: Callable[[Language], Roles]
    language: Language
    original: str = ""

    def of(self, text: str) -> tuple[Roles, str]:
        """Return the styles of a text, and its language if that is not the document's."""
        own = own_language(text, self.language, self.original)
        return self.roles(own), "" if own.code == self.language.code else own.code


def own_language(text: str, language: Language, original: str) -> Language:
    """Return the language that a text is set in, within a document of `language`.

    A text of people stands alone in an isolate. It is in the `original` language of the workshop, where it
    runs as that does; else in Arabic or English, by its direction. All other text is the document's.
    """
    if not (text.startswith(_FIRST_STRONG) and is_isolate(text)):
        return language
    rtl = first_strong_rtl(text[1:-1], otherwise=language.rtl)
    if original and language_for(original).rtl is rtl:
        return language_for(original)
    if language.rtl is rtl:
        return language
    return language_for("ar" if rtl else "en")
