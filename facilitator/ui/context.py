"""What every widget is handed: the desk behind it, the language it speaks and the colours it wears."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtGui import QFont

from facilitator.domain.before import Before
from facilitator.domain.hits import Hits, Wanted
from facilitator.domain.ledger import Recommended
from facilitator.domain.notes import Note, NoteId, RecommendationId
from facilitator.domain.outline import Outline
from facilitator.domain.programme import PanelId
from facilitator.domain.recommendation import Change, Recommendation, Redraft, Status, Step
from facilitator.domain.view import View
from facilitator.language.places import free_bytes
from facilitator.language.speech import Language
from facilitator.ui.keymap import KeyMap
from facilitator.ui.notes.typing import Typing
from facilitator.ui.tokens import Tokens
from facilitator.ui.type import Role, font


class Answer(Protocol):
    """What an act answers: the event it left in the journal, and the id of what it made."""

    @property
    def event(self) -> str: ...

    @property
    def id(self) -> str | None: ...


class Newer(Protocol):
    """What a document does not know of."""

    @property
    def notes(self) -> int: ...

    @property
    def other(self) -> bool: ...


class Key(Protocol):
    """What opens an encrypted file; no screen shows it."""

    def told(self) -> str: ...


class Dossier(Protocol):
    """All that is kept of one recommendation."""

    @property
    def held(self) -> Recommendation: ...

    @property
    def notes(self) -> tuple[Note, ...]: ...

    @property
    def steps(self) -> tuple[Step, ...]: ...

    @property
    def changes(self) -> tuple[Change, ...]: ...

    @property
    def back(self) -> tuple[Status, ...]: ...

    @property
    def turns(self) -> int: ...

    @property
    def inputs(self) -> tuple[Before, ...]: ...

    @property
    def earlier(self) -> tuple[Before, ...]: ...

    @property
    def redrafts(self) -> tuple[Redraft, ...]: ...

    @property
    def paragraph(self) -> int | None: ...

    @property
    def signer(self) -> str: ...


class Indexed(Protocol):
    """What came in at once is found by its words a little at a time."""

    @property
    def at_work(self) -> bool: ...

    def index_more(self, most: int) -> bool: ...


class Desk(Protocol):
    """The one door to the workshop's file, as the screens use it."""

    @property
    def path(self) -> Path: ...

    @property
    def file(self) -> Indexed: ...

    @property
    def key(self) -> Key | None: ...

    def do(self, act: str, draft: str | None = None, /, **arguments: object) -> Answer: ...

    def view(self, panel: PanelId | None = None) -> View: ...

    def coming(self, panel: PanelId) -> Iterator[None]: ...

    def shown(self, panel: PanelId | None = None) -> View: ...

    def showing(self, panel: PanelId | None = None) -> Callable[[], View]: ...

    def levels(self) -> Iterator[None]: ...

    def now(self) -> int: ...

    def is_there(self) -> bool: ...

    def listen(self, listener: Callable[[View], None]) -> Callable[[], None]: ...

    def search(self, wanted: Wanted) -> Hits: ...

    def revisions(self, note: NoteId) -> Sequence[Mapping[str, Any]]: ...

    def ledger(self, panel: PanelId | None = None) -> tuple[Recommended, ...]: ...

    def before(self) -> tuple[Before, ...]: ...

    def dossier(self, recommendation: RecommendationId) -> Dossier: ...

    def outline(self, language: Language, reader: Language | None = None) -> Outline: ...

    def follow_up(self) -> Sequence[Note]: ...

    def note(self, note: NoteId) -> Note: ...

    def removed_notes(self, panel: PanelId) -> Sequence[Note]: ...

    def keep_draft(self, text: str) -> None: ...

    def draft(self) -> str: ...

    def away_ms(self) -> int | None: ...

    def back(self) -> None: ...

    def keep_alive(self) -> None: ...

    def copied(self, folder: Path) -> Path: ...

    def newest_event(self) -> str: ...

    def newer_than(self, event: str, about: Iterable[PanelId]) -> Newer | None: ...

    def close(self) -> None: ...


class Attire(Protocol):
    """How a widget looks and speaks, whatever stands behind it."""

    @property
    def language(self) -> Language: ...

    @property
    def tokens(self) -> Tokens: ...

    @property
    def rtl(self) -> bool: ...

    def font(self, role: Role, px: int | None = None) -> QFont: ...


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of a widget; another language, theme or size of type means another widget."""

    desk: Desk
    language: Language
    tokens: Tokens
    large: bool = False
    keys: KeyMap = field(default_factory=KeyMap)
    steady: Callable[[], float] | None = None  # in seconds; without it no leap of the clock is seen
    typing: Typing = field(default_factory=Typing)
    free: Callable[[Path], int] = free_bytes  # on the disk where a file lies

    @property
    def rtl(self) -> bool:
        return self.language.rtl

    def font(self, role: Role, px: int | None = None) -> QFont:
        return font(role, self.language.code, large=self.large, px=px)
