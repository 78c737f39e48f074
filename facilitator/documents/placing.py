"""Where a paragraph of each role stands, and how it looks."""

from __future__ import annotations

from collections.abc import Mapping

from reportlab.lib.units import mm

from facilitator.documents.blocks import Role
from facilitator.documents.grid import NUMBER_AT_PT, TEXT_AT_PT, UNIT_PT
from facilitator.documents.styles import Roles
from facilitator.documents.typeset import Style

INSET_PT = 5 * mm
Look = tuple[Style, float, float]


def placed(roles: Roles, *, title_with_text: bool) -> Mapping[Role, Look]:
    """Return the style of each role, where its lines begin, and the space above.

    A report has a masthead above its title, which then is smaller and stands with the text.
    """
    if title_with_text:
        title, subtitle = (roles.h1, NUMBER_AT_PT, 4 * UNIT_PT), (roles.h2, NUMBER_AT_PT, UNIT_PT)
    else:
        title, subtitle = (roles.title, 0.0, 2 * UNIT_PT), (roles.h1, 0.0, UNIT_PT)
    return {
        Role.TITLE: title,
        Role.SUBTITLE: subtitle,
        Role.PARTICIPANT: (roles.listed, TEXT_AT_PT, 0.0),
        Role.MASTHEAD: (roles.body, 0.0, 0.0),
        Role.SYMBOL: (roles.strong_label, 0.0, UNIT_PT / 2),
        Role.BOXED_HEADING: (roles.h3, NUMBER_AT_PT + INSET_PT, UNIT_PT),
        Role.BOXED: (roles.body, NUMBER_AT_PT + INSET_PT, UNIT_PT),
        Role.SMALL: (roles.grey_small, NUMBER_AT_PT, UNIT_PT / 2),
    }
