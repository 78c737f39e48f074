"""Arabic words in parts that neither join nor move each other: a text has half as many parts as letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, compress, count
from operator import sub

from facilitator.documents.typeset.glyphs import BETWEEN, Face, Glyph

APART = "|"
"""Stands, in an array in the making, between words."""
_AT_ONCE = 500  # words
_BETWEEN_PARTS = "\x02"
_LETTERS = "\u0621-\u063a\u0641-\u064a"
# In a face that says so, these letters and those before them move none behind them, nor are they moved, but
# for the letters named: kaf reaches back over any, what hangs low or is raised stands off from waw and reh.
_FREE = (
    ("\u0627\u0623\u0622\u062f\u0630", "\u0643"),  # alef, dal
    ("\u0625", "\u0643\u0628\u064a"),  # alef with hamza below
    ("\u0648\u0624", "\u0643\u0644\u0628\u064a\u0625\u0633-\u0636"),  # waw
    ("\u0631\u0632", "\u0643\u0644\u0628\u064a\u0625\u0633-\u0636\u062c-\u062e\u0639\u063a\u0645\u0647"),
)
_ALWAYS_JOINED = (
    "[\u0622\u0627]?\u0644[\u064b-\u065f\u0670]*\u0644"  # of the name of God, which an alef belongs to
    "|[\u062c-\u062e][\u064b-\u065f]*[\u0650\u064d]"  # with what it hangs on, and with its vowel
    "|\u0627\u0655"  # an alef with hamza below in two characters
)
_PARTING = re.compile(
    f"(?<=[{''.join(letters for letters, _ in _FREE)}])(?=[{_LETTERS}])(?!{_ALWAYS_JOINED})(?:"
    + "|".join(f"(?<=[{letters}])(?![{but}])" for letters, but in _FREE)
    + ")"
)
_VOWELS = re.compile("[\u064b-\u065f\u0670]")


class Parts:
    """The parts of one face's words, each shaped once; `inside` says what an array holds for glyphs."""

    def __init__(self, face: Face, inside: Callable[[Iterable[Glyph]], str]) -> None:
        self._face = face
        self._inside = inside
        self._widths = {BETWEEN: 0.0}
        self._arrays = {BETWEEN: f">{APART}<"}

    def joined(self, words: Sequence[str]) -> Iterator[tuple[str, float, str]]:
        """Return words from left to right, put together: how wide each is, and what its array holds."""
        parts = parted(words)[::-1]
        self._meet(parts)
        arrays = f"<{''.join(map(self._arrays.__getitem__, parts))}>".replace("<>", "").split(APART)
        reach = [0.0, *accumulate(map(self._widths.__getitem__, parts))]
        edges = [0, *compress(count(1), map(BETWEEN.__eq__, parts)), len(parts)]
        widths = map(sub, map(reach.__getitem__, edges[1:]), map(reach.__getitem__, edges))
        return zip(words[::-1], widths, arrays, strict=True)

    def _meet(self, parts: Iterable[str]) -> None:
        """The parts are known; the first of them is shaped last, as glyphs from right to left are."""
        new = [part for part in dict.fromkeys(parts) if part not in self._widths]
        for lot in lots(new[::-1], rtl=True):
            columns, found = self._face.shape_words(lot, rtl=True)
            arrays = self._inside(zip(*columns, strict=True)).split(self._arrays[BETWEEN])
            reach = [0.0, *accumulate(columns[2])]
            for (part, begin, end), array in zip(found, arrays, strict=True):
                self._widths[part], self._arrays[part] = reach[end] - reach[begin], array


def parted(words: Sequence[str]) -> list[str]:
    """Return the parts of words in the order of the text, with BETWEEN by itself between two words."""
    marked = _PARTING.sub(_BETWEEN_PARTS, BETWEEN.join(words))
    return marked.replace(BETWEEN, f"{_BETWEEN_PARTS}{BETWEEN}{_BETWEEN_PARTS}").split(_BETWEEN_PARTS)


def pays(words: Sequence[str]) -> bool:
    """Return whether it is quicker to shape words in parts: it is not if they show their vowels."""
    return len(words) > 1 and not is_vowelled(words)


def is_vowelled(words: Sequence[str]) -> bool:
    """Say whether Arabic words show their vowels, rather than one now and then for clearness."""
    return len(_VOWELS.findall("".join(words))) * 4 >= len(words)


def lots(words: Sequence[str], *, rtl: bool) -> Sequence[Sequence[str]]:
    """Return the words as they are shaped: so many at once, the last first where they run to the left."""
    found = [words[at : at + _AT_ONCE] for at in range(0, len(words), _AT_ONCE)]
    return found[::-1] if rtl else found
