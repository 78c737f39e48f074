"""Speeches from a record, or from a list of speakers: interventions, or requests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from facilitator.acts.desk import Desk
from facilitator.acts.holder import must_be_here
from facilitator.acts.importing.order import Faulty, Order, Report, report_of
from facilitator.acts.importing.writing import language_of, write
from facilitator.acts.panels import find_panel
from facilitator.acts.record import Record
from facilitator.acts.roster import Roster
from facilitator.acts.speakers_list import SpeakersList
from facilitator.intake.speeches import SpeechRow, TurnRow, read_speeches
from facilitator.intake.tables import read_table
from facilitator.language.groups import NOT_STATED
from facilitator.store.work import Work


def import_speeches(desk: Desk, order: Order) -> Report:
    """The speeches of a record are interventions, in a panel or in one for each day; a dry run only reports.

    A list of speakers without times is a list of requests: the panel can be opened and called through.
    Times are those of clocks in the workshop's zone. Raises a TableFault, a fault of the columns,
    UnknownReference if there is no such panel, or FloorElsewhere, and then nothing has come in.
    """
    must_be_here(desk.reading.floor_elsewhere(desk.file.replica))
    target = None if order.panel is None else find_panel(desk.reading, order.panel)
    language = language_of(desk)
    table = read_table(order.source, order.encoding, order.delimiter)
    told = read_speeches(table, order.legend, language.zone)
    roster = Roster(desk.reading, language.say(NOT_STATED))
    record = Record(desk.reading, target, language)
    done = Counter(_speech(roster, record, told.speeches))
    speakers = None
    if told.turns:
        speakers = SpeakersList(desk.reading, target, language, order.source.stem, desk.now())
        done += Counter(_turn(roster, speakers, told.turns))

    def body(work: Work) -> None:
        roster.write(work, lambda _done, _total: None)
        record.write(work, order.progress)
        if speakers is not None:
            speakers.write(work)

    listed = 0 if speakers is None else speakers.size
    if (roster.size or record.size or listed) and not order.dry_run:
        arguments = {"map": order.legend.as_text(), "panel": order.panel}
        write(desk, order, "import_speeches", arguments, body)
    return report_of(told.read, done, told.defects, faulty=Faulty.of(table, told.defects))


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
