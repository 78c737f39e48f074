"""Marks what is drawn for a screen reader: which ink is which part of the document, what can be clicked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from facilitator.documents.tree import Box, Element, Hotspot, Place, Tree
from facilitator.documents.typeset import Block, Thread, Weaver
from facilitator.documents.typeset.cleaning import cleaned
from facilitator.documents.typeset.sheet import Sheet, write_on


class Tags:
    """Marks what is drawn on a canvas, and writes the tree when all is drawn."""

    def __init__(self, canvas: Sheet) -> None:
        self._canvas = canvas
        self._owners: dict[int, list[Element]] = {}
        self._places: dict[str, Place] = {}
        self._artifact = _Artifact(canvas)
        self._at, self._here = -1, list[Element]()
        """The page that was drawn on last, and what on it belongs to whom."""
        self.root = Element("Document")
        self._notes: dict[str, Element] = {}
        self.parts: dict[Thread, Element] = {}
        """What the threads drawn so far are; one that goes on over the page is one part."""

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn meanwhile belongs to the element."""
        write_on(self._canvas, self.opening(element))
        yield
        write_on(self._canvas, "EMC")

    def artifact(self) -> _Artifact:
        """What is drawn meanwhile is decoration: a running head, a foot, a rule."""
        return self._artifact

    def list_item(self, within: Element | None = None) -> tuple[Element, Element]:
        """Return the label and the body of a new item, of the list under way if there is one."""
        above = within or self.root
        last = above.kids[-1] if above.kids else None
        items = last if isinstance(last, Element) and last.role == "L" else above.add("L")
        item = items.add("LI")
        label, body = item.add("Lbl"), item.add("LBody")
        return label, body

    def hotspot(self, element: Element, target: str, box: Box, says: str) -> None:
        """Whoever clicks there goes to the target: an address, or `#` and the name of a place in the file."""
        canvas, address = self._canvas, target if target.startswith("#") else cleaned(target)
        hotspot = Hotspot(self._page, canvas.objects.take(), address, box, says)
        canvas.annotate(hotspot.number)
        element.kids.append(hotspot)

    def place(self, name: str, top: float) -> None:
        """A click can lead here, which is so far above the lower edge of the page."""
        self._places[name] = self._page, top

    def owner_of_note(self, name: str) -> Element:
        """Return the paragraph that holds the mark of a note."""
        return self._notes.get(name, self.root)

    @contextmanager
    def woven(self, element: Element, block: Block) -> Iterator[Weaver | None]:
        """What is drawn meanwhile belongs to the element, or to the parts that the block's threads are."""
        if not (threads := block.threads):
            with self.marked(element):
                yield None
            return
        self._notes.update({thread.note: element for thread in threads if thread.note})
        loom = _Loom(self, element, threads)
        yield loom
        loom.ends()

    def write(self) -> None:
        """The tree stands in the file, which says that it can be read by all."""
        self._canvas.metadata.universal = True
        Tree(self._canvas, self._owners, self._places).write(self.root)

    @property
    def _page(self) -> int:
        return self._canvas.getPageNumber() - 1

    def opening(self, element: Element) -> str:
        """Return the operators behind which what is drawn belongs to the element."""
        page = self._canvas.getPageNumber() - 1
        if page != self._at:
            self._at, self._here = page, self._owners.setdefault(page, [])
        number = len(self._here)
        self._here.append(element)
        element.kids.append((page, number))
        return f"/{element.role} <</MCID {number}>> BDC"


class _Artifact:
    """Stands around decoration, of which every page has some; one can be used again and again."""

    def __init__(self, canvas: Sheet) -> None:
        self._canvas = canvas

    def __enter__(self) -> None:
        write_on(self._canvas, "/Artifact BMC")

    def __exit__(self, *_fault: object) -> None:
        write_on(self._canvas, "EMC")


class _Loom:
    """The threads of one paragraph as parts of the document."""

    def __init__(self, tags: Tags, paragraph: Element, threads: Sequence[Thread]) -> None:
        self._tags = tags
        self._parts = tags.parts
        self._boxes: dict[tuple[Thread, float], Box] = {}
        for thread in threads:
            if thread not in self._parts:
                self._parts[thread] = _part(paragraph, thread)

    def takes_up(self, thread: Thread) -> str:
        """Return the operators behind which what is drawn belongs to the thread."""
        return self._tags.opening(self._parts[thread])

    def covers(self, thread: Thread, box: Box) -> None:
        """Some of the thread is drawn within these edges; those on one line are one place to click."""
        if thread.target:
            left, bottom, right, top = box
            other = self._boxes.get((thread, round(bottom)), box)
            self._boxes[thread, round(bottom)] = (
                min(left, other[0]),
                min(bottom, other[1]),
                max(right, other[2]),
                max(top, other[3]),
            )

    def ends(self) -> None:
        """All is drawn: the places to click are known."""
        for (thread, _), box in self._boxes.items():
            says = thread.words or cleaned(thread.target)
            self._tags.hotspot(self._parts[thread], thread.target, box, says)


def _part(paragraph: Element, thread: Thread) -> Element:
    above = paragraph.add("Reference") if thread.note else paragraph
    return above.add("Link" if thread.target else "Span", words=thread.words, lang=thread.lang)
