"""The codebook: every code that notes bear, by vocabulary, and how often it stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from facilitator.documents.coded.codes import branch_name, codes_in
from facilitator.documents.office.book import Book, Column, Holds, Sheet
from facilitator.domain.coded import CodedNote
from facilitator.domain.programme import Workshop
from facilitator.language.speech import Language


def codebook(notes: Sequence[CodedNote], workshop: Workshop, language: Language) -> Book:
    """Return the codes as a table; as CSV its columns are `Path` and `Description` in every language.

    Codes of one vocabulary stand together, the most frequent first.
    """
    say = language.say
    columns = (
        Column("vocabulary", say("Vocabulary"), width=20),
        Column("path", say("Path"), width=24),
        Column("code", say("Code"), width=14),
        Column("description", say("Description"), width=60),
        Column("uses", say("Uses"), Holds.WHOLE, 8),
    )
    counted = Counter(codes_in(notes, language))
    listed = sorted(counted.items(), key=lambda item: (item[0].branch, -item[1], item[0].path))
    rows = tuple(
        (branch_name(code.branch, language), code.path, code.key, code.name, uses) for code, uses in listed
    )
    sheet = Sheet("codes", say("Codes"), columns, rows)
    return Book("codebook", say("Codebook"), workshop.title, (sheet,), workshop.notice)
