"""Notes and recommendations as a project of REFI-QDA 1.0 (Project.xsd of 18 March 2019).

NVivo, QualCoder and others read it. Each panel is a text, each note in it a passage that its kind and its
codes are given to, each span a passage of its own, each speaker a case. Recommendations are a second text,
with a link from each to the notes that it rests on; those texts are a set. Places count code points, as all
who write this format have it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree as ET

from facilitator.documents.coded.codes import Code, branch_name, code_of, codes_of, guid_of, kind_code
from facilitator.documents.office.safe_text import xml_safe
from facilitator.documents.office.whole_zip import write_parts
from facilitator.domain.coded import CodedNote
from facilitator.domain.ledger import Recommended
from facilitator.domain.people import CategoryKey
from facilitator.domain.programme import Workshop
from facilitator.language.direction import bare
from facilitator.language.speech import Language
from facilitator.language.wording import panel_title

_SPACE = "urn:QDA-XML:project:1.0"
_CATEGORY = guid_of("variable", "category")
ET.register_namespace("", _SPACE)


@dataclass(slots=True)
class _Text:
    """The text of a panel while it is written, and the passages of it that bear codes."""

    name: str
    guid: str
    lines: list[str] = field(default_factory=list)
    passages: list[_Passage] = field(default_factory=list)
    length: int = 0

    def add(self, line: str) -> int:
        """Return where the line begins, which is now the last one."""
        begin = self.length
        self.lines.append(line)
        self.length += len(line) + 1
        return begin

    @property
    def whole(self) -> str:
        return "".join(f"{line}\n" for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Passage:
    guid: str
    begin: int
    end: int
    at: int
    codes: tuple[Code, ...]
    case: str = ""
    category: CategoryKey | None = None
    name: str = ""
    rests_on: tuple[str, ...] = ()


def write_qda_project(  # noqa: PLR0913 - what there is to tell, and in what words
    notes: Sequence[CodedNote],
    rows: Sequence[Recommended],
    workshop: Workshop,
    labels: Mapping[CategoryKey, str],
    language: Language,
    target: Path,
    *,
    moment: int,
) -> None:
    """The target is a .qdpx package; `labels` are the names of the categories."""
    texts = [
        _text(panel, list(alike), labels, language)
        for panel, alike in groupby(notes, key=lambda each: bare(panel_title(each.panel, language)))
    ]
    proposed = list(_proposed(rows, {str(each.note.id) for each in notes}, language, moment))
    project = _project(texts, proposed, workshop, labels, language, moment)
    ET.indent(project)
    described = ET.tostring(project, encoding="utf-8", xml_declaration=True)
    sources = [(f"Sources/{text.guid}.txt", text.whole.encode()) for text in (*texts, *proposed)]
    write_parts(target, [("project.qde", described), *sources], moment)


def _text(
    panel: str, notes: Sequence[CodedNote], labels: Mapping[CategoryKey, str], language: Language
) -> _Text:
    """Return a panel's notes below one another, each under whoever spoke."""
    text = _Text(xml_safe(panel), guid_of("text", notes[0].panel.id))
    text.add(text.name)
    speaking: str | None = None
    for each in notes:
        category = "" if each.category is None else labels.get(each.category, str(each.category))
        who = xml_safe(", ".join(part for part in (each.speaker, category) if part))
        if who != speaking:
            text.add("")
            text.add(f"{bare(language.time_of_day(each.note.at))} {who}".rstrip())
            speaking = who
        text.passages += _passages(each, text, language)
    return text


def _passages(each: CodedNote, text: _Text, language: Language) -> Iterator[_Passage]:
    """Yield a note's own passage and those of its spans; the note is in the text from then on."""
    note, said = each.note, each.note.text
    begin = text.add(xml_safe(said))
    whole = [code_of(coding.code, language) for coding in each.codings if coding.begin is None]
    codes = (kind_code(note.kind, language), *whole)
    end = text.length - 1
    yield _Passage(note.id, begin, end, note.at, codes, xml_safe(each.speaker), each.category)
    for coding in each.codings:
        if coding.begin is not None and coding.end is not None:
            first, last = len(xml_safe(said[: coding.begin])), len(xml_safe(said[: coding.end]))
            yield _Passage(coding.id, begin + first, begin + last, note.at, (code_of(coding.code, language),))


def _proposed(
    rows: Sequence[Recommended], noted: Collection[str], language: Language, moment: int
) -> Iterator[_Text]:
    """Yield the recommendations of each panel below one another, each under its number."""
    for panel, alike in groupby(rows, key=lambda row: row.panel):
        name = f"{bare(panel_title(panel, language))} · {language.say('Recommendations')}"
        text = _Text(xml_safe(name), guid_of("recommendations", panel.id))
        text.add(text.name)
        for row in alike:
            text.add("")
            text.add(row.number)
            begin = text.add(xml_safe(row.text))
            codes = () if row.held is None else tuple(codes_of(row.held, language))
            notes = () if row.held is None else tuple(note for note in row.held.notes if note in noted)
            text.passages.append(
                _Passage(row.id, begin, text.length - 1, moment, codes, name=row.number, rests_on=notes)
            )
        yield text


