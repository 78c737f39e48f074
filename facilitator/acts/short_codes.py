"""The short codes of a workshop: everybody who takes notes in it has them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from facilitator.acts.people import must_be_short
from facilitator.acts.registry import Work, act
from facilitator.domain.folding import folded
from facilitator.domain.refusals import NotUnderstood, TextTooLong
from facilitator.domain.rules import CODED
from facilitator.language.short_codes import SIGNS, is_code


@act("secretariat", NotUnderstood, TextTooLong)
def set_short_code(work: Work, code: str, phrase: str) -> None:
    """The code stands for the phrase in this workshop; without a phrase there is no such code any more."""
    bare, words = code.strip().lstrip(SIGNS), phrase.strip()
    if not is_code(bare):
        raise NotUnderstood(field="code")
    if len(words.splitlines()) > 1:
        raise NotUnderstood(field="phrase")
    must_be_short("phrase", words)
    key = folded(bare)
    now = work.reading.short_codes().get(key)
    work.subject = key
    if words == (now or ""):
        return
    rows = [_row(key, each) for each in (now, words) if each]
    if not now:
        work.insert("rule", rows[0])
    elif not words:
        work.delete("rule", rows[0])
    else:
        work.update("rule", f"workshop/{CODED}{key}", rows[0], rows[1])


def put_short_codes(work: Work, items: Iterable[Mapping[str, str]]) -> None:
    """The workshop has the short codes that a template tells."""
    for item in items:
        set_short_code(work, item["code"], item["phrase"])


def _row(code: str, phrase: str) -> dict[str, str | None]:
    key = CODED + code
    value = json.dumps(phrase, ensure_ascii=False)
    return {"id": f"workshop/{key}", "panel": None, "key": key, "value": value}
