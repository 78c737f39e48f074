"""The one door: every act and question goes through it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from facilitator.acts import (  # noqa: F401 - they fill the list
    attendance,
    budgets,
    codings,
    days,
    deciding,
    doubles,
    earlier,
    floor,
    handing_floor,
    keeping,
    lists,
    note_facts,
    notes,
    objectives,
    overrides,
    panels,
    paragraphs,
    people,
    points,
    profiles,
    programme,
    protection,
    queue,
    rearranging,
    recommendations,
    redrafting,
    report,
    rules,
    seats,
    settling,
    short_codes,
    side_clock,
    speakers,
    taking_out,
    time,
    workflow,
)
from facilitator.acts.arguments import is_text, plain
from facilitator.acts.before import before
from facilitator.acts.dossier import Dossier, Recommendations, dossier
from facilitator.acts.handed_over import Newer, copied, newer_than, newest_event
from facilitator.acts.history import Past, past, reverse
from facilitator.acts.outline import outline
from facilitator.acts.panels import find_panel, panel_looked_at
from facilitator.acts.registry import Act, Answer, find_act
from facilitator.acts.safety import keep_snapshot
from facilitator.acts.search import search
from facilitator.domain.before import Before
from facilitator.domain.hits import Hits, Wanted
from facilitator.domain.ledger import Recommended
from facilitator.domain.notes import Note, NoteId, RecommendationId
from facilitator.domain.outline import Outline
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import NotUnderstood
from facilitator.domain.unwatched import unwatched_ms
from facilitator.domain.view import View
from facilitator.language.speech import Language
from facilitator.store.keys import FileKey
from facilitator.store.reading import Reading
from facilitator.store.snapshots import RISKY, Why
from facilitator.store.steps import Pause, no_pause
from facilitator.store.workshop_file import Entry, WorkshopFile, open_workshop
from facilitator.store.write_ahead import Beside, directly

_LAST_ACTS = 12


class Desk:
    """A workshop in use. `clock` gives the instant in UTC milliseconds; nothing else asks for the time."""

    def __init__(self, file: WorkshopFile, clock: Callable[[], int]) -> None:
        self._file = file
        self._clock = clock
        self._listeners: dict[Callable[[View], None], None] = {}  # in the order in which they came
        self._views: dict[PanelId | None, View] = {}
        self._last_alive, self._back_at = file.last_alive(), 0
        self._ledger = Recommendations()
        self._behind: Past | None = None  # the floor's last acts, which no note adds to
        self._kept, self._opened_at = "", newest_event(file)

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def file(self) -> WorkshopFile:
        return self._file

    @property
    def reading(self) -> Reading:
        return self._file.reading

    @property
    def key(self) -> FileKey | None:
        return self._file.key

    def now(self) -> int:
        return self._clock()

    def is_there(self) -> bool:
        return self._file.is_there()

    def do(self, act: str, draft: str | None = None, /, **arguments: Any) -> Answer:  # noqa: ANN401 - of acts
        """The act is done and on the disk; raises a refusal or a fault, and then nothing has changed.

        With it the unfinished line of the rapporteur becomes `draft`, where one is named.
        """
        if act in ("undo", "redo"):
            answer = Answer(reverse(self._file, act, arguments.get("desk"), self.now()))
            self._behind = None
        else:
            found = find_act(act)
            desk = arguments.pop("desk", found.desk)  # where it is done, and taken back
            answer = self._run(found, desk, arguments, draft)
            self._behind = self._behind if desk == "notes" else None
        self._tell()
        return answer

    def view(self, panel: PanelId | None = None) -> View:
        """Return a look at a panel, or at the one under way; the same until something changes."""
        if panel not in self._views:
            self._views[panel] = self._look(panel)
        return self._views[panel]

    def shown(self, panel: PanelId | None = None) -> View:
        """Return the look at a panel that documents may have: without what is kept back of anybody."""
        return self.showing(panel)()

    def showing(self, panel: PanelId | None = None) -> Callable[[], View]:
        """Return what makes that look without any more reading: another thread may do it."""
        return protection.shown_as_read(self.reading, self.view(panel))

    def levels(self) -> Iterator[None]:
        return self.reading.ledger.levels_coming()

    def listen(self, listener: Callable[[View], None]) -> Callable[[], None]:
        """The listener hears of each change, after it is on the disk, until what is returned is called."""
        self._listeners[listener] = None
        return lambda: self._listeners.pop(listener, None)

    def changed(self, pause: Pause = no_pause) -> None:
        """Something was written past `do`, by an import: all look again, once they know who came with it."""
        if self._listeners:
            self.reading.everybody.catch_up(pause)
        self._behind = None
        pause()
        self._tell(pause)

    def read_ahead(self) -> None:
        """What is looked at first after a change is read, and is there at once: another thread may do it."""
        if self._listeners:
            self._look(None)

    def search(self, wanted: Wanted) -> Hits:
        """Return where the words stand that are looked for, the closest first."""
        return search(self._file, wanted)

    def revisions(self, note: NoteId) -> tuple[Mapping[str, Any], ...]:
        """Return every text a note has had, the oldest first."""
        return self.reading.revisions(note)

    def note(self, note: NoteId) -> Note:
        return self.reading.note(note)

    def removed_notes(self, panel: PanelId) -> tuple[Note, ...]:
        return self.reading.noted.removed(panel)

    def outline(self, language: Language, reader: Language | None = None) -> Outline:
        """Return the report as it is drafted, in one language, and told to a reader of another."""
        return outline(self.reading, self.now(), language, reader)

    def follow_up(self) -> tuple[Note, ...]:
        """Return the notes of all panels that somebody follows up, what is open and due first."""
        return note_facts.followed_up(self.reading)

    def ledger(self, panel: PanelId | None = None) -> tuple[Recommended, ...]:
        """Return all recommendations, also those that no document may have; or those of one panel."""
        known, all_ = self._views, [panel] if panel else [each.id for each in self.reading.panels()]
        views = [known.get(each) or self._look(each, whole=False) for each in all_]
        return tuple(row for view in views for row in self._ledger.of(view))

    def coming(self, panel: PanelId) -> Iterator[None]:
        """A panel is read in pieces, in between others have a turn; then a view of it is there at once."""
        return self.reading.noted.coming(panel)

    def before(self) -> tuple[Before, ...]:
        """Return what earlier workshops recommended and consultations concluded."""
        return before(self.reading)

    def dossier(self, recommendation: RecommendationId) -> Dossier:
        return dossier(self.reading, recommendation, self.now(), self._file.replica)

    def keep_draft(self, text: str) -> None:
        """The unfinished line of the rapporteur is on the disk."""
        self._file.keep_draft(text, self.now())

    def draft(self) -> str:
        return self._file.draft()

    def keep_alive(self) -> None:
        """The file says that the application is alive, so that an absence can be measured."""
        self._file.keep_alive(self.now())

    def away_ms(self) -> int | None:
        """Return for how long nobody watched a clock that ran on, until this was first asked, or None."""
        self._back_at = self._back_at or self.now()
        return unwatched_ms(self.view(), self._back_at, self._last_alive)

    def back(self) -> None:
        """Somebody has taken note of the absence."""
        self._last_alive = None

    def copied(self, folder: Path) -> Path:
        """Return a copy of the workshop in the folder, for another process to read; raises a fault."""
        return copied(self._file, folder)

    def keep_snapshot(self, why: Why, beside: Beside = directly) -> None:
        """A verified snapshot of what stands now lies beside the file; if not risky, only of what changed."""
        if self.to_keep(why) and keep_snapshot(self._file, self.now(), why, beside) is not None:
            self._kept = self.newest_event()

    def to_keep(self, why: Why = Why.REGULAR) -> bool:
        """Say whether anything was done that no snapshot holds; if not risky, in this opening."""
        return self.newest_event() not in {self._kept, self._kept if why in RISKY else self._opened_at}

    def kept(self, newest: str) -> None:
        """A snapshot holds all up to an event."""
        self._kept = newest

    def newest_event(self) -> str:
        return newest_event(self._file)

    def newer_than(self, event: str, about: Iterable[PanelId]) -> Newer | None:
        """Return what happened after an event in these panels, None if there was no such event."""
        return newer_than(self._file, event, about)

    def close(self) -> None:
        self._file.close()

    def _run(self, act: Act, desk: str, arguments: dict[str, Any], draft: str | None) -> Answer:
        known = {parameter.name for parameter in act.parameters}
        for name, value in arguments.items():
            if name not in known or not is_text(value):
                raise NotUnderstood(field=name)
        entry = Entry(act.name, desk, plain(arguments), self.now(), draft=draft)
        return Answer(*self._file.write(entry, lambda work: act.run(work, **arguments), idle=False))

    def _tell(self, pause: Pause = no_pause) -> None:
        self._views.clear()
        for listener in tuple(self._listeners):
            view = self.view()
            pause()
            listener(view)

    def _look(self, wanted: PanelId | None, *, whole: bool = True) -> View:
        """Unless it is to be the `whole` panel, of its notes those are enough that its ledger rests on."""
        reading = self._file.reading
        panel = panel_looked_at(reading) if wanted is None else find_panel(reading, wanted)
        behind = self._behind = self._behind or past(self._file, "floor", _LAST_ACTS)
        proposed = () if panel is None else reading.recommendations(panel.id)
        return View(
            workshop=reading.workshop(),
            categories=reading.categories(),
            people=reading.people() if panel is None else reading.attendance.people(panel.id),
            panels=reading.panels(),
            states=reading.states(),
            panel=panel,
            floor=None if panel is None else reading.floor(panel.id),
            notes=() if panel is None else reading.noted.of(panel.id, None if whole else proposed),
            recommendations=proposed,
            codings=reading.noted.codings(),
            relations=reading.noted.relations(),
            last_acts=behind.last,
            undo=behind.undo,
            redo=behind.redo,
            invited=reading.people(),
            days=reading.planned_days(),
            objectives=reading.named("objectives"),
            profiles=reading.named("profiles"),
            anomalies=reading.anomalies(),
            short_codes=reading.short_codes(),
            conflicts=settling.how_many(self._file),
            floor_elsewhere=reading.floor_elsewhere(self._file.replica),
            attendance={} if panel is None else reading.attendance.of(panel.id),
            floors={each.id: reading.floor(each.id) for each in reading.panels()},
        )


def open_desk(path: Path, clock: Callable[[], int], key: FileKey | None = None) -> Desk:
    """Return the desk of a workshop's file; raises a fault if it cannot be used."""
    return Desk(open_workshop(path, key), clock)
