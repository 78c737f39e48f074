"""The pages: painted when they come into sight, read with the keys, and read at the same place afterwards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.acts.export import export
from facilitator.language.speech import Language
from facilitator.ui.report.pages import Pages
from facilitator.ui.report.preview import Preview

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def document(desk, people, tmp_path):
    """A report of several pages."""
    target = tmp_path / "report.pdf"
    export(desk, target, what="report")
    return target


@pytest.fixture
def preview(qtbot, make_context, document):
    made = Preview(make_context())
    qtbot.addWidget(made, before_close_func=lambda it: it.close_pages())
    made.resize(900, 500)
    made.show_pages(Pages(document))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_only_pages_in_sight_are_painted(preview, qtbot):
    qtbot.waitUntil(lambda: preview.painted() == [1])

    preview.turn_to(3)
    qtbot.waitUntil(lambda: 3 in preview.painted())

    assert preview.count > 4
    assert preview.count not in preview.painted()


def test_keys_go_through_the_pages(preview):
    QTest.keyClick(preview, Qt.Key.Key_End)
    last = preview.page()
    QTest.keyClick(preview, Qt.Key.Key_Home)
    first = preview.page()
    QTest.keyClick(preview, Qt.Key.Key_PageDown, CONTROL)

    assert (first, preview.page(), last) == (1, 2, preview.count)


def test_pages_are_as_wide_as_the_view_and_grow_by_keys(preview):
    fitting = preview._width()
    QTest.keyClick(preview, Qt.Key.Key_Plus, CONTROL)
    larger = preview._width()
    QTest.keyClick(preview, Qt.Key.Key_0, CONTROL)

    assert fitting == preview.viewport().width() - 48
    assert (larger, preview._width()) == (round(fitting * 1.25), fitting)


def test_another_document_is_read_at_the_same_place(preview, document):
    preview.turn_to(3)

    preview.show_pages(Pages(document))

    assert preview.page() == 3


def test_picture_is_the_page_in_its_colours(document):
    pages = Pages(document)
    picture = pages.picture(0, 400)
    pages.close()

    assert (picture.width(), picture.pixelColor(2, 2).name()) == (400, "#ffffff")
    assert any(
        picture.pixelColor(x, y).lightness() < 128 for x in range(400) for y in range(picture.height())
    )


def test_place_is_told_to_a_screen_reader(preview):
    preview.turn_to(2)

    assert preview.accessibleDescription() == f"page 2 of {preview.count}"


def test_a_broad_page_begins_at_its_leading_edge_in_either_direction(qtbot, make_context, document):
    for code, edge in (("en", "left"), ("ar", "right")):
        view = Preview(make_context(Language(code)))
        qtbot.addWidget(view, before_close_func=lambda it: it.close_pages())
        view.resize(900, 500)
        view.show_pages(Pages(document))
        view.zoom(3)
        box = view._in_sight()[0][1]

        gap = box.left() if edge == "left" else view.viewport().width() - box.right() - 1
        assert 0 <= gap <= 24
