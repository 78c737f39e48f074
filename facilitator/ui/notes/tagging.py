"""Tags of a note, or of words in it: by two letters in any language, each put on or taken off."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitator.language.groups import VOCABULARIES
from facilitator.language.vocabularies import typed_concepts
from facilitator.ui.context import Context
from facilitator.ui.notes.capture import Capture
from facilitator.ui.notes.picker import Row
from facilitator.ui.notes.picks import Doing

_MANY = 60


class Tagging:
    """What is there stands first and is told; taken once more it goes, also where its words are gone."""

    def __init__(self, context: Context, capture: Capture, do: Doing) -> None:
        self._context, self._capture, self._do = context, capture, do
        note, field = capture.editing, capture.field
        self._span = field.selected() if note is not None and field.text() == note.text else None

    @property
    def words(self) -> str:
        """Return the selected words that are tagged; none are if it is the whole note."""
        return "" if self._span is None else self._span[2]

    def found(self, typed: str) -> tuple[Sequence[Row], Callable[[int], object]]:
        """Return what the letters may mean, and what takes one of it."""
        language, there = self._context.language, self._there()
        named = [(f"{each.vocabulary}:{each.code}", each) for each in typed_concepts(typed, language.code)]
        if not typed.strip():
            named.sort(key=lambda pair: pair[0] not in there)
        end = language.say("tagged: Enter takes it off")
        rows = [
            Row(
                concept.label(language.code),
                language.say(VOCABULARIES[concept.vocabulary]),
                end if code in there else concept.code,
            )
            for code, concept in named[:_MANY]
        ]
        return rows, lambda row: self._take(named[row][0])

    def _there(self) -> dict[str, str]:
        """Return the tags that are there, each with the id of its coding in a note that is stored."""
        note = self._capture.editing
        if note is None:
            return dict.fromkeys(self._capture.tags, "")
        begin = None if self._span is None else self._span[0]
        codings = self._context.desk.view(note.panel).codings.get(note.id, ())
        return {
            coding.code: coding.id
            for coding in codings
            if (coding.orphaned and begin is None) or (coding.begin == begin and not coding.orphaned)
        }

    def _take(self, code: str) -> None:
        note, there = self._capture.editing, self._there()
        if note is None:
            self._capture.tag(code)
        elif code in there:
            self._do("uncode_note", coding=there[code])
        else:
            span = self._span
            place = {} if span is None else {"begin": span[0], "end": span[1], "base": note.revision}
            self._do("code_note", note=note.id, code=code, **place)
