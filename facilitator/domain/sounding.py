"""What is left of a name when alphabets, vowels and spellings are taken away: how it sounds, roughly."""

from __future__ import annotations

import re

from facilitator.domain.folding import folded

_ARABIC = dict(zip("بپتثجچحخدذرزژسشصضطظغفڤقكکگلمنه", "bbttgshkddrzzsssdtzgffkkkglmnh", strict=True))
_CYRILLIC = dict(zip("бвгдзйклмнпрстфхцчшщґѓќђћљњџж", "bfgdz klmnbrstfkssssggkdslngz", strict=True))
_LATIN = dict(zip("bpvfcqkxgjdtszlmnrh", "bbffkkkkggdtszlmnrh", strict=True))
_SOUNDS = str.maketrans(_ARABIC | {key: value.strip() for key, value in _CYRILLIC.items()} | _LATIN)
_TWO_LETTERS = (
    ("ph", "f"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"),
    ("ck", "k"), ("dj", "g"), ("dz", "g"), ("ts", "s"), ("zh", "z"),
)  # fmt: skip
_ARTICLES = frozenset(("al", "el", "ad", "ar", "as", "ash", "an", "at", "az", "ال", "de", "da", "von", "van"))
_ABD = re.compile(r"\babd(?:ul|el|al|oul|ool)\s?")
_PARTS = re.compile(r"[\s\-'’ʼ`.,]+")


def sounding(name: str) -> tuple[str, ...]:
    """Return the consonants of a name's parts, sorted: Мохаммед, Muhammad and محمد come out alike.

    Chinese and other scripts without an alphabet stay as they are.
    """
    return tuple(sorted(filter(None, map(_consonants, spoken_parts(name)))))


def spoken_parts(name: str) -> list[str]:
    """Return the parts of a name, folded, without articles and signs."""
    plain = _ABD.sub("abd ", folded(name).replace("عبدال", "عبد "))
    return [part for part in _PARTS.split(plain) if part and part not in _ARTICLES]


def _consonants(part: str) -> str:
    bare = part.removeprefix("ال") if len(part) > len("ال") + 1 else part
    for letters, sound in _TWO_LETTERS:
        bare = bare.replace(letters, sound)
    heard = "".join(sign for sign in bare.translate(_SOUNDS) if sign not in _SILENT)
    once = re.sub(r"(.)\1+", r"\1", heard)
    return once.removesuffix("h") or once


_SILENT = frozenset("aeiouywаеиоуыэюяьъіїєاويعءآئؤى")
