"""What is handed on to other programs in formats of their own, besides tables and pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from facilitator.acts.books import Asked, noted
from facilitator.acts.report import final_numbers
from facilitator.acts.report_texts import report_symbol
from facilitator.documents.coded.qda_project import write_qda_project
from facilitator.documents.coded.uhri import write_uhri
from facilitator.documents.coded.web_annotation import write_web_annotations
from facilitator.domain.ledger import ledger
from facilitator.domain.people import CategoryKey
from facilitator.domain.report_lint import Finding

Findings = tuple[Finding, ...]


def _web_annotations(asked: Asked, target: Path) -> Findings:
    rows = ledger(asked.views).rows
    write_web_annotations(noted(asked), rows, asked.workshop, _labels(asked), asked.language, target)
    return ()


def _qda_project(asked: Asked, target: Path) -> Findings:
    rows, labels = ledger(asked.views).rows, _labels(asked)
    write_qda_project(noted(asked), rows, asked.workshop, labels, asked.language, target, moment=asked.now)
    return ()


def _uhri(asked: Asked, target: Path) -> Findings:
    symbol = report_symbol(asked.desk.reading)
    rows = ledger(asked.views).rows
    final = final_numbers(asked.desk.reading, rows, asked.now)
    return write_uhri(rows, symbol, final, asked.language, target, moment=asked.now)


def _labels(asked: Asked) -> Mapping[CategoryKey, str]:
    return {category.key: category.label for category in asked.categories}


HANDED_ON: Mapping[str, Callable[[Asked, Path], Findings]] = {
    ".jsonld": _web_annotations,
    ".qdpx": _qda_project,
    ".uhri.json": _uhri,
}
