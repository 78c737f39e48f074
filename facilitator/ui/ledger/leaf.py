"""A page of text beside a list: heads, paragraphs each in its own direction, names with their values."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser

from facilitator.language.direction import first_strong_rtl, isolate
from facilitator.ui.context import Context
from facilitator.ui.ledger.marking import paragraph, side_of
from facilitator.ui.type import Role

_EDGE = """
QTextBrowser {{ border: 0; border-{edge}: 1px solid {line}; padding: 2px; padding-{edge}: 1px; }}
QTextBrowser:focus {{ border: 2px solid {accent}; padding: 0; }}
"""


class Leaf(QTextBrowser):
    """Only read, in the looks of the desk."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self.context = context
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        edge = "right" if context.rtl else "left"
        line, accent = context.tokens.line.name(), context.tokens.accent.name()
        self.setStyleSheet(_EDGE.format(edge=edge, line=line, accent=accent))
        self.setFont(context.font(Role.BODY))
        self.setOpenLinks(False)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(16)
        palette = self.palette()
        palette.setColor(self.viewport().backgroundRole(), context.tokens.surface)
        palette.setColor(self.foregroundRole(), context.tokens.text)
        self.setPalette(palette)

    def head(self, words: str) -> str:
        """Return the head of a part."""
        return self._div(escape(words), self.context.tokens.accent.name(), 14, rtl=self.context.rtl)

    def para(self, words: str, *, small: bool = False) -> str:
        """Return a text whose paragraphs run each as its first letter says."""
        tokens = self.context.tokens
        ink = (tokens.text2 if small else tokens.text).name()
        otherwise = first_strong_rtl(words, otherwise=self.context.rtl)
        return "".join(
            self._div(escape(line), ink, 4, rtl=first_strong_rtl(line, otherwise=otherwise))
            for line in words.split("\n")
        )

    def _div(self, words: str, ink: str, above: int, *, rtl: bool) -> str:
        style = f"color:{ink}; margin-top:{above}px; margin-bottom:2px"
        return paragraph(words, style, rtl=rtl, side=side_of(self.context))

    def table(self, told: list[tuple[str, str]]) -> str:
        """Return names with what is told of each; what is empty has no line."""
        tokens, way = self.context.tokens, "rtl" if self.context.rtl else "ltr"
        side = "right" if self.context.rtl else "left"
        rows = "".join(
            f'<p dir="{way}" align="{side}" style="margin-top:3px; margin-bottom:0">'
            f'<span style="color:{tokens.text2.name()}">{escape(name)}</span>'
            f"&nbsp; {escape(isolate(value))}</p>"
            for name, value in told
            if value
        )
        return f'<div style="color:{tokens.text.name()}">{rows}</div>'
