"""The codebook: every code that notes and recommendations bear, and how often it stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from facilitator.documents.coded.codes import branch_name, codes_in, codes_of
from facilitator.documents.office.book import Book, Column, Holds, Sheet
from facilitator.domain.coded import CodedNote
from facilitator.domain.ledger import Recommended
from facilitator.domain.programme import Workshop
from facilitator.language.speech import Language


def codebook(
    notes: Sequence[CodedNote], rows: Sequence[Recommended], workshop: Workshop, language: Language
) -> Book:
    """Return the codes as a table; as CSV its columns are `Path` and `Description` in every language.

    Codes of one vocabulary stand together, the most frequent in notes first, then in recommendations.
    """
    say = language.say
    columns = (
        Column("vocabulary", say("Vocabulary"), width=20),
        Column("path", say("Path"), width=24),
        Column("code", say("Code"), width=14),
        Column("description", say("Description"), width=60),
        Column("uses", say("Uses"), Holds.WHOLE, 8),
        Column("recommendations", say("Recommendations"), Holds.WHOLE, 8),
    )
    noted = Counter(codes_in(notes, language))
    held = (row.held for row in rows if row.held is not None)
    recommended = Counter(code for each in held for code in codes_of(each, language))
    listed = sorted(
        {*noted, *recommended}, key=lambda code: (code.branch, -noted[code], -recommended[code], code.path)
    )
    cells = tuple(
        (branch_name(code.branch, language), code.path, code.key, code.name, noted[code], recommended[code])
        for code in listed
    )
    sheet = Sheet("codes", say("Codes"), columns, cells)
    return Book("codebook", say("Codebook"), workshop.title, (sheet,), workshop.notice)
