"""A line that is not stored yet: its text and its link, as the file keeps them through a power cut."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from facilitator.domain.intervention import InterventionId
from facilitator.domain.notes import NoteId, NoteKind, RevisionId
from facilitator.domain.programme import PanelId, QuestionId
from facilitator.ui.notes.moment import Moment

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Voice:
    """In which language a quotation came from the floor, "" if in the one noted, and how it was heard."""

    heard: str = ""
    interpreted: bool = False

    @property
    def quoted(self) -> bool:
        return bool(self.heard or self.interpreted)

    def chosen_after(self, before: Voice) -> Voice:
        """Return how it was heard once this is chosen: a language and interpretation stand together."""
        if self.interpreted and not self.heard:
            return replace(self, heard=before.heard)
        if self.heard and not before.heard:
            return replace(self, interpreted=self.interpreted or before.interpreted)
        return self


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What stands in the capture line; `note` and `base` if a note is being edited.

    `beneath` is the line that was begun before that note was taken up.
    """

    text: str = ""
    kind: NoteKind = NoteKind.POINT
    question: QuestionId | None = None
    moment: Moment | None = None
    note: NoteId | None = None
    base: RevisionId | None = None
    beneath: Unfinished | None = None
    tags: tuple[str, ...] = ()
    voice: Voice = field(default_factory=Voice)
    for_moderator: bool = False

    def written(self) -> str:
        """Return the line as the file keeps it; empty if there is nothing to keep."""
        if not self.text and (self.beneath is None or not self.beneath.text):
            return ""
        return json.dumps(_packed(self), ensure_ascii=False)


def unfinished(written: str) -> Unfinished:
    """Return the line that was kept; words that nobody packed are its text."""
    try:
        found = json.loads(written)
    except ValueError:
        return Unfinished(written)
    return _unpacked(found) if isinstance(found, dict) and "text" in found else Unfinished(written)


def _packed(line: Unfinished) -> dict[str, Any]:
    moment = line.moment
    return {
        "text": line.text,
        "kind": line.kind.value,
        "question": line.question,
        "moment": None if moment is None else [moment.at, moment.panel, moment.intervention, moment.nobody],
        "tags": list(line.tags),
        "heard": line.voice.heard,
        "interpreted": line.voice.interpreted,
        "for_moderator": line.for_moderator,
        "note": line.note,
        "base": line.base,
        "beneath": None if line.beneath is None else _packed(line.beneath),
    }


def _unpacked(found: dict[str, Any]) -> Unfinished:
    moment, beneath = found.get("moment"), found.get("beneath")
    return Unfinished(
        text=str(found["text"]),
        kind=NoteKind(found["kind"]) if found.get("kind") in set(NoteKind) else NoteKind.POINT,
        question=_id(QuestionId, found.get("question")),
        moment=_moment(*moment) if isinstance(moment, list) and len(moment) in _PARTS else None,
        note=_id(NoteId, found.get("note")),
        base=_id(RevisionId, found.get("base")),
        beneath=_unpacked(beneath) if isinstance(beneath, dict) and "text" in beneath else None,
        tags=tuple(tag for tag in found.get("tags", ()) if isinstance(tag, str)),
        voice=Voice(_text(found.get("heard")), found.get("interpreted") is True),
        for_moderator=found.get("for_moderator") is True,
    )


_PARTS = (3, 4)


def _moment(at: object, panel: object, intervention: object, nobody: object = False) -> Moment | None:  # noqa: FBT002 - a line of JSON
    if not isinstance(at, int):
        return None
    return Moment(at, _id(PanelId, panel), _id(InterventionId, intervention), nobody=nobody is True)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _id(kind: Callable[[str], _T], value: object) -> _T | None:
    return kind(value) if isinstance(value, str) else None
