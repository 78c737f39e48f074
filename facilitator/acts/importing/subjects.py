"""Panels of a note that the programme has already, worded otherwise: both ask about the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from facilitator.domain.folding import folded
from facilitator.domain.programme import Panel, PanelId
from facilitator.intake.programmes.event import Event
from facilitator.language.known_texts import in_every_language

_SHARED = 0.3
"""Two panels on one subject share two fifths of their words or more, on different ones a fifth at most."""
_FEW = 4
"""So many words at least they share: “Remedies” alone is no subject."""
_WORD = re.compile(r"\w{3,}")


def met_panels(panels: Iterable[Panel], events: Sequence[Event]) -> Mapping[str, PanelId]:
    """Return by the ids of events which panel asks about the same as each; none is met twice.

    A panel that came from a file has an id of its own there, and is not compared.
    """
    told = {panel.id: _words_of(panel) for panel in panels if not panel.uid}
    shares = [
        (_share(_words((event.title, *event.questions)), words), event.uid, id_)
        for event in events
        for id_, words in told.items()
    ]
    met: dict[str, PanelId] = {}
    for share, uid, id_ in sorted(shares, reverse=True):
        if share >= _SHARED and uid not in met and id_ not in met.values():
            met[uid] = id_
    return met


def _words_of(panel: Panel) -> set[str]:
    """Return the words of a panel, in every language in which a template has them."""
    texts = (panel.title, *(question.text for question in panel.questions))
    return _words((*texts, *(other for text in texts for other in in_every_language(text))))


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _WORD.findall(folded(text))}


def _share(asked: set[str], words: set[str]) -> float:
    shared = len(asked & words)
    return shared / len(asked) if shared >= _FEW else 0
