"""Who has been heard as another program reads it: by any dimension, for a panel, a day or the workshop."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeVar

from facilitator.acts.desk import Desk
from facilitator.acts.instants import seconds
from facilitator.domain.balance import Share
from facilitator.domain.programme import PanelId
from facilitator.domain.refusals import NotUnderstood
from facilitator.domain.rules import DIMENSIONS
from facilitator.domain.tally import CATEGORY, Side
from facilitator.domain.view import Scope

Json = dict[str, Any]
Chosen = TypeVar("Chosen", bound=StrEnum)


def balance_now(
    desk: Desk,
    by: str = CATEGORY,
    scope: str = Scope.PANEL,
    side: str | None = None,
    panel: PanelId | None = None,
) -> Json:
    """Return the balance by a dimension: of a panel, its day or the workshop; podium, floor or both."""
    if by not in DIMENSIONS:
        raise NotUnderstood(field="by")
    whole = _chosen("scope", Scope, scope)
    where = None if side is None else _chosen("side", Side, side)
    view = desk.view(panel)
    hidden = view.floor is not None and by in view.floor.rules.hidden
    shares = () if hidden else view.balance(desk.now(), by, whole, where)
    rows = [{by: share.key, **share_told(share)} for share in shares]
    return {"by": by, "scope": whole.value, "side": side, "hidden": hidden, "rows": rows}


def share_told(share: Share) -> Json:
    """Return a group's part; shares are fractions of the seconds charged to all."""
    return {
        "seconds": seconds(share.ms),
        "share": share.share,
        "target_share": share.target_share,
        "planned_share": share.planned_share,
        "speakers": share.speakers,
        "turns": share.turns,
        "waiting": share.waiting,
        "present": share.present,
        "invited": share.invited,
        "small": share.small,
    }


def _chosen(field: str, kind: type[Chosen], said: str) -> Chosen:
    if said not in [*kind]:
        raise NotUnderstood(field=field)
    return kind(said)
