"""What texts are found by: plain words, the same for all the ways in which a word is written or bent."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

PLAIN_VERSION = 2
"""Goes up with each change of what a plain word is: what was kept of texts is made again then."""

_ALIKE = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك"}
    | {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ё": "е", "\u0640": None}
)
_HAN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+")
_MARKS = re.compile(
    r"[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_CHUNK = re.compile(r'"([^"]*)"?|“([^”]*)”?|«([^»]*)»?|(\S+)')
_ARABIC = re.compile("[\u0620-\u064a]")
_PREFIXED = re.compile("(?:[وف]?[بك]?ال|[وف]?لل|[وف]?[بكل]?(?=.{4}))(?=..)")
_RUSSIAN = re.compile("(?:ами|ями|ах|ях|ам|ям|ов|ев|ого|его|ому|ему|ых|их|ым|им|ом|ем|[аеиоуыэюяьй]{1,2})$")
_LONG, _SHORT = 5, 4


def plain_words(text: str) -> list[str]:
    """Return the words of a text without case, accents, Arabic marks and the forms of alef, ya and hamza.

    Chinese and Japanese come sign by sign, digits as 0 to 9, and an ending that only bends a word is off.
    """
    return list(chain.from_iterable(map(_words_in, text.split())))


@lru_cache(maxsize=65_536)
def _words_in(piece: str) -> tuple[str, ...]:
    """Return the plain words of what stands between two spaces: most of it was read before."""
    if not piece.isascii():
        piece = unicodedata.normalize("NFKC", piece).casefold().translate(_ALIKE)
        piece = _MARKS.sub("", unicodedata.normalize("NFKD", piece)).translate(_DIGITS)
        return tuple(_unbent(word) for word in _WORD.findall(piece))
    return tuple(_unbent(word) for word in _WORD.findall(piece.casefold()))


def bare_words(words: list[str]) -> list[str]:
    """Return plain words, each in its place, without what Arabic writes before them: and, in, to, the."""
    return [bare_word(word) for word in words]


@lru_cache(maxsize=65_536)
def bare_word(word: str) -> str:
    """Return an Arabic word without conjunction, preposition and article; any other as it is."""
    return _PREFIXED.sub("", word, count=1) if _ARABIC.match(word) else word


def shadow(text: str) -> tuple[str, str]:
    """Return the plain words of a text, and the bare ones where they are others; both in the order said."""
    pieces = [both for both in map(_shadow_of, text.split()) if both is not None]
    words, bare = " ".join([plain for plain, _ in pieces]), " ".join([bare for _, bare in pieces])
    return words, "" if bare == words else bare


@lru_cache(maxsize=65_536)
def _shadow_of(piece: str) -> tuple[str, str] | None:
    words = _words_in(piece)
    return (" ".join(words), " ".join(bare_words(list(words)))) if words else None


def shadows(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return the shadow of each text: of many thousand few words differ, and each is read once."""
    said = [text.split() for text in texts]
    plain = {word: _plain_word(word) for word in {word for words in said for word in words}}
    bare = {
        word: short if short.isascii() else " ".join(bare_words(short.split()))
        for word, short in plain.items()
    }
    lines = _lines(said, plain)
    if plain == bare:
        return [(line, "") for line in lines]
    pairs = zip(lines, _lines(said, bare), strict=True)
    return [(line, "" if other == line else other) for line, other in pairs]


def _plain_word(word: str) -> str:
    return _unbent(word.lower()) if word.isascii() and word.isalnum() else " ".join(plain_words(word))


def _lines(said: Sequence[Sequence[str]], known: Mapping[str, str]) -> list[str]:
    return [" ".join([told for word in words if (told := known[word])]) for words in said]


def asked_for(typed: str, *, unfinished: bool) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Yield what is asked for: for each word or phrase its forms, any of which is enough.

    A form is a row of words; an empty string at its end says that the last one goes on in any way.
    """
    chunks = list(_CHUNK.finditer(typed))
    for number, chunk in enumerate(chunks, 1):
        words = plain_words(next(group for group in chunk.groups() if group is not None))
        last = unfinished and number == len(chunks) and chunk[4] is not None
        if not words or (last and number > 1 and _says_nothing_yet(words)):
            continue
        end = ("",) if last and len(words[-1]) > 1 else ()
        yield tuple((*form, *end) for form in _forms(words))


def _says_nothing_yet(words: list[str]) -> bool:
    """Say whether there is only one letter of an alphabet: it begins too many words."""
    return len(words) == 1 and len(words[0]) == 1 and words[0] < "\u3040"


def _forms(words: list[str]) -> list[tuple[str, ...]]:
    """Return words as they are, and as they are below what is written before them, once and twice."""
    once = bare_words(words)
    return list(dict.fromkeys((tuple(words), tuple(once), tuple(bare_words(once)))))


@lru_cache(maxsize=65_536)
def _unbent(word: str) -> str:
    if len(word) >= _LONG and "а" <= word[0] <= "я":
        short = _RUSSIAN.sub("", word)
        return short if len(short) >= _SHORT else word
    if len(word) < _SHORT or not word[0].isalpha() or not word.isascii():
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word[-1] == "s" and word[-2] not in "su":
        word = word[:-1]
    return word[:-1] if word[-1] == "e" and len(word) >= _SHORT else word


class _Digits(dict[int, str]):
    """The digits of all scripts become those of ASCII; everything else stays."""

    def __missing__(self, sign: int) -> str:
        digit = unicodedata.digit(chr(sign), None)
        self[sign] = chr(sign) if digit is None else str(digit)
        return self[sign]


_DIGITS = _Digits()


def closeness(texts: Sequence[str], typed: str) -> Iterator[float]:
    """Yield how closely each text says what is typed: 1 for all of it in a row, 0.5 if bent or spread."""
    wanted = _said(typed)
    words = [f" {word} " for word in wanted.split()]
    for said in map(_said, texts):
        if wanted in said:
            yield 1.0
        else:
            yield 0.5 + 0.4 * sum([word in said for word in words]) / max(1, len(words))


@lru_cache(maxsize=1_024)
def _said(text: str) -> str:
    """Return the plain words of a text in a row: with each letter that is typed the same texts are asked."""
    return f" {' '.join(plain_words(text))} "
