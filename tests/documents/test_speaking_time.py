"""The record of a panel's speaking time: one page of figures, charts and changes of order."""

from dataclasses import replace

import pypdf
import pytest

from facilitator.acts.export import export, would_name
from facilitator.documents.lengths import length_charts, step_ms
from facilitator.documents.setting import Setter
from facilitator.documents.speaking_time import write_speaking_time
from facilitator.documents.styles import roles
from facilitator.documents.typeset import Typesetter
from facilitator.domain.people import Category, CategoryKey
from facilitator.domain.speaking_time import Length, speaking_time
from facilitator.domain.summary import panel_summary
from facilitator.domain.timing import MINUTE, SECOND
from facilitator.language.speech import language_for
from tests.documents.test_charts import BLUE, BOTH, INK, RUST, WIDE_PT, drawn, of
from tests.documents.test_summary import everything_in, letters, read

STATES, CIVIL = CategoryKey("GOV"), CategoryKey("NGO")


@pytest.fixture
def held(desk, sitting, clock):
    """Two short speeches, one that is too long, and the floor given once to another than was suggested."""
    desk.do("set_rule", rule="consent_needed", value=False)
    for name, seconds in (("Brazil", 60), ("Coalition", 240), ("Network", 120)):
        desk.do("give_floor", request=sitting[name])
        clock.pass_s(seconds)
    desk.do("end_intervention")
    desk.do("close_panel")
    return desk


def found(desk):
    view, now = desk.shown(), desk.now()
    return speaking_time(view, panel_summary(view, now), now)


def test_each_category_is_told_with_its_time_and_its_bodies(held):
    rows = {row.heard.category.key: row for row in found(held).rows}

    assert {key: (row.ms, row.bodies_heard, row.bodies, row.heard.turns) for key, row in rows.items()} == {
        STATES: (60 * SECOND, 1, 3, 1),
        CIVIL: (360 * SECOND, 2, 2, 2),
    }


def test_lengths_tell_nothing_of_an_accommodation(desk, sitting, clock):
    desk.do("give_floor", request=sitting["Brazil"])
    desk.do("accommodate", seconds=60)
    clock.pass_s(170)
    desk.do("end_intervention")

    assert found(desk).lengths == (Length(STATES, 120 * SECOND, 120 * SECOND),)


def test_a_category_that_waits_beyond_the_first_hour_is_named(desk, sitting, clock):
    desk.do("give_floor", request=sitting["Brazil"])
    clock.pass_s(60)
    desk.do("end_intervention")

    assert [category.key for category in found(desk).late] == [CIVIL]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (
            "en",
            [
                "Speaking-time record",
                "All categories were heard within the first hour.",
                "3 interventions, median 2:00. 1 went over the time allotted.",
                "The moderator took 1 request of 3 out of turn.",
            ],
        ),
        (
            "ar",
            [
                "سجل زمن الكلام",
                "استُمع خلال الساعة الأولى إلى جميع الفئات.",
                "أعطى المسيّر الكلمة خارج الترتيب في حالة واحدة من أصل 3.",
            ],
        ),
    ],
)
def test_one_page_says_what_its_charts_show(held, tmp_path, code, told):
    target = tmp_path / "t.pdf"
    export(held, target, what="speaking-time", language=code)
    (page,) = read(target)
    root = pypdf.PdfReader(target).trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()
    kinds = [kid.get_object()["/S"] for kid in root["/K"]]

    parts = [letters(word) for said in told for word in said.split()] if code == "ar" else told
    text = letters(page) if code == "ar" else page  # what stands side by side is mixed by a reader of Arabic
    assert [part for part in parts if part not in text] == []
    assert (kinds.count("/Figure"), kinds.count("/Table"), kinds.count("/H1")) == (3, 2, 1)


@BOTH
def test_a_record_that_is_a_little_too_long_for_its_page_is_set_closer(held, tmp_path, code):
    told, pages = found(held), {}
    for number in (1, 8, 40):
        longer = replace(told, overrides=told.overrides * number)
        write_speaking_time(longer, language_for(code), tmp_path / "t.pdf", moment=held.now())
        pages[number] = len(pypdf.PdfReader(tmp_path / "t.pdf").pages)

    assert pages == {1: 1, 8: 1, 40: 2}


def test_whoever_is_preferred_is_named_only_as_far_as_the_level_goes(held, tmp_path):
    for level, tables in (("A0", 2), ("A1", 2), ("A2", 1), ("A4", 1)):
        target = tmp_path / f"{level}.pdf"
        export(held, target, what="speaking-time", level=level)
        root = pypdf.PdfReader(target).trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()
        assert [kid.get_object()["/S"] for kid in root["/K"]].count("/Table") == tables

    assert would_name(held, what="speaking-time", level="A2") == ()


def test_same_content_and_moment_are_the_same_bytes(held, tmp_path):
    for name in ("a.pdf", "b.pdf"):
        export(held, tmp_path / name, what="speaking-time")

    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert b"Helvetica" not in everything_in(tmp_path / "a.pdf")


@BOTH
def test_ticks_stand_at_their_length_and_those_too_long_in_another_colour(tmp_path, code):
    category = Category(STATES, "States")
    lengths = [Length(STATES, 2 * MINUTE, 3 * MINUTE), Length(STATES, 4 * MINUTE, 3 * MINUTE)]
    language = language_for(code, "UTC")
    charts = length_charts(Setter(Typesetter()), language, roles(language), [category], lengths)
    shapes = list(drawn(tmp_path, code, charts))

    assert of(shapes, BLUE, 8) == [near(WIDE_PT / 2, 1)]
    assert of(shapes, RUST, 8) == [near(WIDE_PT, 1)]
    assert of(shapes, INK, 13) == [near(WIDE_PT * 3 / 4, 0.75), near(0, 0.4)]


def near(middle, half):
    return pytest.approx((middle - half, middle + half), abs=0.02)


@pytest.mark.parametrize(("minutes", "step"), [(1, 1), (8, 1), (9, 2), (40, 5), (600, 60)])
def test_the_axis_of_lengths_has_few_marks(minutes, step):
    assert step_ms(minutes * MINUTE) == step * MINUTE
