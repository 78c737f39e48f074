"""A document as the bytes of its file: reportlab's objects, and those that are ready as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, count
from typing import Any

from reportlab.pdfbase import pdfdoc

_HEAD = b"%%PDF-%d.%d\n%%\x93\x8c\x8b\x9e\n"
_AT_ONCE = 500  # objects
_FREE = b"0000000000 65535 f \n"
_USED = b"%010d 00000 n \n"


class Objects:
    """Objects that reportlab knows by their numbers only: ready as text, of which each letter is a byte.

    Each is ready as it stands in the file, with its number: there are thousands, and none is copied again.
    """

    def __init__(self, document: Any) -> None:  # noqa: ANN401 - reportlab has no type for it
        self._document = document
        self.ready: dict[int, str] = {}

    def take(self) -> int:
        """Return the number of a new object, which is to be put."""
        number: int = self._document.objectcounter + 1
        self._document.objectcounter = number
        return number

    def put(self, number: int, content: str) -> None:
        """The object stands in the file."""
        self.ready[number] = _object(number, content)


def _object(number: int, content: str) -> str:
    return f"{number} 0 obj\n{content}\nendobj\n"


def whole_file(document: Any, ready: Mapping[int, str]) -> Iterator[bytes]:  # noqa: ANN401 - as above
    """Return the file in parts; reportlab writes thousands of objects in three times the time."""
    for font in document.delayedFonts:
        font.addObjects(document)
    document.info.invariant = document.invariant
    document.info.digest(document.signature)
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    head: bytes = _HEAD % document._pdfVersion  # noqa: SLF001 - reportlab offers no other door to it
    parts = [head.decode("latin-1")]  # each letter a byte, turned into that in lots
    for number in count(1):
        content = ready.get(number)
        if content is None:
            if number > document.objectcounter:  # which grows: objects name others as they are written
                break
            written = pdfdoc.format(document.idToObject[document.numberToId[number]], document, toplevel=1)
            content = _object(number, written.decode("latin-1"))
        parts.append(content)
    places = list(accumulate(map(len, parts)))
    table = [b"xref\n0 %d\n" % len(places), _FREE, (_USED * len(places[:-1])) % tuple(places[:-1])]
    end = pdfdoc.PDFTrailer(places[-1], Size=len(places), Root=root, Info=info, ID=document.ID())
    return _in_lots(parts, b"".join([*table, end.format(document)]))


def _in_lots(parts: Sequence[str], end: bytes) -> Iterator[bytes]:
    """Yield the bytes of the parts, and the end: so few at once that their memory is used again."""
    for at in range(0, len(parts), _AT_ONCE):
        yield "".join(parts[at : at + _AT_ONCE]).encode("latin-1")
    yield end
