"""A corrected list: what is new, changed and gone in it, with nothing lost of what happened."""

from dataclasses import replace

import pytest

from facilitator.acts.doubles import proposed
from facilitator.acts.importing.faulty import write_faulty
from facilitator.acts.importing.order import Changes, Kind, Order
from facilitator.acts.intake import import_list
from facilitator.cli.tables import import_lines
from facilitator.intake.legend import parse_map
from facilitator.language.speech import language_for
from tests.books import folded, tables_of

FIRST = "name,category,delegation\nAna Diaz,GOV,Peru\nBo Li,NGO,Radio\nCy Ng,GOV,Togo\nDi Po,NGO,Radio\n"
SECOND = "name,category,delegation\nAna Díaz,GOV,Peru\nBo Li,NGO,Daily\nDi Po,NGO,Radio\nEd Ro,GOV,Mali\n"


@pytest.fixture
def take(desk, tmp_path):
    def taken(text, name="list.csv", **how):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return import_list(desk, Kind.PARTICIPANTS, Order(path, **how))

    return taken


def _named(desk):
    return {who.name: who for who in desk.reading.people().values()}


def test_corrected_list_tells_what_is_new_changed_and_gone(desk, take):
    take(FIRST)
    before = _named(desk)

    report = take(SECOND, name="corrected.csv")

    assert report.changes == Changes(new=("Ed Ro",), changed=("Ana Díaz", "Bo Li"), gone=("Cy Ng",))
    assert list(import_lines(report, language_for("en"), dry_run=False))[1:] == [
        "1 is new: Ed Ro",
        "2 are changed, among them Ana Díaz and Bo Li",
        "1 is not on this list any more: Cy Ng",
    ]
    after = _named(desk)
    assert {name: who.id for name, who in after.items() if name not in ("Ana Díaz", "Ed Ro")} == {
        name: before[name].id for name in ("Bo Li", "Cy Ng", "Di Po")
    }
    assert after["Ana Díaz"].id == before["Ana Diaz"].id
    assert after["Bo Li"].delegation == "Daily"
    assert folded(desk) == tables_of(desk)


def test_who_is_gone_is_taken_out_only_if_asked_and_if_nothing_was_said(desk, take):
    take(FIRST)
    people = _named(desk)
    desk.do("open_panel", panel=1)
    desk.do("request_floor", participant=people["Cy Ng"].id)
    shorter = "name,category,delegation\nAna Diaz,GOV,Peru\nDi Po,NGO,Radio\n"
    before = tables_of(desk)

    report = take(shorter, remove_gone=True)

    assert (report.changes.gone, report.changes.kept) == (("Bo Li", "Cy Ng"), ("Cy Ng",))
    assert set(_named(desk)) == {"Ana Diaz", "Cy Ng", "Di Po"}
    desk.do("undo")
    assert tables_of(desk) == before


def test_another_list_with_the_same_columns_corrects_nothing(desk, take):
    take(FIRST)

    report = take("name,category,delegation\nFy Su,GOV,Chad\n", name="day-two.csv")

    assert report.changes == Changes(new=("Fy Su",))


def test_understanding_of_a_list_is_remembered_with_its_columns(desk, take):
    people = "who,kind,from\nAna,Parties,Peru\n"
    take(people, legend=parse_map(["name=who", "category=kind", "category:Parties=GOV", "delegation=from"]))

    report = take(people + "Bo,Parties,Togo\n")

    assert (report.added, report.unchanged) == (1, 1)
    assert [(who.name, who.category, who.delegation) for who in desk.reading.people().values()] == [
        ("Ana", "GOV", "Peru"),
        ("Bo", "GOV", "Togo"),
    ]


def test_what_a_person_says_now_wins_over_what_is_remembered(desk, take):
    take("who,other\nAna,Bo\n", legend=parse_map(["name=who"]))

    take("who,other\nAna,Bo\n", legend=parse_map(["name=other"]))

    assert set(_named(desk)) == {"Ana", "Bo"}


def test_section_heads_of_a_list_are_categories(desk, take):
    take("no,name,delegation,post\nStates,,,\n1,Ana,Peru,\n2,Bo,Togo,\nMedia,,,\n3,Cy,Radio,\n")

    assert [(who.name, who.category) for who in desk.reading.people().values()] == [
        ("Ana", "GOV"),
        ("Bo", "GOV"),
        ("Cy", "Media"),
    ]


@pytest.mark.parametrize(
    ("text", "names", "maps"),
    [
        ("First name,Last name\nAna,Díaz\n", ["Ana Díaz"], []),
        ("Nom,Prénom\nDiop,Awa\n", ["Awa Diop"], []),
        ("Nombre,Apellidos\nAna,Díaz Ruiz\n", ["Ana Díaz Ruiz"], []),
        ("Имя,Фамилия\nАнна,Попова\n", ["Анна Попова"], []),
        ("姓,名\n李,娜\n", ["李娜"], []),
        ("الاسم,اسم العائلة\nليلى,حسن\n", ["ليلى حسن"], []),
        ("Family,Given\nDíaz,Ana\n", ["Ana Díaz"], ["name=Given+Family"]),
        ('name\n"Díaz, Ana"\n"Ruiz, Eva"\n', ["Ana Díaz", "Eva Ruiz"], []),
        ('name\n"King, Jr."\n"Ana Ruiz"\n', ["King, Jr.", "Ana Ruiz"], []),
    ],
)
def test_name_is_put_together_in_the_order_it_is_spoken(desk, take, text, names, maps):
    take(text, legend=parse_map(maps))

    assert [who.name for who in desk.reading.people().values()] == names


