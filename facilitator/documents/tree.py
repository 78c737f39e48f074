"""The tree of a tagged document: its elements, and their objects in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject

from facilitator.documents.typeset.sheet import Sheet, document_of

Box = tuple[float, float, float, float]
Place = tuple[int, float]
"""A page, and how far above its lower edge."""
Mark = tuple[int, int]
"""Ink on a page that belongs to an element: the page, and its number there."""


@dataclass(slots=True, eq=False)
class Hotspot:
    """A place on a page that can be clicked, and what it says; `number` is that of its object in the file.

    Its target is an address, or `#` and the name of a place.
    """

    page: int
    number: int
    target: str
    box: Box
    says: str


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
        kid = Element(role, alt, words, lang, name, None, [])
        self.kids.append(kid)
        return kid


def literal(text: str) -> str:
    """Return a text as a string of the file, each byte as one letter."""
    raw = text if text.isascii() else (b"\xfe\xff" + text.encode("utf-16-be", "replace")).decode("latin-1")
    if "\\" in raw or "(" in raw or ")" in raw or "\r" in raw:
        for sign in ("\\", "(", ")"):
            raw = raw.replace(sign, "\\" + sign)
        raw = raw.replace("\r", "\\r")
    return f"({raw})"


def number_of(document: Any, part: PDFObject) -> int:  # noqa: ANN401 - reportlab has no type for it
    """Return the number of an object that reportlab writes, which it has from now on."""
    return int(document.idToObjectNumberAndVersion[document.Reference(part).name][0])


class Tree:
    """Elements as objects of the file, each knowing its parent, and each page its elements.

    There are thousands: reportlab knows only their numbers.
    """

    def __init__(
        self, sheet: Sheet, owners: Mapping[int, Sequence[Element]], places: Mapping[str, Place]
    ) -> None:
        self._objects = sheet.objects
        self._places = places
        self._document = document_of(sheet)
        self._owners = owners
        self._pages = [number_of(self._document, page) for page in self._document.Pages.pages]
        self._marks = [f"<</Type /MCR /Pg {number} 0 R /MCID " for number in self._pages]
        self._hotspots: list[tuple[Hotspot, Element]] = []
        """All that can be clicked, each with the element it belongs to, as they are met."""

    def write(self, root: Element) -> None:
        """The tree stands in the file, and each page and hotspot points into it."""
        tree = _Root({"Type": PDFName("StructTreeRoot")})
        above = number_of(self._document, tree)
        self._add(root, above)
        hotspots = self._hotspots
        tree.dict["K"] = f"{root.number} 0 R"
        tree.dict["ParentTree"] = self._parents(hotspots)
        tree.dict["ParentTreeNextKey"] = len(self._pages) + len(hotspots)
        catalog = self._document.Catalog
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        for number, page in enumerate(self._document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")

    def _add(self, element: Element, parent: int) -> int:
        """Return the number of an element that stands in the file with all its parts."""
        element.number = here = self._objects.take()
        below = ""
        for kid in element.kids:  # one, mostly: a text on one page, or the only part
            if isinstance(kid, tuple):
                page, mark = kid
                below += f" {self._marks[page]}{mark}>>"
            elif isinstance(kid, Element):
                below += f" {self._add(kid, here)} 0 R"
            else:
                self._hotspots.append((kid, element))
                below += f" <</Type /OBJR /Obj {kid.number} 0 R>>"
        # In a text, lines end without a space, and the words say what is read instead of them.
        said = f" /ActualText{literal(element.words)}" if element.words else ""
        if element.alt or element.lang or element.name or element.layout:
            said += self._also(element)
        self._objects.ready[here] = (
            f"{here} 0 obj\n<</Type /StructElem /S /{element.role} /P {parent} 0 R{said}"
            f" /K [{below[1:]}]>>\nendobj\n"
        )
        return here

    def _also(self, element: Element) -> str:
        """What few elements say: that of a figure, of another language, of a note, of a head."""
        said = f" /Alt{literal(element.alt)}" if element.alt else ""
        if element.lang:
            said += f" /Lang{literal(element.lang)}"
        if element.name:
            said += f" /ID{literal(element.name)}"
        if element.layout:
            said += f" /A {PDFDictionary(dict(element.layout)).format(self._document).decode()}"
        return said

    def _parents(self, hotspots: Sequence[tuple[Hotspot, Element]]) -> object:
        numbers: list[str] = []
        for page in range(len(self._pages)):
            owners = " ".join([f"{owner.number} 0 R" for owner in self._owners.get(page, [])])
            numbers.append(f"{page} [{owners}]")
        for number, (hotspot, owner) in enumerate(hotspots, len(self._pages)):
            self._objects.put(hotspot.number, self._link(hotspot, number))
            numbers.append(f"{number} {owner.number} 0 R")
        return self._document.Reference(PDFDictionary({"Nums": f"[{' '.join(numbers)}]"}))

    def _link(self, hotspot: Hotspot, number: int) -> str:
        """The annotation of a hotspot; it is printed (4), as every one of an archived file must be."""
        if hotspot.target.startswith("#"):
            page, top = self._places[hotspot.target[1:]]
            leads = f"/Dest [{self._pages[page]} 0 R /XYZ 0 {top:.2f} 0]"
        else:
            leads = f"/A <</S /URI /URI {literal(hotspot.target)}>>"
        box = " ".join([f"{edge:.2f}" for edge in hotspot.box])
        return (
            f"<</Type /Annot /Subtype /Link /Rect [{box}] /Border [0 0 0] /F 4 {leads}"
            f" /Contents {literal(hotspot.says)} /StructParent {number}>>"
        )


class _Root(PDFDictionary):
    """The dictionary at the top, which stands once in the file and is pointed to."""

    __RefOnly__ = 1
