from __future__ import annotations

from ctypes import c_uint
from dataclasses import replace

import pypdfium2
import pytest
from pypdfium2 import raw

from facilitator.documents.charts import share_charts, signed
from facilitator.documents.grid import (
    MARGIN_COLUMN_PT,
    NUMBER_AT_PT,
    PAGE_HEIGHT_PT,
    PAGE_WIDTH_PT,
    SIDE_PT,
    WIDE_PT,
    Grid,
)
from facilitator.documents.plot import parted
from facilitator.documents.setting import Setter
from facilitator.documents.styles import roles
from facilitator.documents.surface import Surface
from facilitator.documents.timeline import span_of, timelines
from facilitator.documents.typeset import Typesetter, open_canvas
from facilitator.domain.hearing import Heard, Part, PhaseSpan, Turn
from facilitator.domain.people import Category, CategoryKey
from facilitator.domain.programme import Panel, PanelId, PanelState, Phase, Workshop
from facilitator.domain.summary import PanelSummary
from facilitator.domain.timing import MINUTE
from facilitator.language.speech import language_for

BLUE, MID, PALE, RUST, INK = (0, 99, 156), (127, 176, 207), (214, 226, 234), (168, 72, 15), (26, 26, 26)
BOTH = pytest.mark.parametrize("code", ["en", "ar"])
TEN = 10 * 60 * MINUTE
PLOT_PT = 81 / 25.4 * 72


def row(key="a", *, share=0.18, room=0.1, target=0.15, present=12):
    return Heard(Category(CategoryKey(key), f"Category {key}", target_share=target), share, room, 1, present)


