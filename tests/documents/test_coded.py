"""Notes and recommendations in the formats of other programs: read back by their own rules."""

import json
import zipfile

import pytest
from lxml import etree

from facilitator.acts.export import export
from facilitator.acts.importing.order import Order
from facilitator.acts.intake import Kind, import_list
from facilitator.domain.notes import NoteKind
from facilitator.domain.recommendation import Sensitivity, Tagged, Told
from facilitator.language.speech import LANGUAGES

SPACE = {"q": "urn:QDA-XML:project:1.0"}
SAID = "تم 👍🏽 قبول التوصية"
# The order of what stands in an element, by the schema of 18 March 2019.
ORDER = {
    "Project": (
        "Users",
        "CodeBook",
        "Variables",
        "Cases",
        "Sources",
        "Notes",
        "Links",
        "Sets",
        "Description",
    ),
    "Case": ("Description", "CodeRef", "VariableValue", "SourceRef", "SelectionRef"),
    "TextSource": ("Description", "PlainTextContent", "PlainTextSelection", "Coding", "NoteRef"),
    "VariableValue": ("VariableRef", "TextValue"),
    "PlainTextSelection": ("Description", "Coding", "NoteRef"),
    "Set": ("Description", "MemberCode", "MemberSource", "MemberNote"),
}
NEEDED = {
    "Project": {"name"},
    "User": {"guid"},
    "Code": {"guid", "name", "isCodable"},
    "Variable": {"guid", "name", "typeOfVariable"},
    "Case": {"guid"},
    "TextSource": {"guid", "plainTextPath"},
    "PlainTextSelection": {"guid", "startPosition", "endPosition"},
    "Coding": {"guid"},
    "CodeRef": {"targetGUID"},
    "SelectionRef": {"targetGUID"},
    "VariableRef": {"targetGUID"},
    "Link": {"guid", "originGUID", "targetGUID"},
    "Set": {"guid", "name"},
    "MemberSource": {"targetGUID"},
}


@pytest.fixture
def coded(desk, clock, sitting):
    """A panel with notes of two speakers, one of them coded, and a note that stays in the team."""
    desk.do("set_rule", rule="consent_needed", value=False)
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(26)
    note = desk.do("write_note", text=SAID, kind=NoteKind.RECOMMENDATION).id
    desk.do("code_note", note=note, code="groups:AFR")
    desk.do("code_note", note=note, code="goals:10", begin=6, end=10)
    desk.do("write_note", text="A register works.", kind=NoteKind.GOOD_PRACTICE)
    desk.do("write_note", text="Somebody was threatened.", kind=NoteKind.PROTECTION)
    desk.do("give_floor", request=sitting["Coalition"])
    desk.do("write_note", text="Associations may sue.")
    desk.do("make_recommendation", text="Publish the register.", notes=(note,), addressees=("States",))
    made = desk.view().recommendations[0].id
    tags = {
        Tagged.GROUPS: ("AFR", "IND"),
        Tagged.THEMES: ("B3",),
        Tagged.GOALS: ("10", "16.b"),
        Tagged.AREAS: ("police",),
    }
    desk.do("edit_recommendation", recommendation=made, tags=tags)
    return desk


@pytest.fixture
def project(coded, tmp_path):
    """The project's XML and its texts by name."""
    export(coded, tmp_path / "t.qdpx", what="record")
    with zipfile.ZipFile(tmp_path / "t.qdpx") as package:
        texts = {name: package.read(name).decode() for name in package.namelist() if name != "project.qde"}
        return etree.fromstring(package.read("project.qde")), texts


def local(element):
    return element.tag.partition("}")[2]


def test_project_is_built_as_its_schema_says(project):
    root, _ = project

    for element in root.iter():
        order = ORDER.get(local(element))
        if order:
            places = [order.index(local(kid)) for kid in element]
            assert (local(element), places) == (local(element), sorted(places))
        assert NEEDED.get(local(element), set()) <= set(element.attrib)
    guids = [element.get("guid") for element in root.iter() if element.get("guid")]
    assert len(guids) == len(set(guids))
    for end in ("targetGUID", "originGUID"):
        assert {element.get(end) for element in root.iter() if element.get(end)} <= set(guids)


def passages(root, texts, source):
    """Return the text of a source, and each passage of it with what its codes are called."""
    text = texts["Sources/" + source.get("plainTextPath").removeprefix("internal://")]
    names = {code.get("guid"): code.get("name") for code in root.iterfind(".//q:Code", SPACE)}
    return text, [
        (
            text[int(each.get("startPosition")) : int(each.get("endPosition"))],
            [names[ref.get("targetGUID")] for ref in each.iterfind(".//q:CodeRef", SPACE)],
        )
        for each in source.iterfind("q:PlainTextSelection", SPACE)
    ]


