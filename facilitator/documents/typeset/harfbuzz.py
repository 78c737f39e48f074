"""Faces shaped by HarfBuzz: joins, ligatures, kerning, vowel marks in their places."""

from __future__ import annotations

import re
import struct
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import accumulate, compress
from operator import sub
from pathlib import Path

import uharfbuzz as hb
from bidi.mirror import MIRRORED

from facilitator.documents.typeset.faces import Cut
from facilitator.documents.typeset.glyphs import BETWEEN, Columns, Glyph, Measures, Program

_MIRRORED = frozenset(MIRRORED)
_SIGN_MIRRORED = re.compile(f"[{re.escape(''.join(MIRRORED))}]")
_UNREAD_IN_PDF = (
    "BASE",
    "DSIG",
    "GDEF",
    "GPOS",
    "GSUB",
    "OS/2",
    "STAT",
    "cmap",
    "gasp",
    "meta",
    "name",
    "post",
    "vmtx",
)


class HarfBuzzFace:
    """One face; HarfBuzz reads its file."""

    def __init__(self, cut: Cut, file: Path) -> None:
        self.cut = cut
        self._face = hb.Face(hb.Blob.from_file_path(str(file)))
        self._font = hb.Font(self._face)
        self._font.set_variations(dict(cut.axes))
        self._k = 1000 / self._face.upem
        self.fixed_codes = "CFF " in self._face.table_tags
        self.measures = self._measures()
        self._known: set[str] = set()
        self._between = self._font.get_nominal_glyph(ord(BETWEEN)) or 0
        self._buffer = hb.Buffer()
        self._buffer.cluster_level = hb.BufferClusterLevel.CHARACTERS
        self._buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES

    def _measures(self) -> Measures:
        extents = self._font.get_font_extents("ltr")
        head = self._face.reference_table("head").data
        x0, y0, x1, y1 = (round(v * self._k) for v in struct.unpack(">4h", head[36:44]))
        return Measures(extents.ascender * self._k, -extents.descender * self._k, (x0, y0, x1, y1))

    def has_all(self, characters: frozenset[str]) -> bool:
        new = characters - self._known
        if new:
            self._known.update(c for c in new if self._font.get_nominal_glyph(ord(c)))
        return characters <= self._known

    def having(self, words: Sequence[str]) -> list[str]:
        if self.has_all(frozenset().union(*words)):
            return list(words)
        return list(filter(self._known.issuperset, words))

    def width(self, gid: int) -> float:
        return float(self._font.get_glyph_h_advance(gid) * self._k)

    def left_of(self, gid: int) -> float:
        extents = self._font.get_glyph_extents(gid)
        return 0.0 if extents is None else float(extents.x_bearing * self._k)

    def shape(self, text: str, span: tuple[int, int], *, rtl: bool) -> list[Glyph]:
        gids, clusters, columns = self._shaped(text, span, rtl=rtl)
        return list(zip(gids, self._texts(text, span, gids, clusters, rtl=rtl), *columns, strict=True))

    def shape_words(self, words: Sequence[str], *, rtl: bool) -> tuple[Columns, list[tuple[str, int, int]]]:
        text = BETWEEN.join(words)
        gids, clusters, columns = self._shaped(text, (0, len(text)), rtl=rtl)
        texts = list(map(text.__getitem__, clusters))  # to each letter its glyph, mostly
        shown = words[::-1] if rtl else words
        ends = [*compress(range(len(gids)), map(self._between.__eq__, gids)), len(gids)]
        found = list(zip(shown, [0, *map((1).__add__, ends)], ends, strict=False))
        starts = [0, *accumulate([len(word) + 1 for word in words])]
        for number in _needing_care(text, clusters, ends, rtl=rtl):
            word, begin, end = found[number]
            start, here = starts[len(words) - 1 - number if rtl else number], slice(begin, end)
            span = start, start + len(word)
            texts[here] = self._texts(text, span, gids[here], clusters[here], rtl=rtl)
        return (gids, texts, *columns), found

    def _shaped(
        self, text: str, span: tuple[int, int], *, rtl: bool
    ) -> tuple[list[int], list[int], tuple[list[float], list[float], list[float]]]:
        """Return the glyphs from left to right in columns: numbers, clusters, (advance, right, up)."""
        start, end = span
        buffer = self._buffer
        buffer.clear_contents()
        buffer.add_str(text, start, end - start)
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.language = "ar" if rtl else "en"  # the guess would be the machine's own language
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _plain_forms(text, start, end))
        infos, places = buffer.glyph_infos, buffer.glyph_positions or ()
        # One list after the other: a tuple for each glyph would take three times as long.
        advances: list[float] = [at.x_advance for at in places]
        rights: list[float] = [at.x_offset for at in places]
        ups: list[float] = [at.y_offset for at in places]
        if (k := self._k) != 1:
            advances, rights, ups = ([value * k for value in column] for column in (advances, rights, ups))
        return [info.codepoint for info in infos], [info.cluster for info in infos], (advances, rights, ups)

    def _texts(
        self, text: str, span: tuple[int, int], gids: list[int], clusters: list[int], *, rtl: bool
    ) -> Sequence[str]:
        """What each glyph says: the logically first glyph of a cluster says all of it."""
        start, end = span
        usual = list(range(end - 1, start - 1, -1) if rtl else range(start, end))
        if clusters == usual:  # to each letter its glyph
            result: Sequence[str] = text[start:end][::-1] if rtl else text[start:end]
        else:
            said = cluster_texts(text, sorted(set(clusters)), end)
            result = [said.pop(cluster, "") for cluster in (reversed(clusters) if rtl else clusters)]
            result = result[::-1] if rtl else result
        if rtl and not _MIRRORED.isdisjoint(result):
            return [self._as_seen(gid, said) for gid, said in zip(gids, result, strict=True)]
        return result

    def _as_seen(self, gid: int, letters: str) -> str:
        """A bracket is what it looks like: readers turn it back when they put the line into logical order."""
        mirrored = MIRRORED.get(letters)
        if mirrored is not None and self._font.get_nominal_glyph(ord(mirrored)) == gid:
            return str(mirrored)
        return letters

    def program(self, gids: Collection[int]) -> Program:
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(gids)
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
            int.from_bytes(tag.encode(), "big") for tag in _UNREAD_IN_PDF
        )
        wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
        if self.fixed_codes:
            wanted.flags |= hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.CFF_IDENTITY_CHARSET
        for axis, place in self.cut.axes.items():
            wanted.pin_axis_location(self._face, axis, place)
        plan = hb.SubsetPlan(self._face, wanted)
        places = dict(plan.old_to_new_glyph_mapping)
        made = plan.execute()
        if self.fixed_codes:
            return Program("cff", made.reference_table("CFF ").data, places)
        return Program("truetype", made.blob.data, places)