def drawn(tmp_path, code, charts):
    """The shapes of the charts: colour, distance of their ends from the plot's zero, top, height."""
    language = language_for(code, "UTC")
    path = tmp_path / "chart.pdf"
    canvas = open_canvas(path, title="", author="", subject="", lang=code, rtl=language.rtl, moment=0)
    surface = Surface(canvas, Grid(language.rtl))
    for chart in charts:
        chart.draw(surface, 100)
    canvas.save()
    zero = SIDE_PT + NUMBER_AT_PT
    for shape in pypdfium2.PdfDocument(path)[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = shape.get_bounds()
        ends = (PAGE_WIDTH_PT - right, PAGE_WIDTH_PT - left) if language.rtl else (left, right)
        yield _colour(shape), ends[0] - zero, ends[1] - zero, PAGE_HEIGHT_PT - top, top - bottom


def _colour(shape):
    parts = [c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(shape.raw, *parts)
    return tuple(part.value for part in parts[:3])


def shares(code, rows):
    language = language_for(code, "UTC")
    return share_charts(Setter(Typesetter()), language, roles(language), rows)


def of(shapes, colour, height):
    return [(a, b) for c, a, b, _, tall in shapes if c == colour and tall == pytest.approx(height, abs=0.02)]


@BOTH
def test_bars_are_as_long_as_the_shares_and_begin_at_zero(tmp_path, code):
    shapes = list(drawn(tmp_path, code, shares(code, [row(share=0.18), row("b", share=0.34, target=0.25)])))

    scale = PLOT_PT / 40
    assert of(shapes, BLUE, 4.8) == [
        (pytest.approx(0, abs=0.02), pytest.approx(n * scale, abs=0.02)) for n in (18, 34)
    ]
    assert of(shapes, PALE, 10) == [(pytest.approx(0, abs=0.02), pytest.approx(10 * scale, abs=0.02))] * 2


@BOTH
def test_target_stands_over_its_bar(tmp_path, code):
    shapes = list(drawn(tmp_path, code, shares(code, [row(share=0.34, target=0.25)])))

    middle = PLOT_PT * 25 / 40
    assert of(shapes, INK, 11) == [
        (pytest.approx(middle - 0.75, abs=0.02), pytest.approx(middle + 0.75, abs=0.02))
    ]


@pytest.mark.parametrize(
    ("share", "present", "marks"),
    [(0.10, 2, 1), (0.10, 1, 0), (0.104, 2, 1), (0.106, 2, 0), (0.15, 2, 0), (0.30, 2, 0)],
)
def test_only_what_is_far_below_its_target_is_marked(tmp_path, share, present, marks):
    shapes = list(drawn(tmp_path, "en", shares("en", [row(share=share, present=present)])))

    assert len([shape for shape in shapes if shape[0] == RUST]) == marks


def test_without_targets_there_is_one_column_and_no_tick(tmp_path):
    shapes = list(drawn(tmp_path, "en", shares("en", [row(share=0.1, target=None)])))

    assert of(shapes, INK, 11) == []
    assert of(shapes, BLUE, 4.8)[0][1] == pytest.approx((WIDE_PT - (7 + 38 / 3) / 25.4 * 72), abs=0.1)


@pytest.mark.parametrize(("points", "text"), [(0, "0"), (3, "\u2066+3\u2069"), (-7, "\u2066−7\u2069")])
def test_a_difference_keeps_its_sign_before_it(points, text):
    assert signed(points) == text


def test_rows_that_do_not_fit_on_a_page_continue():
    assert [len(part) for part in parted([9.75] * 100)] == [43, 43, 14]


def test_all_parts_have_one_scale():
    charts = shares("en", [row(str(n), share=0.9 if n == 0 else 0.01) for n in range(60)])

    assert [chart._top for chart in charts] == [90, 90]


def summary(*turns, phases=()):
    panel = Panel(PanelId("p"), 1, "Title", TEN, TEN + 140 * MINUTE, TEN + 150 * MINUTE)
    workshop = Workshop("Workshop", "en", "UTC")
    made = PanelSummary(
        workshop, panel, PanelState.CLOSED, TEN, panel.ends, panel.ends, heard=(row(), row("b"))
    )
    return replace(made, turns=turns, phases=phases)


def lines(code, made):
    language = language_for(code, "UTC")
    return timelines(Setter(Typesetter()), language, roles(language), made)


@BOTH
def test_turns_stand_true_to_time_in_the_lane_of_their_category(tmp_path, code):
    made = summary(
        Turn(CategoryKey("a"), Part.PRESENTATION, TEN + 15 * MINUTE, TEN + 30 * MINUTE),
        Turn(CategoryKey("b"), Part.FLOOR, TEN + 30 * MINUTE, TEN + 33 * MINUTE),
    )
    shapes = list(drawn(tmp_path, code, lines(code, made)))

    minute = WIDE_PT / 150
    assert of(shapes, BLUE, 7) == [
        (pytest.approx(15 * minute, abs=0.02), pytest.approx(30 * minute, abs=0.02))
    ]
    assert of(shapes, MID, 7) == [
        (pytest.approx(30 * minute, abs=0.02), pytest.approx(33 * minute, abs=0.02))
    ]
    tops = [
        top
        for colour, _, _, top, tall in shapes
        if tall == pytest.approx(7, abs=0.02) and colour in (BLUE, MID)
    ]
    assert tops[1] - tops[0] == pytest.approx(13, abs=0.02)


def test_a_moment_is_still_a_point_wide(tmp_path):
    shapes = list(
        drawn(tmp_path, "en", lines("en", summary(Turn(CategoryKey("a"), Part.FLOOR, TEN, TEN + 1))))
    )

    assert of(shapes, MID, 7) == [(pytest.approx(0, abs=0.02), pytest.approx(1, abs=0.02))]


@BOTH
def test_the_end_of_interpretation_is_the_edge_of_the_plot(tmp_path, code):
    shapes = list(drawn(tmp_path, code, lines(code, summary())))

    stops = [(a + b) / 2 for colour, a, b, _, tall in shapes if colour == INK and tall > 26]
    assert stops == [pytest.approx(WIDE_PT, abs=0.02)]


def test_speech_after_the_hard_stop_lengthens_the_axis():
    late = Turn(CategoryKey("a"), Part.FLOOR, TEN + 149 * MINUTE, TEN + 157 * MINUTE)

    span = span_of([late], TEN, TEN + 150 * MINUTE)

    assert (span.ends - TEN) // MINUTE == 160
    assert span.at(span.hard_stop) == pytest.approx(NUMBER_AT_PT + WIDE_PT * 150 / 160)


@pytest.mark.parametrize(
    ("minutes", "steps"),
    [
        (150, [0, 30, 60, 90, 120, 150]),
        (55, [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55]),
        (620, [0, 60, 120, 180]),
    ],
)
def test_the_clock_is_marked_where_its_figures_have_room(minutes, steps):
    span = span_of([], TEN, TEN + minutes * MINUTE)

    marked = [(instant - TEN) // MINUTE for instant in span.instants()]

    assert marked[: len(steps)] == steps
    assert marked[-1] == minutes


def test_phases_are_lines_over_their_span(tmp_path):
    phases = (
        PhaseSpan(Phase.PRESENTATIONS, TEN, TEN + 60 * MINUTE),
        PhaseSpan(Phase.DISCUSSION, TEN + 60 * MINUTE, TEN + 140 * MINUTE),
    )
    shapes = list(drawn(tmp_path, "en", lines("en", summary(phases=phases))))

    minute = WIDE_PT / 150
    assert [(a, b) for a, b in of(shapes, INK, 0.8)] == [
        (pytest.approx(0, abs=0.02), pytest.approx(60 * minute - 1.2, abs=0.02)),
        (pytest.approx(60 * minute, abs=0.02), pytest.approx(140 * minute - 1.2, abs=0.02)),
    ]


def test_a_long_label_makes_its_lane_higher():
    chart = shares(
        "en", [replace(row(), category=Category(CategoryKey("a"), "A coalition of very many movements"))]
    )[0]

    assert chart.lanes[0].label.lines == 2
    assert chart.lanes[0].label.natural_width_pt <= MARGIN_COLUMN_PT
    assert chart.lanes[0].height == pytest.approx(2 * 9.75 + 3.25)
