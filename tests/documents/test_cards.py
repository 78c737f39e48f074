"""Badges and name plates, read back: each participant on a card of the size that is cut or folded."""

import pypdf
import pypdfium2
import pytest
from reportlab.lib.units import mm

from facilitator.acts.desk import open_desk
from facilitator.acts.export import export
from facilitator.acts.sample import build

LONG = "Intergovernmental Working Group on the Effective Implementation of the Declaration " * 3


@pytest.fixture
def made(desk, people, tmp_path):
    """Return a product of a workshop in which nine people and one with a long name are registered."""
    for number in range(4):
        desk.do("add_participant", name=f"Delegate {number}", category="NGO", delegation="Network")
    desk.do("add_participant", name=LONG.strip(), category="GOV", delegation=LONG.strip() + " itself")

    def make(what, language="en"):
        target = tmp_path / f"{what}.pdf"
        export(desk, target, what=what, language=language)
        return target

    return make


def texts(path):
    return [page.extract_text() for page in pypdf.PdfReader(path).pages]


def places(path, page, wanted):
    """The boxes of a text on a page, in points from the lower left: (left, bottom, right, top)."""
    document = pypdfium2.PdfDocument(path)
    text = document[page].get_textpage()
    search, found = text.search(wanted), []
    while (hit := search.get_next()) is not None:
        boxes = [text.get_charbox(hit[0] + n) for n in range(hit[1])]
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        found.append((min(lefts), min(bottoms), max(rights), max(tops)))
    document.close()
    return found


def test_eight_badges_stand_on_a_page_in_the_order_of_category_and_name(made):
    first, second = texts(made("badges"))

    delegates = [f"Delegate {number}" for number in range(3)]
    names = ["Brazil", "Intergovernmental", "Kenya", "Norway", "Coalition", *delegates]
    places_of = [first.index(name) for name in names]
    assert places_of == sorted(places_of)
    assert [name in second for name in ("Delegate 3", "Network")] == [True, True]


@pytest.mark.parametrize("what", ["badges", "name-plates"])
def test_cards_say_of_themselves_what_they_are_and_of_which_workshop(made, desk, what):
    about = pypdf.PdfReader(made(what)).metadata
    workshop = desk.reading.workshop().brief

    assert (about.author, about.subject) == (workshop, workshop)
    assert about.title == f"{'Badges' if what == 'badges' else 'Name plates'}: {workshop}"


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_nothing_of_a_badge_stands_beyond_its_edges(made, language):
    path = made("badges", language)
    document = pypdfium2.PdfDocument(path)
    page = document[0]
    text = page.get_textpage()
    boxes = [text.get_charbox(n) for n in range(text.count_chars())]
    inked = [box for box in boxes if box[2] > box[0]]
    left, right = 15 * mm, 195 * mm
    low, high = (297 - 18.5 - 260) * mm, (297 - 18.5) * mm
    assert [b for b in inked if b[0] < left or b[2] > right or b[1] < low or b[3] > high] == []
    middle = 105 * mm
    assert [b for b in inked if b[0] < middle - 1 and b[2] > middle + 1] == []
    document.close()


def test_a_plate_says_the_name_on_both_sides_of_the_fold_and_the_body_below(made):
    path = made("name-plates")
    pages = texts(path)
    number = next(n for n, text in enumerate(pages) if "Delegate 0" in text)

    assert len(pages) == 10
    lower, upper = sorted(places(path, number, "Delegate 0"), key=lambda box: box[1])
    half = 105 * mm
    assert lower[3] < half < upper[1]
    assert lower[1] + upper[3] == pytest.approx(2 * half, abs=0.5)
    below = min(places(path, number, "Network"), key=lambda box: box[1])
    assert below[3] <= lower[1] + 1


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_office_begins_on_a_badge_where_the_name_does(desk, tmp_path, language):
    who = desk.do("add_participant", name="Ana", category="GOV", delegation="Mali")
    desk.do("add_seat", panel=desk.view().panels[0].id, participant=who.id, capacity="Judge")
    path = tmp_path / "b.pdf"
    export(desk, path, what="badges", panel=1, language=language)
    name, office = (places(path, 0, wanted)[0][0] for wanted in ("Ana", "Judge"))

    assert office == pytest.approx(name, abs=2)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_name_stands_in_the_middle_of_its_plate_whichever_way_it_runs(desk, tmp_path, language):
    for name in ("Ana Diaz", "Александр Иванов", "محمد الحسن", "李娜"):
        desk.do("add_participant", name=name, category="GOV", delegation="Académie")
    export(desk, tmp_path / "n.pdf", what="name-plates", language=language)
    document = pypdfium2.PdfDocument(tmp_path / "n.pdf")
    off = []
    for page in document:
        text = page.get_textpage()
        boxes = [text.get_charbox(n) for n in range(text.count_chars())]
        inked = [box for box in boxes if box[2] > box[0] and box[1] < 105 * mm]
        off.append((min(box[0] for box in inked) + max(box[2] for box in inked)) / 2 - 297 * mm / 2)
    document.close()

    assert off == pytest.approx([0.0] * 4, abs=5)


def test_cards_of_the_sample_say_that_it_is_invented_in_every_language(tmp_path):
    path = tmp_path / "s.facilitator"
    at = build(path, "en")
    desk = open_desk(path, lambda: at)
    export(desk, tmp_path / "b.pdf", what="badges")
    export(desk, tmp_path / "n.pdf", what="name-plates")
    desk.close()

    assert texts(tmp_path / "b.pdf")[0].count("Sample workshop") == 8
    assert [text.count("Sample workshop") for text in texts(tmp_path / "n.pdf")] == [1] * 63


def test_a_workshop_of_nobody_gives_one_empty_page(desk, tmp_path):
    for what in ("badges", "name-plates"):
        export(desk, tmp_path / "t.pdf", what=what)
        assert texts(tmp_path / "t.pdf") == [""]


def test_of_one_panel_those_at_its_table_come_first_with_their_office(desk, people, tmp_path):
    panel = desk.view().panels[0].id
    desk.do("add_seat", panel=panel, participant=people["Network"], capacity="Vice-Chair")
    desk.do("add_seat", panel=panel, participant=people["Kenya"])
    target = tmp_path / "t.pdf"

    export(desk, target, what="name-plates", panel=1)
    assert [text.split("\n")[:2] for text in texts(target)][:3] == [
        ["Network", "Vice-Chair"],
        ["Kenya", "Kenya"],
        ["Brazil", "Brazil"],
    ]
    export(desk, target, what="badges")
    assert [text.count("Vice-Chair") for text in texts(target)] == [1]
