"""A workshop as a document of another language speaks of it: what a template gave it is in that language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from facilitator.domain.people import Category
from facilitator.domain.programme import Panel, Workshop
from facilitator.domain.view import View
from facilitator.language.known_texts import rendered


def view_in(view: View, language: str) -> View:
    """Return the view with its workshop, categories and panels as they are called in the language."""
    return replace(
        view,
        workshop=workshop_in(view.workshop, language),
        categories=categories_in(view.categories, language),
        panel=None if view.panel is None else _panel(view.panel, language),
        panels=tuple(_panel(each, language) for each in view.panels),
    )


def workshop_in(workshop: Workshop, language: str) -> Workshop:
    """Return the workshop as it is called in the language; the language it is held in stays."""
    return replace(
        workshop,
        title=rendered(workshop.title, language),
        short=rendered(workshop.short, language),
        aim=rendered(workshop.aim, language),
        place=rendered(workshop.place, language),
        outcome=rendered(workshop.outcome, language),
    )


def categories_in(categories: Iterable[Category], language: str) -> tuple[Category, ...]:
    """Return the categories as they are called in the language."""
    return tuple(
        replace(
            each,
            label=rendered(each.label, language),
            short=rendered(each.short, language),
            one=rendered(each.one, language),
            tiny=rendered(each.tiny, language),
        )
        for each in categories
    )


def _panel(panel: Panel, language: str) -> Panel:
    """Return the panel under the title somebody gave it in the language, or the template's."""
    named = panel.called_in(language)
    questions = tuple(
        replace(each, text=rendered(each.text, language), short=rendered(each.short, language))
        for each in panel.questions
    )
    return replace(
        named,
        title=rendered(named.title, language),
        short=rendered(named.short, language),
        summary=rendered(named.summary, language),
        questions=questions,
    )
