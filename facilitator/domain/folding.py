"""Text as it is compared and sorted: in every script without case, accents and marks."""

from __future__ import annotations

import unicodedata


class _Bare(dict[int, int | str | None]):
    """What each sign is compared as, looked up once: marks and signs that are not seen are nothing."""

    def __missing__(self, code: int) -> int | None:
        kept = None if unicodedata.category(chr(code)) in ("Mn", "Cf") else code
        self[code] = kept
        return kept


_BARE = _Bare(
    str.maketrans({"ى": "ي", "ة": "ه"} | dict.fromkeys("\u0640“”«»"))  # a tatweel only stretches a word
)
_ARTICLE = "ال"


def folded(text: str) -> str:
    """Return a text without case, accents, quotes, Arabic marks and the forms of alef, ya and ta marbuta."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join((plain if plain.isascii() else plain.translate(_BARE)).split())


def alphabetical(name: str) -> str:
    """Return what a name is sorted by: folded, and without the Arabic article."""
    return folded(name).removeprefix(_ARTICLE)
