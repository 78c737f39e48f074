"""The tree of a tagged document: its elements, and their objects in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Ink on a page that belongs to an element."""

    page: int
    number: int


@dataclass(frozen=True, slots=True, eq=False)
class Hotspot:
    """A place on a page that can be clicked: its annotation belongs to an element."""

    page: int
    annotation: PDFDictionary


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
    layout: Mapping[str, object] = field(default_factory=dict)
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


class _Part(PDFObject):
    """An element as it stands in the file; there are thousands, each written out as soon as it is known."""

    __RefOnly__ = 1
    written = b""

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - what reportlab hands over
        return self.written


def literal(text: str) -> bytes:
    """Return a text as a string of the file."""
    raw = text.encode() if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be", "replace")
    for sign in (b"\\", b"(", b")"):
        raw = raw.replace(sign, b"\\" + sign)
    return b"(" + raw.replace(b"\r", b"\\r") + b")"


class Tree:
    """Elements as objects of the file, each knowing its parent, and each page its elements."""

    def __init__(self, document: Any, owners: Mapping[int, Sequence[Element]]) -> None:  # noqa: ANN401 - untyped
        self._document = document
        self._owners = owners
        self._parts: dict[Element, bytes] = {}
        self._pages = [self._reference(page) for page in document.Pages.pages]

    def write(self, root: Element) -> None:
        """The tree stands in the file, and each page and hotspot points into it."""
        tree = _Root({"Type": PDFName("StructTreeRoot")})
        tree.dict["K"] = self._add(root, self._reference(tree))
        hotspots = list(root.hotspots())
        tree.dict["ParentTree"] = self._parents(hotspots)
        tree.dict["ParentTreeNextKey"] = len(self._pages) + len(hotspots)
        catalog = self._document.Catalog
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        for number, page in enumerate(self._document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")

    def _reference(self, part: PDFObject) -> bytes:
        """How others point to an object of the file, which has its number from now on."""
        name = self._document.Reference(part).name
        return b"%d %d R" % self._document.idToObjectNumberAndVersion[name]

    def _add(self, element: Element, parent: bytes) -> bytes:
        part = _Part()
        here = self._parts[element] = self._reference(part)
        kids = b" ".join([self._kid(kid, here) for kid in element.kids])
        # In a text, lines end without a space, and the words say what is read instead of them.
        texts = (
            (b"/Alt", element.alt),
            (b"/ActualText", element.words),
            (b"/Lang", element.lang),
            (b"/ID", element.name),
        )
        said = b"".join([key + literal(text) for key, text in texts if text])
        layout = PDFDictionary(dict(element.layout)).format(self._document) if element.layout else b""
        attributes = b"/A " + layout if layout else b""
        names = element.role.encode(), parent, said, attributes, kids
        part.written = b"<</Type /StructElem /S /%s /P %s%s%s/K [%s]>>" % names
        return here

    def _kid(self, kid: Element | Mark | Hotspot, parent: bytes) -> bytes:
        if isinstance(kid, Element):
            return self._add(kid, parent)
        if isinstance(kid, Mark):
            return b"<</Type /MCR /Pg %b /MCID %d>>" % (self._pages[kid.page], kid.number)
        return b"<</Type /OBJR /Obj %b>>" % self._reference(kid.annotation)

    def _parents(self, hotspots: Sequence[tuple[Hotspot, Element]]) -> object:
        numbers: list[bytes] = []
        for page in range(len(self._pages)):
            owners = b" ".join([self._parts[owner] for owner in self._owners.get(page, [])])
            numbers.append(b"%d [%b]" % (page, owners))
        for number, (hotspot, owner) in enumerate(hotspots, len(self._pages)):
            hotspot.annotation.dict["StructParent"] = number
            numbers.append(b"%d %b" % (number, self._parts[owner]))
        return self._document.Reference(PDFDictionary({"Nums": b"[%b]" % b" ".join(numbers)}))


class _Root(PDFDictionary):
    """The dictionary at the top, which stands once in the file and is pointed to."""

    __RefOnly__ = 1
