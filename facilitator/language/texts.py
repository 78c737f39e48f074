"""A data file in several languages, read in one of them."""

from __future__ import annotations

from typing import Any

from facilitator.language.speech import LANGUAGES


def in_language(value: Any, language: str) -> Any:  # noqa: ANN401 - any TOML in, the same with one text each out
    """Return a data file's content with each pair of texts reduced to the one in this language."""
    if isinstance(value, dict):
        if value.keys() <= set(LANGUAGES) and value:
            return value.get(language, value.get("en", ""))
        return {key: in_language(item, language) for key, item in value.items()}
    return [in_language(item, language) for item in value] if isinstance(value, list) else value
