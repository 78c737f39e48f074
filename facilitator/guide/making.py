"""The guide as a PDF: what it says, set by the program's own typesetter, with the screens as they are now."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from facilitator.documents.blocks import Document
from facilitator.documents.printing import print_document
from facilitator.guide.chapters import chapters
from facilitator.guide.pictures import pictures
from facilitator.language.places import settings_folder
from facilitator.language.speech import LANGUAGES, Language, language_for
from facilitator.ui.keymap import read_keys
from facilitator.ui.notes.typing import KEYS
from facilitator.ui.start.recents import Settings


def make_guide(target: Path, language: Language) -> int:
    """The guide is in the file, in this language; returns its number of pages. Raises OSError."""
    with tempfile.TemporaryDirectory(prefix="facilitator-guide-") as folder:
        shown = pictures(Path(folder), language.code)
        title = language.say("Facilitator: a guide")
        document = Document(
            title=title,
            subject=language.say("How to run panels that hear everyone and end on time"),
            author="Facilitator",
            blocks=tuple(chapters(language, shown)),
            head=title,
        )
        making = target.with_name(f"{target.name}.part")
        pages = print_document(document, language, making, moment=shown.moment)
        making.replace(target)
        return pages


def run_guide(words: Sequence[str]) -> int:
    """Return the exit code of `facilitator guide -o OUT [--lang L]`."""
    parser = argparse.ArgumentParser(prog="facilitator guide", description="Write the guide as a PDF.")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    asked = parser.parse_args(words)
    try:
        kept = Settings(settings_folder() / "settings.json").kept(KEYS)
        make_guide(asked.output, language_for(asked.lang).naming(read_keys(kept).told))
    except OSError as fault:
        print(fault, file=sys.stderr)  # noqa: T201 - who asked reads it
        return 1
    return 0
