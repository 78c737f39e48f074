"""The tree of a tagged document: its elements, and their objects in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
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
    """An element as it stands in the file; there are thousands, and it is written without ado."""

    __RefOnly__ = 1

    def __init__(self, parent: PDFObjectReference, element: Element, numbers: dict[str, bytes]) -> None:
        self._parent = parent
        self._element = element
        self._numbers = numbers
        self.kids: list[tuple[bytes, PDFObjectReference]] = []
        """What stands around the number of an object: a part below, or ink on a page."""

    def format(self, document: PDFDocument) -> bytes:
        """Return the dictionary; by now every object has its number."""
        element = self._element
        # In a text, lines end without a space, and the words say what is read instead of them.
        texts = (
            (b"/Alt", element.alt),
            (b"/ActualText", element.words),
            (b"/Lang", element.lang),
            (b"/ID", element.name),
        )
        said = b"".join([key + literal(text) for key, text in texts if text])
        layout = b"/A " + PDFDictionary(dict(element.layout)).format(document) if element.layout else b""
        kids = b" ".join([shown % self._number(reference, document) for shown, reference in self.kids])
        role, parent = element.role.encode(), self._number(self._parent, document)
        return b"<</Type /StructElem /S /%s /P %s%s%s/K [%s]>>" % (role, parent, said, layout, kids)

    def _number(self, reference: PDFObjectReference, document: PDFDocument) -> bytes:
        number = self._numbers.get(reference.name)
        if number is None:
            number = self._numbers[reference.name] = reference.format(document)
        return number


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
        self._references: dict[Element, PDFObjectReference] = {}
        self._numbers: dict[str, bytes] = {}
        self._pages = [document.Reference(page) for page in document.Pages.pages]

    def write(self, root: Element) -> None:
        """The tree stands in the file, and each page and hotspot points into it."""
        tree = _Root({"Type": PDFName("StructTreeRoot")})
        tree.dict["K"] = self._add(root, self._document.Reference(tree))
        hotspots = list(root.hotspots())
        tree.dict["ParentTree"] = self._parents(hotspots)
        tree.dict["ParentTreeNextKey"] = len(self._pages) + len(hotspots)
        catalog = self._document.Catalog
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        for number, page in enumerate(self._document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")

    def _add(self, element: Element, parent: PDFObjectReference) -> PDFObjectReference:
        part = _Part(parent, element, self._numbers)
        reference: PDFObjectReference = self._document.Reference(part)
        self._references[element] = reference
        part.kids = [self._kid(kid, reference) for kid in element.kids]
        return reference

    def _kid(
        self, kid: Element | Mark | Hotspot, parent: PDFObjectReference
    ) -> tuple[bytes, PDFObjectReference]:
        if isinstance(kid, Element):
            return b"%b", self._add(kid, parent)
        if isinstance(kid, Mark):
            return b"<</Type /MCR /Pg %%b /MCID %d>>" % kid.number, self._pages[kid.page]
        return b"<</Type /OBJR /Obj %b>>", self._document.Reference(kid.annotation)

    def _parents(self, hotspots: Sequence[tuple[Hotspot, Element]]) -> object:
        numbers: list[object] = []
        pages = len(self._pages)
        for page in range(pages):
            owners = [self._references[owner] for owner in self._owners.get(page, [])]
            numbers += [page, PDFArray(owners)]
        for number, (hotspot, owner) in enumerate(hotspots, pages):
            hotspot.annotation.dict["StructParent"] = number
            numbers += [number, self._references[owner]]
        return self._document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))


class _Root(PDFDictionary):
    """The dictionary at the top, which stands once in the file and is pointed to."""

    __RefOnly__ = 1
