"""The balance on paper has a chart of the categories above the tables of each panel, and of all."""

import pypdf
import pytest

from facilitator.acts.export import export


@pytest.fixture
def held(desk, sitting, clock):
    """Two speakers of one category, one of another, in a panel of two that have begun."""
    for name, seconds in (("Brazil", 60), ("Norway", 60), ("Coalition", 120)):
        desk.do("give_floor", request=sitting[name])
        clock.pass_s(seconds)
    desk.do("end_intervention")
    return desk


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "States: 50 %, target 50 %; Civil society: 50 %, target 50 %"),
        ("ar", "الدول: 50 %، والمستهدف 50 %؛ المجتمع المدني: 50 %، والمستهدف 50 %"),
    ],
)
def test_a_chart_says_in_words_what_it_shows(held, tmp_path, code, told):
    export(held, tmp_path / "t.pdf", what="balance", language=code, panel=1)
    root = pypdf.PdfReader(tmp_path / "t.pdf").trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()
    figures = [kid.get_object() for kid in root["/K"] if kid.get_object()["/S"] == "/Figure"]

    marks = dict.fromkeys(map(ord, "\u200e\u200f"))
    assert [str(figure["/Alt"]).translate(marks) for figure in figures] == [told]
