"""The head of the report desk: which document, and where in it one reads."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from facilitator.acts.products import PRODUCTS
from facilitator.domain.view import View
from facilitator.language.levels import LEVEL_WORDS
from facilitator.language.speech import LANGUAGE_NAMES
from facilitator.language.wording import panel_title
from facilitator.ui.buttons import Button, Look
from facilitator.ui.context import Context
from facilitator.ui.painting import ground
from facilitator.ui.report.chooser import Chooser
from facilitator.ui.report.wish import PRODUCT_WORDS, Wish
from facilitator.ui.type import Role


class Head(QWidget):
    wanted = Signal(object)  # the fields of the wish that change
    zoom_wanted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.language.say
        ground(self, context.tokens.bg)
        self.setFixedHeight(44)
        self.what, self.panel = (
            Chooser(context, say("Document")),
            Chooser(context, say("Panel"), shrinks=True),
        )
        self.language, self.level = Chooser(context, say("Language")), Chooser(context, say("Attribution"))
        self.place = QLabel()
        self.place.setFont(context.font(Role.SMALL))
        palette = self.place.palette()
        palette.setColor(self.place.foregroundRole(), context.tokens.text2)
        self.place.setPalette(palette)
        self.place.setMinimumWidth(self.place.fontMetrics().horizontalAdvance(say("being made…")) + 2)
        self._page, self._making = "", False
        self._arrange()

    def show_wish(self, wish: Wish, view: View) -> None:
        say = self._context.language.say
        product = PRODUCTS[wish.what]
        self.what.offer([(what, say(PRODUCT_WORDS[what])) for what in PRODUCTS], wish.what)
        panels = [
            (number, panel_title(panel, self._context.language))
            for number, panel in enumerate(view.panels, 1)
        ]
        whole = [] if PRODUCTS[wish.what].one_panel else [(None, say("All panels"))]
        self.panel.offer([*whole, *panels], wish.panel)
        self.language.offer(list(LANGUAGE_NAMES.items()), wish.language)
        self.level.offer([(level, say(LEVEL_WORDS[level])) for level in product.levels], wish.level)

    def show_page(self, page: int, of: int) -> None:
        self._page = self._context.language.say("page {n} of {of}", n=page, of=of) if of else ""
        self._tell()

    def show_making(self, *, making: bool) -> None:
        """What is shown is about to be replaced."""
        self._making = making
        self._tell()

    def _tell(self) -> None:
        self.place.setText(self._context.language.say("being made…") if self._making else self._page)

    def _arrange(self) -> None:
        say = self._context.language.say
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        choosers = {"what": self.what, "panel": self.panel, "language": self.language, "level": self.level}
        for field, chooser in choosers.items():
            row.addWidget(chooser)
            chooser.chosen.connect(lambda value, field=field: self.wanted.emit({field: value}))
        row.addStretch(1)
        row.addWidget(self.place)
        for sign, name, steps in (("−", say("Smaller"), -1), ("+", say("Larger"), 1), ("", say("Width"), 0)):
            button = Button(self._context, sign or name, Look.QUIET)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, steps=steps: self.zoom_wanted.emit(steps))
            row.addWidget(button)
