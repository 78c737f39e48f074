"""The order of characters against a plain reading of UAX #9, rule by rule, made for this test only."""

import unicodedata
from itertools import takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.documents.typeset.bidi import is_plain, tokens

PAIRS = {"(": ")", "[": "]", "{": "}"}
NEUTRAL = {"B", "S", "WS", "ON"}
SEPARATES = {("ES", "EN"), ("CS", "EN"), ("CS", "AN")}
SAMPLE = "abA اجب ד 12 ٣٤ ()[].,:;/-+%$«»؛،؟!"
PAIR = st.sampled_from(["(", ")", "[", "]"])
WORD = st.sampled_from(["abc", "اجب", "12", "٣٤", "דה", "a1", "ب2", "A/1"])
text_of = st.lists(st.one_of(st.sampled_from(SAMPLE), PAIR, WORD), min_size=1, max_size=24).map("".join)


def levels(text, rtl):
    """The level of every character of a paragraph without explicit controls."""
    base = int(rtl)
    edge = "R" if rtl else "L"
    kinds = [unicodedata.bidirectional(c) for c in text]
    weak(kinds, edge)
    brackets(text, kinds, edge)
    neutral(kinds, edge)
    above = {"L": 0, "R": 1, "AN": 2, "EN": 2} if base == 0 else {"L": 1, "R": 0, "AN": 1, "EN": 1}  # I1, I2
    return [base + above[kind] for kind in kinds]


def weak(kinds, edge):
    """W2 to W7; W1 is about marks, and there are none here."""
    numbers_become(kinds, edge, after="AL", kind="AN")
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for i in range(1, len(kinds) - 1):
        if kinds[i - 1] == kinds[i + 1] and (kinds[i], kinds[i - 1]) in SEPARATES:
            kinds[i] = kinds[i - 1]
    for i in [i for i, kind in enumerate(kinds) if kind == "EN"]:
        for side in (reversed(range(i)), range(i + 1, len(kinds))):
            for at in takewhile(lambda at: kinds[at] == "ET", side):
                kinds[at] = "EN"
    kinds[:] = ["ON" if kind in ("ES", "CS", "ET") else kind for kind in kinds]
    numbers_become(kinds, edge, after="L", kind="L")


def numbers_become(kinds, edge, *, after, kind):
    """W2 and W7."""
    for i in [i for i, number in enumerate(kinds) if number == "EN"]:
        if last_strong(kinds, i, edge) == after:
            kinds[i] = kind


def last_strong(kinds, at, edge):
    return next((kind for kind in reversed(kinds[:at]) if kind in ("L", "R", "AL")), edge)


def as_strong(kind):
    return "R" if kind in ("R", "EN", "AN") else kind if kind == "L" else None


def brackets(text, kinds, edge):
    """N0."""
    for start, end in sorted(pairs_of(text, kinds)):
        within = {as_strong(kind) for kind in kinds[start + 1 : end]} - {None}
        if edge in within:
            kinds[start] = kinds[end] = edge
        elif within:
            kinds[start] = kinds[end] = next(filter(None, map(as_strong, reversed(kinds[:start]))), edge)


def pairs_of(text, kinds):
    """BD16."""
    waiting = []
    for i, c in enumerate(text):
        if kinds[i] == "ON" and c in PAIRS:
            waiting.append((PAIRS[c], i))
        elif kinds[i] == "ON" and c in [close for close, _ in waiting]:
            while waiting[-1][0] != c:
                waiting.pop()
            yield waiting.pop()[1], i


def neutral(kinds, edge):
    """N1 and N2."""
    i = 0
    while i < len(kinds):
        if kinds[i] not in NEUTRAL:
            i += 1
            continue
        end = i
        while end < len(kinds) and kinds[end] in NEUTRAL:
            end += 1
        before = as_strong(kinds[i - 1]) if i else edge
        after = as_strong(kinds[end]) if end < len(kinds) else edge
        kinds[i:end] = [before if before == after else edge] * (end - i)
        i = end


def reordered(indices, level_of):
    """L2: from the highest level to the lowest odd one, turn every run at that level or above."""
    order = list(indices)
    for level in range(max(map(level_of, order), default=0), 0, -1):
        i = 0
        while i < len(order):
            end = i
            while end < len(order) and level_of(order[end]) >= level:
                end += 1
            order[i:end] = order[i:end][::-1]
            i = max(end, i + 1)
    return order


def ours(text, rtl):
    if is_plain(text, rtl=rtl):
        return list(range(len(text)))[:: -1 if rtl else 1]
    order = []
    for token in sorted(tokens(text, rtl=rtl), key=lambda token: token.rank):
        order += list(range(token.start, token.end))[:: -1 if token.rtl else 1]
    return order


@settings(max_examples=1500, deadline=None)
@given(text_of, st.booleans())
def test_order_is_that_of_the_rules(text, rtl):
    text = " ".join(text.split()) or "x"
    of = levels(text, rtl)

    assert ours(text, rtl) == reordered(range(len(text)), of.__getitem__)


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(["1 - ", "12- ", "3. ", "4) ", "5.- ", "6 % ", "7$ ", "8-", "9.٣ ", "1 2 "]), text_of)
def test_an_arabic_paragraph_that_begins_with_its_number_has_the_order_of_the_rules(number, text):
    text = f"{number}{' '.join(text.split())}".strip()
    of = levels(text, rtl=True)

    assert ours(text, rtl=True) == reordered(range(len(text)), of.__getitem__)


@settings(max_examples=500, deadline=None)
@given(text_of, st.booleans(), st.data())
def test_a_line_has_the_order_of_its_paragraph(text, rtl, data):
    text = " ".join(text.split()) or "x"
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    of = levels(text, rtl)

    assert [i for i in ours(text, rtl) if start <= i < end] == reordered(range(start, end), of.__getitem__)


@settings(max_examples=300, deadline=None)
@given(text_of, text_of, text_of, st.booleans(), st.sampled_from("\u2066\u2067\u2068"))
def test_what_is_isolated_stands_together(before, within, after, rtl, opening):
    before, within, after = (" ".join(t.split()) or "x" for t in (before, within, after))
    text = f"{before}{opening}{within}\u2069{after}"
    start = len(before) + 1
    places = [n for n, i in enumerate(ours(text, rtl)) if start <= i < start + len(within)]

    assert places == list(range(places[0], places[0] + len(within)))


@pytest.mark.parametrize("pairs", [3, 1200, 9000, 20000])
def test_long_paragraphs_are_ordered_like_short_ones(pairs):
    text = "ب 1 " * pairs

    found = tokens(text.rstrip(), rtl=True)

    assert [token.rank for token in found] == list(range(len(found)))[::-1]
    assert {text[token.start : token.end] for token in found if not token.rtl} == {"1"}


@pytest.mark.parametrize("field", ["10:30–12:50", "−0:18", "A/CONF.189/12", "49 %"])
def test_an_isolated_field_reads_from_left_to_right_in_arabic(field):
    text = f"الوقت \u2066{field}\u2069 هنا"
    start = text.index(field)

    assert [i for i in ours(text, rtl=True) if start <= i < start + len(field)] == list(
        range(start, start + len(field))
    )
