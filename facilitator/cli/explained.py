"""What `facilitator COMMAND --help` tells of a command beside its options; shapes are no sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitator.language.exchanging import TRAVELS
from facilitator.language.problems import IS_A_PERSON
from facilitator.language.speech import mark


@dataclass(frozen=True)
class More:
    """Sentences, the names they hold, and the shape of the answer in JSON."""

    told: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    shape: str = ""


_SIGNS = {"passphrase": "FACILITATOR_PASSPHRASE", "fresh": "FACILITATOR_NEW_PASSPHRASE"}
_FLAWS = "pages, links, events_missing, events_altered, events_cut_loose, table_differs, last_acts"
_POINTS = "file, disk, fonts, people, category, language, hard_stop, hard_stop_over, questions, plan, no_plan"

MORE = {
    "new": More((mark("The passphrase of an encrypted one may be given by {passphrase}."),), _SIGNS),
    "do": More((mark("Each line is answered with one line of JSON."),)),
    "check": More(
        (
            mark("Nothing in it is changed."),
            mark("In JSON the newest snapshot comes first; flaws are {names}."),
        ),
        {"names": _FLAWS},
        '{"sound", "events", "rows", "findings": [{"flaw", "count", "table", "replica", "first", "last"}],'
        ' "snapshots": [path]}',
    ),
    "encrypt": More(
        (
            mark("Its snapshots are encrypted as well; an encrypted one gets a new key."),
            mark("The passphrase is asked for, or taken from {passphrase}."),
            mark("The new passphrase of a workshop that is encrypted already is taken from {fresh}."),
            mark("The recovery code that is printed opens the file as well."),
        ),
        _SIGNS,
    ),
    "erase": More(
        (
            mark("This is not taken back."),
            mark("The certificate, in JSON, says what was done without naming the person."),
        ),
    ),
    "export": More(
        (
            mark("Whom it will name is told before that."),
            mark("What is to be looked at is told, and is no fault."),
            mark("In JSON, {missing} are characters that no font has; {found} are those of a report."),
        ),
        {"missing": "missing", "found": "words, findings"},
        '{"names", "missing", "words", "budget", "findings": [{"rule", "paragraph", "sentence"}]}',
    ),
    "import": More(
        (mark("{person} says that what was taken for the head of a section is a person."),),
        {"person": IS_A_PERSON},
        '{"read", "added", "updated", "unchanged", "skipped", "elsewhere",'
        ' "defects": [{"row", "field", "problem", "minutes"}]}',
    ),
    "merge": More(
        (
            mark("A file that is not there yet becomes a new laptop's copy of the workshop."),
            mark("{least} and {most} tell how far the sender's clock is ahead at least and at most."),
        ),
        {"least": "ahead_ms", "most": "ahead_at_most_ms"},
        '{"packages": [{"sender", "events": {laptop: count}, "fuller", "conflicts", "missing": {laptop:'
        ' [[first, last]]}, "newcomers", "erased", "ahead_ms", "ahead_at_most_ms"}]}',
    ),
    "pack": More((mark("Private memos and unfinished lines stay here."), TRAVELS)),
    "ready": More(
        (mark("In JSON a state is {states}; points are {names}."),),
        {"states": "ok, warn, fail", "names": f"{_POINTS}, interpretation, screen_unseen"},
        '{"panel", "ready", "points": [{"point", "state", "n"}]}',
    ),
    "search": More(
        (
            mark("The closest come first, and of those as close the newest."),
            mark("In JSON a kind is {names}."),
        ),
        {"names": "note, recommendation, participant, panel, question"},
        '{"hits": [{"id", "kind", "note_kind", "panel", "text", "score"}], "total"}',
    ),
    "snapshot": More((mark("A file that is there is never replaced."),)),
    "stats": More(
        (
            mark("In JSON, {people} are those of the whole workshop."),
            mark("Shares are fractions of the seconds counted; the key of what is not known is empty."),
        ),
        {"people": "participants"},
        '{"by", "panel", "rows": [{"key", "label", "participants", "interventions", "seconds", "share",'
        ' "target_share"}], "total": {"participants", "interventions", "seconds", "overruns", "longest_s"}}',
    ),
    "template": More((mark("Nobody is in it."),)),
}
