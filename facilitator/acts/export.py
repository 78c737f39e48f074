"""What the secretariat hands over: a product of the workshop, as a file."""

from __future__ import annotations

from pathlib import Path

from facilitator.acts.books import BOOKS, Asked
from facilitator.acts.desk import Desk
from facilitator.acts.output import written_whole
from facilitator.acts.panels import find_panel
from facilitator.acts.phases import phases_entered, spans
from facilitator.acts.products import PRODUCTS, Product
from facilitator.acts.proof import GlyphsMissing, named
from facilitator.acts.report import drafted
from facilitator.acts.workshops import UnknownLanguage
from facilitator.documents.blocks import Document
from facilitator.documents.office.book_blocks import book_document
from facilitator.documents.office.docx import write_docx
from facilitator.documents.office.lists import write_csv, write_json
from facilitator.documents.office.xlsx import write_xlsx
from facilitator.documents.printing import print_document
from facilitator.documents.report_blocks import report_document
from facilitator.documents.report_findings import write_report_json
from facilitator.documents.summary import write_summary
from facilitator.documents.summary_blocks import summary_document
from facilitator.documents.typeset import MissingGlyphs
from facilitator.domain.attribution import Level
from facilitator.domain.refusals import Explained, UnknownReference
from facilitator.domain.summary import panel_summary
from facilitator.domain.view import View
from facilitator.language.speech import LANGUAGES, language_for


class UnknownProduct(Explained):
    """There is no product `name`; `known` lists those there are."""


class UnknownFormat(Explained):
    """The product cannot be made as a file that ends in `suffix`; `known` lists the endings."""


class LevelNotMade(Explained):
    """The product cannot be made at the `level` of attribution; `known` lists those it can."""


def export(
    desk: Desk,
    target: Path,
    *,
    what: str,
    panel: int | None = None,
    language: str | None = None,
    level: str | None = None,
) -> None:
    """The target is the product as the workshop stands now, or is as it was; raises Explained.

    Without a `panel` it is of all of them, a panel's summary of the one at hand. Without a `level` it is at
    the product's own.
    """
    product = _product(what)
    suffix = _suffix(target, product)
    code = language or desk.reading.workshop().language
    if code not in LANGUAGES:
        raise UnknownLanguage(language=code, known=", ".join(LANGUAGES))
    asked = Asked(
        desk,
        _views(desk, what, panel),
        _level(level, product),
        language_for(code, desk.reading.workshop().zone),
        desk.now(),
    )
    try:
        with written_whole(target) as making:
            _write(asked, what, suffix, making)
    except MissingGlyphs as missing:
        raise GlyphsMissing(characters=named(missing.characters)) from missing


def _product(what: str) -> Product:
    if what not in PRODUCTS:
        raise UnknownProduct(name=what, known=", ".join(PRODUCTS))
    return PRODUCTS[what]


def _suffix(target: Path, product: Product) -> str:
    suffix = target.suffix.lower()
    if suffix not in product.formats:
        raise UnknownFormat(suffix=target.suffix or target.name, known=", ".join(product.formats))
    return suffix


def _level(wanted: str | None, product: Product) -> Level:
    if wanted is None:
        return product.level
    if wanted not in set(Level):
        raise UnknownReference(kind="attribution", id=wanted)
    if wanted not in product.levels:
        raise LevelNotMade(level=wanted, known=", ".join(product.levels))
    return Level(wanted)


def _views(desk: Desk, what: str, panel: int | None) -> tuple[View, ...]:
    if panel is not None:
        return (desk.view(find_panel(desk.reading, panel).id),)
    if what == "panel-summary":
        return (desk.view(),)
    return tuple(desk.view(each.id) for each in desk.reading.panels())


def _write(asked: Asked, what: str, suffix: str, target: Path) -> None:
    if what == "panel-summary":
        _write_summary(asked, suffix, target)
    elif what == "report":
        _write_report(asked, suffix, target)
    else:
        _write_book(asked, what, suffix, target)


def _write_book(asked: Asked, what: str, suffix: str, target: Path) -> None:
    book, language = BOOKS[what](asked), asked.language
    if suffix == ".csv":
        write_csv(book, language, target)
    elif suffix == ".json":
        write_json(book, language, target, moment=asked.now)
    elif suffix == ".xlsx":
        write_xlsx(book, language, target, moment=asked.now)
    else:
        _write_document(book_document(book, language, moment=asked.now), asked, suffix, target)


def _write_report(asked: Asked, suffix: str, target: Path) -> None:
    report = drafted(asked.desk.reading, asked.views, asked.level, asked.now)
    document = report_document(report, asked.language)
    if suffix == ".json":
        write_report_json(report, document, asked.language, target)
    else:
        _write_document(document, asked, suffix, target)


def _write_document(document: Document, asked: Asked, suffix: str, target: Path) -> None:
    write = write_docx if suffix == ".docx" else print_document
    write(document, asked.language, target, moment=asked.now)


def _write_summary(asked: Asked, suffix: str, target: Path) -> None:
    view, now = asked.views[0], asked.now
    if view.panel is None:
        raise UnknownReference(kind="panel", id="")
    phases = spans(view, phases_entered(asked.desk, [view.panel.id])[view.panel.id], now)
    summary = panel_summary(view, now, level=asked.level, phases=phases)
    if suffix == ".docx":
        _write_document(summary_document(summary, asked.language, moment=now), asked, suffix, target)
    else:
        write_summary(summary, asked.language, target, moment=now)
