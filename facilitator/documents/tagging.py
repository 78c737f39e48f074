"""What a screen reader follows: the document as a tree of headings, paragraphs, lists and figures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True)
class Mark:
    """Ink on a page that belongs to an element."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Element:
    """A part of the document; `alt` says what a figure shows, `words` what stands in the lines of a text."""

    role: str
    alt: str = ""
    words: str = ""
    kids: list[Element | Mark] = field(default_factory=list)

    def add(self, role: str, *, alt: str = "", words: str = "") -> Element:
        """Return a new part at the end of this one."""
        kid = Element(role, alt, words)
        self.kids.append(kid)
        return kid


class Tags:
    """Marks what is drawn on a canvas, and writes the tree when all is drawn."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._owners: dict[int, list[Element]] = {}
        self.root = Element("Document")
        self.last = self.root

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn meanwhile belongs to the element."""
        page = self._canvas.getPageNumber() - 1
        owners = self._owners.setdefault(page, [])
        mark = Mark(page, len(owners))
        owners.append(element)
        element.kids.append(mark)
        self.last = element
        yield from self._within(f"/{element.role} <</MCID {mark.number}>> BDC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn meanwhile is decoration: a running head, a foot, a rule."""
        yield from self._within("/Artifact BMC")

    def list_item(self) -> tuple[Element, Element]:
        """Return the label and the body of a new item, of the list under way if there is one."""
        last = self.root.kids[-1] if self.root.kids else None
        items = last if isinstance(last, Element) and last.role == "L" else self.root.add("L")
        item = items.add("LI")
        return item.add("Lbl"), item.add("LBody")

    def write(self) -> None:
        """The tree stands in the file."""
        document = self._canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001 - the only door to the document
        _Tree(document, self._owners).write(self.root)

    def _within(self, opening: str) -> Iterator[None]:
        code = self._canvas._code  # type: ignore[attr-defined]  # noqa: SLF001 - as above
        code.append(opening)
        yield
        code.append("EMC")


class _Object(PDFDictionary):
    """A dictionary that stands once in the file and is pointed to."""

    __RefOnly__ = 1


class _Tree:
    """Elements as objects of the file, each knowing its parent, and each page its elements."""

    def __init__(self, document: Any, owners: dict[int, list[Element]]) -> None:  # noqa: ANN401 - untyped
        self._document = document
        self._owners = owners
        self._objects: dict[Element, _Object] = {}

    def write(self, root: Element) -> None:
        tree = _Object({"Type": PDFName("StructTreeRoot")})
        tree.dict["K"] = self._reference(self._element(root, tree))
        tree.dict["ParentTree"] = self._parents()
        tree.dict["ParentTreeNextKey"] = len(self._document.Pages.pages)
        catalog = self._document.Catalog
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        for number, page in enumerate(self._document.Pages.pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")

    def _element(self, element: Element, parent: _Object) -> _Object:
        made = _Object({"Type": PDFName("StructElem"), "S": PDFName(element.role)})
        self._objects[element] = made
        made.dict["P"] = self._reference(parent)
        if element.alt:
            made.dict["Alt"] = PDFString(element.alt)
        if element.words:  # lines end without a space, and this is the order of reading
            made.dict["ActualText"] = PDFString(element.words)
        made.dict["K"] = PDFArray([self._kid(kid, made) for kid in element.kids])
        return made

    def _kid(self, kid: Element | Mark, parent: _Object) -> object:
        if isinstance(kid, Element):
            return self._reference(self._element(kid, parent))
        page = self._reference(self._document.Pages.pages[kid.page])
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": kid.number})

    def _parents(self) -> object:
        numbers: list[object] = []
        for page in range(len(self._document.Pages.pages)):
            owners = [self._reference(self._objects[owner]) for owner in self._owners.get(page, [])]
            numbers += [page, PDFArray(owners)]
        return self._reference(PDFDictionary({"Nums": PDFArray(numbers)}))

    def _reference(self, thing: object) -> object:
        return self._document.Reference(thing)
