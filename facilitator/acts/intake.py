"""What comes in from lists: people and speeches, all of a list or nothing of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from facilitator.acts.desk import Desk
from facilitator.acts.panels import find_panel
from facilitator.acts.record import Record
from facilitator.acts.roster import Roster
from facilitator.acts.speakers_list import SpeakersList
from facilitator.domain.refusals import Explained
from facilitator.intake.participants import read_participants
from facilitator.intake.people import Defect
from facilitator.intake.speeches import SpeechRow, TurnRow, read_speeches
from facilitator.intake.tables import read_table
from facilitator.language.groups import NOT_STATED
from facilitator.language.speech import Language, language_for
from facilitator.store.work import Work
from facilitator.store.workshop_file import Entry

Progress = Callable[[int, int], None]


class Kind(StrEnum):
    """What a list holds."""

    PARTICIPANTS = "participants"
    PROGRAMME = "programme"
    SPEECHES = "speeches"
    RECOMMENDATIONS = "recommendations"


class ListNotRead(Explained):
    """Lists of this `kind` are not read yet."""


@dataclass(frozen=True, slots=True)
class Report:
    """How many rows a list had and what became of them; `defects` name what is wrong with any."""

    read: int
    added: int
    updated: int
    unchanged: int
    skipped: int
    defects: tuple[Defect, ...]

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "defects": [asdict(defect) for defect in self.defects]}


def import_list(
    desk: Desk,
    source: Path,
    kind: Kind,
    mapping: Mapping[str, str],
    *,
    panel: int | None = None,
    dry_run: bool = False,
    progress: Progress,
) -> Report:
    """A list of this kind is in the workshop; raises ListNotRead, and what the kinds raise."""
    match kind:
        case Kind.PARTICIPANTS:
            return import_participants(desk, source, mapping, dry_run=dry_run, progress=progress)
        case Kind.SPEECHES:
            return import_speeches(desk, source, mapping, panel=panel, dry_run=dry_run, progress=progress)
    raise ListNotRead(kind=kind.value)


def import_participants(
    desk: Desk, source: Path, mapping: Mapping[str, str], *, dry_run: bool, progress: Progress
) -> Report:
    """The people of a list are in the workshop, each row one of them; a dry run only reports.

    Raises a TableFault, or a fault of the columns, and then nothing has come in.
    """
    told = read_participants(read_table(source), mapping)
    roster = Roster(desk.reading, _language(desk).say(NOT_STATED))
    done = Counter(roster.take(row.person) for row in told.people)

    def body(work: Work) -> None:
        roster.write(work, progress)
        work.subject = source.name

    if roster.size and not dry_run:
        _write(desk, "import_participants", {"source": source.name, "map": dict(mapping)}, body)
    return _report(told.read, done, told.defects)


def import_speeches(
    desk: Desk,
    source: Path,
    mapping: Mapping[str, str],
    *,
    panel: int | None,
    dry_run: bool,
    progress: Progress,
) -> Report:
    """The speeches of a record are interventions, in a panel or in one for each day; a dry run only reports.

    A list of speakers without times is a list of requests: the panel can be opened and called through.
    Times are those of clocks in the workshop's zone. Raises as `import_participants` does, and
    UnknownReference if there is no such panel.
    """
    target = None if panel is None else find_panel(desk.reading, panel)
    language = _language(desk)
    told = read_speeches(read_table(source), mapping, language.zone)
    roster = Roster(desk.reading, language.say(NOT_STATED))
    record = Record(desk.reading, target, language)
    done = Counter(_speech(roster, record, told.speeches))
    speakers = None
    if told.turns:
        speakers = SpeakersList(desk.reading, target, language, source.stem, desk.now())
        done += Counter(_turn(roster, speakers, told.turns))

    def body(work: Work) -> None:
        roster.write(work, lambda _done, _total: None)
        record.write(work, progress)
        if speakers is not None:
            speakers.write(work)
        work.subject = source.name

    listed = 0 if speakers is None else speakers.size
    if (roster.size or record.size or listed) and not dry_run:
        arguments = {"source": source.name, "map": dict(mapping), "panel": panel}
        _write(desk, "import_speeches", arguments, body)
    return _report(told.read, done, told.defects)


def _speech(roster: Roster, record: Record, speeches: Iterable[SpeechRow]) -> Iterable[str]:
    for speech in speeches:
        who, met = roster.meet(speech.person)
        known = record.knows(who, speech)
        if not known:
            record.add(who, speech)
        yield "added" if not known else met


def _turn(roster: Roster, speakers: SpeakersList, turns: Iterable[TurnRow]) -> Iterable[str]:
    for turn in turns:
        who, met = roster.meet(turn.person)
        yield "added" if speakers.take(who, turn) else met


def _write(desk: Desk, act: str, arguments: Mapping[str, Any], body: Callable[[Work], None]) -> None:
    desk.file.write(Entry(act, "secretariat", arguments, desk.now()), body)
    desk.changed()


def _language(desk: Desk) -> Language:
    workshop = desk.reading.workshop()
    return language_for(workshop.language, workshop.zone)


def _report(read: int, done: Mapping[str, int], defects: tuple[Defect, ...]) -> Report:
    added, updated, unchanged = (done.get(what, 0) for what in ("added", "updated", "unchanged"))
    return Report(read, added, updated, unchanged, read - added - updated - unchanged, defects)
