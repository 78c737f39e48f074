"""The recovery code of an encrypted workshop on a page of its own, to be printed."""

from __future__ import annotations

from pathlib import Path

from facilitator.acts.output import written_whole
from facilitator.documents.blocks import Document, Paragraph, Role, words
from facilitator.documents.printing import print_document
from facilitator.language.speech import Language


def write_recovery_page(target: Path, *, code: str, file: str, language: Language, now: int) -> None:
    """The code and what it opens stand in the target and nowhere else; raises NotWritten."""
    with written_whole(target) as making:
        print_document(_page(code, file, language, now), language, making, moment=now)


def _page(code: str, file: str, language: Language, now: int) -> Document:
    say = language.say
    title = say("Recovery code")
    what = say("It opens {file} and its snapshots where a passphrase is asked for.", file=file)
    day = say("It was given on {date}. A later one takes its place.", date=language.date(now))
    keep = say("Print it and keep it apart from the laptop: without it and the passphrase all is lost.")
    blocks = (
        Paragraph(words(title), Role.TITLE),
        Paragraph(words(code), Role.SUBTITLE),
        *(Paragraph(words(line)) for line in (what, day, keep)),
    )
    return Document(title, file, "Facilitator", blocks)