def _project(
    texts: Sequence[_Text],
    proposed: Sequence[_Text],
    workshop: Workshop,
    labels: Mapping[CategoryKey, str],
    language: Language,
    moment: int,
) -> ET.Element:
    user = guid_of("user", workshop.title)
    passages = [passage for text in (*texts, *proposed) for passage in text.passages]
    spoke = [passage for passage in passages if passage.case]
    codes = dict.fromkeys(code for passage in passages for code in passage.codes)
    title = xml_safe(bare(workshop.title))
    return _element(
        "Project",
        _element("Users", _element("User", guid=user, name=language.say("Rapporteurs"))),
        _some("CodeBook", _some("Codes", *_branches(codes, language))),
        _some("Variables", *_variables(spoke, language)),
        _some("Cases", *_cases(spoke, labels)),
        _some("Sources", *(_source(text, user) for text in (*texts, *proposed))),
        _some("Links", *_links(passages)),
        _some("Sets", _set(proposed, language)),
        _element("Description", text=xml_safe(bare(workshop.notice))) if workshop.notice else None,
        name=title,
        origin="Facilitator",
        creatingUserGUID=user,
        creationDateTime=_instant(moment),
    )


def _branches(codes: Iterable[Code], language: Language) -> Iterator[ET.Element]:
    """Yield each vocabulary as a code that nothing bears, with its codes below it."""
    listed = sorted(codes, key=lambda code: (code.branch, code.path))
    for branch, below in groupby(listed, key=lambda code: code.branch):
        yield _element(
            "Code",
            *(_element("Code", guid=code.guid, name=code.name, isCodable="true") for code in below),
            guid=guid_of(branch),
            name=branch_name(branch, language),
            isCodable="false",
        )


def _variables(spoke: Sequence[_Passage], language: Language) -> Iterator[ET.Element]:
    if any(passage.category is not None for passage in spoke):
        name = language.say("Category")
        yield _element("Variable", guid=_CATEGORY, name=name, typeOfVariable="Text")


def _cases(spoke: Sequence[_Passage], labels: Mapping[CategoryKey, str]) -> Iterator[ET.Element]:
    """Yield whoever spoke, with all that was noted of them."""
    for name in dict.fromkeys(passage.case for passage in spoke):
        own = [passage for passage in spoke if passage.case == name]
        category = next((passage.category for passage in own if passage.category is not None), None)
        value = None
        if category is not None:
            shown = _element("TextValue", text=xml_safe(labels.get(category, str(category))))
            value = _element("VariableValue", _element("VariableRef", targetGUID=_CATEGORY), shown)
        said = (_element("SelectionRef", targetGUID=passage.guid) for passage in own)
        yield _element("Case", value, *said, guid=guid_of("case", name), name=name)


def _links(passages: Sequence[_Passage]) -> Iterator[ET.Element]:
    for passage in passages:
        for note in passage.rests_on:
            yield _element(
                "Link",
                guid=guid_of("link", passage.guid, note),
                name=passage.name,
                direction="OneWay",
                originGUID=passage.guid,
                targetGUID=note,
            )


def _set(proposed: Sequence[_Text], language: Language) -> ET.Element | None:
    """Return the texts with recommendations as a set, or None if there are none."""
    members = [_element("MemberSource", targetGUID=text.guid) for text in proposed]
    name = language.say("Recommendations")
    return _element("Set", *members, guid=guid_of("set", "recommendations"), name=name) if members else None


def _source(text: _Text, user: str) -> ET.Element:
    return _element(
        "TextSource",
        *(_selection(passage, user) for passage in text.passages),
        guid=text.guid,
        name=text.name,
        plainTextPath=f"internal://{text.guid}.txt",
        creatingUser=user,
    )


def _selection(passage: _Passage, user: str) -> ET.Element:
    at = _instant(passage.at)
    codings = (
        _element(
            "Coding",
            _element("CodeRef", targetGUID=code.guid),
            guid=guid_of("coding", passage.guid, code.path),
            creatingUser=user,
            creationDateTime=at,
        )
        for code in passage.codes
    )
    return _element(
        "PlainTextSelection",
        *codings,
        guid=passage.guid,
        name=passage.name or passage.codes[0].name,
        startPosition=str(passage.begin),
        endPosition=str(passage.end),
        creatingUser=user,
        creationDateTime=at,
    )


def _some(name: str, *kids: ET.Element | None) -> ET.Element | None:
    """Return an element that may not be empty, or None."""
    return _element(name, *kids) if any(kid is not None for kid in kids) else None


def _element(name: str, /, *kids: ET.Element | None, text: str = "", **attributes: str) -> ET.Element:
    made = ET.Element(f"{{{_SPACE}}}{name}", attributes)
    made.extend(kid for kid in kids if kid is not None)
    made.text = text or None
    return made


def _instant(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
