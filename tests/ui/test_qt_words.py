"""What Qt itself says where a file is chosen and in the menus of fields is in the person's language."""

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from facilitator.language.speech import LANGUAGES, Language
from facilitator.ui.theme import dress
from facilitator.ui.tokens import LIGHT


@pytest.fixture
def said(qtbot, qapp):
    """Return what stands beside the fields of Qt's own dialog, and in the menu of a field."""

    def asked(code):
        language = Language(code, "Europe/Zurich")
        dress(qapp, LIGHT, language)
        dialog, field = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog), QLineEdit()
        qtbot.addWidget(dialog)
        qtbot.addWidget(field)
        labels = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
        menu = field.createStandardContextMenu()
        qtbot.addWidget(menu)
        return labels, [action.text().partition("\t")[0] for action in menu.actions() if action.text()]

    yield asked
    dress(qapp, LIGHT, Language("en", "Europe/Zurich"))


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_nothing_that_qt_says_is_left_in_english(said, code):
    english = said("en")
    labels, menu = said(code)
    say = Language(code, "Europe/Zurich").say

    assert (len(labels), len(menu)) == tuple(map(len, english))
    assert {*labels, *menu} & {*english[0], *english[1]} == set()
    assert {say("Look in:"), say("Files of type:")} <= set(labels)


def test_one_language_takes_the_place_of_the_one_before(said):
    english = said("en")
    arabic, french = said("ar"), said("fr")

    assert (said("fr"), said("ar"), said("en")) == (french, arabic, english)
