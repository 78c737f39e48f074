"""The tree of a tagged document: its elements, and their objects in the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString


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


class _Object(PDFDictionary):
    """A dictionary that stands once in the file and is pointed to."""

    __RefOnly__ = 1


class Tree:
    """Elements as objects of the file, each knowing its parent, and each page its elements."""

    def __init__(self, document: Any, owners: Mapping[int, Sequence[Element]]) -> None:  # noqa: ANN401 - untyped
        self._document = document
        self._owners = owners
        self._objects: dict[Element, _Object] = {}

    def write(self, root: Element) -> None:
        """The tree stands in the file, and each page and hotspot points into it."""
        tree = _Object({"Type": PDFName("StructTreeRoot")})
        tree.dict["K"] = self._reference(self._element(root, tree))
        pages = self._document.Pages.pages
        hotspots = list(root.hotspots())
        tree.dict["ParentTree"] = self._parents(hotspots)
        tree.dict["ParentTreeNextKey"] = len(pages) + len(hotspots)
        catalog = self._document.Catalog
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        for number, page in enumerate(pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")

    def _element(self, element: Element, parent: _Object) -> _Object:
        made = _Object({"Type": PDFName("StructElem"), "S": PDFName(element.role)})
        self._objects[element] = made
        made.dict["P"] = self._reference(parent)
        # In a text, lines end without a space, and this is the order of reading.
        texts = {"Alt": element.alt, "ActualText": element.words, "Lang": element.lang, "ID": element.name}
        made.dict.update({key: PDFString(text) for key, text in texts.items() if text})
        if element.layout:
            made.dict["A"] = PDFDictionary(dict(element.layout))
        made.dict["K"] = PDFArray([self._kid(kid, made) for kid in element.kids])
        return made

    def _kid(self, kid: Element | Mark | Hotspot, parent: _Object) -> object:
        if isinstance(kid, Element):
            return self._reference(self._element(kid, parent))
        page = self._reference(self._document.Pages.pages[kid.page])
        if isinstance(kid, Mark):
            return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": kid.number})
        place = self._reference(kid.annotation)
        return PDFDictionary({"Type": PDFName("OBJR"), "Pg": page, "Obj": place})

    def _parents(self, hotspots: Sequence[tuple[Hotspot, Element]]) -> object:
        numbers: list[object] = []
        pages = len(self._document.Pages.pages)
        for page in range(pages):
            owners = [self._reference(self._objects[owner]) for owner in self._owners.get(page, [])]
            numbers += [page, PDFArray(owners)]
        for number, (hotspot, owner) in enumerate(hotspots, pages):
            hotspot.annotation.dict["StructParent"] = number
            numbers += [number, self._reference(self._objects[owner])]
        return self._reference(PDFDictionary({"Nums": PDFArray(numbers)}))

    def _reference(self, thing: object) -> object:
        return self._document.Reference(thing)
