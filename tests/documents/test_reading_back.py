"""A text that is set can be read back: the Declaration in seven languages, by two readers."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from facilitator.documents.proof import ProofParagraph, set_proof

TEXTS = Path(__file__).parents[3] / "shared" / "data" / "texts"
FROM_THE_RIGHT = ("arb", "heb")
MOST_ALTERED = 9
"""Articles in which a reader guesses another order, around numbers and marks; no letter is lost."""
LANGUAGES = ("arb", "cmn_hans", "eng", "fra", "heb", "rus", "spa")


def declaration(code):
    found = re.findall("(?s)<para>(.*?)</para>", (TEXTS / f"udhr_{code}.xml").read_text(encoding="utf-8"))
    return [" ".join(html.unescape(text).split()) for text in found]


def by_pdfium(path):
    document = pypdfium2.PdfDocument(path)
    found = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return found


def by_pypdf(path):
    return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def bare(text):
    """A text as any search compares it: no white space, no presentation forms."""
    return re.sub(r"[\s\ufffe\u200b-\u200f]", "", unicodedata.normalize("NFKC", text))


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the texts lie beside the checkout, and it has none")
@pytest.mark.parametrize("read", [by_pdfium, by_pypdf])
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_article_is_read_back_as_it_was(tmp_path, code, read):
    texts = declaration(code)
    set_proof(
        [ProofParagraph(text, code in FROM_THE_RIGHT) for text in texts], tmp_path / "p.pdf", width_pt=None
    )
    found = bare(read(tmp_path / "p.pdf"))

    altered = [text for text in texts if bare(text) not in found]

    assert Counter(found) == Counter(bare("".join(texts)))
    assert len(altered) <= (MOST_ALTERED if code == "arb" else 0)
    assert len(texts) > 50