def test_passages_of_a_project_are_what_was_noted_and_coded(project):
    root, texts = project
    source, _ = root.iterfind(".//q:TextSource", SPACE)
    text, found = passages(root, texts, source)

    assert found == [
        (SAID, ["Recommendation", "Africans and people of African descent"]),
        ("قبول", ["Reduced inequalities"]),
        ("A register works.", ["Good practice"]),
        ("Associations may sue.", ["Point made"]),
    ]
    assert text.splitlines() == [
        "Panel 1 · Remedies",
        "",
        "10:00 Brazil, States",
        SAID,
        "A register works.",
        "",
        "10:00 Coalition, Civil society",
        "Associations may sue.",
    ]


def test_recommendations_of_a_project_are_a_text_of_their_own_with_links_to_their_notes(project):
    root, texts = project
    noted, source = root.iterfind(".//q:TextSource", SPACE)
    text, found = passages(root, texts, source)
    (link,) = root.iterfind(".//q:Link", SPACE)
    (kept,) = root.iterfind(".//q:Set", SPACE)

    assert (text.splitlines()[0], source.get("name")) == ("Panel 1 · Remedies · Recommendations",) * 2
    assert found == [
        (
            "Publish the register.",
            [
                "captured",
                "States",
                "Equality and non-discrimination",
                "Africans and people of African descent",
                "Indigenous peoples",
                "police",
                "Reduced inequalities",
                "16.b",
            ],
        )
    ]
    ends = [
        kid.get("guid") for each in (source, noted) for kid in each.iterfind("q:PlainTextSelection", SPACE)
    ]
    assert (link.get("originGUID"), link.get("targetGUID")) == (ends[0], ends[1])
    assert [member.get("targetGUID") for member in kept] == [source.get("guid")]


def test_what_stays_with_the_team_is_in_no_project_and_no_page_of_annotations(coded, desk, tmp_path):
    made = desk.view().recommendations[0].id
    desk.do("edit_recommendation", recommendation=made, fields={Told.SENSITIVITY: Sensitivity.PROTECTION})
    export(coded, tmp_path / "t.qdpx", what="record")
    export(coded, tmp_path / "t.jsonld", what="record")
    with zipfile.ZipFile(tmp_path / "t.qdpx") as package:
        content = "".join(package.read(name).decode() for name in package.namelist())
    content += (tmp_path / "t.jsonld").read_text(encoding="utf-8")

    assert [word for word in ("Publish", "R-P1-01", made, "Link", "MemberSource") if word in content] == []


def test_a_recommendation_is_an_annotation_of_its_notes_with_its_texts_to_choose_from(coded, desk, tmp_path):
    made = desk.view().recommendations[0]
    desk.do("edit_recommendation", recommendation=made.id, language="ar", text="انشروا السجل.")
    export(coded, tmp_path / "t.jsonld", what="record")
    item = json.loads((tmp_path / "t.jsonld").read_text(encoding="utf-8"))["items"][-1]
    choice, *tags = item["body"]

    assert (item["id"], item["target"]) == (f"urn:uuid:{made.id}", f"urn:uuid:{made.notes[0]}")
    assert (item["motivation"], item["facilitator:number"]) == (
        ["assessing", "facilitator:recommending"],
        "R-P1-01",
    )
    assert [(each["language"], each["textDirection"], each["value"]) for each in choice["items"]] == [
        ("en", "ltr", "Publish the register."),
        ("ar", "rtl", "انشروا السجل."),
    ]
    assert [tag["source"].removeprefix("urn:facilitator:") for tag in tags] == [
        "statuses:captured",
        "addressees:States",
        "themes:B3",
        "groups:AFR",
        "groups:IND",
        "areas:police",
        "goals:10",
        "goals:16.b",
    ]


def test_speakers_of_a_project_are_cases_with_their_category(project):
    root, _ = project
    cases = [
        (
            case.get("name"),
            case.find(".//q:TextValue", SPACE).text,
            len(case.findall("q:SelectionRef", SPACE)),
        )
        for case in root.iterfind(".//q:Case", SPACE)
    ]

    assert cases == [("Brazil", "States", 2), ("Coalition", "Civil society", 1)]


