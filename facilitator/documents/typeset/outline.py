"""The outline of a file: its headings as a reader's window shows them beside the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.documents.typeset.pdf_file import PdfFile, Ref, Value


@dataclass(slots=True)
class Heading:
    """A heading, the place it leads to, and the headings below it."""

    title: str
    place: Ref
    below: list[Heading] = field(default_factory=list)

    def count(self) -> int:
        """Return how many headings there are below, at any depth."""
        return len(self.below) + sum(heading.count() for heading in self.below)


class Outline:
    """Grows heading by heading, each at its level; 0 is the highest."""

    def __init__(self) -> None:
        self._root = Heading("", b"null")

    def add(self, title: str, place: Ref, level: int) -> None:
        """A heading follows; no level may be left out on the way down."""
        above = self._root
        for _ in range(level):
            above = above.below[-1]
        above.below.append(Heading(title, place))

    def in_file(self, file: PdfFile) -> Mapping[str, Value]:
        """Return what the catalogue says of the outline, which stands in the file; of none, nothing."""
        if not self._root.below:
            return {}
        ref = file.reserve()
        file.put(ref, {"Type": b"/Outlines", **_below(file, self._root, ref)})
        return {"Outlines": ref, "PageMode": b"/UseOutlines"}


def _below(file: PdfFile, heading: Heading, above: Ref) -> Mapping[str, Value]:
    if not heading.below:
        return {}
    refs = [file.reserve() for _ in heading.below]
    for number, (kid, ref) in enumerate(zip(heading.below, refs, strict=True)):
        entries: dict[str, Value] = {"Title": kid.title, "Dest": kid.place, "Parent": above}
        if number:
            entries["Prev"] = refs[number - 1]
        if number + 1 < len(refs):
            entries["Next"] = refs[number + 1]
        file.put(ref, {**entries, **_below(file, kid, ref)})
    return {"First": refs[0], "Last": refs[-1], "Count": heading.count()}
