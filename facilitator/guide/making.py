"""The guide as a PDF: what it says, set by the program's own typesetter, with the screens as they are now."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from facilitator.acts.output import written_whole
from facilitator.documents.blocks import Document
from facilitator.documents.printing import print_document
from facilitator.domain.refusals import Explained
from facilitator.guide.chapters import chapters
from facilitator.guide.pictures import pictures
from facilitator.language.direction import bare
from facilitator.language.places import settings_folder
from facilitator.language.refusals import sentence
from facilitator.language.speech import LANGUAGES, Language, language_for
from facilitator.ui.keymap import read_keys
from facilitator.ui.notes.typing import KEYS
from facilitator.ui.start.recents import Settings


def make_guide(target: Path, language: Language) -> int:
    """The guide is in the file, in this language; returns its number of pages. Raises NotWritten."""
    with written_whole(target) as making, tempfile.TemporaryDirectory(prefix="facilitator-guide-") as folder:
        shown = pictures(Path(folder), language.code)
        title = language.say("Facilitator: a guide")
        document = Document(
            title=title,
            subject=language.say("How to run panels that hear everyone and end on time"),
            author="Facilitator",
            blocks=tuple(chapters(language, shown)),
            head=title,
        )
        return print_document(document, language, making, moment=shown.moment)


def run_guide(words: Sequence[str]) -> int:
    """Return the exit code of `facilitator guide -o OUT [--lang L]`."""
    parser = argparse.ArgumentParser(prog="facilitator guide", description="Write the guide as a PDF.")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    asked = parser.parse_args(words)
    language = language_for(asked.lang)
    kept = Settings(settings_folder() / "settings.json").kept(KEYS)
    try:
        make_guide(asked.output, language.naming(read_keys(kept).told))
    except Explained as why:
        sys.stderr.write(bare(sentence(language, why)) + "\n")
        return 1
    return 0
