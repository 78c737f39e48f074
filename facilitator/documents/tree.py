"""The tree of a tagged document: its elements, and their objects in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject

from facilitator.documents.typeset.sheet import Sheet, document_of
from facilitator.documents.typeset.whole_file import Objects

Mark = tuple[int, int]
"""Ink on a page that belongs to an element: the page, and its number there."""


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
    layout: Mapping[str, object] | None = None
    kids: list[Element | Mark | Hotspot] = field(default_factory=list)
    number: int = 0
    """Of its object in the file, once it is written."""

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


def literal(text: str) -> str:
    """Return a text as a string of the file, each byte as one letter."""
    raw = text if text.isascii() else (b"\xfe\xff" + text.encode("utf-16-be", "replace")).decode("latin-1")
    if "\\" in raw or "(" in raw or ")" in raw or "\r" in raw:
        for sign in ("\\", "(", ")"):
            raw = raw.replace(sign, "\\" + sign)
        raw = raw.replace("\r", "\\r")
    return f"({raw})"


class Tree:
    """Elements as objects of the file, each knowing its parent, and each page its elements.

    There are thousands: reportlab knows only their numbers.
    """

    def __init__(self, sheet: Sheet, owners: Mapping[int, Sequence[Element]]) -> None:
        self._sheet = sheet
        self._document = document_of(sheet)
        self._owners = owners
        self._pages = [self._number(page) for page in self._document.Pages.pages]

    def write(self, root: Element) -> None:
        """The tree stands in the file, and each page and hotspot points into it."""
        tree = _Root({"Type": PDFName("StructTreeRoot")})
        above = self._number(tree)
        hotspots = list(root.hotspots())
        places = {hotspot: self._number(hotspot.annotation) for hotspot, _ in hotspots}
        self._add(root, above, self._sheet.objects, places)
        tree.dict["K"] = f"{root.number} 0 R"
        tree.dict["ParentTree"] = self._parents(hotspots)
        tree.dict["ParentTreeNextKey"] = len(self._pages) + len(hotspots)
        catalog = self._document.Catalog
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        for number, page in enumerate(self._document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")

    def _number(self, part: PDFObject) -> int:
        """The number of an object that reportlab writes, which it has from now on."""
        name = self._document.Reference(part).name
        return int(self._document.idToObjectNumberAndVersion[name][0])

    def _add(self, element: Element, parent: int, objects: Objects, places: Mapping[Hotspot, int]) -> None:
        element.number = here = objects.take()
        kids: list[str] = []
        for kid in element.kids:
            if isinstance(kid, tuple):
                page, mark = kid
                kids.append(f"<</Type /MCR /Pg {self._pages[page]} 0 R /MCID {mark}>>")
            elif isinstance(kid, Element):
                self._add(kid, here, objects, places)
                kids.append(f"{kid.number} 0 R")
            else:
                kids.append(f"<</Type /OBJR /Obj {places[kid]} 0 R>>")
        # In a text, lines end without a space, and the words say what is read instead of them.
        said = f" /ActualText{literal(element.words)}" if element.words else ""
        if element.alt:
            said += f" /Alt{literal(element.alt)}"
        if element.lang:
            said += f" /Lang{literal(element.lang)}"
        if element.name:
            said += f" /ID{literal(element.name)}"
        if element.layout:
            said += f" /A {PDFDictionary(dict(element.layout)).format(self._document).decode()}"
        role, below = element.role, " ".join(kids)
        objects.put(here, f"<</Type /StructElem /S /{role} /P {parent} 0 R{said} /K [{below}]>>")

    def _parents(self, hotspots: Sequence[tuple[Hotspot, Element]]) -> object:
        numbers: list[str] = []
        for page in range(len(self._pages)):
            owners = " ".join([f"{owner.number} 0 R" for owner in self._owners.get(page, [])])
            numbers.append(f"{page} [{owners}]")
        for number, (hotspot, owner) in enumerate(hotspots, len(self._pages)):
            hotspot.annotation.dict["StructParent"] = number
            numbers.append(f"{number} {owner.number} 0 R")
        return self._document.Reference(PDFDictionary({"Nums": f"[{' '.join(numbers)}]"}))


class _Root(PDFDictionary):
    """The dictionary at the top, which stands once in the file and is pointed to."""

    __RefOnly__ = 1
