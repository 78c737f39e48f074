"""The tree of a tagged document: its elements, and their objects in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from facilitator.documents.typeset import Sheet
from facilitator.documents.typeset.pdf_file import Ref, Value, literal, written


class Mark(NamedTuple):
    """Ink on a page that belongs to an element."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Hotspot:
    """A place on a page that can be clicked: its annotation, which belongs to an element."""

    ref: Ref
    entries: dict[str, Value]


@dataclass(slots=True, eq=False)
class Element:
    """A part of the document.

    `alt` says what a figure shows, `words` what stands in the lines of a text, `lang` its language if it is
    not that of the part above; `layout` holds attributes of tables and lists, `name` tells notes apart.
    """

    role: str
    alt: str = ""
    words: str = ""
    lang: str = ""
    name: str = ""
    layout: Mapping[str, Value] | None = None
    kids: list[Element | Mark | Hotspot] = field(default_factory=list)

    def add(self, role: str, *, alt: str = "", words: str = "", lang: str = "", name: str = "") -> Element:
        """Return a new part at the end of this one."""
        kid = Element(role, alt, words, lang, name)
        self.kids.append(kid)
        return kid

    def hotspots(self) -> Iterator[tuple[Hotspot, Element]]:
        """Yield all places below that can be clicked, each with the element it belongs to."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.hotspots()
            elif isinstance(kid, Hotspot):
                yield kid, self


class Tree:
    """Elements as objects of the file, each knowing its parent, and each page its elements."""

    def __init__(self, sheet: Sheet, owners: Mapping[int, Sequence[Element]]) -> None:
        self._sheet = sheet
        self._file = sheet.file
        self._owners = owners
        self._refs: dict[Element, Ref] = {}
        self._pages = [ref for ref, _ in sheet.pages]

    def write(self, root: Element) -> None:
        """The tree stands in the file, and each page and hotspot points into it."""
        tree = self._file.reserve()
        top = self._add(root, tree)
        hotspots = list(root.hotspots())
        entries: dict[str, Value] = {"Type": b"/StructTreeRoot", "K": top}
        entries["ParentTree"] = self._parents(hotspots)
        entries["ParentTreeNextKey"] = len(self._pages) + len(hotspots)
        self._file.put(tree, entries)
        self._sheet.catalog |= {"StructTreeRoot": tree, "MarkInfo": {"Marked": b"true"}}
        for number, (_, page) in enumerate(self._sheet.pages):
            page["StructParents"], page["Tabs"] = number, b"/S"

    def _add(self, element: Element, parent: Ref) -> Ref:
        """The element and all below it stand in the file; there are thousands, written without ado."""
        ref = self._refs[element] = self._file.reserve()
        kids = element.kids
        if len(kids) == 1 and isinstance(kids[0], Mark):
            held = b"/Pg %b /K %d" % (self._pages[kids[0].page], kids[0].number)
        else:
            held = b"/K [%b]" % b" ".join([self._kid(kid, ref) for kid in kids])
        said = _said(element)
        part = b"<</Type /StructElem /S /%b /P %b%b%b>>" % (element.role.encode(), parent, said, held)
        self._file.put(ref, part)
        return ref

    def _kid(self, kid: Element | Mark | Hotspot, parent: Ref) -> bytes:
        if isinstance(kid, Element):
            return self._add(kid, parent)
        if isinstance(kid, Mark):
            return b"<</Type /MCR /Pg %b /MCID %d>>" % (self._pages[kid.page], kid.number)
        return b"<</Type /OBJR /Obj %b>>" % kid.ref

    def _parents(self, hotspots: Sequence[tuple[Hotspot, Element]]) -> Ref:
        numbers: list[Value] = []
        pages = len(self._pages)
        for page in range(pages):
            numbers += [page, [self._refs[owner] for owner in self._owners.get(page, [])]]
        for number, (hotspot, owner) in enumerate(hotspots, pages):
            hotspot.entries["StructParent"] = number
            numbers += [number, self._refs[owner]]
        return self._file.add({"Nums": numbers})


def _said(element: Element) -> bytes:
    """What an element says beside its role.

    In a text, lines end without a space, and the words say what is read instead of them.
    """
    said = b""
    if element.alt:
        said += b"/Alt" + literal(element.alt)
    if element.words:
        said += b"/ActualText" + literal(element.words)
    if element.lang:
        said += b"/Lang" + literal(element.lang)
    if element.name:
        said += b"/ID" + literal(element.name)
    return said + (b"/A " + written(element.layout) if element.layout else b"")