def _needing_care(text: str, clusters: Sequence[int], ends: Sequence[int], *, rtl: bool) -> list[int]:
    """Return the words from left to right that do not have one glyph for each letter, or are mirrored."""
    ahead: Sequence[int] = clusters
    behind: Sequence[int] = [*clusters[1:], len(text)]
    step = 1
    found: set[int] = set()
    if rtl:
        ahead, behind, step = [len(text), *clusters], clusters, -1
        mirrored = [sign.start() for sign in _SIGN_MIRRORED.finditer(text)]
        found.update(len(ends) - 1 - text.count(BETWEEN, 0, place) for place in mirrored)
    odd = compress(range(len(clusters)), map(step.__ne__, map(sub, behind, ahead)))
    found.update([bisect_left(ends, glyph) for glyph in odd])
    return sorted(found)


# A vowel under jeem, hah or khah is far from its letter where that hangs on the one before it.
_HANGING = re.compile("[\u0621-\u064a][\u064b-\u065f\u0670]*[\u062c-\u062e][\u064b-\u065f]*[\u0650\u064d]")


def _plain_forms(text: str, start: int, end: int) -> dict[str, list[tuple[int, int, bool]]]:
    """Return where a face must join letters in their plain forms, as features of HarfBuzz."""
    if "\u0650" not in text and "\u064d" not in text:
        return {}
    found = [(*match.span(), False) for match in _HANGING.finditer(text, start, end)]
    return {"rlig": found} if found else {}


def cluster_texts(text: str, starts: list[int], end: int) -> dict[int, str]:
    """Return what each cluster says, by its start.

    A mark without a glyph of its own is in the glyph of the mark behind it (shadda with damma); letters
    behind a mark are in the ligature that the mark sits on.
    """
    said: dict[int, str] = {}
    base = before = -1
    ends = [*starts[1:], end] if starts else []  # text of invisible characters has no glyphs at all
    for start, stop in zip(starts, ends, strict=True):
        part = text[start:stop]
        letters = part.lstrip(_leading_marks(part))
        marks = part[: len(part) - len(letters)]
        if marks and base >= 0:
            held = said[base].rstrip(_trailing_marks(said[base])) if base == before else said[base]
            said[start] = said[base][len(held) :] + marks
            said[base] = held + letters
        else:
            said[start], base = part, start
        before = start
    return said


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) == "Mn"


def _leading_marks(text: str) -> str:
    return "".join(c for c in text if _is_mark(c)) if text and _is_mark(text[0]) else ""


def _trailing_marks(text: str) -> str:
    return "".join(c for c in text[1:] if _is_mark(c)) if len(text) > 1 and _is_mark(text[-1]) else ""
