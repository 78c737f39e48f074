"""Who is kept back: no document of any kind tells a name, a body or a marker that is not to be told."""

import contextlib
import itertools
import json
import zipfile

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.acts.desk import open_desk
from facilitator.acts.export import export, would_name
from facilitator.acts.products import PRODUCTS
from facilitator.acts.report import drafted, views_of
from facilitator.acts.workshops import new_workshop
from facilitator.domain.attribution import Level
from facilitator.domain.notes import Note, NoteKind
from facilitator.domain.refusals import ConsentMissing, NotUnderstood, UnknownReference
from facilitator.store.ids import new_id
from facilitator.store.ledger_reading import LedgerReading
from facilitator.store.note_rows import from_note
from facilitator.store.workshop_file import Entry
from tests.conftest import TEN, HeldClock

LEVELS = tuple(Level)
PEOPLE = 6
LISTS = {"participants", "programme", "speakers", "badges", "name-plates"}
"""What tells who was there, and nothing of what was said."""
MADE = [(what, ending) for what, product in sorted(PRODUCTS.items()) for ending in product.formats]
"""Every product in every kind of file."""


def workshop(folder, kept, notes, rules):
    """A panel in which six people speak, each with a name, a body and a partner of their own."""
    folder.mkdir()
    new_workshop(folder / "w.facilitator", language="en", at=TEN, title="A workshop")
    clock = HeldClock()
    desk = open_desk(folder / "w.facilitator", clock)
    desk.file._connection.connection.dbapi_connection.execute("PRAGMA synchronous=OFF")
    for key in ("GOV", "NGO"):
        desk.do("add_category", key=key, label=f"Category {key}")
    desk.do("add_panel", title="Remedies", starts=TEN, ends=TEN + 3_600_000, questions=("First?",))
    for rule, value in rules.items():
        desk.do("set_rule", rule=rule, value=value, panel=1)
    desk.do("open_panel", panel=1)
    for number in range(PEOPLE):
        who = desk.do(
            "add_participant",
            name=f"Nname{number}",
            delegation=f"Bbody{number}",
            category=("GOV", "NGO")[number % 2],
            region="africa",
        ).id
        if kept[number] is not None:
            with more_needs_consent(kept[number], usually(number, rules)):
                desk.do("set_attribution", participant=who, level=kept[number])
        request = desk.do("request_floor", participant=who, on_behalf_of=f"Ppartner{number}").id
        if number == PEOPLE - 1:
            continue  # the last one waits in vain
        desk.do("give_floor", request=request)
        clock.pass_s(20)
        note = desk.do("write_note", text=f"Tthing{number} is needed", question=1).id
        if notes[number] is not None:
            desk.do("set_attribution", note=note, level=notes[number])
        desk.do("make_recommendation", text=f"Do Tthing{number}.", notes=(note,))
        desk.do("end_intervention")
    desk.do("close_panel")
    return desk


def more_needs_consent(level, usual_level):
    return pytest.raises(ConsentMissing) if level < usual_level else contextlib.nullcontext()


def text_of(path):
    """All that is in a file: every part of a package, and what a PDF says of itself."""
    if path.suffix in {".docx", ".xlsx", ".qdpx"}:
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(n).decode("utf-8", "replace") for n in archive.namelist())
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        pages = (page.get_textpage().get_text_range() for page in document)
        return "\n".join([*pages, *document.get_metadata_dict().values()])
    text = path.read_text(encoding="utf-8")
    return text if path.suffix == ".csv" else json.dumps(json.loads(text), ensure_ascii=False)


kept_back = st.lists(st.sampled_from([None, *LEVELS]), min_size=PEOPLE, max_size=PEOPLE)
rules_given = st.fixed_dictionaries(
    {},
    optional={
        "chatham_house": st.just(True),
        "consent_needed": st.booleans(),
        "counted": st.sampled_from([("GOV",), ("NGO",)]),
        "exposed": st.sampled_from([("GOV",), ("NGO",), ("GOV", "NGO")]),
    },
)
numbers = itertools.count()


