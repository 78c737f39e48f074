"""Text as it is compared and sorted: in every script without case, accents and marks."""

from __future__ import annotations

import unicodedata

_ALIKE = str.maketrans({"ى": "ي", "ة": "ه"} | dict.fromkeys("\u0640“”«»"))  # a tatweel only stretches a word
_ARTICLE = "ال"


def folded(text: str) -> str:
    """Return a text without case, accents, quotes, Arabic marks and the forms of alef, ya and ta marbuta."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in plain if unicodedata.category(sign) not in ("Mn", "Cf"))
    return " ".join(bare.translate(_ALIKE).split())


def alphabetical(name: str) -> str:
    """Return what a name is sorted by: folded, and without the Arabic article."""
    return folded(name).removeprefix(_ARTICLE)
