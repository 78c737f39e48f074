"""A concept note: its panels with their questions or areas of focus, and what a person must decide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from facilitator.domain.folding import folded
from facilitator.intake.defects import Defect
from facilitator.intake.programmes.note_words import (
    ADOPTED,
    CATEGORIES,
    EARLIER,
    FOCUS,
    GROUPS,
    HEADINGS,
    PARTED,
)

_MARKS = re.compile(r"\[(?:bookmark: ?[^\]]*|footnoteRef: ?\d+)\]")
_FOOTNOTE = re.compile(r"\[\d+: {1,4}([^\]]*)\]")
_NUMBERED = re.compile(r"(\d{1,2})\.\s*(.*)")
_YEAR = re.compile(r"\((\d{4})\)")
_SYMBOL = re.compile(
    r"(?<![\w/])(A/)?HRC/RES/(\d+/\d+)(?:\s*(?:لسنة|of|بتاريخ)\s+(?:(\d{1,2})\s+\D+?\s)?(\d{4}))?"
)
_SENTENCE = re.compile(r"(?<=[.؟?!])\s+")
_DAYS = re.compile(r"(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?\s+(\D+?)\s+(\d{4})")
_MONTHS = (
    ("كانون الثاني", "january"), ("شباط", "february"), ("آذار", "march"), ("نيسان", "april"), ("أيار", "may"),
    ("حزيران", "june"), ("تموز", "july"), ("آب", "august"), ("أيلول", "september"),
    ("تشرين الأول", "october"), ("تشرين الثاني", "november"), ("كانون الأول", "december"),
)  # fmt: skip
_LONGEST_TITLE = 400
_MOST_DAYS = 14


@dataclass(slots=True)
class NotedPanel:
    """A panel as the note has it; it asks `questions`, or else names areas of `focus`."""

    row: int
    number: int
    title: str
    summary: str = ""
    questions: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()


@dataclass(slots=True)
class ConceptNote:
    """What a note tells, part by part; `defects` are what a person has to decide, by line."""

    panels: list[NotedPanel] = field(default_factory=list)
    objectives: list[str] = field(default_factory=list)
    categories: list[tuple[str, str, str]] = field(default_factory=list)
    groups: list[tuple[str, str, str]] = field(default_factory=list)
    resolutions: list[tuple[str, str]] = field(default_factory=list)
    earlier: list[tuple[str, str]] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    aim: str = ""
    place: str = ""
    defects: list[Defect] = field(default_factory=list)


def read_concept_note(text: str) -> ConceptNote:
    """Return what a note tells; one without panels is none. Nothing in it is corrected, all of it is told."""
    note = ConceptNote()
    section = ""
    for row, line in enumerate(text.replace("\u00a0", " ").splitlines(), 1):
        _look_at_marks(note, row, line)
        _note_resolutions(note, row, line)
        plain = " ".join(_MARKS.sub("", _FOOTNOTE.sub("", line)).split())
        numbered = _NUMBERED.fullmatch(plain)
        body = numbered[2] if numbered else plain
        heading = _heading(body)
        if heading:
            if section == "panels" and numbered and heading == "outcome":
                note.defects.append(Defect(row, numbered[1], "number_is_no_panel"))
            section = heading
        elif any(folded(words) in folded(plain) for words in EARLIER):
            section = "earlier"
        elif plain:
            _take(note, section, row, numbered, body)
    _finish(note, text)
    return note


def _heading(text: str) -> str:
    wanted = folded(text.rstrip(":： "))
    return next((name for name, words in HEADINGS.items() if wanted in map(folded, words)), "")


def _take(note: ConceptNote, section: str, row: int, numbered: re.Match[str] | None, body: str) -> None:
    """A line is part of its section."""
    if section == "aim" and not note.aim:
        note.aim = body
    elif section == "place" and not note.place:
        note.place = body
    elif section == "date" and not note.days:
        note.days = _read_days(body)
    elif section == "objectives" and numbered:
        note.objectives.append(body.rstrip("؛;. "))
    elif section == "earlier" and numbered:
        year = _YEAR.search(body)
        note.earlier.append((_YEAR.sub("", body).strip(" ؛;."), year[1] if year else ""))
    elif section == "panels" and numbered and int(numbered[1]) == len(note.panels) + 1:
        note.panels.append(_begun(note, row, int(numbered[1]), body))
    elif section == "panels" and note.panels:
        panel = note.panels[-1]
        panel.summary = f"{panel.summary}\n{body}".strip()


def _begun(note: ConceptNote, row: int, number: int, body: str) -> NotedPanel:
    """Return a panel from the line that begins it: its title is the first sentence, if that is one."""
    first, *rest = _SENTENCE.split(body)
    subject = re.search(r"\s(?:هو|is|will be)\s(.+)", first)
    if re.match(r"سيكون|another area|the other area", first.lower()) and subject:
        note.defects.append(Defect(row, str(number), "panel_untitled"))
        first = subject[1]
    return NotedPanel(row, number, first.strip(" .")[:_LONGEST_TITLE], " ".join(rest))


def _finish(note: ConceptNote, text: str) -> None:
    """What stands in whole texts is found: questions, areas of focus, categories and groups."""
    for panel in note.panels:
        sentences = _SENTENCE.split(panel.summary.replace("\n", " "))
        asked = (s.rpartition(":")[2].strip() for s in sentences if s.endswith(("؟", "?")))
        panel.questions = tuple(asked)
        panel.focus = () if panel.questions else tuple(_areas(sentences))
    whole = " ".join(text.split()).lower()
    note.categories = [kind[:3] for kind in CATEGORIES if re.search(kind[3], whole)]
    against = " ".join(panel.summary for panel in note.panels).lower()
    note.groups = [kind[:3] for kind in GROUPS if re.search(kind[3], against)]
    symbols = {symbol for symbol, _ in note.resolutions}
    known = sorted(symbols & ADOPTED.keys(), key=lambda symbol: ADOPTED[symbol])
    for symbol, adopted in ADOPTED.items() if known else ():
        if symbol not in symbols and adopted < max(ADOPTED[each] for each in known):
            note.defects.append(Defect(0, symbol, "resolution_omitted"))
    if not note.days:
        note.defects.append(Defect(0, "date", "date_missing"))
    if "خطة عمل ديربان" in whole.replace("إعلان وخطة", "خطة") and "إعلان وبرنامج عمل ديربان" in whole:
        row = next(n for n, line in enumerate(text.splitlines(), 1) if "خطة عمل ديربان" in line)
        note.defects.append(Defect(row, "إعلان وخطة عمل ديربان", "instrument_has_two_names"))
    note.defects.sort(key=lambda defect: defect.row)


def _areas(sentences: list[str]) -> Iterator[str]:
    for sentence in sentences:
        found = FOCUS.search(sentence)
        if found is not None:
            for part in PARTED.split(sentence[found.end() :]):
                yield re.sub("^و(?:كذا )?(?=ال|ت|ا)", "", part.strip(" .،")).strip()


def _look_at_marks(note: ConceptNote, row: int, line: str) -> None:
    if "[bookmark" in line:
        note.defects.append(Defect(row, "[bookmark]", "mark_left_over"))


def _note_resolutions(note: ConceptNote, row: int, line: str) -> None:
    for found in _SYMBOL.finditer(line):
        symbol, year = f"A/HRC/RES/{found[2]}", found[4] or ""
        if not found[1]:
            note.defects.append(Defect(row, found[0].split()[0], "symbol_without_prefix"))
        adopted = ADOPTED.get(symbol)
        if adopted is not None and year and adopted.year != int(year):
            note.defects.append(Defect(row, symbol, "resolution_of_another_year"))
        elif adopted is not None and found[3] and adopted.day != int(found[3]):
            note.defects.append(Defect(row, symbol, "resolution_of_another_day"))
        if symbol not in {known for known, _ in note.resolutions}:
            note.resolutions.append((symbol, year))


def _read_days(text: str) -> list[date]:
    found = _DAYS.search(text)
    if found is None:
        return []
    month = next(
        (n for n, names in enumerate(_MONTHS, 1) if any(name in found[3].lower() for name in names)), 0
    )
    try:
        first = date(int(found[4]), month, int(found[1]))
    except ValueError:
        return []
    last = int(found[2] or found[1])
    return [first + timedelta(days=n) for n in range(min(max(1, last - first.day + 1), _MOST_DAYS))]