@pytest.mark.parametrize(("what", "ending"), MADE)
@settings(
    max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(kept=kept_back, notes=kept_back, rules=rules_given, level=st.sampled_from(LEVELS))
def test_no_output_of_any_product_tells_what_is_kept_back(
    tmp_path_factory, what, ending, *, kept, notes, rules, level
):
    folder = tmp_path_factory.mktemp("kept") / str(next(numbers))
    desk = workshop(folder, kept, notes, rules)
    try:
        made_at = level if level in PRODUCTS[what].levels else PRODUCTS[what].level
        out = folder / f"{what}{ending}"
        export(desk, out, what=what, level=made_at)
        must_keep_back(text_of(out), what, kept, notes, rules, made_at)
    finally:
        desk.close()


def must_keep_back(text, what, kept, notes, rules, level):
    for number in range(PEOPLE):
        own = kept[number] or Level.NAME
        if own < usually(number, rules):  # nobody agreed to it, and it was refused
            own = Level.NAME
        said, there = max(own, at_least(number, rules)), max(own, at_least_there(number, rules))
        for token in (f"Nname{number}", f"Bbody{number}", f"Ppartner{number}"):
            annexed = what == "report" and token.startswith("B")
            least = there if what in LISTS or annexed else said
            may = least is Level.NAME or (least is Level.BODY and not token.startswith("N"))
            assert may or token not in text, (what, token)
        if level is not Level.NAME:
            assert f"Nname{number}" not in text, (what, number)
        noted = max(said, notes[number] or Level.NAME)
        if noted is Level.SUPPRESSED:
            assert f"Tthing{number}" not in text, (what, number)
    if what in ("panel-summary", "report") and level > Level.BODY:
        assert "Ppartner" not in text


def at_least(number, rules):
    return Level.IMPERSONAL if rules.get("chatham_house") else usually(number, rules)


def usually(number, rules):
    if ("GOV", "NGO")[number % 2] in (*rules.get("exposed", ()), *rules.get("counted", ())):
        return Level.QUANTITY
    return Level.CATEGORY if rules.get("consent_needed", True) else Level.NAME


def at_least_there(number, rules):
    if rules.get("chatham_house"):
        return Level.IMPERSONAL
    return Level.QUANTITY if ("GOV", "NGO")[number % 2] in rules.get("exposed", ()) else Level.NAME


def test_a_summary_on_paper_keeps_back_too(tmp_path):
    desk = workshop(tmp_path / "x", [Level.QUANTITY] * PEOPLE, [None] * PEOPLE, {})
    export(desk, tmp_path / "s.pdf", what="panel-summary", level="A0")
    text = text_of(tmp_path / "s.pdf")
    desk.close()
    assert "Tthing1" in text
    assert "Nname" not in text
    assert "Bbody" not in text


def test_showing_more_than_before_needs_consent_and_lowering_is_free(desk, people):
    kenya = people["Kenya"]
    desk.do("set_attribution", participant=kenya, level=Level.QUANTITY)
    for level in (Level.BODY, None):
        with pytest.raises(ConsentMissing):
            desk.do("set_attribution", participant=kenya, level=level)
    desk.do("set_attribution", participant=kenya, level=Level.SUPPRESSED)
    consent = desk.do("record_consent", participant=kenya, level=Level.BODY, how="In writing").id
    desk.do("set_attribution", participant=kenya, level=Level.BODY)
    desk.do("withdraw_consent", consent=consent)
    with pytest.raises(UnknownReference):
        desk.do("withdraw_consent", consent=consent)
    assert desk.reading.ledger.own_levels() == {kenya: "A1"}


def test_the_first_level_set_shows_no_more_than_the_rules_of_the_panels_without_consent(desk, people):
    def outcome(who, level):
        try:
            desk.do("set_attribution", participant=people[who], level=level)
        except ConsentMissing as told:
            return told.details
        return desk.reading.ledger.own_levels().get(people[who])

    assert outcome("Kenya", Level.BODY) == {"level": "A1"}
    assert outcome("Kenya", None) is None
    assert outcome("Kenya", Level.CATEGORY) == "A2"
    desk.do("record_consent", participant=people["Norway"], level=Level.BODY, how="By letter")
    assert [outcome("Norway", level) for level in (Level.NAME, Level.BODY)] == [{"level": "A0"}, "A1"]
    desk.do("set_rule", rule="consent_needed", value=False)
    assert outcome("Network", Level.BODY) == "A1"


def test_a_quotation_is_published_as_agreed_only_with_its_speakers_word(desk, people, sitting):
    kenya = people["Kenya"]
    desk.do("add_panel", title="Another", starts=TEN + 86_400_000, ends=TEN + 90_000_000)
    desk.do("give_floor", request=sitting["Kenya"])
    note = desk.do("write_note", text="We were never asked.", kind=NoteKind.QUOTATION).id
    desk.do("write_note", text="They spoke of it.")

    def unagreed():
        return drafted(desk.reading, views_of(desk.reading), Level.QUANTITY, desk.now()).unagreed

    assert unagreed() == {note}
    for told, agreed in (
        ({"note": note}, True),
        ({"participant": kenya}, True),
        ({"participant": kenya, "panel": 1}, True),
        ({"participant": kenya, "panel": 2}, False),
        ({"participant": people["Norway"]}, False),
    ):
        consent = desk.do("record_consent", level=Level.QUANTITY, how="In writing", **told).id
        assert unagreed() == (frozenset() if agreed else {note})
        desk.do("withdraw_consent", consent=consent)


def test_levels_of_many_notes_are_read_in_pieces_and_follow_what_is_done_and_taken_back(desk, sitting):
    seen = []

    def look():
        for _ in desk.levels():
            pass
        seen.append(desk.reading.ledger.own_levels())
        assert seen[-1] == LedgerReading(desk.reading._all).own_levels()

    panel = desk.view().panel.id
    many = [Note(new_id(), panel, NoteKind.POINT, f"Point {n}", TEN + n, new_id()) for n in range(4_500)]
    entry = Entry("import_speeches", "secretariat", {}, TEN)
    desk.file.write(entry, lambda work: work.insert_all("note", [from_note(note) for note in many]))
    desk.changed()
    look()
    for note in (many[0].id, many[-1].id, desk.do("write_note", text="One more").id):
        desk.do("set_attribution", note=note, level=Level.SUPPRESSED)
        look()
    desk.do("undo", desk="secretariat")
    look()

    assert [len(each) for each in seen] == [0, 1, 2, 3, 2]


def test_consent_names_one_person_or_one_note_and_says_how(desk, people):
    for arguments in (
        {"how": "Aloud"},
        {"how": " ", "participant": people["Kenya"]},
        {"how": "Aloud", "participant": people["Kenya"], "note": "x"},
    ):
        with pytest.raises(NotUnderstood):
            desk.do("record_consent", level=Level.NAME, **arguments)


def test_consent_shows_who_would_be_kept_back_and_in_its_panel_only(tmp_path):
    desk = workshop(tmp_path / "x", [None] * PEOPLE, [None] * PEOPLE, {})
    first = next(iter(desk.reading.people()))
    export(desk, tmp_path / "before.docx", what="panel-summary", level="A1")
    desk.do("record_consent", participant=first, level=Level.NAME, how="In writing", panel=1)
    export(desk, tmp_path / "after.docx", what="panel-summary", level="A1")
    desk.close()
    assert "Bbody0" not in text_of(tmp_path / "before.docx")
    assert "Ppartner0" in text_of(tmp_path / "after.docx")
    assert "Ppartner2" not in text_of(tmp_path / "after.docx")


def test_lists_of_who_was_there_need_no_consent_unless_a_category_is_exposed(tmp_path):
    desk = workshop(tmp_path / "x", [None] * PEOPLE, [None] * PEOPLE, {"counted": ("GOV",)})
    open_to_all = would_name(desk, what="participants"), would_name(desk, what="record")
    desk.do("set_rule", rule="exposed", value=("NGO",), panel=1)
    exposed = would_name(desk, what="participants")
    desk.close()
    names = [f"{token}{n}" for n in range(PEOPLE) for token in ("Bbody", "Nname")]
    assert (sorted(open_to_all[0]), open_to_all[1]) == (sorted(names), ())
    assert sorted(exposed) == sorted(name for name in names if int(name[-1]) % 2 == 0)


def test_of_what_counted_categories_said_only_a_quantity_is_told(tmp_path):
    rules = {"counted": ("NGO",), "consent_needed": False}
    desk = workshop(tmp_path / "x", [None] * PEOPLE, [None] * PEOPLE, rules)
    named = would_name(desk, what="panel-summary", level="A1")
    desk.close()
    assert named == ("Ppartner0", "Ppartner2", "Ppartner4")
