"""What the secretariat hands over: a product of the workshop, as a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from facilitator.acts.books import Asked
from facilitator.acts.desk import Desk
from facilitator.acts.making import Making
from facilitator.acts.output import written_whole
from facilitator.acts.panels import find_panel
from facilitator.acts.products import PRODUCTS, Product
from facilitator.acts.proof import named
from facilitator.acts.rendering import view_in
from facilitator.acts.workshops import UnknownLanguage
from facilitator.documents.progress import Progress, unheeded
from facilitator.documents.report_findings import finding_told
from facilitator.documents.template import STANDARD, read_template
from facilitator.domain.attribution import Level
from facilitator.domain.naming import Names, silencing
from facilitator.domain.refusals import Explained, UnknownReference
from facilitator.domain.report import BUDGET
from facilitator.domain.report_lint import Finding
from facilitator.domain.view import View
from facilitator.language.speech import LANGUAGES, Language, language_for


class UnknownProduct(Explained):
    """There is no product `name`; `known` lists those there are."""


class UnknownFormat(Explained):
    """The product cannot be made as a file that ends in `suffix`; `known` lists the endings."""


class LevelNotMade(Explained):
    """The product cannot be made at the `level` of attribution; `known` lists those it can."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What there is to tell: characters `missing` from all fonts, a report's words, findings, and `names`."""

    missing: str = ""
    words: int | None = None
    findings: tuple[Finding, ...] = ()
    names: Names = ()

    def as_json(self, language: Language) -> dict[str, Any]:
        """Return it for other programs; the sentences are in the language."""
        return {
            "names": list(self.names),
            "missing": self.missing,
            "words": self.words,
            "budget": BUDGET if self.words is not None else None,
            "findings": [finding_told(finding, language) for finding in self.findings],
        }


def export(
    desk: Desk,
    target: Path,
    *,
    what: str,
    panel: int | None = None,
    language: str | None = None,
    level: str | None = None,
    template: Path | None = None,
    progress: Progress = unheeded,
    naming: Callable[[Names], object] = bool,
) -> Exported:
    """The target is the product as the workshop stands now, or is as it was; raises Explained.

    Without a `panel` it is of all of them, what is always of one of the one at hand. Without a `level` it
    is at the product's own. `template` is a folder that says how its pages look, `progress` is told of each
    page, and `naming`, before anything is written, of those whom it will name.
    """
    product = _product(what)
    suffix = _suffix(target, product)
    asked = _asked(desk, what, panel, language, _level(level, product))
    making = Making(asked, STANDARD if template is None else read_template(template), progress)
    write = making.ready(what, suffix)
    with written_whole(target) as part:
        naming(making.names)
        write(part)
    return Exported(named(making.missing), making.words, making.findings, making.names)


def would_name(
    desk: Desk,
    *,
    what: str,
    panel: int | None = None,
    language: str | None = None,
    level: str | None = None,
) -> Names:
    """Return whom the product would name as the workshop stands now; nothing is written."""
    product = _product(what)
    making = Making(_asked(desk, what, panel, language, _level(level, product)), STANDARD, unheeded)
    making.ready(what, product.formats[0])
    return making.names


def _asked(desk: Desk, what: str, panel: int | None, language: str | None, level: Level) -> Asked:
    workshop = desk.reading.workshop()
    code = language or workshop.language
    if code not in LANGUAGES:
        raise UnknownLanguage(language=code, known=", ".join(LANGUAGES))
    spoken = language_for(code, workshop.zone)
    views = tuple(view_in(view, code) for view in _views(desk, what, panel))
    return Asked(desk, views, level, spoken, desk.now())


def kept_from(
    desk: Desk, *, what: str, panel: int | None = None, level: str | None = None, **_: object
) -> tuple[str, ...]:
    """Return the rules by which the product names fewer of those who spoke than its level would."""
    product = _product(what)
    of = None if panel is None else find_panel(desk.reading, panel)
    if of is None and product.one_panel:
        of = desk.view().panel
    return silencing(what, _level(level, product), desk.view(), None if of is None else of.id)


def _product(what: str) -> Product:
    if what not in PRODUCTS:
        raise UnknownProduct(name=what, known=", ".join(PRODUCTS))
    return PRODUCTS[what]


def _suffix(target: Path, product: Product) -> str:
    suffix = product.ending_of(target.name)
    if suffix is None:
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
    """Return the panels as the product may show them."""
    if panel is not None:
        return (desk.shown(find_panel(desk.reading, panel).id),)
    if PRODUCTS[what].one_panel:
        return (desk.shown(),)
    return tuple(desk.shown(each.id) for each in desk.reading.panels())