def test_faulty_rows_are_written_to_be_mended_and_brought_back(desk, take, tmp_path):
    report = take(FIRST + "NA,GOV,Mali\nEd Ro,GOV,Mali,x\n")
    out = tmp_path / "faulty.csv"

    write_faulty(report, out, language_for("en"))

    assert out.read_text(encoding="utf-8-sig").splitlines() == [
        "name,category,delegation,Row in the file,What is wrong",
        "NA,GOV,Mali,6,the name is missing",
        "Ed Ro,GOV,Mali,7,it has more cells than there are columns",
    ]
    mended = out.read_text(encoding="utf-8-sig").replace("NA,", "Fy Su,")
    assert replace(take(mended, name="faulty.csv"), faulty=report.faulty).changes.new == ("Fy Su",)


@pytest.mark.parametrize("rows", [(0, 1, 2), (1, 0, 2)])
def test_two_that_were_put_together_stay_one_when_the_list_that_has_both_comes_again(desk, take, rows):
    lines = ["7,Ana Diaz,GOV,Peru", "9,Díaz Ana,GOV,", "11,Bo Li,NGO,Radio"]
    text = "\n".join(["number,name,category,delegation", *(lines[row] for row in rows), ""])
    take(text)
    people = _named(desk)
    desk.do("merge_participants", keep=people["Ana Diaz"].id, other=people["Díaz Ana"].id)
    before = tables_of(desk)["participant"]

    report = take(text, name="again.csv")

    assert (report.added, report.unchanged, report.changes) == (0, 3, Changes())
    assert tables_of(desk)["participant"] == before
    assert proposed(desk.reading) == ()


SAME = (
    "number,name,category,delegation",
    "7,Ana Diaz,GOV,Peru",
    "9,Ana Diaz,GOV,",
    "10,Ana Diaz,NGO,Peru",
    "11,Ana Diaz,GOV,Peru",
    "12,Bo Li,NGO,Radio",
)


@pytest.fixture
def namesakes(desk, take):
    """A list tells four times of one; the one whom it told of `kept`-th has been put together with all."""

    def put_together(order, kept):
        text = "\n".join([SAME[0], *(SAME[row] for row in order), ""])
        take(text)
        of_one = [who for who in desk.reading.people().values() if who.name == "Ana Diaz"]
        keep = of_one.pop(kept)
        for other in of_one:
            desk.do("merge_participants", keep=keep.id, other=other.id)
        return text

    return put_together


@pytest.mark.parametrize("order", [(1, 2, 3, 4, 5), (4, 3, 2, 1, 5)])
@pytest.mark.parametrize("kept", range(4))
def test_those_of_the_very_same_name_stay_one_when_their_list_comes_again(desk, take, namesakes, order, kept):
    text = namesakes(order, kept)
    before = tables_of(desk)["participant"]

    for name in ("again.csv", "once-more.csv"):
        report = take(text, name=name)

        assert (report.added, report.unchanged, report.changes) == (0, 5, Changes())
        assert tables_of(desk)["participant"] == before
        assert proposed(desk.reading) == ()


def test_whoever_was_put_together_is_that_person_through_another(desk, take):
    text = "name,category,delegation\nAna Diaz,GOV,\nAna Diaz,GOV,Peru\nAna Díaz,GOV,Peru\n"
    take(text)
    one, two, three = desk.reading.people()
    desk.do("merge_participants", keep=one, other=two)
    desk.do("merge_participants", keep=three, other=one)

    report = take(text, name="again.csv")

    assert (report.added, report.unchanged) == (0, 3)
    assert list(desk.reading.people()) == [three]


def test_two_whose_putting_together_was_taken_back_are_two(desk, take):
    text = "name,category,delegation\nAna Diaz,GOV,Peru\nAna Diaz,GOV,\n"
    take(text)
    one, other = desk.reading.people()
    desk.do("merge_participants", keep=one, other=other)
    desk.do("undo")

    assert take(text, name="again.csv").unchanged == 2
    take("name,category,delegation\nAna Diaz,GOV,Peru\n", name="shorter.csv", remove_gone=True)
    assert take(text, name="again.csv").added == 1
    desk.do("undo")
    desk.do("undo")
    desk.do("redo")
    assert take(text, name="again.csv").added == 1


def test_what_one_said_is_theirs_who_was_put_together_with_them(desk, take, tmp_path):
    take("name,category,delegation\nAna Diaz,GOV,Peru\nAna Diaz,GOV,\n")
    one, other = desk.reading.people()
    desk.do("merge_participants", keep=one, other=other)
    path = tmp_path / "said.csv"
    head = "name,category,delegation,date,begin,end\n"
    path.write_text(
        head + "".join(f"Ana Diaz,GOV,,2019-10-21,10:0{n},10:0{n + 1}\n" for n in (1, 3)), encoding="utf-8"
    )

    import_list(desk, Kind.SPEECHES, Order(path, panel=1))

    assert list(desk.reading.people()) == [one]
    panel = desk.reading.panels()[0]
    assert [i.participant for i in desk.reading.floor(panel.id).spoken] == [one, one]
