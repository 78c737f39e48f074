"""What Qt itself says, in the menus of fields and where a file is chosen, in the language of the person."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from facilitator.language.speech import Language, mark

_OF_QT = "qt-translator"
_LACKING = (mark("Look in:"), mark("Files of type:"))


class _Lacking(QTranslator):
    """What Qt's own catalogues say under other words than its dialogs ask for."""

    def __init__(self, parent: QApplication, language: Language) -> None:
        super().__init__(parent)
        self._said = {words: language.say(words) for words in _LACKING}

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return nothing for what it does not know: Qt asks the next catalogue then."""
        return self._said.get(source.replace("&", ""), "")


def translate_qt(app: QApplication, language: Language) -> None:
    """Qt speaks the language from now on, and no other one."""
    for before in app.findChildren(QTranslator, _OF_QT):
        app.removeTranslator(before)
        before.deleteLater()
    code = "zh_CN" if language.code == "zh" else language.code
    own, lacking = QTranslator(app), _Lacking(app, language)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for translator in (lacking, own):  # the last one is asked first
        translator.setObjectName(_OF_QT)
    if language.code != "en":
        app.installTranslator(lacking)
    if own.load(f"qtbase_{code}", folder):
        app.installTranslator(own)
