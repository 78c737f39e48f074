"""Names in the order of the alphabet, as a list in a document has them."""

from __future__ import annotations

import unicodedata

_ARTICLE = "ال"


def alphabetical(name: str) -> str:
    """Return what a name is sorted by: without marks, case and the Arabic article."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.strip()) if not unicodedata.combining(c))
    return bare.casefold().removeprefix(_ARTICLE)