def test_web_annotations_tell_what_was_said_when_and_of_which_words(coded, tmp_path):
    export(coded, tmp_path / "t.jsonld", what="record")
    page = json.loads((tmp_path / "t.jsonld").read_text(encoding="utf-8"))
    first, span, *rest = page["items"]

    assert (page["@context"][0], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert (first["motivation"], first["body"][0]["value"], first["body"][0]["textDirection"]) == (
        "assessing",
        SAID,
        "rtl",
    )
    assert [tag["source"] for tag in first["body"][1:]] == [
        "urn:facilitator:kinds:recommendation",
        "urn:facilitator:groups:AFR",
    ]
    assert first["target"]["selector"]["value"] == "t=26"
    assert first["target"]["facilitator:speaker"] == "Brazil"
    position, quote = span["target"]["selector"]
    assert (span["target"]["source"], position["start"], position["end"]) == (first["id"], 6, 10)
    assert quote["prefix"] + quote["exact"] + quote["suffix"] == SAID
    assert [item["motivation"] for item in rest] == [
        "classifying",
        "describing",
        ["assessing", "facilitator:recommending"],
    ]


def test_codebook_counts_each_code_of_notes_and_recommendations_and_has_the_columns_that_others_look_for(
    coded, tmp_path
):
    export(coded, tmp_path / "t.csv", what="codebook")
    lines = (tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()

    assert lines == [
        "Vocabulary,Path,Code,Description,Uses,Recommendations",
        "Addressee,addressees:States,States,States,0,1",
        "Area,areas:police,police,police,0,1",
        "SDG,goals:10,10,Reduced inequalities,1,1",
        "SDG,goals:16.b,16.b,16.b,0,1",
        "Group,groups:AFR,AFR,Africans and people of African descent,1,1",
        "Group,groups:IND,IND,Indigenous peoples,0,1",
        "Kind,kinds:good_practice,good_practice,Good practice,1,0",
        "Kind,kinds:point,point,Point made,1,0",
        "Kind,kinds:recommendation,recommendation,Recommendation,1,0",
        "Status,statuses:captured,captured,captured,0,1",
        "Theme,themes:B3,B3,Equality and non-discrimination,0,1",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_programs_find_the_columns_of_a_codebook_in_every_language(coded, tmp_path, language):
    export(coded, tmp_path / "t.csv", what="codebook", language=language)
    head = (tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()[0]

    assert head == "Vocabulary,Path,Code,Description,Uses,Recommendations"


def test_the_index_gets_its_own_words_and_says_what_it_cannot_tell(coded, tmp_path):
    made = export(coded, tmp_path / "t.uhri.json", what="ledger", language="en")
    (record,) = json.loads((tmp_path / "t.uhri.json").read_text(encoding="utf-8"))

    wide = "Minorities / racial, ethnic, linguistic, religious or descent-based groups"
    assert record["Text"] == "Publish the register."
    assert record["AffectedPersons"] == [wide, "Indigenous peoples"]
    assert record["Themes"] == ["B3 Equality and non-discrimination"]
    assert record["Sdgs"] == ["10 Reduced inequalities", "16.b"]
    assert [(finding.rule, finding.subject, finding.n) for finding in made.findings] == [
        ("lost", "Addressed to", 1),
        ("lost", "Areas", 1),
        ("wider", wide, 1),
    ]


def test_the_index_is_told_to_lose_every_field_it_has_no_place_for(coded, desk, tmp_path):
    made = desk.reading.recommendations(desk.view().panels[0].id)[0].id
    tags = {Tagged.LEVELS: ("national",), Tagged.OBJECTIVES: ("O1",), Tagged.ADDRESSEES: (), Tagged.AREAS: ()}
    fields = {Told.VERB: "urge", Told.VOICE: "panel", Told.INDICATOR: "Registers.", Told.REVIEWER: "R"}
    desk.do("edit_recommendation", recommendation=made, tags=tags, fields=fields)
    desk.do("edit_recommendation", recommendation=made, language="fr", text="Publier le registre.")
    found = export(coded, tmp_path / "t.uhri.json", what="ledger", language="en").findings

    assert [finding.subject for finding in found if finding.rule == "lost"] == [
        "Level",
        "Objectives",
        "Operative verb",
        "Who recommends",
        "Indicator",
        "Reviewer",
        "Translation",
    ]


def test_a_list_of_the_index_comes_in_as_earlier_recommendations_with_our_codes(coded, desk, tmp_path):
    source = tmp_path / "t.uhri.json"
    export(coded, source, what="ledger", language="en")
    report = import_list(desk, Kind.RECOMMENDATIONS, Order(source))
    (row,) = desk.reading.ledger.rows("earlier")

    assert (report.read, report.added, report.defects) == (1, 1, ())
    assert (row["text"], row["paragraph"]) == ("Publish the register.", "R-P1-01")
    assert {key: json.loads(row[key]) for key in ("themes", "goals")} == {
        "themes": ["B3"],
        "goals": ["10", "16.b"],
    }
    assert import_list(desk, Kind.RECOMMENDATIONS, Order(source)).unchanged == 1


@pytest.mark.parametrize("suffix", [".jsonld", ".qdpx"])
def test_nobody_is_named_below_the_level_that_names(coded, tmp_path, suffix):
    target = tmp_path / f"t{suffix}"
    export(coded, target, what="record", level="A2")
    if suffix == ".qdpx":
        with zipfile.ZipFile(target) as package:
            content = "".join(package.read(name).decode() for name in package.namelist())
    else:
        content = target.read_text(encoding="utf-8")

    assert [name for name in ("Brazil", "Coalition", "threatened") if name in content] == []
