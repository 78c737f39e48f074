"""The report on an import in sentences, for the screen and the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.acts.importing.order import Report, Unit
from facilitator.intake.defects import Defect
from facilitator.language.direction import ltr
from facilitator.language.list_fields import field_told
from facilitator.language.problems import IS_A_PERSON, PROBLEMS, TYPED
from facilitator.language.speech import Language, mark

_NAMES_SHOWN = 20


def figures_line(report: Report, language: Language) -> str:
    """Return how many rows there were and what became of them."""
    names = ("added", "updated", "unchanged", "skipped")
    figures = {name: language.number(getattr(report, name)) for name in names}
    figures["n"] = language.number(report.read)
    if report.unit is not Unit.ROW:
        return language.count(
            "{n} item read: {added} added, {updated} updated, {unchanged} unchanged, {skipped} skipped.",
            "{n} items read: {added} added, {updated} updated, {unchanged} unchanged, {skipped} skipped.",
            report.read,
            **figures,
        )
    return language.count(
        "{n} row read: {added} added, {updated} updated, {unchanged} unchanged, {skipped} skipped.",
        "{n} rows read: {added} added, {updated} updated, {unchanged} unchanged, {skipped} skipped.",
        report.read,
        **figures,  # the number of rows among them, as the language writes it
    )


def elsewhere_lines(report: Report, language: Language) -> Iterator[str]:
    """Yield how many were skipped as they are of other rooms, if any were."""
    if report.elsewhere:
        yield language.count(
            "{n} of the skipped is of another room.",
            "{n} of the skipped are of other rooms.",
            report.elsewhere,
        )


def change_lines(report: Report, language: Language) -> Iterator[str]:
    """Yield who is new, changed and gone in a corrected list, the first of each by name."""
    new, changed, gone = report.changes.new, report.changes.changed, report.changes.gone
    listed = report.unit is Unit.ROW  # what others are made of has long titles
    if listed and new and (report.updated or report.unchanged):  # of a first list all are new
        yield language.count(
            "{n} is new: {names}",
            "{n} are new, among them {names}",
            len(new),
            names=language.names(new[:_NAMES_SHOWN]),
        )
    if listed and changed:
        yield language.count(
            "{n} is changed: {names}",
            "{n} are changed, among them {names}",
            len(changed),
            names=language.names(changed[:_NAMES_SHOWN]),
        )
    if gone:
        yield language.count(
            "{n} is not on this list any more: {names}",
            "{n} are not on this list any more, among them {names}",
            len(gone),
            names=language.names(gone[:_NAMES_SHOWN]),
        )
    kept = report.changes.kept
    if kept:
        yield language.count(
            "{n} of them stays, having asked, spoken or been noted: {names}",
            "{n} of them stay, having asked, spoken or been noted, among them {names}",
            len(kept),
            names=language.names(kept[:_NAMES_SHOWN]),
        )


def column_told(defect: Defect, language: Language) -> str:
    """Return which column of a list is meant, nothing where it is none."""
    return field_told(_COLUMNS.get(defect.problem, defect.field), language)


def problem_told(defect: Defect, language: Language) -> str:
    """Return what is wrong, as a part of a sentence."""
    name, minutes = field_told(defect.field, language) or defect.field, language.number(defect.minutes)
    return language.say(PROBLEMS[defect.problem], field=name, minutes=minutes)


def problem_typed(defect: Defect, language: Language) -> str:
    """Return what is wrong, and what is to be typed where the window has something to choose."""
    typed = TYPED.get(defect.problem)
    return language.say(typed, option=ltr(IS_A_PERSON)) if typed else problem_told(defect, language)


def defect_line(defect: Defect, unit: Unit, language: Language) -> str:
    """Return what is wrong, and where, for a terminal."""
    problem = problem_typed(defect, language)
    return language.say(_PLACES[unit], row=defect.row, problem=problem) if defect.row else problem


def unit_word(unit: Unit, language: Language) -> str:
    """Return what the numbers of the defects count, as the head of their column."""
    return language.say(_HEADS[unit])


_COLUMNS = {"overlaps_panel": "starts", "panel_is_there": "title"}
"""The columns that are meant where a defect names the panel that is there."""
_PLACES = {
    Unit.ROW: mark("Row {row}: {problem}"),
    Unit.EVENT: mark("Event {row}: {problem}"),
    Unit.LINE: mark("Line {row}: {problem}"),
}
_HEADS = {Unit.ROW: mark("Row"), Unit.EVENT: mark("Event"), Unit.LINE: mark("Line")}
