"""What keeps the workshop: its snapshots, the way back to one, and its encryption."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from facilitator.acts.erasure import Certificate
from facilitator.acts.keys import Encrypted
from facilitator.domain.people import Participant
from facilitator.domain.refusals import Explained
from facilitator.language.direction import RIGHT_TO_LEFT
from facilitator.language.refusals import sentence
from facilitator.language.speech import Language, mark
from facilitator.store.snapshots import Snapshot
from facilitator.ui.buttons import Button
from facilitator.ui.context import Attire
from facilitator.ui.settings.erasing import Erasing, People
from facilitator.ui.settings.sheet import Sheet
from facilitator.ui.start.asking import where_to_save
from facilitator.ui.start.parts import label
from facilitator.ui.type import Role

_SHOWN, _MEGABYTE = 12, 1_000_000
_REASONS = {
    "regular": mark("while it was open"),
    "close": mark("when it was closed"),
    "import": mark("before an import"),
    "merge": mark("before a merge"),
    "restore": mark("before a restore"),
    "asked": mark("asked for"),
}


def given_told(given: Encrypted, language: Language) -> str:
    """Return what is told of a new key: the code to print, and what is not under it."""
    say = language.say
    code = say("Recovery code: {code}", code=given.code)
    keep = say("Print it and keep it apart from the laptop: without it and the passphrase all is lost.")
    left = [
        say("Not under this key: {file}. Delete it, or keep it safe.", file=path.name) for path in given.left
    ]
    return "\n".join((code, keep, *left))


class Safe(Protocol):
    """What can be done for the workshop that is open."""

    @property
    def encrypted(self) -> bool: ...

    def snapshots(self) -> tuple[Snapshot, ...]: ...

    def keep(self) -> str: ...

    def restore(self, snapshot: Snapshot) -> Path | None: ...

    def encrypt(self, passphrase: str) -> Encrypted: ...

    def usual_page(self) -> Path: ...

    def write_page(self, target: Path, code: str) -> str: ...

    def people(self) -> People: ...

    def erase(self, who: Participant) -> tuple[Certificate, Path]: ...


class Safety(Sheet):
    """`locked` says why the workshop cannot be closed now, while a panel is live; `told` is told on top.

    Data of people are erased here where those of all are kept, `erases`.
    """

    def __init__(
        self,
        attire: Attire,
        safe: Safe,
        parent: QWidget,
        locked: str,
        again: Callable[..., object],
        *,
        erases: bool = False,
    ) -> None:
        super().__init__(attire, attire.language.say("Safety"), parent)
        self._safe, self._locked, self._again = safe, locked, again
        self.told = self._words("", Role.BODY)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.page = Button(attire, attire.language.say("Save the code as PDF…"), icon="file-text")
        self._make_snapshots()
        self._make_key()
        self.erasing = Erasing(attire, safe.people(), self._erase, locked) if erases else None
        if self.erasing is not None:
            self._make_erasing(self.erasing)
        if locked:
            self._words(locked)
        self.column.addStretch(1)

    def tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def offer_page(self, code: str) -> None:
        """The code that is told can be had on a page, to be printed."""
        self.page.clicked.connect(partial(self._save_page, code))
        self.page.show()
        self.focus(self.page)

    def _make_snapshots(self) -> None:
        say = self.attire.language.say
        self.column.addWidget(self.told)
        self.told.hide()
        self._row(self.page)
        self.saved = self._words("")
        for hidden in (self.page, self.saved):
            hidden.hide()
        self.add_heading(say("Snapshots"))
        self._words(
            say(
                "A whole copy is kept every 20 minutes if something changed, when the workshop is closed, "
                "and before an import, a merge or a restore. Each was read from end to end."
            )
        )
        self.keep = Button(self.attire, say("Make one now and check it"), icon="check")
        self.keep.clicked.connect(lambda: self._again(self._safe.keep()))
        self._row(self.keep)
        self.rows = [self._snapshot(each) for each in self._safe.snapshots()[:_SHOWN]]
        if not self.rows:
            self._words(say("None yet."))

    def _snapshot(self, kept: Snapshot) -> Button:
        attire, language = self.attire, self.attire.language
        say = language.say
        when = say("{date}, {time}", date=language.date(kept.at), time=language.time_of_day(kept.at))
        size = say("{n} MB", n=language.number(kept.size / _MEGABYTE, 1))
        line = say("{when} · {why} · {size}", when=when, why=say(_REASONS[kept.why.value]), size=size)
        back = Button(attire, say("Go back to it"))
        back.setEnabled(not self._locked)
        back.setToolTip(self._locked or say("What is there now is set aside, never deleted."))
        back.setAccessibleDescription(line)
        back.clicked.connect(partial(self._go_back, kept))
        row = QHBoxLayout()
        shown = f"{RIGHT_TO_LEFT}{line}" if attire.rtl else line  # all of it is isolated: no letter is strong
        row.addWidget(label(attire, shown, attire.font(Role.SMALL), attire.tokens.text), 1)
        row.addWidget(back)
        self.column.addLayout(row)
        return back

    def _go_back(self, kept: Snapshot, *_: object) -> None:
        """What the workshop was is told of, or why it is as it was."""
        language = self.attire.language
        try:
            aside = self._safe.restore(kept)
        except Explained as told:
            self._again(sentence(language, told))
            return
        name = aside.name if aside else ""
        self._again(language.say("What was there lies in {file} now.", file=name) if name else "")

    def _make_key(self) -> None:
        say, safe = self.attire.language.say, self._safe
        self.add_heading(say("Encryption"))
        self._words(
            say("Encrypted: nobody reads the file or its snapshots without the key.")
            if safe.encrypted
            else say("Not encrypted: whoever has the file can read it.")
        )
        self.fields = [self._field(say("New passphrase")), self._field(say("The same once more"))]
        name = say("Give it a new key") if safe.encrypted else say("Encrypt the workshop")
        self.encrypt = Button(self.attire, name, icon="lock")
        self.encrypt.setEnabled(not self._locked)
        self.encrypt.setToolTip(self._locked)
        self.encrypt.clicked.connect(self._encrypt)
        first, second = self.fields
        first.returnPressed.connect(second.setFocus)
        second.returnPressed.connect(self.encrypt.click)
        self._row(*self.fields, self.encrypt)

    def _encrypt(self) -> None:
        say = self.attire.language.say
        first, second = (field.text() for field in self.fields)
        if first != second:
            self.tell(say("The two passphrases differ. Type the same one twice."))
            return
        try:
            given = self._safe.encrypt(first)
        except Explained as told:
            self._again(sentence(self.attire.language, told))
            return
        self._again(given_told(given, self.attire.language), given.code)

    def _save_page(self, code: str, *_: object) -> None:
        """The page is where the person wants it; what was told is told still."""
        title, usual = self.attire.language.say("Recovery code"), self._safe.usual_page()
        target = where_to_save(self, title, ".pdf", usual)
        if target is not None:
            self.saved.setText(self._safe.write_page(target, code))
            self.saved.show()

    def _make_erasing(self, erasing: Erasing) -> None:
        say = self.attire.language.say
        self.add_heading(say("Erasure of a person's data"))
        self._words(
            say(
                "At somebody's own request all that names them is erased: from lists, notes, journal and "
                "snapshots. What they did stays, without a name. This is not taken back."
            )
        )
        self.column.addWidget(erasing)
        self._scroll.verticalScrollBar().rangeChanged.connect(partial(self._show_found, erasing))

    def _show_found(self, erasing: Erasing, _: int, end: int) -> None:
        """Whoever is found while a name is typed is in sight: they stand at the foot of the sheet."""
        if erasing.field.hasFocus():
            self._scroll.verticalScrollBar().setValue(end)

    def _erase(self, who: Participant, *_: object) -> None:
        language = self.attire.language
        say = language.say
        try:
            done, certificate = self._safe.erase(who)
        except Explained as told:
            self._again(sentence(language, told))
            return
        figures = [
            say("Changed rows: {n}", n=language.number(done.rows)),
            say("Changed entries of the journal: {n}", n=language.number(done.events)),
            say("Deleted copies that knew the person: {n}", n=language.number(done.copies)),
        ]
        self._again(
            "\n".join(
                (
                    say("It is erased. The certificate: {file}", file=certificate.name),
                    " · ".join(figures),
                    say("Printed and exported documents and other computers are not reached from here."),
                )
            )
        )

    def _field(self, words: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.setFont(self.attire.font(Role.BODY))
        field.setFixedHeight(32)
        field.setMinimumWidth(160)
        field.setMaximumWidth(220)
        return field

    def _words(self, text: str, role: Role = Role.SMALL) -> QLabel:
        ink = self.attire.tokens.text if role is Role.BODY else self.attire.tokens.text2
        words = label(self.attire, text, self.attire.font(role), ink)
        if role is Role.SMALL:
            self.column.addWidget(words)
        return words

    def _row(self, *widgets: QWidget) -> None:
        row = QHBoxLayout()
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)
