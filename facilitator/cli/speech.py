"""The language that the command line speaks."""

from __future__ import annotations

import os

from facilitator.language.speech import Language, language_for


def spoken() -> Language:
    """Return the language of the person at the terminal."""
    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "en"
    return language_for(wanted[:2])
