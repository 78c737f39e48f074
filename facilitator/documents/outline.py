"""The outline in a reader's window: titles one below another, each of which leads to its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from facilitator.documents.tree import Place, literal, number_of
from facilitator.documents.typeset.sheet import Sheet, document_of


@dataclass(slots=True, eq=False)
class _Entry:
    """A title, where it leads, and what stands below it; `number` is that of its object in the file."""

    title: str
    place: Place
    number: int
    kids: list[_Entry] = field(default_factory=list)

    def below(self) -> int:
        """How many entries are seen below it: all are open."""
        return len(self.kids) + sum([kid.below() for kid in self.kids])


class Outline:
    """Gathers the entries of a file in their order, and writes them when all are known."""

    def __init__(self, canvas: Sheet) -> None:
        self._canvas = canvas
        self._path = [_Entry("", (0, 0.0), 0)]
        """The top, and the last entry of each level under way."""

    def add(self, title: str, level: int, place: Place) -> None:
        """The title stands in the outline; no level is left out on the way down."""
        entry = _Entry(title, place, self._canvas.objects.take())
        del self._path[level + 1 :]
        self._path[-1].kids.append(entry)
        self._path.append(entry)

    def write(self) -> None:
        """The outline stands in the file, and is open beside its first page."""
        self._canvas.showOutline()
        top, document = self._path[0], document_of(self._canvas)
        if not top.kids:
            return
        top.number = self._canvas.objects.take()
        self._canvas.objects.put(top.number, f"<</Type /Outlines{_below(top)}>>")
        document.Catalog.Outlines = f"{top.number} 0 R"
        self._put(top, [number_of(document, page) for page in document.Pages.pages])

    def _put(self, above: _Entry, pages: list[int]) -> None:
        """What stands below an entry is in the file."""
        kids = above.kids
        for before, kid, after in zip([None, *kids], kids, [*kids[1:], None], strict=False):
            page, height = kid.place
            beside = f" /Prev {before.number} 0 R" if before else ""
            beside += f" /Next {after.number} 0 R" if after else ""
            self._canvas.objects.put(
                kid.number,
                f"<</Title {literal(kid.title)} /Parent {above.number} 0 R{beside}"
                f" /Dest [{pages[page]} 0 R /XYZ 0 {height:.2f} 0]{_below(kid)}>>",
            )
            self._put(kid, pages)


def _below(entry: _Entry) -> str:
    """What an entry says of those below it."""
    if not entry.kids:
        return ""
    first, last = entry.kids[0].number, entry.kids[-1].number
    return f" /First {first} 0 R /Last {last} 0 R /Count {entry.below()}"
