"""Text as it is compared and sorted: in every script without case, accents and marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


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


def folded_all(texts: Sequence[str]) -> list[str]:
    """Return each text folded; of many thousand this takes a third of the time."""
    if any("\n" in text for text in texts):  # names hold none, but nothing keeps them from it
        return list(map(folded, texts))
    lines = "\n".join(texts).casefold().split("\n") if texts else []
    marked = [place for place, line in enumerate(lines) if not line.isascii()]
    whole = unicodedata.normalize("NFKD", "\n".join(lines[place] for place in marked)).translate(_BARE)
    for place, line in zip(marked, whole.split("\n"), strict=bool(marked)):
        lines[place] = line
    return [" ".join(line.split()) for line in lines]


def alphabetical(name: str) -> str:
    """Return what a name is sorted by: folded, and without the Arabic article."""
    return folded(name).removeprefix(_ARTICLE)
