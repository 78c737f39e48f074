"""Saving a workshop as a template: asked for where, and told how it went."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.domain.refusals import Explained
from facilitator.language.refusals import sentence
from facilitator.ui.banner import Banner
from facilitator.ui.context import Context
from facilitator.ui.room.control import Memory
from facilitator.ui.start.asking import where_to_keep_template
from facilitator.ui.start.own_templates import remember_template


def save_template(owner: object, context: Context, memory: Memory) -> None:
    """The template is where somebody says and is offered for new workshops, or a sentence tells why not."""
    from facilitator.acts.desk import Desk  # noqa: PLC0415 - SQLAlchemy loads when it is needed
    from facilitator.acts.own_templates import (  # noqa: PLC0415 - as above
        save_template as save,
    )

    banner = getattr(owner, "banner", None)
    language, desk = context.language, context.desk
    if not (isinstance(owner, QWidget) and isinstance(banner, Banner) and isinstance(desk, Desk)):
        return
    target = where_to_keep_template(owner, language, desk.path)
    if target is None:
        return
    try:
        save(desk.reading, target)
    except Explained as told:
        banner.refuse(sentence(language, told))
        return
    remember_template(memory, target)
    banner.say(
        language.say(
            "The template {file} holds the programme and the rules, and nobody. "
            "The start screen offers it for new workshops.",
            file=target.name,
        )
    )
